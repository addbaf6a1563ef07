// How notes to the reader begin, end or read, in the languages of the press. Latin letters without
// accents stand in lower case here and are compared so; others as they are written.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extractor/page/fate.h"

namespace extractor {

enum class Where : std::uint8_t {
    Begins,  // the line begins so
    Whole,   // it is all of the line, but for marks around it
    Within,  // anywhere in it
};

enum class Needs : std::uint8_t {
    Nothing,
    Link,      // and a good part of the line is linked, or it is shorter than kShort
    Tail,      // and the line is one of the last of the article
    TailNote,  // and it does not end like a sentence, either
    Digit,     // and there is a digit in it
};

struct Phrase {
    std::string_view words;
    Where where;
    Needs needs;
    std::uint16_t longest;  // letters of the line
    Fate fate;
};

inline constexpr std::size_t kShort = 60;

std::span<const Phrase> phrases();

// Those that the line holds, in the table's order: what it may be called, most often nothing.
std::vector<const Phrase*> phrases_in(std::string_view line);

}  // namespace extractor
