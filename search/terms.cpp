#include "search/terms.h"

#include <algorithm>
#include <array>

#include <xapian.h>

namespace search {

namespace {

bool is_word(char32_t c) { return Xapian::Unicode::is_wordchar(c); }

bool stands_alone(char32_t c) {
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

char32_t peek(std::string_view text, std::size_t at) {
    return at < text.size() ? core::next_code_point(text, at) : U' ';
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Whether `c` holds the word before and the one behind it together.
bool holds_together(char32_t before, char32_t c, char32_t behind) {
    if (!is_word(behind) || stands_alone(behind)) return false;
    if (c == U'\'' || c == U'\u2019' || c == U'&') return true;
    return (c == U'.' || c == U',') && is_digit(before) && is_digit(behind);
}

// The end of the word that begins at `at`, whose lower-case letters are appended.
std::size_t read_word(std::string_view text, std::size_t at, std::string& word) {
    char32_t before = 0;
    while (at < text.size()) {
        std::size_t next = at;
        char32_t c = core::next_code_point(text, next);
        if (!is_word(c)) {
            if (!holds_together(before, c, peek(text, next))) break;
            if (c == U'\u2019') c = U'\'';
        } else if (stands_alone(c)) {
            break;
        }
        if (word.size() < kMaxTermBytes) core::append_utf8(word, Xapian::Unicode::tolower(c));
        before = c;
        at = next;
    }
    return at;
}

constexpr std::array<std::string_view, 44> kStopWords{
    "a",    "about", "after", "all",  "also", "an",  "and",  "are",  "as",    "at",   "be",
    "been", "but",   "by",    "can",  "do",   "for", "from", "had",  "has",   "have", "he",
    "her",  "his",   "if",    "in",   "is",   "it",  "its",  "not",  "of",    "on",   "or",
    "that", "the",   "their", "they", "this", "to",  "was",  "were", "which", "who",  "with"};

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = at;
        const char32_t c = core::next_code_point(text, next);
        if (!is_word(c)) {
            at = next;
            continue;
        }
        std::string word;
        std::size_t end = next;
        if (stands_alone(c))
            core::append_utf8(word, c);
        else
            end = read_word(text, at, word);
        if (word.ends_with("'s")) word.resize(word.size() - 2);
        tokens.push_back({std::move(word), {at, end}});
        at = end;
    }
    return tokens;
}

struct Stemmer::Impl {
    Xapian::Stem stem;
};

Stemmer::Stemmer(std::string_view language) : impl_(std::make_unique<Impl>()) {
    const auto name = language.empty() ? "en" : core::lower_ascii(language.substr(0, 2));
    try {
        impl_->stem = Xapian::Stem(name);
    } catch (const Xapian::InvalidArgumentError&) {
        impl_->stem = Xapian::Stem();  // none: words stay as they are
    }
}
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(const std::string& word) const { return impl_->stem(word); }

bool is_stop_word(std::string_view word) {
    return std::binary_search(kStopWords.begin(), kStopWords.end(), word);
}

}  // namespace search
