// Authors: the names of the most trusted witness, and those of others who name them all and more.
#include <algorithm>
#include <array>
#include <optional>

#include "core/text.h"
#include "extractor/page/authors.h"
#include "extractor/page/decide.h"
#include "extractor/page/other_capacities.h"

namespace extractor {

namespace {

// In order of trust. Bylines come last: their elements hold more than names.
constexpr std::array kWitnesses = std::to_array<Witness>(
    {Witness::JsonLd, Witness::ArticleMeta, Witness::NamedMeta, Witness::Microdata, Witness::Line,
     Witness::RelAuthor, Witness::DublinCore, Witness::Byline, Witness::EndLine,
     Witness::JsonLdOther, Witness::LoneLine, Witness::Signature});

// Bytes of text between two elements of one byline; what is farther off is another's.
constexpr std::size_t kGap = 160;

bool is_in_text(Witness witness) {
    return witness == Witness::Byline || witness == Witness::Line ||
           witness == Witness::RelAuthor || witness == Witness::LoneLine ||
           witness == Witness::EndLine || witness == Witness::Signature;
}

CreditForm form_of(Witness witness) {
    return is_in_text(witness) && witness != Witness::RelAuthor ? CreditForm::Line
                                                                : CreditForm::Field;
}

constexpr std::size_t kAnds = 6;            // letters between names, in all: "and", "und"
constexpr NodeIndex kTeaserNodes = 40;      // between a teaser's headline and its byline, at most
constexpr std::size_t kLongestAgency = 40;  // bytes of a line that is a wire service's name

// All the names, and more.
bool extends(const std::vector<std::string>& more, const std::vector<std::string>& names) {
    const auto is_there = [&](const std::string& name) {
        const auto folded = core::fold(name);
        return std::any_of(more.begin(), more.end(),
                           [&](const std::string& other) { return core::fold(other) == folded; });
    };
    return more.size() > names.size() && std::all_of(names.begin(), names.end(), is_there);
}

class AuthorDecision {
public:
    explicit AuthorDecision(const Evidence& evidence) : evidence_(evidence) {}

    void decide(Metadata& metadata) {
        if (take_people(metadata)) return;
        if (take(metadata, &Credits::agencies, "a wire service is credited, and no person")) return;
        if (take(metadata, &Credits::people, "a name stands alone above or below the story"))
            return;
        if (take(metadata, &Credits::groups, "no person is named: whom the page credits instead"))
            return;
        metadata.reasons.push_back({"authors", "none", "", "no witness names a person"});
    }

private:
    // Links and loose elements hold the names of others, too.
    static bool may_extend(Witness witness) {
        return witness == Witness::ArticleMeta || witness == Witness::NamedMeta ||
               witness == Witness::Microdata || witness == Witness::Line;
    }

    // A byline that holds these names, more of them, and nothing else.
    const Statement* longer_byline(const std::vector<std::string>& people) const {
        for (const auto& statement : evidence_.statements) {
            if (statement.field != Field::Author || statement.witness != Witness::Byline ||
                evidence_.document.nodes[statement.node].text_begin < heading_begin() ||
                statement.value.size() <= people.front().size() + 3 ||
                statement.value.find(people.front()) == std::string::npos)
                continue;
            const auto credits = read(statement);
            if (credits.others == 0 && extends(credits.people, people)) return &statement;
        }
        return nullptr;
    }

    using Names = std::vector<std::string> Credits::*;

    // "Jane Doe 4 June 2024": a line that is a name, up to its date.
    Credits read_lone(const Statement& statement) const {
        const auto folded = core::fold(statement.value);
        const auto dates = find_dates(folded, evidence_.habits);
        if (dates.empty() || folded.size() != statement.value.size()) return {};
        const auto line = statement.value.substr(0, dates.front().begin);
        auto credits = read_credits(line, CreditForm::Line, evidence_.outlet_keys);
        std::size_t letters = 0;
        for (const auto& name : credits.people) letters += outlet_key(name).size();
        // "A flooded bridge in Springfield, 4 June 2024" is a picture's.
        if (3 * letters < 2 * outlet_key(line).size()) credits.people.clear();
        std::erase_if(credits.people, [](const std::string& name) {
            return std::count(name.begin(), name.end(), ' ') < 1;
        });
        return credits;
    }

    // "AFP, Manila": a short line of its own.
    Credits read_agency(const Statement& statement) const {
        if (statement.value.size() > kLongestAgency) return {};
        auto credits = read_credits(statement.value, CreditForm::Line, evidence_.outlet_keys);
        return {.agencies = std::move(credits.agencies)};
    }

    // "Jane Doe/John Roe": names of several words, and nothing else.
    Credits read_names(const Statement& statement) const {
        auto credits = read_credits(statement.value, CreditForm::Line, evidence_.outlet_keys);
        std::string names;
        for (const auto& name : credits.people) {
            if (name.find(' ') == std::string::npos) return {};
            names += name;
        }
        const bool are_all = credits.others == 0 && credits.agencies.empty() &&
                             outlet_key(names).size() + kAnds >= outlet_key(statement.value).size();
        return are_all ? credits : Credits{};
    }

