// The words of data/byline_words.tsv, and looking them up.
#pragma once
#include <cstddef>
#include <string_view>

namespace extractor {

enum class BylineWord : unsigned char {
    Lead,
    Label,
    And,
    Cut,
    Role,
    Collective,
    Agency,
    Nobody,
    Updated,
    Place,
    Other,
    Degree,
    Picture,
    Town,
};

// Whether the folded word or phrase is listed as that.
bool is_byline_word(BylineWord kind, std::string_view folded);

// Whether such a phrase stands anywhere in the folded text, as whole words or, in scripts that do
// not part words, as letters.
bool has_byline_word(BylineWord kind, std::string_view folded);

// How many bytes at the folded text's beginning are a phrase of that kind, whole words, the
// longest; 0 if none is.
std::size_t byline_words_at(BylineWord kind, std::string_view folded);

// "by …", "autor: …", "text | …": whether the folded line begins as bylines do.
bool begins_byline(std::string_view folded);

}  // namespace extractor
