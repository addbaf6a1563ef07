#include "extractor/language/attribution_direct.h"

#include <algorithm>
#include <optional>

#include "extractor/language/noun_groups.h"
#include "extractor/language/verb_groups.h"

namespace extractor {

namespace {

class Direct {
public:
    explicit Direct(const Passage& passage) : passage_(passage) {}

    std::vector<AttributedWords> find() {
        for (std::size_t q = 0; q < passage_.quotations.size(); ++q) quotation(q);
        return std::move(found_);
    }

private:
    const TokenRange& words(std::size_t q) const { return passage_.quotations[q].words; }

    void quotation(std::size_t q) {
        if (interrupted(q) || (is_speech(q) && continues(q))) {
            found_.back().content.push_back(words(q));
            last_ = q;
            return;
        }
        if (!is_speech(q)) return;
        auto attribution = behind(q);
        if (!attribution) attribution = before(q);
        if (!attribution) return;
        attribution->kind = ContentKind::Quotation;
        found_.push_back(*std::move(attribution));
        last_ = q;
    }

    // Speech has a sentence's or clause's form; "so-called" words do not.
    bool is_speech(std::size_t q) const {
        const TokenRange range = words(q);
        if (range.size() < 3) return false;
        const std::size_t first = range.begin + 1, last = range.end - 2;
        const WordClass end = passage_.tag(last);
        const bool punctuated =
            end == WordClass::Comma || end == WordClass::Stop || end == WordClass::Dash;
        const bool capital = passage_.word(first).capital;
        if (passage_.quotations[q].open) return capital;
        if (!passage_.quotations[q].is_double) return punctuated && capital && range.size() > 4;
        if (opens_sentence(range.begin)) return punctuated;
        return (punctuated && capital && (introduced(range.begin) || range.size() > 10)) ||
               (capital && introduced(range.begin) && range.size() > 4);
    }

    bool opens_sentence(std::size_t i) const { return passage_.sentence(i).begin == i; }

    bool introduced(std::size_t i) const {
        if (opens_sentence(i)) return true;
        const WordClass before = passage_.tag(i - 1);
        return before == WordClass::Comma || before == WordClass::Colon ||
               before == WordClass::Verb;
    }

    // A quotation that follows the same speaker's last one: “…,” she said. “…”
    bool continues(std::size_t q) const {
        if (!last_ || found_.empty()) return false;
        const TokenRange earlier = words(*last_), now = words(q);
        const std::size_t block = passage_.block(now.begin);
        if (passage_.block(earlier.begin) != block)
            return passage_.quotations[*last_].open && passage_.block(earlier.begin) + 1 == block &&
                   block_begins(now.begin);
        if (opens_sentence(now.begin))
            return !speaker_behind(q) &&
                   passage_.sentence_of[now.begin] <= passage_.sentence_of[speech_end(*last_)] + 1;
        return false;
    }

    // “Every lab,” he said, “does so.”
    bool interrupted(std::size_t q) const {
        if (!last_ || *last_ + 1 != q || found_.empty()) return false;
        const TokenRange earlier = words(*last_), now = words(q);
        return passage_.sentence_of[now.begin] == passage_.sentence_of[speech_end(*last_)] &&
               passage_.tag(now.begin - 1) == WordClass::Comma && cue_stands_between(earlier, now);
    }

    // The last word of a quotation or of the clause that tells its speaker.
    std::size_t speech_end(std::size_t q) const {
        const auto& cue = found_.back().cue;
        return cue.empty() ? words(q).end - 1 : std::max(words(q).end - 1, cue.back().begin);
    }

    bool cue_stands_between(const TokenRange& earlier, const TokenRange& now) const {
        const auto& cue = found_.back().cue;
        return !cue.empty() && cue.front().begin >= earlier.end && cue.front().end <= now.begin;
    }

    bool block_begins(std::size_t i) const {
        return i == 0 || passage_.block(i - 1) != passage_.block(i);
    }

    bool speaker_behind(std::size_t q) const { return behind(q).has_value(); }

    static bool speaks(const TaggedWord& word) {
        if (word.tag != WordClass::Verb || word.verb.cue == nullptr) return false;
        if (word.verb.form == VerbForm::Base) return false;
        return word.verb.cue->has(frame::kClause | frame::kWh | frame::kQuote);
    }

