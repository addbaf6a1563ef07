// UTF-8 text: validation at the edges, byte ↔ code point offsets, and the few ASCII helpers that
// every room needs. Everything inside the program is valid UTF-8 and counts bytes.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

// Half-open range of bytes, on code point boundaries: the very words something was read from.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t size() const { return end - begin; }
    bool contains(const Span& inner) const { return begin <= inner.begin && inner.end <= end; }
    bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
    friend auto operator<=>(const Span&, const Span&) = default;
};

inline std::string_view cut(std::string_view text, Span span) {
    return text.substr(span.begin, span.size());
}

// Byte offset of the first ill-formed sequence (Unicode 15, table 3-7), none if the text is valid.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

// The same text with each maximal ill-formed subpart replaced by U+FFFD (as WHATWG decoders do).
std::string repair_utf8(std::string_view bytes);

// Appends one code point; what is no Unicode scalar value becomes U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

// The code point at `at`, which is moved behind it. The text must be valid, `at` within it.
char32_t next_code_point(std::string_view text, std::size_t& at);

std::size_t count_code_points(std::string_view text);

// Byte ↔ code point offsets of one text, for JSON. Built in one pass; a look-up walks at most 64
// code points. Holds a view of the text, which must outlive it.
class CodePoints {
public:
    explicit CodePoints(std::string_view text);
    std::size_t from_byte(std::size_t byte) const;      // byte ≤ size of the text
    std::size_t to_byte(std::size_t code_point) const;  // past the end: size of the text
    std::size_t size() const { return size_; }

private:
    std::string_view text_;
    std::vector<std::size_t> marks_;  // byte offset of every 64th code point; empty if all ASCII
    std::size_t size_ = 0;
};

// ASCII only, on purpose: for markup, header names and cue words. Names of people go to fold().
constexpr bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
std::string lower_ascii(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);  // ASCII case
std::string_view trim(std::string_view text);
std::string collapse_spaces(
    std::string_view text);  // runs of Unicode white space → one space, trimmed
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);

// The words that two texts have in common, of those of the longer one: 0–1, 1 where both have none.
double shared_words(std::string_view a, std::string_view b);
// From here on a sentence is held to be an edited form of the other.
inline constexpr double kEditedShare = 0.6;

// For comparing names: NFKC, case folded, spaces collapsed (ICU). "ＯpenAI " and "openai" agree.
std::string fold(std::string_view text);

}  // namespace core
