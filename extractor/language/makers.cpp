#include "extractor/language/makers.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/text.h"

namespace extractor {

namespace {

using core::EntityType;

constexpr std::size_t kFarthest = 200;   // bytes between a maker and what it trained
constexpr std::size_t kMostBetween = 5;  // words

// Between "Quillmark's" and a name, these begin something else: "OpenAI's use of Claude".
constexpr std::array<std::string_view, 30> kBreaks{
    "about", "after", "against", "and",     "as", "at",  "but",  "by",    "for",  "from",
    "has",   "have",  "in",      "is",      "of", "on",  "or",   "over",  "said", "say",
    "says",  "than",  "that",    "through", "to", "was", "were", "which", "who",  "with"};
constexpr std::array<std::string_view, 11> kMadeBy{"built",    "created", "developed", "introduced",
                                                   "launched", "made",    "offered",   "owned",
                                                   "produced", "run",     "trained"};
constexpr std::array<std::string_view, 3> kMaker{"maker", "developer", "creator"};
constexpr std::array<std::string_view, 13> kTrains{
    "build", "building", "built", "develop", "developed", "developing", "launched",
    "made",  "released", "train", "trained", "training",  "unveiled"};
constexpr std::array<std::string_view, 4> kIts{"its", "their", "his", "her"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Words in small letters; nothing if there is a sentence's or a clause's end among them.
std::optional<std::vector<std::string>> plain_words(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == '\n' || c == '.' || c == ',' || c == ';' || c == ':') return std::nullopt;
        if (core::is_space(c)) {
            if (!words.back().empty()) words.emplace_back();
        } else {
            words.back() += core::to_lower(c);
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::optional<std::string_view> after_possessive(std::string_view text) {
    for (const std::string_view mark : {"'s ", "’s ", "' ", "’ "})
        if (text.starts_with(mark)) return text.substr(mark.size());
    return std::nullopt;
}

class Makers {
public:
    Makers(std::string_view text, Names& names)
        : text_(text), entities_(names.entities), mentions_(names.mentions) {}

    void learn() {
        for (std::size_t i = 0; i + 1 < mentions_.size(); ++i)
            compare(mentions_[i], mentions_[i + 1]);
        for (std::size_t i = 0; i < mentions_.size(); ++i) look_before(i);
        for (auto& [made, votes] : votes_) {
            const auto most = std::max_element(
                votes.begin(), votes.end(), [](auto& a, auto& b) { return a.second < b.second; });
            const auto as_many = std::count_if(votes.begin(), votes.end(), [&](const auto& vote) {
                return vote.second == most->second;
            });
            if (as_many == 1) entities_[made].parent = entities_[most->first].name;
        }
    }

private:
    bool is_house(const Mention& mention) const {
        return entities_[mention.entity].type == EntityType::Organisation;
    }
    // A name that no list knows may be taken for a person: "Lark-Pro".
    bool may_be_made(const Mention& mention) const {
        const auto& entity = entities_[mention.entity];
        return !entity.parent && !entity.wikidata &&
               (entity.type == EntityType::Product || entity.type == EntityType::Dataset ||
                (entity.type == EntityType::Person && entity.name.find(' ') == std::string::npos));
    }
    void vote(const Mention& made, const Mention& maker) { ++votes_[made.entity][maker.entity]; }
    std::string_view between(const Mention& a, const Mention& b) const {
        if (b.span.begin < a.span.end) return {};
        return text_.substr(a.span.end, b.span.begin - a.span.end);
    }

    void compare(const Mention& a, const Mention& b) {
        const auto gap = between(a, b);
        if (is_house(a) && may_be_made(b) && (possesses(gap) || is_maker_of(gap))) vote(b, a);
        if (!may_be_made(a) || !is_house(b)) return;
        const bool possessed =
            gap == ", " && after_possessive(text_.substr(b.span.end)).has_value();
        if (possessed || is_made_by(gap) || is_made_title(gap)) vote(a, b);
    }

    static bool possesses(std::string_view gap) {
        const auto rest = after_possessive(gap);
        const auto words = rest ? plain_words(*rest) : std::nullopt;
        return words && words->size() <= kMostBetween &&
               std::none_of(words->begin(), words->end(), [](auto& w) { return has(kBreaks, w); });
    }
    static bool is_made_by(std::string_view gap) {  // ", the model made by "
        if (gap.size() >= kFarthest / 3 || gap.find(". ") != std::string_view::npos) return false;
        const auto words = core::split(core::trim(gap), ' ');
        return words.size() > 1 && words.back() == "by" && has(kMadeBy, words[words.size() - 2]);
    }
    static bool is_made_title(std::string_view gap) { return has(kMaker, core::trim(gap)); }
    static bool is_maker_of(std::string_view gap) {  // ", the maker of "
        auto words = core::trim(gap);
        if (words.starts_with(", ")) words.remove_prefix(2);
        if (words.starts_with("the ")) words.remove_prefix(4);
        return words.ends_with(" of") && has(kMaker, words.substr(0, words.size() - 3));
    }

    // "trained its Tern model": by the house that was named last in the sentence.
    void look_before(std::size_t index) {
        const auto& made = mentions_[index];
        if (!may_be_made(made)) return;
        for (auto at = index; at-- > 0 && made.span.begin - mentions_[at].span.end < kFarthest;) {
            if (!is_house(mentions_[at])) continue;
            const auto gap = between(mentions_[at], made);
            if (gap.find('\n') != std::string_view::npos ||
                gap.find(". ") != std::string_view::npos)
                return;
            if (trains_at_end(gap)) vote(made, mentions_[at]);
            return;
        }
    }
    static bool trains_at_end(std::string_view gap) {
        const auto words = core::split(core::trim(gap), ' ');
        if (words.empty()) return false;
        const auto last = words.back();
        if (has(kTrains, last)) return true;
        return words.size() > 1 && has(kIts, last) && has(kTrains, words[words.size() - 2]);
    }

    std::string_view text_;
    std::vector<core::Entity>& entities_;
    const std::vector<Mention>& mentions_;
    std::map<std::size_t, std::map<std::size_t, int>> votes_;  // made → maker → how often
};

}  // namespace

void learn_makers(std::string_view text, Names& names) { Makers(text, names).learn(); }

}  // namespace extractor
