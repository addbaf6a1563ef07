#include "extractor/claims/objects.h"

#include <algorithm>

#include "extractor/claims/kinds.h"
#include "extractor/claims/words.h"

namespace extractor {

using namespace words;

namespace {

constexpr std::size_t kLongestObject = 14;  // words
constexpr int kSteps = 4;                   // up the tree, from the words that tell a conduct

// What is put into a model stands behind these; the verb's own object is the model.
constexpr auto kFeeding =
    std::to_array<std::string_view>({"train", "trained", "training", "trains", "built", "build",
                                     "developed", "pre-trained", "fine-tuned", "based"});
constexpr auto kFedBy = std::to_array<std::string_view>({"on", "with", "using", "from"});
// Where the phrase ends and what was done with it begins.
constexpr auto kPhraseEnds = std::to_array<std::string_view>(
    {",",     ";",   ":",       "(",  ")",       "—",     "–",       "that",
     "which", "who", "without", "to", "when",    "while", "because", "for",
     "as",    "in",  "through", "by", "despite", "after", "before"});
constexpr auto kOwnedBy = std::to_array<std::string_view>({"its", "their", "his", "her", "our"});

// "Infringement", "scraping" name what was done, not what it was done to.
bool names_deed(std::string_view noun) {
    return noun.ends_with("ment") || noun.ends_with("ion") || noun.ends_with("ing") ||
           noun.ends_with("acy");
}

class ObjectFinder {
public:
    ObjectFinder(const Scene& scene, const Parties& parties, const Draft& draft)
        : scene_(scene), parties_(parties), draft_(draft) {}

    std::optional<Taken> find() const {
        const auto& tree = scene_.tree;
        if (tree.empty() || draft_.conduct.empty()) return std::nullopt;
        for (const auto& match : scene_.conducts) {
            const auto conduct = Clues::builtin().conduct_of[match.rule];
            if (conduct != draft_.conduct.front() || !draft_.quote.contains(match)) continue;
            auto at = std::optional(tree.top({match.begin, match.end}));
            for (int step = 0; at && step < kSteps; ++step, at = tree.head(*at)) {
                if (step > 0 && is_act(*at)) break;  // "accuses X of …" takes nothing
                const auto noun = object_of(*at);
                const bool is_deed =
                    noun && match.begin <= *noun && *noun < match.end && names_deed(lower(*noun));
                if (noun && !is_deed)
                    if (auto taken = taken_at(*noun)) return taken;
                if (tree.is_verb(*at) && step > 0) break;
            }
        }
        return std::nullopt;
    }

private:
    std::string_view lower(std::size_t at) const { return scene_.words[at].lower; }

    bool is_act(std::size_t at) const {
        return std::any_of(scene_.acts.begin(), scene_.acts.end(),
                           [&](const Match& act) { return act.begin <= at && at < act.end; });
    }

    bool ends_phrase(std::size_t at) const {
        const bool tells_maker = lower(at) == "by" && in(kMaking, lower(at - 1));
        return (in(kPhraseEnds, lower(at)) && !tells_maker) || in(kQuoteMarks, lower(at));
    }

    template <class List>
    bool has_case(std::size_t noun, const List& list) const {
        for (const auto below : scene_.tree.dependents(noun))
            if (scene_.tree.relation(below) == Relation::Case && in(list, lower(below)))
                return true;
        return false;
    }

    // Of "train … on X", "using X to train": X.
    std::optional<std::size_t> fed_to(std::size_t verb) const {
        for (const auto below : scene_.tree.dependents(verb)) {
            const bool is_noun = scene_.tree.is_any(below, {Relation::Obl, Relation::Nmod});
            if (is_noun && has_case(below, kFedBy)) return below;
            if (scene_.tree.relation(below) == Relation::Advcl && lower(below).starts_with("us"))
                return scene_.tree.dependent(below, {Relation::Obj});
        }
        return std::nullopt;
    }

    std::optional<std::size_t> object_of(std::size_t word) const {
        const auto& tree = scene_.tree;
        if (in(kFeeding, lower(word))) return fed_to(word);
        if (const auto object = tree.dependent(word, {Relation::Obj})) return object;
        if (tree.is_verb(word)) {
            if (const auto subject = tree.dependent(word, {Relation::NsubjPass})) return subject;
            // "copied and sold songs"
            for (const auto below : tree.dependents(word))
                if (tree.relation(below) == Relation::Conj && tree.is_verb(below))
                    return tree.dependent(below, {Relation::Obj});
            return std::nullopt;
        }
        static constexpr auto kOf = std::to_array<std::string_view>({"of", "on"});
        for (const auto below : tree.dependents(word))
            if (tree.relation(below) == Relation::Nmod && has_case(below, kOf)) return below;
        return std::nullopt;
    }

    // The words of the phrase, from its first to where something else is told.
    Range phrase(std::size_t noun) const {
        auto words = scene_.tree.reach(noun);
        while (words.begin < noun && scene_.tree.relation(words.begin) == Relation::Case)
            ++words.begin;
        const auto last = std::min(words.end, words.begin + kLongestObject);
        auto end = noun + 1;
        while (end < last && !ends_phrase(end)) ++end;
        words.end = end;
        return words;
    }

    std::optional<Taken> taken_at(std::size_t noun) const {
        const auto words = phrase(noun);
        if (words.begin > noun || noun - words.begin > kLongestObject) return std::nullopt;
        const bool is_pronoun = scene_.tree.upos(noun) == Upos::Pron && words.end == noun + 1;
        if (is_pronoun) return std::nullopt;
        Taken taken{words, owner(words)};
        // What belongs to the accused was not taken from anybody: the parser is wrong.
        const auto& accused = draft_.accused.parties;
        const bool is_own = taken.owner && meet({{*taken.owner, std::nullopt}}, accused);
        if (is_own) return std::nullopt;
        return taken;
    }

    std::optional<std::string> owner(Range words) const {
        for (auto at = words.begin; at < words.end; ++at)
            if (const auto named = parties_.name_at(scene_, at)) return named->parties.front().name;
        const auto& by = draft_.claimant.parties;
        const bool speaks_of_own =
            accuses(draft_.kind) && by.size() == 1 && core::is_named(by.front().name);
        for (auto at = words.begin; at < words.end; ++at)
            if (speaks_of_own && in(kOwnedBy, lower(at))) return by.front().name;
        return std::nullopt;
    }

    const Scene& scene_;
    const Parties& parties_;
    const Draft& draft_;
};

}  // namespace

std::optional<Taken> taken_in(const Scene& scene, const Parties& parties, const Draft& draft) {
    return ObjectFinder(scene, parties, draft).find();
}

}  // namespace extractor
