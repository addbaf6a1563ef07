// Word parts and abbreviations that decide where tokens and sentences end. Private to extractor/.
//
// From data/word_parts.tsv and data/abbreviations.tsv, whose heads say what the classes mean.
#pragma once
#include <cstddef>
#include <string_view>

namespace extractor {

enum class Abbreviation { None, Title, Number, Inside, Either };

// All take a word as it is written and ignore its case. Constant time: long words are not listed.
Abbreviation abbreviation_of(std::string_view word);  // without its last full stop
bool is_prefix(std::string_view part);
bool is_name_ending(std::string_view part);
bool is_unit(std::string_view part);
bool is_aphesis(std::string_view part);
std::size_t split_point(std::string_view word);  // letters of the first of two tokens; 0: one token

}  // namespace extractor
