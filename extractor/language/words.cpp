#include "extractor/language/words.h"

#include <array>

namespace extractor {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

template <std::size_t N>
bool within(const std::array<Range, N>& ranges, char32_t c) {
    for (const Range& range : ranges)
        if (c >= range.first && c <= range.last) return true;
    return false;
}

// Written without spaces between words: kana, ideographs, Hangul (whose particles cling to names).
constexpr std::array<Range, 6> kIdeographs{{{0x3041, 0x30FF},
                                            {0x3400, 0x4DBF},
                                            {0x4E00, 0x9FFF},
                                            {0xAC00, 0xD7AF},
                                            {0xF900, 0xFAFF},
                                            {0x20000, 0x3FFFF}}};

// Beyond ASCII nearly all is letters; these blocks are punctuation, symbols and pictures.
constexpr std::array<Range, 10> kNoLetters{{{0x80, 0xA9},
                                            {0xAB, 0xB4},
                                            {0xB6, 0xB9},
                                            {0xBB, 0xBF},
                                            {0xD7, 0xD7},
                                            {0xF7, 0xF7},
                                            {0x2000, 0x2BFF},
                                            {0x3000, 0x3040},
                                            {0xFE00, 0xFF0F},
                                            {0xFFF0, 0x1FFFF}}};

enum class Class { Other, Lower, Upper, Digit, Ideograph };

Class class_of_ascii(char c) {
    if (c >= 'a' && c <= 'z') return Class::Lower;
    if (c >= 'A' && c <= 'Z') return Class::Upper;
    return core::is_digit(c) ? Class::Digit : Class::Other;
}

// Good enough for the scripts with case that names in English news come in.
bool is_upper(char32_t c) {
    if (c < 0x100) return c >= 0xC0 && c <= 0xDE;
    if (c < 0x180) {
        const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || c >= 0x179;
        return (c % 2 == 1) == odd_is_upper;
    }
    return (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

Class class_of(char32_t c) {
    if (c < 0x80) return class_of_ascii(static_cast<char>(c));
    if (within(kIdeographs, c)) return Class::Ideograph;
    if (within(kNoLetters, c)) return Class::Other;
    return is_upper(c) ? Class::Upper : Class::Lower;
}

class Splitter {
public:
    explicit Splitter(std::string_view text) : text_(text) {}

    std::vector<Word> words() {
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t begin = at;
            const Class c = class_of(core::next_code_point(text_, at));
            take(c, {begin, at});
        }
        finish();
        return std::move(words_);
    }

private:
    void take(Class c, core::Span span) {
        if (c == Class::Other) return finish();
        const WordKind kind = c == Class::Digit       ? WordKind::Digits
                              : c == Class::Ideograph ? WordKind::Ideograph
                                                      : WordKind::Letters;
        if (open_ && (kind != word_.kind || kind == WordKind::Ideograph)) finish();
        if (!open_) {
            word_ = {.span = span, .kind = kind, .capital = c == Class::Upper};
            inner_upper_ = lower_ = false;
            open_ = true;
        } else if (c == Class::Upper) {
            inner_upper_ = true;
        }
        if (c == Class::Lower) lower_ = true;
        word_.span.end = span.end;
    }

    void finish() {
        if (!open_) return;
        word_.capitals = word_.capital && !lower_;
        word_.mixed = inner_upper_ && lower_;
        words_.push_back(word_);
        open_ = false;
    }

    std::string_view text_;
    std::vector<Word> words_;
    Word word_;
    bool open_ = false;
    bool inner_upper_ = false;
    bool lower_ = false;
};

// U+00E0–U+00FF and U+0100–U+017F without their accents; '.' keeps the letter as it is.
constexpr std::string_view kLatin1 = "aaaaaa.ceeeeiiii.nooooo.ouuuuy.y";
constexpr std::string_view kLatinA =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll..llnnnnnn...oooooo.."
    "rrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzz.";
static_assert(kLatin1.size() == 0x20 && kLatinA.size() == 0x80);

void append_without_accent(std::string& folded, char32_t c) {
    const bool combining = c >= 0x300 && c <= 0x36F;
    if (combining) return;
    char plain = '.';
    if (c >= 0xE0 && c <= 0xFF) plain = kLatin1[c - 0xE0];
    if (c >= 0x100 && c <= 0x17F) plain = kLatinA[c - 0x100];
    if (c < 0x80)
        folded += static_cast<char>(c);
    else if (plain != '.')
        folded += plain;
    else
        core::append_utf8(folded, c);
}

bool is_ascii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) { return Splitter(text).words(); }

void fold_word(std::string_view word, std::string& folded) {
    folded.clear();
    if (is_ascii(word)) {
        for (const char c : word) folded += core::to_lower(c);
        return;
    }
    const std::string same = core::fold(word);
    for (std::size_t at = 0; at < same.size();)
        append_without_accent(folded, core::next_code_point(same, at));
}

std::string fold_word(std::string_view word) {
    std::string folded;
    fold_word(word, folded);
    return folded;
}

std::string fold_words(std::string_view name) {
    std::string all;
    std::string folded;
    for (const Word& word : words_of(name)) {
        fold_word(core::cut(name, word.span), folded);
        if (!all.empty()) all += ' ';
        all += folded;
    }
    return all;
}

}  // namespace extractor
