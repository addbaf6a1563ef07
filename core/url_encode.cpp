#include "core/url_encode.h"

#include <array>
#include <optional>

#include "core/text.h"

namespace core {

namespace {

// One bit per part in which the byte must be escaped.
constexpr unsigned bit(UrlPart part) { return 1U << static_cast<unsigned>(part); }

constexpr std::array<unsigned char, 256> make_escape_table() {
    std::array<unsigned char, 256> table{};
    const auto mark = [&table](std::string_view bytes, unsigned parts) {
        for (const char c : bytes) table[static_cast<unsigned char>(c)] |= parts & 0xF;
    };
    const unsigned userinfo = bit(UrlPart::Userinfo);
    const unsigned path = bit(UrlPart::Path) | userinfo;
    const unsigned query = bit(UrlPart::Query) | path;
    const unsigned all = bit(UrlPart::Fragment) | query;
    for (std::size_t byte = 0; byte < 256; ++byte) {
        if (byte < 0x20 || byte > 0x7E) table[byte] = static_cast<unsigned char>(all);
    }
    mark(" \"<>", all);
    mark("`", bit(UrlPart::Fragment) | path);
    mark("#", query);
    mark("'", bit(UrlPart::Query));
    mark("?^{}", path);
    mark("/:;=@[\\]|", userinfo);
    return table;
}
constexpr auto escape_table = make_escape_table();

constexpr std::string_view hex_digits = "0123456789ABCDEF";

std::optional<unsigned> hex_value(char c) {
    const auto digit = hex_digits.find(c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c);
    if (digit == std::string_view::npos) return std::nullopt;
    return static_cast<unsigned>(digit);
}

// The byte that "%XX" at this place stands for.
std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
    if (text[at] != '%' || at + 2 >= text.size()) return std::nullopt;
    const auto high = hex_value(text[at + 1]);
    const auto low = hex_value(text[at + 2]);
    if (!high || !low) return std::nullopt;
    return static_cast<char>(*high * 16 + *low);
}

void append_escape(std::string& out, char c) {
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', hex_digits[byte >> 4], hex_digits[byte & 0xF]};
}

bool is_unreserved(char c) {
    return is_alpha(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

}  // namespace

void percent_encode(std::string& out, std::string_view text, UrlPart part) {
    for (const char c : text) {
        if ((escape_table[static_cast<unsigned char>(c)] & bit(part)) != 0) {
            append_escape(out, c);
        } else {
            out += c;
        }
    }
}

std::string percent_decode(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = escaped_byte(text, at);
        decoded += byte.value_or(text[at]);
        if (byte) at += 2;
    }
    return decoded;
}

std::string normalise_escapes(std::string_view text) {
    std::string normal;
    normal.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = escaped_byte(text, at);
        // What follows a stray "%" might become its escape.
        if (text[at] == '%' && !byte) return std::string(text);
        if (!byte || is_unreserved(*byte)) {
            normal += byte.value_or(text[at]);
        } else {
            append_escape(normal, *byte);
        }
        if (byte) at += 2;
    }
    return normal;
}

}  // namespace core
