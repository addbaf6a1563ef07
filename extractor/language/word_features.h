// What the parser sees of a word: the word itself, its ends, its shape, the pieces of its spelling.
// Private to extractor/. Training and parsing must see the same, so both come here; a change of
// this file asks for a new model.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace extractor {

inline constexpr std::size_t kPieceRows = 24576;  // affixes, shapes and n-grams share one table

struct WordFeatures {
    std::uint32_t word = 0;  // fingerprint of the word in lower case, digits as 0
    std::array<std::uint16_t, 4>
        affixes{};  // rows of the table: ends of 3 and 2, start of 3, shape
    std::array<std::uint16_t, 32> ngrams{};  // rows: 3 and 4 letters, with the word's borders
    std::size_t ngram_count = 0;
};

// Typographic quotes and dashes count as their ASCII forms. Of a word longer than 48 bytes only
// its start and its end are seen.
WordFeatures word_features(std::string_view word);

}  // namespace extractor
