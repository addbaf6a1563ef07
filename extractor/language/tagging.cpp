#include "extractor/language/tagging.h"

#include <algorithm>
#include <unordered_map>

#include "embedded/extractor.h"
#include "extractor/language/characters.h"
#include "extractor/language/tsv.h"

namespace extractor {

namespace {

constexpr std::size_t kMostAdverbs = 12;  // before a verb

const std::unordered_map<std::string_view, WordClass>& closed_classes() {
    static const auto table = [] {
        const std::unordered_map<std::string_view, WordClass> tags{
            {"determiner", WordClass::Determiner},
            {"possessive", WordClass::Possessive},
            {"pronoun", WordClass::Pronoun},
            {"relative", WordClass::Relative},
            {"auxiliary", WordClass::Auxiliary},
            {"modal", WordClass::Modal},
            {"negation", WordClass::Negation},
            {"to", WordClass::To},
            {"preposition", WordClass::Preposition},
            {"subordinator", WordClass::Subordinator},
            {"coordinator", WordClass::Coordinator},
            {"adverb", WordClass::Adverb},
            {"number", WordClass::Number}};
        std::unordered_map<std::string_view, WordClass> made;
        for (const auto& row : rows_of(embedded::extractor::grammar_tsv()))
            if (const auto tag = tags.find(row.at(0)); tag != tags.end())
                for (const std::string_view word : core::split(row.at(1), ' '))
                    made.emplace(word, tag->second);
        return made;
    }();
    return table;
}

WordClass tag_of_mark(const Char& c, std::string_view word) {
    switch (c.kind) {
        case CharKind::Stop: return WordClass::Stop;
        case CharKind::Quote:
        case CharKind::Apostrophe: return WordClass::QuoteMark;
        case CharKind::Dash: return WordClass::Dash;
        case CharKind::Open:
        case CharKind::Close:
            return word == "(" || word == ")" || word == "[" || word == "]" ? WordClass::Bracket
                                                                            : WordClass::QuoteMark;
        default: break;
    }
    if (word == ",") return WordClass::Comma;
    if (word == ":" || word == ";") return WordClass::Colon;
    return WordClass::Other;
}

class Tagger {
public:
    Tagger(const core::Article& article, const Segments& segments, Tagging& tagging)
        : text_(article.text), segments_(segments), words_(tagging.words), lower_(*tagging.lower) {}

    void run() {
        words_.reserve(segments_.tokens.size());
        for (const core::Span token : segments_.tokens) words_.push_back(first_look(token));
        for (const auto& sentence : segments_.sentences)
            for (std::size_t i = sentence.begin; i < sentence.end; ++i) settle(sentence, i);
    }

private:
    TaggedWord first_look(core::Span token) const {
        TaggedWord word{.span = token, .lower = core::cut(lower_, token)};
        const Char c = char_at(text_, token.begin);
        word.capital = c.kind == CharKind::Upper;
        const auto closed = closed_classes().find(word.lower);
        if (closed != closed_classes().end())
            word.tag = closed->second;
        else if (c.kind == CharKind::Digit)
            word.tag = WordClass::Number;
        else if (!is_letter(c.kind))
            word.tag = tag_of_mark(c, word.lower);
        else
            word.tag = WordClass::Noun;
        if (word.tag == WordClass::Noun || word.tag == WordClass::Auxiliary)
            word.verb = verb_reading(word.lower);
        return word;
    }

    // Whether most words of a sentence begin with capitals: a headline.
    bool is_title(const Sentence& sentence) {
        if (title_sentence_ == &sentence) return is_title_;
        std::size_t capitals = 0, letters = 0;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            if (words_[i].lower.size() < 4 || !core::is_alpha(words_[i].lower.front())) continue;
            ++letters;
            capitals += words_[i].capital ? 1u : 0u;
        }
        title_sentence_ = &sentence;
        is_title_ = letters > 2 && capitals * 5 >= letters * 4;
        return is_title_;
    }

