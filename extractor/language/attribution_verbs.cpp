#include <algorithm>
#include <optional>

#include "extractor/language/attribution_clauses.h"
#include "extractor/language/attribution_contents.h"
#include "extractor/language/noun_groups.h"
#include "extractor/language/parse_tree.h"
#include "extractor/language/verb_groups.h"

namespace extractor {

namespace {

class Verbs {
public:
    Verbs(const Passage& passage, const std::vector<bool>& taken)
        : passage_(passage), taken_(taken) {}

    std::vector<AttributedWords> find() {
        for (std::size_t i = 0; i < passage_.segments.tokens.size(); ++i) {
            const TaggedWord& word = passage_.word(i);
            if (word.tag != WordClass::Verb || word.verb.cue == nullptr) continue;
            const VerbGroup group = verb_group(passage_, i);
            if (!word.verb.cue->is_plain() && !taken_[i]) cue(*word.verb.cue, group);
            remember_subject(group);
        }
        return std::move(found_);
    }

private:
    WordClass tag(std::size_t i) const { return passage_.tag(i); }
    WordClass tag_at(std::size_t i, std::size_t ceiling) const {
        return i < ceiling ? passage_.tag(i) : WordClass::Stop;
    }

    // The bounds within which a cue's parts are looked for: its sentence, or its quotation in it.
    TokenRange bounds(std::size_t i) const {
        TokenRange range = passage_.sentence(i);
        if (passage_.quoted(i)) {
            const TokenRange quote = passage_.quotations[passage_.quotation_of[i]].words;
            range.begin = std::max(range.begin, quote.begin + 1);
            range.end = std::min(range.end, quote.end - 1);
            return range;
        }
        return range;
    }

    void cue(const AttributionCue& cue, const VerbGroup& group) {
        const TokenRange within = bounds(group.verb);
        if (within.empty()) return;
        if (group.passive) return passive(cue, group, within);
        auto content = content_behind(passage_, cue, group.verb + 1, within);
        if (!content) content = content_before(cue, group, within);
        if (!content) return;
        AttributedWords made{
            .content = content->words, .cue_class = cue.main_class(), .kind = content->kind};
        made.cue = {{group.words.begin, content->cue_end}};
        if (auto source = subject(group, within)) made.source = {*source};
        if (made.source.empty() && group.participle) return;
        if (made.source.empty() && !group.infinitive && !group.gerund) {
            auto inverted = inverted_subject(*content, group, within);
            if (inverted) made.source = {*inverted};
        }
        if (made.source.empty()) return;
        found_.push_back(std::move(made));
    }

    // "…, Graham said." and "X, Graham said, is Y"
    std::optional<ContentOfVerb> content_before(const AttributionCue& cue, const VerbGroup& group,
                                                const TokenRange& within) const {
        if (!cue.has(frame::kClause) || group.infinitive) return std::nullopt;
        const std::size_t after = group.verb + 1;
        const WordClass next = tag_at(after, within.end);
        if (next != WordClass::Stop && next != WordClass::Comma && next != WordClass::Preposition &&
            next != WordClass::To && next != WordClass::Proper && next != WordClass::Noun &&
            next != WordClass::Adverb && next != WordClass::Pronoun &&
            next != WordClass::Determiner)
            return std::nullopt;
        const auto source = noun_group_before(passage_, group.words.begin, within.begin);
        if (source && source->begin > within.begin && passage_.lower(source->begin - 1) == "as")
            return content_beside_as(*source, group, within);
        std::size_t begin = group.words.begin;
        const bool inverts =
            group.words.begin > within.begin && tag(group.words.begin - 1) == WordClass::Comma;
        if (source && !inverts) begin = source->begin;
        if (begin <= within.begin + 2) return std::nullopt;
        const bool quoted = tag(begin - 1) == WordClass::QuoteMark;  // “…,” he said
        if (tag(begin - (quoted ? 2 : 1)) != WordClass::Comma) return std::nullopt;
        const std::size_t comma = quoted ? begin : begin - 1;
        const std::size_t first = earliest_begin(within.begin, comma);
        if (!has_finite_verb(passage_, {first, comma}) && next != WordClass::Comma)
            return std::nullopt;
        ContentOfVerb content{.words = {{first, comma}}, .cue_end = after, .before = true};
        if (next == WordClass::Comma && after + 2 < within.end) {
            const std::size_t end = content_end(passage_, after + 1, Reach::Clause);
            if (end > after + 2) content.words.push_back({after + 1, end});
        }
        return content;
    }

    // "As Graham said, X" and "X, as Graham said"
    std::optional<ContentOfVerb> content_beside_as(const TokenRange& source, const VerbGroup& group,
                                                   const TokenRange& within) const {
        const std::size_t as = source.begin - 1, after = group.verb + 1;
        ContentOfVerb content{.cue_end = after, .before = true};
        if (as > within.begin + 2 && tag(as - 1) == WordClass::Comma) {
            content.words = {{earliest_begin(within.begin, as - 1), as - 1}};
            return content;
        }
        const std::size_t last = std::min(within.end, after + 15);
        for (std::size_t i = after; i + 2 < last; ++i) {
            if (tag(i) != WordClass::Comma) continue;
            content.words = {{i + 1, content_end(passage_, i + 1, Reach::Clause)}};
            return content;
        }
        return std::nullopt;
    }

    // ── source ──

