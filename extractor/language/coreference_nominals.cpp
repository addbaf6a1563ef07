#include "extractor/language/coreference_nominals.h"

#include <algorithm>

namespace extractor {

namespace {

constexpr std::size_t kReach = 12;  // sentences
constexpr std::size_t kMostCandidates = 60;
constexpr std::size_t kLongestNominal = 7;  // tokens

// A noun phrase as it is written.
struct Phrase {
    std::size_t begin = 0, end = 0;
    NominalKinds head;
    std::size_t product = kNoMention;  // "the ChatGPT maker": the mention of ChatGPT
    bool pair = false;                 // "both", "the two"
    std::vector<std::string_view> modifiers;
};

class Reader {
public:
    Reader(const CoreferenceScene& scene, std::size_t s)
        : scene_(scene), sentence_(scene.segments.sentences[s]), s_(s) {}

    std::optional<Nominal> read(std::size_t i) const {
        const auto phrase = phrase_at(i);
        if (!phrase) return std::nullopt;
        Nominal nominal{.begin = phrase->begin, .end = phrase->end};
        if (phrase->product != kNoMention)
            of_product(*phrase, nominal);
        else if (phrase->head.plural)
            group(*phrase, nominal);
        else
            single(*phrase, nominal);
        return nominal;
    }

private:
    const TaggedWord& word(std::size_t i) const { return scene_.tagging.words[i]; }
    std::size_t mention(std::size_t i) const { return scene_.map.of_token[i]; }

    static bool is_definite(std::string_view word) {
        return word == "the" || word == "this" || word == "both" || word == "these" ||
               word == "those";
    }

    static bool owns(std::string_view word) {
        return word == "maker" || word == "owner" || word == "developer" || word == "creator" ||
               word == "parent" || word == "operator" || word == "publisher";
    }

    bool is_modifier(std::size_t i) const {
        const WordClass tag = word(i).tag;
        return tag == WordClass::Noun || tag == WordClass::Proper || tag == WordClass::Number ||
               tag == WordClass::Dash || (tag == WordClass::Verb && is_attribute(i));
    }

    // "the accused company", not "the company accused".
    bool is_attribute(std::size_t i) const {
        return i + 1 < sentence_.end && word(i + 1).tag == WordClass::Noun &&
               !nominal_kinds(word(i - 1).lower).any();
    }

    std::optional<Phrase> phrase_at(std::size_t i) const {
        Phrase phrase{.begin = i};
        const bool definite = is_definite(word(i).lower);
        const bool bare = mention(i) != kNoMention && is_product(mention(i));
        if (!definite && !bare) return std::nullopt;
        std::size_t at = definite ? i + 1 : i;
        const std::size_t last = std::min(sentence_.end, i + kLongestNominal);
        phrase.pair = word(i).lower == "both";
        while (at < last && is_modifier(at)) {
            if (mention(at) != kNoMention) phrase.product = mention(at);
            if (word(at).lower == "two") phrase.pair = true;
            phrase.modifiers.push_back(word(at).lower);
            ++at;
        }
        if (phrase.modifiers.empty()) return std::nullopt;
        phrase.end = at;
        const std::string_view head = phrase.modifiers.back();
        phrase.modifiers.pop_back();
        phrase.head = nominal_kinds(head);
        if (mention(at - 1) != kNoMention) return std::nullopt;  // ends in the name itself
        if (!phrase.head.any()) return std::nullopt;
        if (phrase.product != kNoMention && !(owns(head) && is_product(phrase.product)))
            return std::nullopt;
        if (bare && phrase.product == kNoMention) return std::nullopt;
        return is_told_apart(phrase) ? std::nullopt : std::optional(phrase);
    }

    bool is_product(std::size_t m) const {
        const core::EntityType type = entity(scene_.names.mentions[m].entity).type;
        return type == core::EntityType::Product || type == core::EntityType::Dataset;
    }

    const core::Entity& entity(std::size_t e) const { return scene_.names.entities[e]; }

    // "the company that …", "the maker of …": says itself which one is meant.
    bool is_told_apart(const Phrase& phrase) const {
        if (phrase.end >= sentence_.end) return false;
        const TaggedWord& next = word(phrase.end);
        return next.lower == "of" || next.lower == "behind" || next.lower == "that" ||
               next.tag == WordClass::Relative;
    }

    void of_product(const Phrase& phrase, Nominal& nominal) const {
        const auto& parent = entity(scene_.names.mentions[phrase.product].entity).parent;
        if (!parent) return;
        const auto maker = scene_.by_name.find(*parent);
        if (maker == scene_.by_name.end()) return;
        nominal.entities = {maker->second};
        nominal.confidence = 0.9;
    }

