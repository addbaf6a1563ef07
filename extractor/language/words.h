// Words as names are matched by: runs of letters, runs of digits, each ideograph alone. Coarser
// and more forgiving than tokens: "GPT-4", "GPT 4" and "GPT4" are the same two words. Private to
// extractor/.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace extractor {

enum class WordKind : std::uint8_t { Letters, Digits, Ideograph };

struct Word {
    core::Span span;
    WordKind kind = WordKind::Letters;
    bool capital = false;   // begins with an upper-case letter
    bool capitals = false;  // has no other letters
    bool mixed = false;     // has a capital inside, and lower-case letters: "OpenAI"
};

// Linear; the text must be valid UTF-8.
std::vector<Word> words_of(std::string_view text);

// For comparing words: lower case, no accents. Appends to `folded`, which is cleared first, so
// that a loop over a text allocates nothing.
void fold_word(std::string_view word, std::string& folded);
std::string fold_word(std::string_view word);

// All words of a name, folded, with a space between: "ta nehisi coates".
std::string fold_words(std::string_view name);

}  // namespace extractor
