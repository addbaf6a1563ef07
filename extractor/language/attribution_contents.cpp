#include "extractor/language/attribution_contents.h"

#include <algorithm>

#include "extractor/language/noun_groups.h"
#include "extractor/language/parse_tree.h"
#include "extractor/language/verb_groups.h"

namespace extractor {

namespace {

class Contents {
public:
    Contents(const Passage& passage, std::size_t verb) : passage_(passage), verb_(verb) {}

    std::optional<ContentOfVerb> find(const AttributionCue& cue, std::size_t at,
                                      const TokenRange& within) const {
        if (at < within.end && cue.takes(passage_.lower(at)))
            return governed(at + 1, at + 1, within);
        if (cue.has(frame::kPerson))
            if (auto told = told_person(cue, at, within)) return told;
        if (auto clause = clause_at(cue, at, at, within)) return clause;
        const std::size_t next = behind_adverbial(at, within);
        if (next > at)
            if (auto clause = clause_at(cue, at, next, within)) return clause;
        if (cue.has(frame::kObjInf))
            if (auto asked = person_to_act(at, within)) return asked;
        if (cue.has(frame::kObject) && starts_phrase(at, within)) return phrase(at, at, within);
        return std::nullopt;
    }

    std::optional<ContentOfVerb> clause_at(const AttributionCue& cue, std::size_t cue_end,
                                           std::size_t at, const TokenRange& within) const {
        const WordClass next = tag_at(at, within.end);
        const std::string_view word = at < within.end ? passage_.lower(at) : "";
        if (cue.has(frame::kClause | frame::kWh) &&
            (word == "that" && next != WordClass::Determiner))
            return clause(at, cue_end, within);
        if (next == WordClass::QuoteMark && cue.has(frame::kClause | frame::kWh | frame::kQuote))
            return clause(at, cue_end, within);
        if ((next == WordClass::Comma || next == WordClass::Colon) &&
            cue.has(frame::kClause | frame::kQuote) &&
            tag_at(at + 1, within.end) == WordClass::QuoteMark)
            return clause(at + 1, cue_end, within);
        if (is_question_word(at, within) && cue.has(frame::kWh | frame::kClause | frame::kObject))
            return clause(at, cue_end, within);
        if (cue.has(frame::kInf) && next == WordClass::To) return phrase(at, cue_end, within);
        if (cue.has(frame::kIng) && next == WordClass::Verb &&
            passage_.word(at).verb.form == VerbForm::Ing)
            return phrase(at, cue_end, within);
        if (cue.has(frame::kClause) && starts_clause(at, within) &&
            (cue.main_class() == CueClass::Say || !is_phrase_by_tree(at)))
            return clause(at, cue_end, within);
        return std::nullopt;
    }

private:
    WordClass tag(std::size_t i) const { return passage_.tag(i); }
    WordClass tag_at(std::size_t i, std::size_t ceiling) const {
        return i < ceiling ? passage_.tag(i) : WordClass::Stop;
    }

    ContentOfVerb made(TokenRange words, std::size_t cue_end, ContentKind kind) const {
        return {{words}, cue_end, false, kind};
    }

    std::optional<ContentOfVerb> phrase(std::size_t at, std::size_t cue_end,
                                        const TokenRange& within) const {
        const std::size_t end =
            std::min(content_end(passage_, at, Reach::Phrase), limit(at, within));
        if (end <= at) return std::nullopt;
        const bool infinitive = tag(at) == WordClass::To;
        return made({at, end}, cue_end, infinitive ? ContentKind::Infinitive : ContentKind::Phrase);
    }

    std::optional<ContentOfVerb> clause(std::size_t at, std::size_t cue_end,
                                        const TokenRange& within) const {
        const std::size_t end =
            std::min(content_end(passage_, at, Reach::Clause), limit(at, within));
        if (end <= at + 1) return std::nullopt;
        return made({at, end}, cue_end, ContentKind::Clause);
    }

    // Whether the tree has a noun phrase there, and no clause.
    bool is_phrase_by_tree(std::size_t at) const {
        const auto object = dependent(passage_, verb_, {Relation::Obj});
        if (!object || *object < at) return false;
        return !dependent(passage_, verb_, {Relation::Ccomp, Relation::Xcomp, Relation::Parataxis});
    }

    // A quotation in the content may go on behind the sentence.
    std::size_t limit(std::size_t at, const TokenRange& within) const {
        return passage_.quoted(within.begin) && passage_.quoted(at)
                   ? within.end
                   : passage_.segments.tokens.size();
    }