    static bool fits(const NominalKinds& head, core::EntityType type) {
        switch (type) {
            case core::EntityType::Organisation: return head.organisation || head.outlet;
            case core::EntityType::Outlet: return head.outlet || head.organisation;
            case core::EntityType::Product:
            case core::EntityType::Dataset: return head.product;
            case core::EntityType::Person: return head.person;
            default: return false;
        }
    }

    // How many of the phrase's words the entity was described by, and whether one excludes it.
    double likeness(const Phrase& phrase, std::size_t e) const {
        const auto& known = scene_.traits[e].descriptions;
        double points = 0;
        for (const std::string_view modifier : phrase.modifiers)
            if (known.contains(modifier)) points += 2;
        if (known.contains(word(phrase.end - 1).lower)) points += 2;
        const bool outlet = entity(e).type == core::EntityType::Outlet;
        if (phrase.head.organisation && !phrase.head.outlet && outlet) points -= 2;
        return points;
    }

    // A word that sets one thing apart must have been said of it: "the Chinese company".
    bool must_be_described(const Phrase& phrase) const {
        if (phrase.head.person) return true;
        if (phrase.head.product && !phrase.modifiers.empty()) return true;
        return std::any_of(
            phrase.modifiers.begin(), phrase.modifiers.end(),
            [](std::string_view modifier) { return nominal_kinds(modifier).nationality; });
    }

    void single(const Phrase& phrase, Nominal& nominal) const {
        const bool strict = must_be_described(phrase);
        double best = -1e9, second = -1e9;
        std::size_t chosen = kNoEntity, looked = 0;
        for (auto seen = scene_.seen.rbegin();
             seen != scene_.seen.rend() && looked < kMostCandidates; ++seen, ++looked) {
            if (s_ - seen->sentence > kReach) break;
            if (seen->entity == kNoEntity || !fits(phrase.head, entity(seen->entity).type))
                continue;
            const double like = likeness(phrase, seen->entity);
            if (strict && like < 2) continue;
            const double points = like - 0.6 * static_cast<double>(s_ - seen->sentence) -
                                  0.05 * static_cast<double>(looked) +
                                  (seen->subject != SubjectKind::None ? 1.0 : 0.0) +
                                  (seen->named ? 0.5 : 0.0);
            if (points > best) {
                if (seen->entity != chosen) second = best;
                best = points;
                chosen = seen->entity;
            } else if (seen->entity != chosen) {
                second = std::max(second, points);
            }
        }
        if (chosen == kNoEntity) return;
        nominal.entities = {chosen};
        nominal.confidence = std::clamp(0.5 + 0.15 * (best - second), 0.4, 0.9);
    }

    // "both companies": the last two that were named, if they are two.
    void group(const Phrase& phrase, Nominal& nominal) const {
        if (!phrase.head.company || (!phrase.pair && !phrase.modifiers.empty())) return;
        std::vector<std::size_t> found;
        std::size_t looked = 0;
        std::optional<std::size_t> last_sentence;
        for (auto seen = scene_.seen.rbegin();
             seen != scene_.seen.rend() && looked < kMostCandidates; ++seen, ++looked) {
            if (s_ - seen->sentence > 3) break;
            if (found.size() >= 2 && last_sentence && seen->sentence != *last_sentence) break;
            if (seen->entity == kNoEntity || !fits(phrase.head, entity(seen->entity).type))
                continue;
            if (std::find(found.begin(), found.end(), seen->entity) != found.end()) continue;
            found.push_back(seen->entity);
            last_sentence = seen->sentence;
        }
        if (found.size() < 2 || (found.size() > 2 && phrase.pair)) return;
        if (found.size() > 2) return;
        std::ranges::reverse(found);
        nominal.entities = std::move(found);
        nominal.confidence = phrase.pair ? 0.8 : 0.6;
    }

    const CoreferenceScene& scene_;
    const Sentence& sentence_;
    std::size_t s_;
};

}  // namespace

std::unordered_map<std::string_view, std::size_t> entities_by_name(const Names& names) {
    std::unordered_map<std::string_view, std::size_t> by_name;
    for (std::size_t e = 0; e < names.entities.size(); ++e)
        by_name.try_emplace(names.entities[e].name, e);
    return by_name;
}

std::optional<Nominal> read_nominal(const CoreferenceScene& scene, std::size_t s, std::size_t i) {
    return Reader(scene, s).read(i);
}

}  // namespace extractor
