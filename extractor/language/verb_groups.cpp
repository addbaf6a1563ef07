#include "extractor/language/verb_groups.h"

#include <algorithm>
#include <array>

namespace extractor {

namespace {

constexpr std::array<std::string_view, 10> be_forms{"be",   "is",    "are", "was", "were",
                                                    "been", "being", "'s",  "’s",  "got"};
// Verbs that lend their subject to an infinitive: "continued to call for".
constexpr std::array<std::string_view, 14> raising{"continue", "begin", "seem", "appear", "start",
                                                   "have",     "use",   "go",   "come",   "need",
                                                   "tend",     "try",   "like", "refuse"};

template <std::size_t N>
bool in(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_past_participle(VerbForm form) {
    return form == VerbForm::Participle || form == VerbForm::PastOrParticiple;
}

bool is_verbal(WordClass tag) {
    return tag == WordClass::Verb || tag == WordClass::Auxiliary || tag == WordClass::Modal ||
           tag == WordClass::Adverb || tag == WordClass::Negation;
}

class Group {
public:
    Group(const Passage& passage, std::size_t verb)
        : passage_(passage), floor_(passage.sentence(verb).begin), at_(verb) {
        group_.verb = verb;
    }

    VerbGroup read() {
        const VerbForm form = passage_.word(group_.verb).verb.form;
        take_auxiliaries(is_past_participle(form));
        take_raising_verb();
        group_.words = {at_, group_.verb + 1};
        group_.gerund = form == VerbForm::Ing && !auxiliary_;
        group_.participle = is_past_participle(form) && !auxiliary_;
        return group_;
    }

private:
    void take_auxiliaries(bool participle) {
        std::size_t reach = at_;
        while (reach > floor_) {
            const std::size_t i = reach - 1;
            const WordClass tag = passage_.tag(i);
            if (tag == WordClass::Auxiliary || tag == WordClass::Modal) {
                if (participle && !auxiliary_ && in(be_forms, passage_.lower(i)))
                    group_.passive = true;
                auxiliary_ = true;
                at_ = i;
            } else if (tag == WordClass::Adverb || tag == WordClass::Negation) {
                if (tag == WordClass::Negation || auxiliary_follows(i) || i + 1 == at_) at_ = i;
            } else {
                break;
            }
            reach = i;
        }
        drop_time_adverb();
    }

    bool auxiliary_follows(std::size_t i) const {
        return i > floor_ && (passage_.tag(i - 1) == WordClass::Auxiliary ||
                              passage_.tag(i - 1) == WordClass::Modal);
    }

    // "Trump today said": the adverb stands between, but says when.
    void drop_time_adverb() {
        while (at_ < group_.verb &&
               (passage_.lower(at_) == "today" || passage_.lower(at_) == "yesterday" ||
                passage_.lower(at_) == "later" || passage_.lower(at_) == "then"))
            ++at_;
    }

    void take_raising_verb() {
        if (auxiliary_ || at_ <= floor_ + 1 || passage_.tag(at_ - 1) != WordClass::To) return;
        const std::size_t to = at_ - 1;
        const TaggedWord& governor = passage_.word(to - 1);
        const bool raises = (governor.tag == WordClass::Verb && governor.verb.cue != nullptr &&
                             in(raising, governor.verb.cue->word)) ||
                            governor.tag == WordClass::Auxiliary;
        at_ = to;
        group_.infinitive = !raises;
        if (!raises) return;
        at_ = to - 1;
        take_auxiliaries(false);
        auxiliary_ = true;
    }

    const Passage& passage_;
    std::size_t floor_, at_;
    bool auxiliary_ = false;
    VerbGroup group_;
};

class Extent {
public:
    Extent(const Passage& passage, std::size_t begin, Reach reach)
        : passage_(passage), begin_(begin), reach_(reach) {}

    std::size_t end() const {
        const TokenRange sentence = passage_.sentence(begin_);
        std::size_t ceiling = std::min(sentence.end, begin_ + kLongestContent);
        const bool inside = passage_.quoted(begin_) && !opens_quotation(begin_);
        if (inside) ceiling = std::min(ceiling, quotation(begin_).words.end - 1);
        for (std::size_t i = begin_; i < ceiling; ++i) {
            if (!inside && opens_quotation(i)) {
                i = quotation(i).words.end - 1;  // as a whole, whatever sentences it holds
                if (i + 1 >= sentence.end) return i + 1;
                continue;
            }
            if (i > begin_ && stops(i, ceiling)) return trimmed(i);
        }
        return trimmed(ceiling);
    }

private:
    const Quotation& quotation(std::size_t i) const {
        return passage_.quotations[passage_.quotation_of[i]];
    }
    bool opens_quotation(std::size_t i) const {
        return passage_.quoted(i) && quotation(i).words.begin == i;
    }
    WordClass tag(std::size_t i) const { return passage_.tag(i); }

    std::size_t trimmed(std::size_t end) const {
        while (end > begin_ + 1 &&
               (tag(end - 1) == WordClass::Comma || tag(end - 1) == WordClass::Colon ||
                (tag(end - 1) == WordClass::Stop && passage_.lower(end - 1) == ".") ||
                (tag(end - 1) == WordClass::Dash && !passage_.glued(end - 1)) ||
                tag(end - 1) == WordClass::Coordinator))
            --end;
        return end;
    }

    bool stops(std::size_t i, std::size_t ceiling) const {
        switch (tag(i)) {
            case WordClass::Colon: return true;
            case WordClass::Dash: return reach_ == Reach::Phrase && !passage_.glued(i);
            case WordClass::Comma: return comma_stops(i + 1, ceiling);
            case WordClass::Coordinator: return conjunction_stops(i + 1, ceiling);
            case WordClass::Subordinator: return reach_ == Reach::Phrase && subordinator_stops(i);
            default: return passage_.lower(i) == "according";
        }
    }

    bool subordinator_stops(std::size_t i) const {
        constexpr std::array<std::string_view, 12> words{"after",    "before", "when",  "while",
                                                         "because",  "since",  "if",    "unless",
                                                         "although", "though", "until", "whereas"};
        return in(words, passage_.lower(i));
    }

    bool comma_stops(std::size_t i, std::size_t ceiling) const {
        if (i >= ceiling) return true;
        const TaggedWord& next = passage_.word(i);
        if (next.lower == "according") return true;
        if (next.lower == "but" || next.lower == "though" || next.lower == "although" ||
            next.lower == "while")
            return true;
        if (next.tag == WordClass::Coordinator)
            return conjunction_stops(i + 1, ceiling) || says_soon(i + 1, ceiling);
        if (next.tag == WordClass::Verb && next.verb.form == VerbForm::Ing)
            return reach_ == Reach::Phrase || is_cue(next);
        if (reach_ == Reach::Phrase)
            return next.tag == WordClass::Relative || next.tag == WordClass::Pronoun ||
                   next.tag == WordClass::Subordinator || next.tag == WordClass::Adverb;
        return says_soon(i, ceiling);
    }

    // "… and called for …": the next verb has the cue's subject.
    bool conjunction_stops(std::size_t i, std::size_t ceiling) const {
        if (reach_ == Reach::Clause) return false;
        while (i < ceiling && tag(i) == WordClass::Adverb) ++i;
        if (i >= ceiling) return false;
        const TaggedWord& next = passage_.word(i);
        if (next.tag == WordClass::Auxiliary || next.tag == WordClass::Modal) return true;
        return next.tag == WordClass::Verb &&
               (next.verb.form == VerbForm::PastOrParticiple || next.verb.form == VerbForm::Past ||
                next.verb.form == VerbForm::Third);
    }

    static bool is_cue(const TaggedWord& word) {
        return word.tag == WordClass::Verb && word.verb.cue != nullptr &&
               !word.verb.cue->is_plain();
    }

    // "…, Smith said": another speaker is named.
    bool says_soon(std::size_t i, std::size_t ceiling) const {
        const std::size_t last = std::min(ceiling, i + 7);
        for (; i < last; ++i) {
            if (is_cue(passage_.word(i)) && passage_.word(i).verb.cue->has(frame::kClause) &&
                passage_.word(i).verb.form != VerbForm::Base)
                return true;
            const WordClass t = tag(i);
            if (t != WordClass::Noun && t != WordClass::Proper && t != WordClass::Pronoun &&
                t != WordClass::Determiner && t != WordClass::Possessive &&
                t != WordClass::Auxiliary && t != WordClass::Adverb)
                return false;
        }
        return false;
    }

    const Passage& passage_;
    std::size_t begin_;
    Reach reach_;
};

bool is_finite(const Passage& passage, std::size_t i, std::size_t begin) {
    const TaggedWord& word = passage.word(i);
    if (word.tag == WordClass::Modal) return true;
    if (word.tag == WordClass::Auxiliary)
        return word.lower != "be" && word.lower != "being" && word.lower != "been" &&
               word.lower != "having";
    return word.tag == WordClass::Verb && word.verb.form != VerbForm::Ing &&
           !(word.verb.form == VerbForm::Base && i > begin && passage.tag(i - 1) == WordClass::To);
}

// "papers obtained by": a participle that belongs to the noun before it.
bool is_reduced(const Passage& passage, std::size_t i, std::size_t end) {
    return is_past_participle(passage.word(i).verb.form) && i + 1 < end &&
           passage.tag(i) == WordClass::Verb &&
           (passage.lower(i + 1) == "by" || passage.lower(i + 1) == "in") &&
           !is_verbal(passage.tag(i - 1));
}

// "…, the lab's head, said"
bool verb_follows_insertion(const Passage& passage, TokenRange range) {
    const std::size_t last = std::min(range.end, range.begin + 20);
    for (std::size_t i = range.begin; i + 1 < last; ++i)
        if (passage.tag(i) == WordClass::Comma) return is_verbal(passage.tag(i + 1));
    return false;
}

}  // namespace

VerbGroup verb_group(const Passage& passage, std::size_t verb) {
    return Group(passage, verb).read();
}

std::size_t content_end(const Passage& passage, std::size_t begin, Reach reach) {
    return Extent(passage, begin, reach).end();
}

bool has_finite_verb(const Passage& passage, TokenRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i)
        if (is_finite(passage, i, range.begin)) return true;
    return false;
}

bool subject_has_verb(const Passage& passage, TokenRange range) {
    int wanted = 1;
    for (std::size_t i = range.begin + 1; i < range.end; ++i) {
        const WordClass tag = passage.tag(i);
        if (tag == WordClass::Relative) ++wanted;
        if (tag == WordClass::Colon) return false;
        if (tag == WordClass::Subordinator && passage.lower(i) != "that") return false;
        if (tag == WordClass::Comma) return verb_follows_insertion(passage, {i + 1, range.end});
        if (!is_finite(passage, i, range.begin) || is_reduced(passage, i, range.end)) continue;
        if (--wanted == 0) return true;
        while (i + 1 < range.end && is_verbal(passage.tag(i + 1))) ++i;
    }
    return false;
}

}  // namespace extractor
