#include "extractor/language/coreference.h"

#include <algorithm>
#include <optional>

#include "extractor/language/coreference_nominals.h"
#include "extractor/language/coreference_scene.h"

namespace extractor {

namespace {

constexpr std::size_t kPronounReach = 3;  // sentences
constexpr std::size_t kMostCandidates = 40;

class Resolver {
public:
    Resolver(const Segments& segments, const Names& names, const Tagging& tagging)
        : segments_(segments),
          names_(names),
          tagging_(tagging),
          map_(map_mentions(segments, names)),
          scene_{.segments = segments,
                 .names = names,
                 .tagging = tagging,
                 .map = map_,
                 .traits = traits_of(names, map_, tagging),
                 .by_name = entities_by_name(names),
                 .seen = {}} {}

    std::vector<Referent> run() {
        for (std::size_t s = 0; s < segments_.sentences.size(); ++s) {
            const Sentence& sentence = segments_.sentences[s];
            for (std::size_t i = sentence.begin; i < sentence.end;) i = step(s, sentence, i);
        }
        return std::move(referents_);
    }

private:
    const TaggedWord& word(std::size_t i) const { return tagging_.words[i]; }

    // Reads what begins at token i; gives the token behind it.
    std::size_t step(std::size_t s, const Sentence& sentence, std::size_t i) {
        if (const auto nominal = read_nominal(scene_, s, i)) {
            add({segments_.tokens[nominal->begin].begin, segments_.tokens[nominal->end - 1].end},
                nominal->entities, nominal->confidence);
            const auto subject = subject_kind(tagging_, nominal->begin, nominal->end, sentence);
            for (const std::size_t entity : nominal->entities) see(entity, s, subject, false);
            return nominal->end;
        }
        if (const std::size_t m = map_.of_token[i]; m != kNoMention) {
            const std::size_t behind = std::max(map_.behind[m], i + 1);
            see(names_.mentions[m].entity, s,
                subject_kind(tagging_, map_.first[m], behind, sentence), true);
            return behind;
        }
        if (const auto kind = pronoun_kind(word(i).lower)) pronoun(*kind, s, sentence, i);
        see_common_noun(s, sentence, i);
        return i + 1;
    }

    // "Experts say": somebody who is not named may be meant by what follows.
    void see_common_noun(std::size_t s, const Sentence& sentence, std::size_t i) {
        if (word(i).tag != WordClass::Noun || i + 1 >= sentence.end) return;
        const WordClass next = word(i + 1).tag;
        const bool subject =
            next == WordClass::Verb || next == WordClass::Auxiliary || next == WordClass::Modal;
        const bool plural = word(i).lower.ends_with('s') && next != WordClass::Noun;
        if (!subject && !plural) return;
        see(kNoEntity, s, subject ? SubjectKind::Entity : SubjectKind::None, false, plural);
    }

    void see(std::size_t entity, std::size_t sentence, SubjectKind subject, bool named,
             bool plural = false) {
        scene_.seen.push_back({entity, sentence, subject, named, plural});
        if (subject != SubjectKind::None) subject_ = scene_.seen.back();
    }

    void add(core::Span span, std::vector<std::size_t> entities, double confidence) {
        referents_.push_back({span, std::move(entities), confidence});
    }

    void pronoun(PronounKind kind, std::size_t s, const Sentence& sentence, std::size_t i) {
        const auto best = kind == PronounKind::It     ? it(s, sentence, i)
                          : kind == PronounKind::They ? they(s)
                                                      : person(kind, s, i);
        const core::Span span = segments_.tokens[i];
        if (!best) return add(span, {}, 0);
        add(span, {best->entity}, best->confidence);
        see(best->entity, s, subject_kind(tagging_, i, i + 1, sentence), false,
            kind == PronounKind::They);
    }

    struct Choice {
        std::size_t entity = kNoEntity;
        double confidence = 0;
    };

    // The candidates worth a look, latest first, each with its score.
    template <class Score>
    std::optional<Choice> choose(std::size_t s, std::size_t reach, const Score& score) const {
        double best = -1e9, second = -1e9;
        std::size_t chosen = kNoEntity;
        std::size_t looked = 0;
        for (auto seen = scene_.seen.rbegin();
             seen != scene_.seen.rend() && looked < kMostCandidates; ++seen, ++looked) {
            if (s - seen->sentence > reach) break;
            const std::optional<double> points = score(*seen);
            if (!points) continue;
            const double value = *points - 0.05 * static_cast<double>(looked);
            if (value > best) {
                if (seen->entity != chosen) second = best;
                best = value;
                chosen = seen->entity;
            } else if (seen->entity != chosen) {
                second = std::max(second, value);
            }
        }
        if (chosen == kNoEntity) return std::nullopt;
        return Choice{chosen, std::clamp(0.55 + 0.15 * (best - second), 0.5, 0.95)};
    }

