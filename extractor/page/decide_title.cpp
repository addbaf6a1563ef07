// Title: what the reader sees above the story, if the page's markup says the same.
#include <algorithm>

#include "extractor/page/authors.h"
#include "extractor/page/decide.h"
#include "extractor/page/page_title.h"

namespace extractor {

namespace {

constexpr double kSame = 0.5;               // likeness from which two titles mean one story
constexpr double kAlike = 0.85;             // from which they are worded alike
constexpr std::size_t kUnanimous = 4;       // witnesses that outweigh a heading
constexpr std::size_t kLongestTitle = 400;  // bytes
constexpr std::ptrdiff_t kManyWords = 4;

constexpr std::size_t kCandidates = 16;  // more titles than a page has ways to tell them

struct Candidate {
    Witness witness;
    std::string text;
    TitleWords words;
};

bool tells_title(Witness witness) {
    return witness != Witness::JsonLdOther && witness != Witness::Heading;
}

// Of what the page's markup says for readers elsewhere, not for its own machinery.
bool is_told_of_page(Witness witness) {
    return witness == Witness::JsonLd || witness == Witness::OpenGraph ||
           witness == Witness::Twitter || witness == Witness::TitleElement;
}

class TitleDecision {
public:
    explicit TitleDecision(const Evidence& evidence) : evidence_(evidence) {
        for (const auto& statement : evidence.statements)
            if (statement.field == Field::Title && tells_title(statement.witness))
                add(statement.witness, statement.value);
        if (evidence.heading) heading_ = heading_text(*evidence.heading);
    }

    void decide(Metadata& metadata) const {
        const auto* best = most_supported();
        if (heading_.empty() && best == nullptr) return;
        if (best == nullptr) return tell(metadata, Witness::Heading, heading_, "nothing else is");
        if (heading_.empty())
            return tell(metadata, best->witness, best->text, "no heading on the page");
        const TitleWords words(heading_);
        const bool agrees = std::any_of(
            candidates_.begin(), candidates_.end(),
            [&](const Candidate& candidate) { return candidate.words.likeness(words) >= kSame; });
        if (agrees)
            return tell(metadata, Witness::Heading, punctuated(), "the markup's title agrees");
        if (const auto* told = told_by_all(); told != nullptr)
            return tell(metadata, told->witness, told->text, "all markup says so, and no heading");
        if (is_only_heading())
            return tell(metadata, Witness::Heading, heading_,
                        "the only heading of its rank, and long");
        tell(metadata, best->witness, best->text, "the heading says something else");
    }

private:
    // JSON-LD's title, if <title> and the cards for social networks have it, too: the heading is
    // then the newest of a story that goes on.
    const Candidate* told_by_all() const {
        const auto is_json_ld = [](const Candidate& each) {
            return each.witness == Witness::JsonLd;
        };
        const auto told = std::find_if(candidates_.begin(), candidates_.end(), is_json_ld);
        if (told == candidates_.end() || candidates_.size() < kUnanimous) return nullptr;
        const bool all =
            std::all_of(candidates_.begin(), candidates_.end(), [&](const Candidate& each) {
                return !is_told_of_page(each.witness) || each.words.likeness(told->words) >= kAlike;
            });
        const auto count =
            std::count_if(candidates_.begin(), candidates_.end(),
                          [](const auto& each) { return is_told_of_page(each.witness); });
        return all && static_cast<std::size_t>(count) >= kUnanimous ? &*told : nullptr;
    }

    // A page's one <h1> of several words is its title, even where the markup words it otherwise.
    bool is_only_heading() const {
        const auto& nodes = evidence_.document.nodes;
        const auto is_first = [](const Node& node) { return node.tag == Tag::H1; };
        return is_first(nodes[*evidence_.heading]) &&
               std::count_if(nodes.begin(), nodes.end(), is_first) == 1 &&
               std::count(heading_.begin(), heading_.end(), ' ') >= kManyWords - 1;
    }

    // A kicker stands above its headline, without a mark: "Law" and "Labs in court" are, in the
    // markup, "Law: Labs in court".
    std::string punctuated() const {
        if (heading_.find(':') != std::string::npos) return heading_;
        const auto key = outlet_key(heading_);
        for (const auto& candidate : candidates_)
            if (candidate.text.find(": ") != std::string::npos && outlet_key(candidate.text) == key)
                return candidate.text;
        return heading_;
    }

    void add(Witness witness, const std::string& value) {
        auto text = without_outlet(value, evidence_.outlet_keys);
        if (text.empty() || text.size() > kLongestTitle || candidates_.size() >= kCandidates)
            return;
        TitleWords words(text);
        candidates_.push_back({witness, std::move(text), std::move(words)});
    }

    std::string heading_text(NodeIndex node) const {
        auto text = core::collapse_spaces(evidence_.document.text_of(node));
        return text.size() <= kLongestTitle ? text : "";
    }

    // The earliest witness among those whom most others support.
    const Candidate* most_supported() const {
        const Candidate* best = nullptr;
        double most = -1;
        for (const auto& candidate : candidates_) {
            double support = 0;
            for (const auto& other : candidates_) support += candidate.words.likeness(other.words);
            if (best == nullptr || support > most + 0.3) {
                best = &candidate;
                most = support;
            }
        }
        return best;
    }

    static void tell(Metadata& metadata, Witness witness, std::string title, std::string why) {
        metadata.reasons.push_back({"title", words_for(witness), title, std::move(why)});
        metadata.title = std::move(title);
    }

    const Evidence& evidence_;
    std::vector<Candidate> candidates_;
    std::string heading_;
};

}  // namespace

void decide_title(const Evidence& evidence, Metadata& metadata) {
    TitleDecision(evidence).decide(metadata);
}

}  // namespace extractor