    Credits read(const Statement& statement) const {
        if (statement.witness == Witness::LoneLine) {
            auto credits = read_lone(statement);
            return credits.people.empty() ? read_agency(statement) : credits;
        }
        if (statement.witness == Witness::Signature) return read_names(statement);
        auto credits =
            read_credits(statement.value, form_of(statement.witness), evidence_.outlet_keys);
        if (statement.is_group && !credits.people.empty()) {
            for (auto& name : credits.people) credits.groups.push_back(std::move(name));
            credits.people.clear();
        }
        return credits;
    }

    Credits in_markup(Witness witness) const {
        Credits credits;
        for (const auto& statement : evidence_.statements)
            if (statement.field == Field::Author && statement.witness == witness)
                add_credits(credits, read(statement));
        return credits;
    }

    std::size_t heading_begin() const {
        return evidence_.heading ? evidence_.document.nodes[*evidence_.heading].text_begin : 0;
    }

    // Whether the headline of another story, which leads there, stands right before it.
    bool is_of_teaser(NodeIndex node) const {
        const auto& nodes = evidence_.document.nodes;
        const auto first = node - std::min(node, kTeaserNodes);
        for (auto n = node; n-- > first;) {
            if (!is_heading(nodes[n].tag)) continue;
            const auto is_link = [](const Node& in) { return in.tag == Tag::A; };
            const auto end = std::min(nodes[n].end, n + kTeaserNodes);
            return is_link(nodes[nodes[n].parent]) ||
                   std::any_of(nodes.begin() + n, nodes.begin() + end, is_link);
        }
        return false;
    }

    // The first byline behind the heading, or the last before it; with what stands close to it.
    Credits in_text(Witness witness) const {
        const auto& nodes = evidence_.document.nodes;
        const auto from = heading_begin();
        Credits before;
        Credits behind;
        std::size_t end = 0;
        for (const auto& statement : evidence_.statements) {
            if (statement.field != Field::Author || statement.witness != witness) continue;
            const auto& node = nodes[statement.node];
            auto credits = read(statement);
            if (credits.people.empty() && credits.agencies.empty() && credits.groups.empty())
                continue;
            if (node.text_begin < from) {
                if (!is_of_teaser(statement.node)) before = std::move(credits);
                continue;
            }
            if (end != 0 && node.text_begin > end + kGap) break;
            end = std::max<std::size_t>(end, node.text_end);
            add_credits(behind, std::move(credits));
            if (witness == Witness::Line && !behind.people.empty()) break;
        }
        return behind.people.empty() && !before.people.empty() ? before : behind;
    }

    // Read when asked for: most pages are done with the first witness.
    const Credits& credits(std::size_t n) {
        if (!all_[n])
            all_[n] = is_in_text(kWitnesses[n]) ? in_text(kWitnesses[n]) : in_markup(kWitnesses[n]);
        return *all_[n];
    }

    bool take_people(Metadata& metadata) {
        std::size_t first = 0;
        const auto plain = all_.size() - 1;  // a signature is not
        while (first < plain && credits(first).people.empty()) ++first;
        if (first == plain) return false;
        auto best = first;
        for (auto n = first + 1; n < plain; ++n)
            if (may_extend(kWitnesses[n]) && extends(credits(n).people, credits(best).people))
                best = n;
        const auto* byline = best == first ? longer_byline(credits(best).people) : nullptr;
        metadata.authors = byline != nullptr ? read(*byline).people : credits(best).people;
        drop_other_capacities(evidence_.statements, metadata.authors);
        if (!is_in_text(kWitnesses[best])) add_agencies(kWitnesses[best], metadata.authors);
        tell(metadata, byline != nullptr ? Witness::Byline : kWitnesses[best],
             best == first && byline == nullptr ? "first in trust that names people"
                                                : "names all that the more trusted do, and more");
        return true;
    }

    // Wire services that the page lists beside the people, each as an author of its own.
    void add_agencies(Witness witness, std::vector<std::string>& authors) const {
        for (const auto& statement : evidence_.statements) {
            if (statement.field != Field::Author || statement.witness != witness) continue;
            auto credits = read(statement);
            if (!credits.people.empty() || !credits.groups.empty()) continue;
            for (auto& name : credits.agencies) authors.push_back(std::move(name));
        }
    }

    bool take(Metadata& metadata, Names names, std::string_view why) {
        for (std::size_t n = 0; n < all_.size(); ++n) {
            if ((credits(n).*names).empty()) continue;
            metadata.authors = credits(n).*names;
            tell(metadata, kWitnesses[n], why);
            return true;
        }
        return false;
    }

    static void tell(Metadata& metadata, Witness witness, std::string_view why) {
        metadata.reasons.push_back(
            {"authors", words_for(witness), core::join(metadata.authors, ", "), std::string(why)});
    }

    const Evidence& evidence_;
    std::array<std::optional<Credits>, kWitnesses.size()> all_;
};

}  // namespace

void decide_authors(const Evidence& evidence, Metadata& metadata) {
    AuthorDecision(evidence).decide(metadata);
}

}  // namespace extractor
