#include "extractor/language/characters.h"

#include <array>

#include <unicode/uchar.h>

#include "core/text.h"

namespace extractor {

namespace {

constexpr CharKind ascii_kind(char c) {
    if (c >= 'a' && c <= 'z') return CharKind::Lower;
    if (c >= 'A' && c <= 'Z') return CharKind::Upper;
    if (c >= '0' && c <= '9') return CharKind::Digit;
    switch (c) {
        case '.':
        case '!':
        case '?': return CharKind::Stop;
        case '\'':
        case '`': return CharKind::Apostrophe;
        case '"': return CharKind::Quote;
        case '(':
        case '[':
        case '{': return CharKind::Open;
        case ')':
        case ']':
        case '}': return CharKind::Close;
        case '-': return CharKind::Dash;
        case '$':
        case '+':
        case '<':
        case '=':
        case '>':
        case '^':
        case '|':
        case '~': return CharKind::Symbol;
        default: return c > ' ' && c < 0x7F ? CharKind::Punct : CharKind::Space;
    }
}

constexpr std::array<CharKind, 128> ascii_kinds = [] {
    std::array<CharKind, 128> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) kinds[c] = ascii_kind(static_cast<char>(c));
    return kinds;
}();

CharKind unicode_kind(char32_t c) {
    if (c == U'\u2019' || c == U'\u2018' || c == U'\u00B4') return CharKind::Apostrophe;
    if (c == U'\u2026' || c == U'\u3002' || c == U'\uFF01' || c == U'\uFF1F' || c == U'\u061F')
        return CharKind::Stop;
    if (c == U'\u200B' || c == U'\uFEFF') return CharKind::Space;
    const auto type = u_charType(static_cast<UChar32>(c));
    switch (type) {
        case U_UPPERCASE_LETTER:
        case U_TITLECASE_LETTER: return CharKind::Upper;
        case U_DECIMAL_DIGIT_NUMBER: return CharKind::Digit;
        case U_SPACE_SEPARATOR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
        case U_CONTROL_CHAR: return CharKind::Space;
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_COMBINING_SPACING_MARK:
        case U_FORMAT_CHAR: return CharKind::Mark;
        case U_START_PUNCTUATION:
        case U_INITIAL_PUNCTUATION: return CharKind::Open;
        case U_END_PUNCTUATION:
        case U_FINAL_PUNCTUATION: return CharKind::Close;
        case U_DASH_PUNCTUATION: return CharKind::Dash;
        case U_OTHER_PUNCTUATION:
        case U_CONNECTOR_PUNCTUATION: return CharKind::Punct;
        case U_MATH_SYMBOL:
        case U_CURRENCY_SYMBOL:
        case U_MODIFIER_SYMBOL:
        case U_OTHER_SYMBOL: return CharKind::Symbol;
        default: return CharKind::Lower;
    }
}

}  // namespace

CharKind kind_of(char32_t c) { return c < 0x80 ? ascii_kinds[c] : unicode_kind(c); }

Char char_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {0, CharKind::Space, at};
    const char32_t code = core::next_code_point(text, at);
    return {code, kind_of(code), at};
}

}  // namespace extractor
