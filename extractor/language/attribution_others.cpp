#include <algorithm>
#include <optional>

#include "extractor/language/attribution_clauses.h"
#include "extractor/language/noun_groups.h"
#include "extractor/language/verb_groups.h"

namespace extractor {

namespace {

constexpr std::size_t kLongestSource = 40;  // tokens

class Others {
public:
    explicit Others(const Passage& passage) : passage_(passage) {}

    std::vector<AttributedWords> find() {
        for (std::size_t i = 0; i < passage_.segments.tokens.size(); ++i) {
            const TaggedWord& word = passage_.word(i);
            if (word.lower == "according") {
                according(i);
            } else if (word.tag == WordClass::Noun) {
                if (const AttributionCue* cue = cue_noun(word.lower)) noun(*cue, i);
                if (const AttributionCue* cue = cue_adjective(word.lower)) adjective(*cue, i);
            } else if (word.tag == WordClass::Verb) {  // "worried"
                if (const AttributionCue* cue = cue_adjective(word.lower)) adjective(*cue, i);
            } else if (word.tag == WordClass::Adverb) {
                if (const AttributionCue* cue = cue_adverb(word.lower)) adverb(*cue, i);
            }
        }
        headline();
        return std::move(found_);
    }

private:
    WordClass tag(std::size_t i) const { return passage_.tag(i); }
    std::string_view lower(std::size_t i) const { return passage_.lower(i); }

    TokenRange bounds(std::size_t i) const {
        TokenRange range = passage_.sentence(i);
        if (!passage_.quoted(i)) return range;
        const TokenRange quote = passage_.quotations[passage_.quotation_of[i]].words;
        return {std::max(range.begin, quote.begin + 1), std::min(range.end, quote.end - 1)};
    }

    // "According to X, …" and "…, according to X"
    void according(std::size_t i) {
        const TokenRange within = bounds(i);
        if (i + 2 >= within.end || lower(i + 1) != "to") return;
        const std::size_t end = source_end(i + 2, within);
        if (end <= i + 2) return;
        AttributedWords made{
            .source = {{i + 2, end}}, .cue = {{i, i + 2}}, .cue_class = CueClass::Say};
        if (i <= within.begin + 1) {
            std::size_t begin = end;
            while (begin < within.end && tag(begin) == WordClass::Comma) ++begin;
            if (begin >= within.end) return;
            made.content = {{begin, content_end(passage_, begin, Reach::Clause)}};
        } else {
            TokenRange content{clause_begin(i, within), i};
            while (!content.empty() && tag(content.end - 1) == WordClass::Comma) --content.end;
            if (content.empty()) return;
            made.content = {content};
            if (end + 1 < within.end && tag(end) == WordClass::Comma)
                made.content.push_back({end + 1, content_end(passage_, end + 1, Reach::Clause)});
        }
        found_.push_back(std::move(made));
    }

    // Behind the noun phrase and its apposition. Before a clause that no comma sets off, the plain
    // noun phrase.
    std::size_t source_end(std::size_t begin, const TokenRange& within) const {
        std::size_t end = mark_behind(begin, within);
        if (end < within.end && tag(end) == WordClass::Comma && begin <= within.begin + 3) {
            const std::size_t next = mark_behind(end + 1, within);
            if (next < within.end && tag(next) == WordClass::Comma &&
                !has_finite_verb(passage_, {end + 1, next}))
                end = next;
        }
        if (begin <= within.begin + 3 && (end >= within.end || tag(end) != WordClass::Comma))
            if (const auto group = noun_group_at(passage_, begin, within.end)) return group->end;
        return end;
    }

    std::size_t mark_behind(std::size_t begin, const TokenRange& within) const {
        std::size_t end = begin;
        const std::size_t last = std::min(within.end, begin + kLongestSource);
        while (end < last && tag(end) != WordClass::Comma && tag(end) != WordClass::Stop &&
               tag(end) != WordClass::Colon && tag(end) != WordClass::Dash && !passage_.quoted(end))
            ++end;
        return end;
    }

    // Where the clause that ends at `end` begins: its sentence, or behind another speaker's words.
    std::size_t clause_begin(std::size_t end, const TokenRange& within) const {
        const std::size_t floor = earliest_begin(within.begin, end);
        for (std::size_t i = end; i > floor; --i)
            if (tag(i - 1) == WordClass::Colon) return i;
        return floor;
    }

    // "allegations by X that …", "X's claim of …", "their plan to …"
    void noun(const AttributionCue& cue, std::size_t i) {
        const TokenRange within = bounds(i);
        auto source = possessor(i, within);
        std::size_t at = i + 1;
        if (!source && at + 1 < within.end && (lower(at) == "by" || lower(at) == "from")) {
            source = noun_group_at(passage_, at + 1, within.end);
            if (source) at = source->end;
        }
        if (at >= within.end) return;
        std::size_t cue_end = i + 1;
        const bool that = lower(at) == "that" && cue.takes("that") && at + 1 < within.end &&
                          !is_verbal(at + 1) &&
                          has_finite_verb(passage_, {at + 1, std::min(within.end, at + 40)});
        const bool infinitive = tag(at) == WordClass::To && cue.has(frame::kInf);
        const bool governs = lower(at) != "that" && cue.takes(lower(at));
        if (!that && !source) return;
        if (!that && !infinitive && !governs) return;
        if (governs) cue_end = ++at;
        if (at >= within.end) return;
        AttributedWords made{.cue_class = cue.main_class(), .kind = ContentKind::Phrase};
        if (that) made.kind = ContentKind::Clause;
        if (infinitive) made.kind = ContentKind::Infinitive;
        if (source) made.source = {*source};
        made.cue = {{i, source && source->begin > i ? i + 1 : cue_end}};
        made.content = {
            {at, std::min(content_end(passage_, at, that ? Reach::Clause : Reach::Phrase),
                          passage_.quoted(i) ? within.end : at + kLongestContent)}};
        found_.push_back(std::move(made));
    }

