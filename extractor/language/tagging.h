// A light reading of a sentence's words: closed classes by list, open ones by form and place.
// What the attributions stand on where no parse is at hand. Private to extractor/.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "extractor/language/cues.h"
#include "extractor/language/segment.h"

namespace extractor {

enum class WordClass : std::uint8_t {
    Noun,  // with adjectives and whatever else no list knows
    Proper,
    Pronoun,
    Determiner,
    Possessive,
    Number,
    Verb,
    Auxiliary,
    Modal,
    Negation,
    To,
    Adverb,
    Preposition,
    Subordinator,
    Relative,
    Coordinator,
    Comma,
    Colon,
    Stop,
    QuoteMark,
    Bracket,
    Dash,
    Other
};

struct TaggedWord {
    core::Span span;
    std::string_view lower;  // looks into Tagging::lower
    WordClass tag = WordClass::Other;
    VerbReading verb;  // of verbs; of auxiliaries the form only
    bool capital = false;
};

// The words of a whole article; indices are those of Segments::tokens.
struct Tagging {
    std::unique_ptr<const std::string> lower;  // the article's text in small ASCII letters
    std::vector<TaggedWord> words;
};

Tagging tag_words(const core::Article& article, const Segments& segments);

}  // namespace extractor
