// How far a word reaches among the marks inside and behind it. Private to extractor/.
#pragma once
#include <cstddef>
#include <string_view>

namespace extractor {

// The end of the word at `begin`, with its abbreviating full stop, with its clitic.
std::size_t word_end(std::string_view text, std::size_t begin);

// The end of the web or mail address at `begin` of a text without white space; `begin` if there
// is none.
std::size_t address_end(std::string_view text, std::size_t begin);

}  // namespace extractor
