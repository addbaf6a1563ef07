#include "extractor/language/word_features.h"

#include <algorithm>

#include "core/text.h"

namespace extractor {

namespace {

constexpr std::size_t kLongest = 48;

// A word as it is seen: at most kLongest bytes, of a longer one its two ends.
struct Spelling {
    std::array<char, kLongest + 2> letters{};
    std::size_t size = 0;

    void add(char letter) { letters[size++] = letter; }
    std::string_view view() const { return {letters.data(), size}; }
    std::string_view start(std::size_t count) const {
        return view().substr(0, std::min(count, size));
    }
    std::string_view end(std::size_t count) const {
        return view().substr(size - std::min(count, size));
    }
};

struct Typography {
    std::string_view written;
    char seen;
};
constexpr std::array<Typography, 12> typography{{
    {"\u2018", '\''},
    {"\u2019", '\''},
    {"\u02BC", '\''},
    {"\u00B4", '\''},
    {"\u201C", '"'},
    {"\u201D", '"'},
    {"\u201E", '"'},
    {"\u00AB", '"'},
    {"\u00BB", '"'},
    {"\u2013", '-'},
    {"\u2014", '-'},
    {"\u2212", '-'},
}};

// "—" and "--" are one thing, "-" another: a long dash is seen as two.
bool is_long_dash(std::string_view written) { return written.starts_with("\xE2\x80"); }

Spelling spell(std::string_view word) {
    Spelling spelling;
    for (std::size_t at = 0; at < word.size() && spelling.size < kLongest;) {
        const auto rest = word.substr(at);
        const auto* found =
            std::find_if(typography.begin(), typography.end(),
                         [&](const Typography& row) { return rest.starts_with(row.written); });
        if (found == typography.end()) {
            spelling.add(word[at++]);
            continue;
        }
        spelling.add(found->seen);
        if (found->seen == '-' && is_long_dash(found->written)) spelling.add('-');
        at += found->written.size();
    }
    return spelling;
}

Spelling seen(std::string_view word) {
    constexpr std::size_t tail = 16;
    if (word.size() <= kLongest) return spell(word);
    Spelling spelling = spell(word.substr(0, kLongest - tail));
    const Spelling end = spell(word.substr(word.size() - tail));
    for (const char letter : end.view())
        if (spelling.size < kLongest) spelling.add(letter);
    return spelling;
}

char folded(char letter) { return core::is_digit(letter) ? '0' : core::to_lower(letter); }

char shape_of(char letter) {
    if (letter >= 'A' && letter <= 'Z') return 'X';
    if (core::is_alpha(letter)) return 'x';
    if (core::is_digit(letter)) return '0';
    return static_cast<unsigned char>(letter) >= 0x80 ? 'u' : letter;
}

// Letters by their class; of a run of one class two are kept.
Spelling shape(const Spelling& spelling) {
    Spelling result;
    for (const char letter : spelling.view()) {
        const char kind = shape_of(letter);
        if (result.size >= 2 && result.end(2)[0] == kind && result.end(1)[0] == kind) continue;
        result.add(kind);
    }
    return result;
}

std::uint32_t hash(std::string_view text, std::uint32_t kind) {
    std::uint64_t value = 0xCBF29CE484222325ULL ^ (kind * 0x9E3779B97F4A7C15ULL);
    for (const char letter : text)
        value = (value ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;
    value = (value ^ (value >> 32)) * 0xD6E8FEB86659FD93ULL;
    return static_cast<std::uint32_t>(value >> 32);
}

std::uint16_t row(std::string_view text, std::uint32_t kind) {
    return static_cast<std::uint16_t>(hash(text, kind) % kPieceRows);
}

void add_ngrams(std::string_view bordered, std::size_t length, WordFeatures& features) {
    for (std::size_t at = 0; at + length <= bordered.size(); ++at) {
        if (features.ngram_count == features.ngrams.size()) return;
        features.ngrams[features.ngram_count++] = row(bordered.substr(at, length), 5);
    }
}

}  // namespace

WordFeatures word_features(std::string_view word) {
    const Spelling spelling = seen(word);
    Spelling lower;
    Spelling bordered;
    bordered.add('<');
    for (const char letter : spelling.view()) {
        lower.add(folded(letter));
        bordered.add(folded(letter));
    }
    if (bordered.size < bordered.letters.size()) bordered.add('>');

    WordFeatures features;
    features.word = hash(lower.view(), 0);
    features.affixes = {row(lower.end(3), 1), row(lower.end(2), 2), row(lower.start(3), 3),
                        row(shape(spelling).view(), 4)};
    add_ngrams(bordered.view(), 3, features);
    add_ngrams(bordered.view(), 4, features);
    return features;
}

}  // namespace extractor
