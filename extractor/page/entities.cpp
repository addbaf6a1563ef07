#include "extractor/page/entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "core/text.h"
#include "embedded/extractor.h"
#include "extractor/language/tsv.h"

namespace extractor {

namespace {

constexpr std::size_t kLongestName = 32;
constexpr std::size_t kLongestLegacy = 6;  // "frac12"

// What &#128; to &#159; stand for: windows-1252, as pages mean it.
constexpr std::array<char32_t, 32> c1_controls{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

struct Reference {
    std::string text;
    bool may_lack_semicolon = false;
};
using References = std::unordered_map<std::string_view, Reference>;

const References& references() {
    static const References all = [] {
        References table;
        for (const auto& row : rows_of(embedded::extractor::html_entities_tsv())) {
            auto& reference = table[row[0]];
            for (const auto digits : core::split(row[1], ' ')) {
                std::uint32_t code_point = 0;
                std::from_chars(digits.data(), digits.data() + digits.size(), code_point, 16);
                core::append_utf8(reference.text, code_point);
            }
            reference.may_lack_semicolon = row.size() > 2;
        }
        return table;
    }();
    return all;
}

// Both resolve what begins at text[at] == '&': where it ends; `at` itself if it is none.
std::size_t resolve_number(std::string& out, std::string_view text, std::size_t at) {
    auto digits = at + 2;
    const bool is_hex = digits < text.size() && (text[digits] == 'x' || text[digits] == 'X');
    if (is_hex) ++digits;
    std::uint32_t code_point = 0;
    const auto* begin = text.data() + digits;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(begin, end, code_point, is_hex ? 16 : 10);
    if (stop == begin) return at;
    if (error != std::errc() || code_point == 0) code_point = 0xFFFD;
    if (code_point >= 0x80 && code_point < 0xA0) code_point = c1_controls[code_point - 0x80];
    core::append_utf8(out, code_point);
    return static_cast<std::size_t>(stop - text.data()) + (stop != end && *stop == ';' ? 1 : 0);
}

std::size_t resolve_name(std::string& out, std::string_view text, std::size_t at, Within within) {
    const auto is_name = [&](std::size_t n) {
        return n < text.size() && (core::is_alpha(text[n]) || core::is_digit(text[n]));
    };
    auto end = at + 1;
    while (is_name(end) && end - at <= kLongestName) ++end;
    const auto name = text.substr(at + 1, end - at - 1);
    if (end < text.size() && text[end] == ';') {
        if (const auto found = references().find(name); found != references().end()) {
            out += found->second.text;
            return end + 1;
        }
    }
    for (auto size = std::min(name.size(), kLongestLegacy); size >= 2; --size) {
        const auto found = references().find(name.substr(0, size));
        if (found == references().end() || !found->second.may_lack_semicolon) continue;
        const auto behind = at + 1 + size;
        // "?a=b&copy=c" in an address is no reference.
        const bool goes_on = is_name(behind) || (behind < text.size() && text[behind] == '=');
        if (within == Within::Attribute && goes_on) return at;
        out += found->second.text;
        return behind;
    }
    return at;
}

}  // namespace

void append_resolved(std::string& out, std::string_view text, Within within) {
    for (std::size_t at = 0; at < text.size();) {
        const auto reference = std::min(text.find('&', at), text.size());
        out += text.substr(at, reference - at);
        if (reference == text.size()) return;
        const bool is_number = reference + 1 < text.size() && text[reference + 1] == '#';
        at = is_number ? resolve_number(out, text, reference)
                       : resolve_name(out, text, reference, within);
        if (at != reference) continue;
        out += '&';
        at = reference + 1;
    }
}

}  // namespace extractor