    void settle(const Sentence& sentence, std::size_t i) {
        TaggedWord& word = words_[i];
        if (word.tag == WordClass::Possessive) return settle_possessive(sentence, i);
        if (word.tag == WordClass::Subordinator && word.lower == "that")
            return settle_that(sentence, i);
        if (word.tag != WordClass::Noun) return;
        const bool first = i == sentence.begin || words_[i - 1].tag == WordClass::QuoteMark;
        const bool named = word.capital && !first && !is_title(sentence);
        if (named) {
            word.tag = WordClass::Proper;
            word.verb = {};
        } else if (word.verb.form != VerbForm::None && is_verb(sentence, i)) {
            word.tag = WordClass::Verb;
        } else {
            word.verb = {};
            if (word.capital)
                word.tag = WordClass::Proper;
            else if (word.lower.size() > 4 && word.lower.ends_with("ly"))
                word.tag = WordClass::Adverb;
        }
    }

    // "’s" is a possessive behind a name, or "is"; a bare apostrophe may close a quotation.
    void settle_possessive(const Sentence& sentence, std::size_t i) {
        TaggedWord& word = words_[i];
        const bool mark = word.lower == "'" || word.lower == "’";
        if (mark && (i == sentence.begin || !words_[i - 1].lower.ends_with('s') ||
                     words_[i - 1].span.end != word.span.begin))
            word.tag = WordClass::QuoteMark;
        const bool clitic = word.lower == "'s" || word.lower == "’s";
        if (clitic && i > sentence.begin && is_subject_word(words_[i - 1])) {
            word.tag = WordClass::Auxiliary;
            word.verb = {nullptr, VerbForm::Third};
        }
    }

    static bool is_subject_word(const TaggedWord& word) {
        return word.tag == WordClass::Pronoun || word.tag == WordClass::Relative ||
               word.lower == "that" || word.lower == "there" || word.lower == "here" ||
               word.lower == "how";
    }

    void settle_that(const Sentence& sentence, std::size_t i) {
        if (i == sentence.begin || i + 1 >= sentence.end) return;
        const WordClass before = words_[i - 1].tag, after = words_[i + 1].tag;
        const bool antecedent = (before == WordClass::Noun || before == WordClass::Proper) &&
                                words_[i - 1].verb.form == VerbForm::None &&
                                cue_noun(words_[i - 1].lower) == nullptr;
        const bool verb_next =
            after == WordClass::Auxiliary || after == WordClass::Modal ||
            (after == WordClass::Noun && words_[i + 1].verb.form != VerbForm::None &&
             words_[i + 1].verb.form != VerbForm::Base);
        if (antecedent && verb_next) words_[i].tag = WordClass::Relative;
    }

    // Adverbs between are passed over, but not without end: a text may be made of them.
    const TaggedWord& word_before(const Sentence& sentence, std::size_t i) const {
        static const TaggedWord none{.tag = WordClass::Stop};
        const std::size_t floor = i - std::min(i - sentence.begin, kMostAdverbs);
        while (i > floor) {
            const TaggedWord& word = words_[--i];
            if (word.tag != WordClass::Adverb && word.tag != WordClass::Negation) return word;
        }
        return none;
    }

    WordClass after(const Sentence& sentence, std::size_t i) const {
        return i + 1 < sentence.end ? words_[i + 1].tag : WordClass::Stop;
    }

    bool is_verb(const Sentence& sentence, std::size_t i) const {
        const WordClass left = word_before(sentence, i).tag;
        switch (words_[i].verb.form) {
            case VerbForm::Base: return base_is_verb(sentence, i, left);
            case VerbForm::Third: return third_is_verb(sentence, i, left);
            case VerbForm::Ing: return ing_is_verb(sentence, i, left);
            default: return past_is_verb(sentence, i, left);
        }
    }

    bool past_is_verb(const Sentence& sentence, std::size_t i, WordClass left) const {
        if (left == WordClass::Determiner)  // "some denied it", not "the denied claim"
            return is_bare(sentence, i) && takes_content(after(sentence, i)) &&
                   after(sentence, i) != WordClass::Noun;
        return left != WordClass::Possessive && left != WordClass::Number;
    }

