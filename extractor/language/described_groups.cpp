#include "extractor/language/described_groups.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "core/claim.h"
#include "embedded/extractor.h"
#include "extractor/language/name_text.h"
#include "extractor/language/tsv.h"

namespace extractor {
namespace {

using enum NameWordClass;

constexpr std::size_t kMostWords = 5;  // before the noun: "[China] based state AI"
constexpr std::string_view kCompanies = "companies";

const std::unordered_map<std::string_view, std::string_view>& nationalities() {
    static const auto table = [] {
        std::unordered_map<std::string_view, std::string_view> rows;
        for (const auto& row : rows_of(embedded::extractor::nationalities_tsv()))
            if (row.size() == 2) rows.emplace(row[0], row[1]);
        return rows;
    }();
    return table;
}

struct Group {
    core::Span span;
    std::string name;
};

class Groups {
public:
    Groups(const NameText& text, const Names& names) : text_(text), mentions_(names.mentions) {}

    std::vector<core::EntityMentions> find() {
        for (std::size_t i = 0; i < text_.words.size(); ++i)
            if (const auto group = group_ending_at(i)) add(*group);
        return std::move(found_);
    }

private:
    const NameWord& word(std::size_t i) const { return text_.words[i]; }

    // What the words before the noun say, read backwards.
    struct Described {
        std::size_t first = 0;
        std::string_view nationality;
        bool artificial = false;  // "AI"
    };

    std::optional<Group> group_ending_at(std::size_t noun) {
        if (!word(noun).classes.has(GroupNoun)) return std::nullopt;
        const Described described = describe(noun);
        const bool bare = described.nationality.empty() && !described.artificial;
        if (bare && !speaks(noun)) return std::nullopt;
        const core::Span span{word(described.first).span.begin, word(noun).span.end};
        if (overlaps_name(span)) return std::nullopt;
        return Group{span, name_of(described, noun)};
    }

    Described describe(std::size_t noun) const {
        Described described{.first = noun};
        for (std::size_t i = noun; i > 0 && noun - i < kMostWords; --i) {
            if (!text_.same_sentence(i - 1, noun) || !joins(text_.gap(i - 1))) break;
            if (const auto first = initials_before(i)) {
                described.nationality = word(*first + 1).folded == "s" ? "U.S." : "British";
                described.first = *first;
                break;
            }
            const NameWord& before = word(i - 1);
            const auto from = nationalities().find(before.folded);
            if (from != nationalities().end() && before.capital) {
                described.nationality = from->second;
                described.first = i - 1;
                break;
            }
            const bool artificial = before.folded == "ai" && before.capitals;
            described.artificial |= artificial;
            if (artificial) described.first = i - 1;
            if (!artificial && before.folded != "based" && !before.classes.has(RoleModifier)) break;
        }
        return described;
    }

    // "PRC-based", "[China] based", "U.S. officials"
    static bool joins(std::string_view gap) {
        return is_blank(gap) || is_hyphen(gap) || gap == ". " || gap == "] ";
    }

    // "U.S." before word i
    std::optional<std::size_t> initials_before(std::size_t i) const {
        if (i < 2 || !text_.same_sentence(i - 2, i) || text_.gap(i - 2) != ".") return std::nullopt;
        const auto& last = word(i - 1).folded;
        if (word(i - 2).folded != "u" || (last != "s" && last != "k")) return std::nullopt;
        return i - 2;
    }

    // "Experts note": a group of nothing in particular counts where it is the source.
    bool speaks(std::size_t noun) const {
        const NameWord* before = text_.before(noun);  // "OpenAI officials" speak for OpenAI
        if (before != nullptr && is_blank(text_.gap(noun - 1)) &&
            (before->capital || before->mixed))
            return false;
        if (before != nullptr && noun >= 2 && text_.possessive(noun - 2)) return false;
        const NameWord* after = text_.after(noun);
        return after != nullptr && is_blank(text_.gap(noun)) && after->classes.has(SourceVerb);
    }

    std::string name_of(const Described& described, std::size_t noun) const {
        const bool companies = word(noun).classes.has(CompanyCue);
        const std::string what(companies ? kCompanies : std::string_view(word(noun).folded));
        const std::string suffix(core::kUnnamedSuffix);
        if (!described.nationality.empty())
            return std::string(described.nationality) + " " + what + (companies ? "" : suffix);
        return (described.artificial ? "AI " : "") + what + suffix;
    }

    // Groups and mentions are both met in the order of the text.
    bool overlaps_name(core::Span span) {
        while (next_ < mentions_.size() && mentions_[next_].span.end <= span.begin) ++next_;
        return next_ < mentions_.size() && mentions_[next_].span.overlaps(span);
    }

    void add(const Group& group) {
        const auto [place, is_new] = places_.try_emplace(group.name, found_.size());
        if (is_new) found_.push_back({core::Entity{.name = group.name}, {}});
        found_[place->second].mentions.push_back(group.span);
    }

    const NameText& text_;
    const std::vector<Mention>& mentions_;
    std::size_t next_ = 0;
    std::unordered_map<std::string, std::size_t> places_;
    std::vector<core::EntityMentions> found_;
};

}  // namespace

std::vector<core::EntityMentions> find_described_groups(const core::Article& article,
                                                        const Segments& segments,
                                                        const Names& names) {
    const NameText text = name_text(article, segments);
    return Groups(text, names).find();
}

}  // namespace extractor