    std::optional<ContentOfVerb> governed(std::size_t at, std::size_t cue_end,
                                          const TokenRange& within) const {
        if (at >= within.end) return std::nullopt;
        if (tag(at) == WordClass::Verb || starts_phrase(at, within) ||
            tag(at) == WordClass::Relative || tag(at) == WordClass::Subordinator)
            return phrase(at, cue_end, within);
        return std::nullopt;
    }

    bool starts_phrase(std::size_t at, const TokenRange& within) const {
        switch (tag_at(at, within.end)) {
            case WordClass::Noun:
            case WordClass::Proper:
            case WordClass::Number:
            case WordClass::Determiner:
            case WordClass::Possessive:
            case WordClass::Pronoun:
            case WordClass::QuoteMark:
            case WordClass::Other: return true;
            case WordClass::Relative: return passage_.lower(at) == "what";
            default: return false;
        }
    }

    // "told Reuters that …"
    std::optional<ContentOfVerb> told_person(const AttributionCue& cue, std::size_t at,
                                             const TokenRange& within) const {
        const auto person = noun_group_at(passage_, at, within.end);
        if (!person) return std::nullopt;
        const std::size_t next = behind_adverbial(person->end, within);
        if (next < within.end && cue.takes(passage_.lower(next)))
            return governed(next + 1, next + 1, within);
        if (tag_at(next, within.end) == WordClass::To && cue.has(frame::kObjInf))
            return phrase(at, at, within);
        return clause_at(cue, at, next, within);
    }

    // Place, time and addressee between a cue and its clause: "said on Monday in a statement that".
    std::size_t behind_adverbial(std::size_t at, const TokenRange& within) const {
        for (int groups = 0; groups < 3 && at < within.end; ++groups) {
            if (tag(at) == WordClass::Adverb || is_day(passage_.lower(at))) {
                ++at;
            } else if (tag(at) == WordClass::Preposition || tag(at) == WordClass::To) {
                const auto group = noun_group_at(passage_, at + 1, within.end);
                if (!group) return at;
                at = group->end;
            } else {
                break;
            }
        }
        return at;
    }

    static bool is_day(std::string_view word) { return word.ends_with("day") && word.size() > 5; }

    bool is_question_word(std::size_t at, const TokenRange& within) const {
        if (at >= within.end) return false;
        const std::string_view word = passage_.lower(at);
        return word == "whether" || word == "if" || word == "how" || word == "why" ||
               word == "what" || word == "who" || word == "where" || word == "when";
    }

    // A clause without "that": a subject, and a verb behind it.
    bool starts_clause(std::size_t at, const TokenRange& within) const {
        if (at >= within.end) return false;
        const std::size_t reach =
            std::min({within.end, content_end(passage_, at, Reach::Clause), at + 40});
        switch (tag(at)) {
            case WordClass::Pronoun:
            case WordClass::Determiner:
            case WordClass::Possessive:
            case WordClass::Noun:
            case WordClass::Proper:
            case WordClass::Number: return subject_has_verb(passage_, {at, reach});
            case WordClass::Verb:  // "thinks training on it is fair"
                return passage_.word(at).verb.form == VerbForm::Ing &&
                       subject_has_verb(passage_, {at, reach});
            case WordClass::Preposition:
            case WordClass::Subordinator: return main_clause_follows({at, reach});
            default: return passage_.lower(at) == "there" || passage_.lower(at) == "that";
        }
    }

    // "said in May, it would …", "said if they lose, they …"
    bool main_clause_follows(const TokenRange& range) const {
        if (passage_.lower(range.begin) == "because") return false;
        for (std::size_t i = range.begin; i + 1 < range.end; ++i)
            if (tag(i) == WordClass::Comma) return subject_has_verb(passage_, {i + 1, range.end});
        return false;
    }

    // "urged the court to …": the person belongs to the content.
    std::optional<ContentOfVerb> person_to_act(std::size_t at, const TokenRange& within) const {
        const auto person = noun_group_at(passage_, at, within.end);
        if (!person) return std::nullopt;
        for (std::size_t i = person->end; i < std::min(within.end, person->end + 8); ++i) {
            if (tag(i) == WordClass::To) return phrase(at, at, within);
            if (tag(i) == WordClass::Verb || tag(i) == WordClass::Auxiliary ||
                tag(i) == WordClass::Comma)
                break;
        }
        return std::nullopt;
    }

    const Passage& passage_;
    std::size_t verb_;
};

}  // namespace

std::optional<ContentOfVerb> content_behind(const Passage& passage, const AttributionCue& cue,
                                            std::size_t at, const TokenRange& within) {
    return Contents(passage, at - 1).find(cue, at, within);
}

std::optional<ContentOfVerb> clause_behind(const Passage& passage, const AttributionCue& cue,
                                           std::size_t at, const TokenRange& within) {
    return Contents(passage, at - 1).clause_at(cue, at, at, within);
}

}  // namespace extractor
