#include "extractor/language/parsing.h"

#include "core/text.h"
#include "extractor/language/parser.h"

namespace extractor {

namespace {

bool is_cue(const TaggedWord& word) {
    const VerbReading verb = verb_reading(word.lower);
    if (verb.cue != nullptr && !verb.cue->is_plain()) return true;
    return cue_noun(word.lower) != nullptr || cue_adjective(word.lower) != nullptr ||
           cue_adverb(word.lower) != nullptr || word.lower == "according";
}

bool may_attribute(const Sentence& sentence, const Tagging& tagging) {
    for (std::size_t i = sentence.begin; i < sentence.end; ++i)
        if (is_cue(tagging.words[i])) return true;
    return false;
}

VerbForm form_of(Xpos tag) {
    switch (tag) {
        case Xpos::Vbz: return VerbForm::Third;
        case Xpos::Vbd: return VerbForm::Past;
        case Xpos::Vbn: return VerbForm::Participle;
        case Xpos::Vbg: return VerbForm::Ing;
        default: return VerbForm::Base;
    }
}

WordClass class_of_function_word(const ParsedToken& token, const TaggedWord& word) {
    switch (token.xpos) {
        case Xpos::Prp:
        case Xpos::Ex: return WordClass::Pronoun;
        case Xpos::Dt:
        case Xpos::Pdt: return WordClass::Determiner;
        case Xpos::PrpPoss:
        case Xpos::Pos:
        case Xpos::WpPoss: return WordClass::Possessive;
        case Xpos::Md: return WordClass::Modal;
        case Xpos::To: return token.upos == Upos::Part ? WordClass::To : WordClass::Preposition;
        case Xpos::Wdt:
        case Xpos::Wp: return WordClass::Relative;
        case Xpos::Wrb: return WordClass::Subordinator;
        case Xpos::Cc: return WordClass::Coordinator;
        case Xpos::In:
            return token.upos == Upos::Sconj ? WordClass::Subordinator : WordClass::Preposition;
        case Xpos::Rp: return WordClass::Preposition;
        case Xpos::Rb:
        case Xpos::Rbr:
        case Xpos::Rbs:
            return word.tag == WordClass::Negation ? WordClass::Negation : WordClass::Adverb;
        default: return word.tag;
    }
}

bool is_verb(const ParsedToken& token) {
    return token.xpos == Xpos::Vb || token.xpos == Xpos::Vbd || token.xpos == Xpos::Vbg ||
           token.xpos == Xpos::Vbn || token.xpos == Xpos::Vbp || token.xpos == Xpos::Vbz;
}

// A cue that the light reading took for a verb by what stands before and behind it.
bool is_sure_verb(const TaggedWord& word) {
    return word.tag == WordClass::Verb && word.verb.cue != nullptr && !word.verb.cue->is_plain() &&
           word.verb.form != VerbForm::Ing;
}

void tag_anew(const ParsedToken& token, TaggedWord& word) {
    if (!core::is_alpha(word.lower.front()) && word.tag != WordClass::Possessive &&
        word.tag != WordClass::Auxiliary && word.tag != WordClass::Negation &&
        word.tag != WordClass::Modal && word.tag != WordClass::Noun &&
        word.tag != WordClass::Proper)
        return;
    const bool nominal =
        token.upos == Upos::Noun || token.upos == Upos::Adj || token.upos == Upos::Propn;
    if (nominal && is_sure_verb(word)) return;
    word.verb = {};
    if (is_verb(token)) {
        word.tag = token.upos == Upos::Aux ? WordClass::Auxiliary : WordClass::Verb;
        word.verb = {verb_reading(word.lower).cue, form_of(token.xpos)};
    } else if (token.upos == Upos::Propn) {
        word.tag = WordClass::Proper;
    } else if (token.upos == Upos::Noun || token.upos == Upos::Adj || token.upos == Upos::X) {
        word.tag = WordClass::Noun;
    } else if (token.upos == Upos::Num) {
        word.tag = WordClass::Number;
    } else {
        word.tag = class_of_function_word(token, word);
    }
}

}  // namespace

Parses parse_cue_sentences(const core::Article& article, const Segments& segments,
                           Tagging& tagging) {
    Parses parses(segments.sentences.size());
    for (std::size_t s = 0; s < segments.sentences.size(); ++s) {
        const Sentence& sentence = segments.sentences[s];
        if (!may_attribute(sentence, tagging)) continue;
        Parser::builtin().parse(article.text, segments.tokens_of(sentence), parses[s]);
        for (std::size_t i = sentence.begin; i < sentence.end; ++i)
            tag_anew(parses[s][i - sentence.begin], tagging.words[i]);
    }
    return parses;
}

}  // namespace extractor