    std::optional<TokenRange> subject(const VerbGroup& group, const TokenRange& within) const {
        const std::size_t at = group.words.begin;
        if (group.gerund || group.infinitive) return shared_subject(group, within);
        if (at > within.begin && tag(at - 1) == WordClass::Coordinator)
            return shared_subject(group, within);
        if (auto source = noun_group_before(passage_, at, within.begin)) {
            return source;
        }
        if (at > within.begin + 1 && tag(at - 1) == WordClass::Comma)
            return shared_subject(group, within);
        return tree_subject(group, within);
    }

    std::optional<TokenRange> tree_subject(const VerbGroup& group, const TokenRange& within) const {
        auto parsed = parsed_subject(passage_, group.verb);
        if (!parsed || parsed->begin < within.begin || parsed->end > within.end ||
            parsed->contains(group.verb))
            return std::nullopt;
        return parsed;
    }

    std::optional<TokenRange> shared_subject(const VerbGroup& group,
                                             const TokenRange& within) const {
        if (last_subject_ && last_subject_->begin >= within.begin &&
            last_subject_->end <= within.end)
            return last_subject_;
        return tree_subject(group, within);
    }

    std::optional<TokenRange> inverted_subject(const ContentOfVerb& content, const VerbGroup& group,
                                               const TokenRange& within) const {
        if (!content.before) return std::nullopt;
        return noun_group_at(passage_, group.verb + 1, within.end);
    }

    void remember_subject(const VerbGroup& group) {
        if (group.gerund || group.infinitive || group.participle) {
            if (group.words.begin == 0) return;
            const WordClass before = tag(group.words.begin - 1);
            if (!group.participle || (before != WordClass::Noun && before != WordClass::Proper &&
                                      before != WordClass::Pronoun && before != WordClass::Comma))
                return;
        }
        const TokenRange within = bounds(group.verb);
        if (within.empty()) return;
        const auto subject = noun_group_before(passage_, group.words.begin, within.begin);
        if (!subject) return;
        if (tag(subject->begin) == WordClass::Relative && last_subject_ &&
            last_subject_->begin >= within.begin)
            return;
        last_subject_ = subject;
    }

    // ── passive ──

    void passive(const AttributionCue& cue, const VerbGroup& group, const TokenRange& within) {
        AttributedWords made{.cue_class = cue.main_class()};
        std::size_t at = group.verb + 1;
        std::size_t cue_end = at;
        if (at < within.end && passage_.lower(at) == "by") {
            if (const auto agent = noun_group_at(passage_, at + 1, within.end)) {
                made.source = {*agent};
                at = agent->end;
            }
        }
        made.cue = {{group.words.begin, cue_end}};
        const auto subject = noun_group_before(passage_, group.words.begin, within.begin);
        if (!fill_passive(cue, at, subject, within, made)) return;
        if (made.source.empty() && !made.content.empty()) late_agent(made, within);
        found_.push_back(std::move(made));
    }

    // Whose passive says something of its subject though nobody is named who says it.
    static bool names_wrong(const AttributionCue& cue) {
        switch (cue.main_class()) {
            case CueClass::Accuse:
            case CueClass::Criticise:
            case CueClass::Praise:
            case CueClass::Sue:
            case CueClass::Claim:
            case CueClass::Investigate: return true;
            default: return false;
        }
    }

    bool fill_passive(const AttributionCue& cue, std::size_t at,
                      const std::optional<TokenRange>& subject, const TokenRange& within,
                      AttributedWords& made) const {
        if (auto content = clause_behind(passage_, cue, at, within); content && at < within.end) {
            const bool impersonal = subject && passage_.lower(subject->begin) == "it";
            const bool told = cue.has(frame::kPerson);
            if (tag(at) == WordClass::To && subject) {
                made.content = {*subject, content->words.front()};
                made.kind = ContentKind::Infinitive;
                return true;
            }
            if (!impersonal && !told) return false;
            made.content = content->words;
            return true;
        }
        if (!subject || !cue.has(frame::kObject)) return false;
        if (made.source.empty() && !names_wrong(cue)) return false;
        made.content = {*subject};
        made.kind = ContentKind::Phrase;
        if (const std::size_t end =
                content_end(passage_, std::min(at, within.end - 1), Reach::Phrase);
            at < within.end && end > at && tag(at) != WordClass::Comma &&
            tag(at) != WordClass::Stop)
            made.content.push_back({at, end});
        return true;
    }

    // "was accused of theft by Smith"
    void late_agent(AttributedWords& made, const TokenRange& within) const {
        TokenRange& last = made.content.back();
        for (std::size_t i = last.end; i > last.begin; --i) {
            if (passage_.lower(i - 1) != "by") continue;
            const auto agent = noun_group_at(passage_, i, within.end);
            if (!agent || agent->end + 1 < last.end) return;
            if (tag(agent->begin) == WordClass::Verb) return;
            made.source = {*agent};
            last.end = i - 1;
            if (last.empty()) made.content.pop_back();
            return;
        }
    }

    const Passage& passage_;
    const std::vector<bool>& taken_;
    std::vector<AttributedWords> found_;
    std::optional<TokenRange> last_subject_;
};

}  // namespace

std::vector<AttributedWords> verb_attributions(const Passage& passage,
                                               const std::vector<bool>& taken) {
    return Verbs(passage, taken).find();
}

}  // namespace extractor