    bool is_verbal(std::size_t i) const {
        return tag(i) == WordClass::Verb || tag(i) == WordClass::Auxiliary ||
               tag(i) == WordClass::Modal || tag(i) == WordClass::Adverb;
    }

    // “Lind’s”, “her”: with the mark.
    std::optional<TokenRange> possessor(std::size_t i, const TokenRange& within) const {
        std::size_t at = i;
        while (at > within.begin && at + 4 > i &&
               (tag(at - 1) == WordClass::Noun || tag(at - 1) == WordClass::Number))
            --at;
        if (at <= within.begin || tag(at - 1) != WordClass::Possessive) return std::nullopt;
        const std::string_view mark = lower(at - 1);
        if (mark != "'s" && mark != "’s" && mark != "'" && mark != "’")
            return TokenRange{at - 1, at};
        auto owner = noun_group_before(passage_, at - 1, within.begin);
        if (owner) owner->end = at;
        return owner;
    }

    // "X is sure that …", "X is worried about …"
    void adjective(const AttributionCue& cue, std::size_t i) {
        const TokenRange within = bounds(i);
        std::size_t begin = i;
        while (begin > within.begin &&
               (tag(begin - 1) == WordClass::Adverb || tag(begin - 1) == WordClass::Auxiliary ||
                tag(begin - 1) == WordClass::Modal || tag(begin - 1) == WordClass::Negation))
            --begin;
        const bool predicate = begin < i && tag(begin) != WordClass::Adverb;
        if (!predicate || i + 1 >= within.end) return;
        const auto source = noun_group_before(passage_, begin, within.begin);
        if (!source) return;
        std::size_t at = i + 1;
        AttributedWords made{
            .source = {*source}, .cue_class = cue.main_class(), .kind = ContentKind::Phrase};
        const bool clause = cue.has(frame::kClause) && begins_clause(at, within);
        const bool infinitive = cue.has(frame::kInf) && tag(at) == WordClass::To;
        if (!clause && !infinitive && !cue.takes(lower(at))) return;
        if (clause) made.kind = ContentKind::Clause;
        if (infinitive) made.kind = ContentKind::Infinitive;
        if (!clause && !infinitive) ++at;
        if (at >= within.end) return;
        made.cue = {{begin, clause || infinitive ? i + 1 : at}};
        made.content = {{at, content_end(passage_, at, clause ? Reach::Clause : Reach::Phrase)}};
        found_.push_back(std::move(made));
    }

    bool begins_clause(std::size_t at, const TokenRange& within) const {
        if (lower(at) == "that" || tag(at) == WordClass::Pronoun) return true;
        const bool subject = tag(at) == WordClass::Proper || tag(at) == WordClass::Determiner ||
                             tag(at) == WordClass::Possessive;
        return subject && has_finite_verb(passage_, {at + 1, std::min(within.end, at + 30)});
    }

    // "he allegedly took it": said by nobody who is named.
    void adverb(const AttributionCue& cue, std::size_t i) {
        const TokenRange within = bounds(i);
        const auto subject = noun_group_before(passage_, i, within.begin);
        AttributedWords made{.cue = {{i, i + 1}}, .cue_class = cue.main_class()};
        if (subject) made.content.push_back(*subject);
        if (i + 1 < within.end) {
            const std::size_t end = content_end(passage_, i + 1, Reach::Phrase);
            if (end > i + 1) made.content.push_back({i + 1, end});
        }
        if (!made.content.empty()) found_.push_back(std::move(made));
    }

    // "Smith: The lab copied us" in a headline.
    void headline() {
        if (passage_.segments.sentences.empty()) return;
        const Sentence& first = passage_.segments.sentences.front();
        const std::size_t last = std::min(first.end, first.begin + 5);
        for (std::size_t i = first.begin; i < last; ++i) {
            if (lower(i) == ":" && i > first.begin && first.end > i + 3) {
                found_.push_back(
                    {.source = {{first.begin, i}},
                     .cue = {{i, i + 1}},
                     .content = {{i + 1, content_end(passage_, i + 1, Reach::Clause)}}});
                return;
            }
            if (tag(i) != WordClass::Proper) return;
        }
    }

    const Passage& passage_;
    std::vector<AttributedWords> found_;
};

}  // namespace

std::vector<AttributedWords> other_attributions(const Passage& passage) {
    return Others(passage).find();
}

}  // namespace extractor