    bool base_is_verb(const Sentence& sentence, std::size_t i, WordClass left) const {
        if (left == WordClass::To || left == WordClass::Modal || left == WordClass::Relative)
            return true;
        if (left == WordClass::Pronoun) return true;
        if (left == WordClass::Auxiliary) return is_do(word_before(sentence, i).lower);
        if (left == WordClass::Noun || left == WordClass::Proper) {
            const WordClass next = after(sentence, i);
            if (is_plural(word_before(sentence, i).lower)) return takes_content(next);
            return cue_noun(words_[i].lower) == nullptr && next == WordClass::Subordinator;
        }
        if (left == WordClass::Determiner)
            return is_bare(sentence, i) && takes_content(after(sentence, i)) &&
                   after(sentence, i) != WordClass::Noun;
        if (left == WordClass::Coordinator || left == WordClass::Comma || left == WordClass::Stop)
            return takes_content(after(sentence, i)) &&
                   after(sentence, i) != WordClass::Preposition;
        return false;
    }

    static bool is_plural(std::string_view word) {
        return word.ends_with('s') || word == "people" || word == "police" || word == "staff" ||
               word == "data" || word == "media" || word == "women" || word == "men";
    }

    // "many claim", "this suggests": a determiner that stands alone.
    bool is_bare(const Sentence& sentence, std::size_t i) const {
        const std::string_view word = word_before(sentence, i).lower;
        return word == "this" || word == "these" || word == "those" || word == "many" ||
               word == "some" || word == "most" || word == "few" || word == "all" ||
               word == "both" || word == "that";
    }

    static bool is_do(std::string_view word) {
        return word == "do" || word == "does" || word == "did";
    }

    // What follows a verb rather than a noun.
    static bool takes_content(WordClass tag) {
        switch (tag) {
            case WordClass::Determiner:
            case WordClass::Possessive:
            case WordClass::Pronoun:
            case WordClass::Proper:
            case WordClass::Subordinator:
            case WordClass::To:
            case WordClass::Number:
            case WordClass::QuoteMark:
            case WordClass::Noun:
            case WordClass::Adverb:
            case WordClass::Relative: return true;
            default: return false;
        }
    }

    bool third_is_verb(const Sentence& sentence, std::size_t i, WordClass left) const {
        if (left == WordClass::Pronoun || left == WordClass::Relative) return true;
        if (left == WordClass::Determiner)
            return is_bare(sentence, i) && takes_content(after(sentence, i));
        if (verb_follows(sentence, i)) return false;
        if (left == WordClass::Possessive || left == WordClass::Number ||
            left == WordClass::Preposition || left == WordClass::To || left == WordClass::Auxiliary)
            return false;
        const WordClass right = after(sentence, i);
        if (cue_noun(words_[i].lower) == nullptr && left != WordClass::Noun) return true;
        if (left == WordClass::Proper || left == WordClass::Noun || left == WordClass::Bracket)
            return takes_content(right) || right == WordClass::Colon || right == WordClass::Stop ||
                   right == WordClass::Comma;
        return takes_content(right) && right != WordClass::Noun;
    }

    // "Past studies establish that": what looks like a verb is the subject of the next one.
    bool verb_follows(const Sentence& sentence, std::size_t i) const {
        if (i + 2 >= sentence.end) return false;
        const VerbForm next = words_[i + 1].verb.form;
        const bool finite =
            next == VerbForm::Base || next == VerbForm::Past || next == VerbForm::PastOrParticiple;
        return words_[i + 1].tag == WordClass::Noun && finite && !words_[i + 1].capital &&
               takes_content(words_[i + 2].tag);
    }

    bool ing_is_verb(const Sentence& sentence, std::size_t i, WordClass left) const {
        if (left == WordClass::Auxiliary || left == WordClass::Comma) return true;
        if (left == WordClass::Determiner || left == WordClass::Possessive) return false;
        return takes_content(after(sentence, i));
    }

    const std::string& text_;
    const Segments& segments_;
    std::vector<TaggedWord>& words_;
    const std::string& lower_;
    const Sentence* title_sentence_ = nullptr;
    bool is_title_ = false;
};

}  // namespace

Tagging tag_words(const core::Article& article, const Segments& segments) {
    Tagging tagging;
    tagging.lower = std::make_unique<const std::string>(core::lower_ascii(article.text));
    Tagger(article, segments, tagging).run();
    return tagging;
}

}  // namespace extractor