    static double weight(const Seen& seen, std::size_t s) {
        double points = -2.0 * static_cast<double>(s - seen.sentence);
        if (seen.subject != SubjectKind::None) points += 1.5;
        return points + 0.7;
    }

    std::optional<Choice> person(PronounKind kind, std::size_t s, std::size_t i) {
        const Gender wanted = kind == PronounKind::He ? Gender::He : Gender::She;
        const bool object = word(i).lower == "him" || is_object_her(i);
        auto best = choose(s, kPronounReach, [&](const Seen& seen) -> std::optional<double> {
            if (seen.entity == kNoEntity) return std::nullopt;
            if (names_.entities[seen.entity].type != core::EntityType::Person) return std::nullopt;
            const Gender gender = scene_.traits[seen.entity].gender;
            if (gender != Gender::Unknown && gender != wanted) return std::nullopt;
            double points = weight(seen, s) + (gender == wanted ? 1.0 : 0.0);
            if (object && seen.sentence == s && seen.subject != SubjectKind::None) points -= 3;
            return points;
        });
        if (best && scene_.traits[best->entity].gender == Gender::Unknown)
            scene_.traits[best->entity].gender = wanted;
        return best;
    }

    // "told her" rather than "her lawyer".
    bool is_object_her(std::size_t i) const {
        if (word(i).lower != "her" || i + 1 >= tagging_.words.size()) return false;
        const WordClass next = word(i + 1).tag;
        return next != WordClass::Noun && next != WordClass::Proper && next != WordClass::Number;
    }

    bool is_group(std::size_t entity) const {
        const core::EntityType type = names_.entities[entity].type;
        return type == core::EntityType::Organisation || type == core::EntityType::Outlet;
    }

    // An organisation's people. Where a plural noun that is no name is nearer, that is meant.
    std::optional<Choice> they(std::size_t s) const {
        auto best = choose(s, 2, [&](const Seen& seen) -> std::optional<double> {
            if (seen.entity == kNoEntity)
                return seen.plural ? std::optional(weight(seen, s)) : std::nullopt;
            if (!is_group(seen.entity) || seen.subject == SubjectKind::None) return std::nullopt;
            return weight(seen, s) +
                   (seen.plural || seen.subject == SubjectKind::People ? 2.0 : 0.0);
        });
        if (best) best->confidence = std::min(best->confidence, 0.75);
        return best;
    }

    // Only where the last subject is a thing or an organisation, and "it" is no dummy.
    std::optional<Choice> it(std::size_t s, const Sentence& sentence, std::size_t i) const {
        const bool governed = i > sentence.begin && (word(i - 1).tag == WordClass::Verb ||
                                                     word(i - 1).tag == WordClass::Preposition);
        const bool object = governed && word(i).lower == "it" && !is_subject(sentence, i);
        if (object || is_dummy(sentence, i)) return std::nullopt;
        if (!subject_ || s - subject_->sentence > 1) return std::nullopt;
        if (subject_->entity == kNoEntity) return std::nullopt;
        if (names_.entities[subject_->entity].type == core::EntityType::Person) return std::nullopt;
        return Choice{subject_->entity, s == subject_->sentence ? 0.7 : 0.55};
    }

    bool is_subject(const Sentence& sentence, std::size_t i) const {
        return subject_kind(tagging_, i, i + 1, sentence) != SubjectKind::None;
    }

    // "it is clear that", "it was revealed that", "it seems"
    bool is_dummy(const Sentence& sentence, std::size_t i) const {
        if (word(i).lower != "it") return false;
        const std::size_t last = std::min(sentence.end, i + 7);
        bool linked = false;
        for (std::size_t at = i + 1; at < last; ++at) {
            const TaggedWord& next = word(at);
            if (next.tag == WordClass::Auxiliary || next.tag == WordClass::Modal ||
                (next.verb.cue != nullptr &&
                 (next.verb.cue->word == "seem" || next.verb.cue->word == "appear")))
                linked = true;
            if (linked &&
                (next.lower == "that" || next.tag == WordClass::To || next.lower == "whether"))
                return true;
        }
        return false;
    }

    const Segments& segments_;
    const Names& names_;
    const Tagging& tagging_;
    MentionMap map_;
    CoreferenceScene scene_;
    std::optional<Seen> subject_;  // the last one, however far back
    std::vector<Referent> referents_;
};

}  // namespace

std::vector<Referent> resolve(const core::Article& article, const Segments& segments,
                              const Names& names) {
    return resolve(segments, names, tag_words(article, segments));
}

std::vector<Referent> resolve(const Segments& segments, const Names& names,
                              const Tagging& tagging) {
    return Resolver(segments, names, tagging).run();
}

}  // namespace extractor
