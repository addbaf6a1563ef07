#include "extractor/page/page_text.h"

#include "core/text.h"

namespace extractor {

namespace {

constexpr bool may_be_special(unsigned char c) {
    return c <= ' ' || c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF;
}

// Words with a single space between them are taken over as they are.
std::size_t behind_plain(std::string_view text, std::size_t begin) {
    auto at = begin;
    for (; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        const bool parts_words = c == ' ' && at > begin && text[at - 1] != ' ';
        if (may_be_special(c) && !parts_words) break;
    }
    return at;
}

enum class Special : std::uint8_t { None, Space, Nothing };

// Spaces other than ASCII's, and characters that no reader sees.
Special special_at(std::string_view rest) {
    const auto byte = [&](std::size_t n) {
        return n < rest.size() ? static_cast<unsigned char>(rest[n]) : 0u;
    };
    switch (byte(0)) {
        case 0xC2:
            return byte(1) == 0xA0   ? Special::Space
                   : byte(1) == 0xAD ? Special::Nothing
                                     : Special::None;
        case 0xE2:
            if (byte(1) != 0x80) return Special::None;
            if (byte(2) == 0x8B) return Special::Nothing;
            return (byte(2) >= 0x80 && byte(2) <= 0x8A) || byte(2) == 0xA8 || byte(2) == 0xA9 ||
                           byte(2) == 0xAF
                       ? Special::Space
                       : Special::None;
        case 0xE3: return byte(1) == 0x80 && byte(2) == 0x80 ? Special::Space : Special::None;
        case 0xEF: return byte(1) == 0xBB && byte(2) == 0xBF ? Special::Nothing : Special::None;
        default: return Special::None;
    }
}

}  // namespace

void PageText::append(std::string_view text, Lines lines) {
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        at = behind_plain(text, at);
        text_.append(text.substr(begin, at - begin));
        if (at >= text.size()) return;
        const auto c = static_cast<unsigned char>(text[at]);
        if (c <= ' ') {
            if (c == '\n' && lines == Lines::Kept)
                end_line();
            else if (core::is_space(static_cast<char>(c)))
                space();
            ++at;  // other control characters are dropped
        } else {
            at += special(text, at);
        }
    }
}

std::size_t PageText::special(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    const std::size_t size = static_cast<unsigned char>(rest[0]) == 0xC2 ? 2 : 3;
    switch (special_at(rest)) {
        case Special::Space: space(); break;
        case Special::Nothing: break;
        case Special::None: text_.append(rest.substr(0, size)); break;
    }
    return size < rest.size() ? size : rest.size();
}

void PageText::space() {
    if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') text_ += ' ';
}

void PageText::end_line() {
    if (text_.empty() || text_.back() == '\n') return;
    if (text_.back() == ' ')
        text_.back() = '\n';
    else
        text_ += '\n';
}

}  // namespace extractor