    // “…,” said Smith. / “…,” Smith, a lawyer, said.
    std::optional<AttributedWords> behind(std::size_t q) const {
        const TokenRange quote = words(q);
        std::size_t begin = quote.end;
        if (begin >= passage_.segments.tokens.size()) return std::nullopt;
        const TokenRange sentence = passage_.sentence(quote.end - 1);
        if (!sentence.contains(begin)) return std::nullopt;
        while (begin < sentence.end && passage_.tag(begin) == WordClass::Comma) ++begin;
        std::size_t end = sentence.end;
        for (std::size_t i = begin; i < end; ++i)
            if (passage_.quoted(i)) end = i;
        for (std::size_t i = begin; i < end; ++i) {
            if (passage_.tag(i) == WordClass::Colon) return std::nullopt;
            if (speaks(passage_.word(i))) return told(q, i, {begin, end});
            if (passage_.tag(i) == WordClass::Subordinator && i > begin + 1) return std::nullopt;
        }
        return std::nullopt;
    }

    std::optional<AttributedWords> told(std::size_t q, std::size_t verb, TokenRange clause) const {
        const VerbGroup group = verb_group(passage_, verb);
        AttributedWords made{.content = {words(q)},
                             .cue_class = passage_.word(verb).verb.cue->main_class()};
        made.cue = {{std::max(group.words.begin, clause.begin), group.words.end}};
        if (made.cue.front().begin == clause.begin) {
            if (auto source = inverted(verb + 1, clause.end)) made.source = {*source};
        } else if (auto source =
                       noun_group_before(passage_, made.cue.front().begin, clause.begin)) {
            made.source = {*source};
        } else {
            made.source = {{clause.begin, made.cue.front().begin}};
            trim(made.source.front());
        }
        if (made.source.empty() || made.source.front().empty()) return std::nullopt;
        return made;
    }

    void trim(TokenRange& range) const {
        const auto is_edge = [this](std::size_t i) {
            const WordClass tag = passage_.tag(i);
            return tag == WordClass::Comma || tag == WordClass::Coordinator ||
                   tag == WordClass::Adverb;
        };
        while (!range.empty() && is_edge(range.begin)) ++range.begin;
        while (!range.empty() && is_edge(range.end - 1)) --range.end;
    }

    // The subject behind its verb, with its apposition: said Smith, the lab's head.
    std::optional<TokenRange> inverted(std::size_t begin, std::size_t end) const {
        auto group = noun_group_at(passage_, begin, end);
        if (!group || passage_.tag(begin) == WordClass::Pronoun) return group;
        if (group->end + 1 < end && passage_.tag(group->end) == WordClass::Comma) {
            const WordClass next = passage_.tag(group->end + 1);
            if (next == WordClass::Determiner || next == WordClass::Relative ||
                next == WordClass::Noun || next == WordClass::Proper ||
                next == WordClass::Possessive)
                group->end = content_end(passage_, group->end + 1, Reach::Phrase);
        }
        group->end = std::min(group->end, end);
        return group;
    }

    // Smith said, “…” / Smith said in a statement: “…”
    std::optional<AttributedWords> before(std::size_t q) const {
        const TokenRange quote = words(q);
        const auto sentence = sentence_before(quote.begin);
        if (!sentence) return std::nullopt;
        for (std::size_t i = quote.begin; i > sentence->begin; --i) {
            if (passage_.quoted(i - 1)) return std::nullopt;
            if (!speaks(passage_.word(i - 1))) continue;
            const VerbGroup group = verb_group(passage_, i - 1);
            if (group.infinitive) continue;
            AttributedWords made{.cue = {group.words},
                                 .content = {quote},
                                 .cue_class = passage_.word(i - 1).verb.cue->main_class()};
            if (auto source = noun_group_before(passage_, group.words.begin, sentence->begin))
                made.source = {*source};
            else
                return std::nullopt;
            return made;
        }
        return std::nullopt;
    }

    // The words before a quotation in its sentence; if it opens its block, a block that ends in
    // a colon before it.
    std::optional<TokenRange> sentence_before(std::size_t begin) const {
        if (begin == 0) return std::nullopt;
        if (!opens_sentence(begin)) {
            if (!introduced(begin)) return std::nullopt;
            return TokenRange{passage_.sentence(begin).begin, begin};
        }
        if (passage_.tag(begin - 1) != WordClass::Colon) return std::nullopt;
        return TokenRange{passage_.sentence(begin - 1).begin, begin};
    }

    const Passage& passage_;
    std::vector<AttributedWords> found_;
    std::optional<std::size_t> last_;  // the quotation that was attributed last
};

}  // namespace

std::vector<AttributedWords> direct_attributions(const Passage& passage) {
    return Direct(passage).find();
}

}  // namespace extractor
