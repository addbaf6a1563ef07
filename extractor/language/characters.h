// What a character is to a tokenizer. Private to extractor/.
#pragma once
#include <cstdint>
#include <string_view>

namespace extractor {

enum class CharKind : std::uint8_t {
    Space,
    Upper,
    Lower,  // with title case, modifiers and scripts without case
    Digit,
    Mark,        // belongs to the letter before it
    Stop,        // . ! ? … and their like in other scripts
    Apostrophe,  // ' ’ and look-alikes: part of a word, or a quotation mark
    Open,        // brackets and quotation marks that open
    Close,
    Quote,  // " opens or closes
    Dash,
    Punct,   // all other punctuation
    Symbol,  // money, arithmetic, emoji
};

CharKind kind_of(char32_t c);

struct Char {
    char32_t code = 0;
    CharKind kind = CharKind::Space;
    std::size_t end = 0;  // byte behind it
};

// The character at `at`; at the text's end a space that takes no room.
Char char_at(std::string_view text, std::size_t at);

constexpr bool is_letter(CharKind kind) {
    return kind == CharKind::Upper || kind == CharKind::Lower || kind == CharKind::Mark;
}
constexpr bool is_word(CharKind kind) { return is_letter(kind) || kind == CharKind::Digit; }

}  // namespace extractor
