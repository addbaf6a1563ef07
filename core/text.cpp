#include "core/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace core {

namespace {

constexpr std::size_t kMarkEvery = 64;

unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// What a lead byte promises: how many bytes, and the range of the second one (Unicode table 3-7).
struct Lead {
    std::size_t length = 0;  // 0: no lead byte
    unsigned char low = 0x80, high = 0xBF;
};

constexpr Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1, 0x80, 0xBF};
    if (byte < 0xC2) return {0, 0x80, 0xBF};
    if (byte < 0xE0) return {2, 0x80, 0xBF};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3, 0x80, 0xBF};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte < 0xF4) return {4, 0x80, 0xBF};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0x80, 0xBF};
}

struct Sequence {
    bool valid;
    std::size_t length;  // of the sequence, or of its maximal ill-formed subpart; at least 1
};

Sequence sequence_at(std::string_view bytes, std::size_t at) {
    const Lead lead = lead_of(byte_at(bytes, at));
    if (lead.length == 0) return {false, 1};
    for (std::size_t i = 1; i < lead.length; ++i) {
        if (at + i >= bytes.size()) return {false, i};
        const unsigned char byte = byte_at(bytes, at + i);
        const bool fits = i == 1 ? byte >= lead.low && byte <= lead.high : is_continuation(byte);
        if (!fits) return {false, i};
    }
    return {true, lead.length};
}

std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080u;
    for (std::uint64_t word = 0; at + sizeof word <= bytes.size(); at += sizeof word) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if ((word & high_bits) != 0) break;
    }
    while (at < bytes.size() && byte_at(bytes, at) < 0x80) ++at;
    return at;
}

// The first ill-formed sequence from a sequence's beginning on; the size if there is none.
std::size_t invalid_from(std::string_view bytes, std::size_t at) {
    for (at = skip_ascii(bytes, at); at < bytes.size(); at = skip_ascii(bytes, at)) {
        const Sequence sequence = sequence_at(bytes, at);
        if (!sequence.valid) return at;
        at += sequence.length;
    }
    return bytes.size();
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    const auto at = invalid_from(bytes, 0);
    return at < bytes.size() ? std::optional(at) : std::nullopt;
}

std::string repair_utf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const auto invalid = invalid_from(bytes, at);
        text += bytes.substr(at, invalid - at);
        if (invalid == bytes.size()) break;
        text += "\xEF\xBF\xBD";
        at = invalid + sequence_at(bytes, invalid).length;
    }
    return text;
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        code_point = 0xFFFD;
    if (code_point < 0x80) return put(code_point);
    if (code_point < 0x800) {
        put(0xC0 | (code_point >> 6));
    } else if (code_point < 0x10000) {
        put(0xE0 | (code_point >> 12));
        put(0x80 | ((code_point >> 6) & 0x3F));
    } else {
        put(0xF0 | (code_point >> 18));
        put(0x80 | ((code_point >> 12) & 0x3F));
        put(0x80 | ((code_point >> 6) & 0x3F));
    }
    put(0x80 | (code_point & 0x3F));
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const unsigned char first = byte_at(text, at++);
    if (first < 0x80) return first;
    const int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    char32_t code_point = first & (0x3Fu >> more);
    for (int i = 0; i < more && at < text.size(); ++i)
        code_point = (code_point << 6) | (byte_at(text, at++) & 0x3Fu);
    return code_point;
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return !is_continuation(static_cast<unsigned char>(c));
    }));
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
    if (skip_ascii(text, 0) == text.size()) {
        size_ = text.size();
        return;
    }
    for (std::size_t byte = 0; byte < text.size(); ++byte) {
        if (is_continuation(byte_at(text, byte))) continue;
        if (size_ % kMarkEvery == 0) marks_.push_back(byte);
        ++size_;
    }
}

std::size_t CodePoints::from_byte(std::size_t byte) const {
    if (byte >= text_.size()) return size_;
    if (marks_.empty()) return byte;
    const auto mark = std::prev(std::upper_bound(marks_.begin(), marks_.end(), byte));
    const auto before = static_cast<std::size_t>(mark - marks_.begin()) * kMarkEvery;
    return before + count_code_points(text_.substr(*mark, byte - *mark));
}

std::size_t CodePoints::to_byte(std::size_t code_point) const {
    if (code_point >= size_) return text_.size();
    if (marks_.empty()) return code_point;
    std::size_t byte = marks_[code_point / kMarkEvery];
    for (std::size_t left = code_point % kMarkEvery; left > 0; --left) next_code_point(text_, byte);
    return byte;
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
    return lower;
}

namespace {

std::vector<std::string> sorted_words(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (is_alpha(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0)
            words.back() += to_lower(c);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    std::sort(words.begin(), words.end());
    return words;
}

}  // namespace

double shared_words(std::string_view a, std::string_view b) {
    const auto words_a = sorted_words(a);
    const auto words_b = sorted_words(b);
    std::vector<std::string_view> both;
    std::set_intersection(words_a.begin(), words_a.end(), words_b.begin(), words_b.end(),
                          std::back_inserter(both));
    const auto most = std::max(words_a.size(), words_b.size());
    return most == 0 ? 1 : static_cast<double>(both.size()) / static_cast<double>(most);
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return to_lower(x) == to_lower(y); });
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string collapse_spaces(std::string_view text) {
    std::string collapsed;
    collapsed.reserve(text.size());
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(text, at);
        const bool is_white = c < 0x80 ? is_space(static_cast<char>(c))
                                       : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
        if (is_white) {
            space = !collapsed.empty();
            continue;
        }
        if (space) collapsed += ' ';
        space = false;
        collapsed += text.substr(begin, at - begin);
    }
    return collapsed;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
    std::string joined;
    for (const std::string& part : parts) {
        if (&part != parts.data()) joined += separator;
        joined += part;
    }
    return joined;
}

std::string fold(std::string_view text) {
    if (skip_ascii(text, 0) == text.size()) return lower_ascii(collapse_spaces(text));
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(error);
    if (U_FAILURE(error)) return lower_ascii(collapse_spaces(text));
    icu::UnicodeString folded;
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    nfkc->normalize(icu::UnicodeString::fromUTF8(piece), folded, error);
    std::string utf8;
    folded.toUTF8String(utf8);
    return collapse_spaces(utf8);
}

}  // namespace core
