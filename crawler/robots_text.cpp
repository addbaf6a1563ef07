#include "crawler/robots_text.h"

#include <optional>

#include "core/text.h"

namespace crawler {
namespace {

std::optional<int> hex_digit(char c) {
    if (core::is_digit(c)) return c - '0';
    const char low = core::to_lower(c);
    if (low >= 'a' && low <= 'f') return low - 'a' + 10;
    return std::nullopt;
}

bool is_unreserved(char c) {
    return core::is_alpha(c) || core::is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

void append_escaped(std::string& text, char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    text += '%';
    text += digits[byte >> 4];
    text += digits[byte & 15];
}

std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
    if (text[at] != '%' || at + 2 >= text.size()) return std::nullopt;
    const auto high = hex_digit(text[at + 1]);
    const auto low = hex_digit(text[at + 2]);
    if (!high || !low) return std::nullopt;
    return static_cast<char>(*high * 16 + *low);
}

struct Spelling {
    std::string_view to_escape;
    Unreserved unreserved;
    enum class Beyond { Escaped, AsIs } beyond;  // what is no ASCII
};

std::string normalise(std::string_view text, const Spelling& spelling) {
    std::string normal;
    normal.reserve(text.size());
    const auto must_be_escaped = [&](char c) {
        if (static_cast<unsigned char>(c) >= 0x80)
            return spelling.beyond == Spelling::Beyond::Escaped;
        return spelling.to_escape.find(c) != std::string_view::npos;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (const auto byte = escaped_byte(text, at)) {
            if (is_unreserved(*byte) && spelling.unreserved == Unreserved::Undone)
                normal += *byte;
            else
                append_escaped(normal, *byte);
            at += 2;
        } else if (must_be_escaped(c)) {
            append_escaped(normal, c);
        } else {
            normal += c;
        }
    }
    return normal;
}

}  // namespace

std::string agent_token(std::string_view value) {
    if (value.starts_with('*') && (value.size() == 1 || core::is_space(value[1]))) return "*";
    std::size_t end = 0;
    while (end < value.size() &&
           (core::is_alpha(value[end]) || value[end] == '-' || value[end] == '_'))
        ++end;
    return core::lower_ascii(value.substr(0, end));
}

std::string normal_path(std::string_view path, Unreserved unreserved) {
    return normalise(path, {"*$ \"<>`{}'", unreserved, Spelling::Beyond::AsIs});
}

std::string normal_pattern(std::string_view pattern, Unreserved unreserved) {
    const bool anchored = pattern.ends_with('$');
    if (anchored) pattern.remove_suffix(1);
    auto normal = normalise(pattern, {"$ \"<>`{}'", unreserved, Spelling::Beyond::Escaped});
    if (anchored) normal += '$';
    return normal;
}

// The leftmost place for each piece between stars is as good as any: only the last one, when it
// must end the path, has to be looked for from the right.
bool pattern_matches(std::string_view pattern, std::string_view path) {
    const bool anchored = pattern.ends_with('$');
    if (anchored) pattern.remove_suffix(1);
    auto star = pattern.find('*');
    const auto head = pattern.substr(0, star);
    if (!path.starts_with(head)) return false;
    path.remove_prefix(head.size());
    if (star == pattern.npos) return !anchored || path.empty();
    while (true) {
        pattern.remove_prefix(star + 1);
        star = pattern.find('*');
        const auto piece = pattern.substr(0, star);
        if (star == pattern.npos && anchored) return path.ends_with(piece);
        const auto found = path.find(piece);
        if (found == path.npos) return false;
        if (star == pattern.npos) return true;
        path.remove_prefix(found + piece.size());
    }
}

}  // namespace crawler
