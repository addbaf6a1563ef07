// Which characters make words, and how much each tells.
#pragma once
#include "core/text.h"

namespace extractor {

// Written without spaces between words: each stands for a word, and says as much as three letters.
constexpr bool is_han_or_kana(char32_t c) {
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

// General punctuation and symbols; letters of any script are above or below.
constexpr bool is_mark(char32_t c) {
    return (c < 0x80 && !core::is_alpha(static_cast<char>(c)) &&
            !core::is_digit(static_cast<char>(c))) ||
           (c >= 0x80 && c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA) ||
           (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3040) ||
           (c >= 0xFF00 && c < 0xFF10) || (c >= 0xFE10 && c < 0xFE70) ||
           (c >= 0x1F000 && c < 0x20000);
}

}  // namespace extractor
