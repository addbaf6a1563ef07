#include "extractor/page/date_tokens.h"

#include <unicode/uchar.h>

#include "core/text.h"

namespace extractor {

namespace {

constexpr std::size_t kTokens = 2'000;  // of one line

bool is_word(UChar32 c) {
    if (u_isUAlphabetic(c) != 0) return true;
    const auto type = u_charType(c);
    return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

DateToken::Kind kind_of(char32_t c) {
    if (c < 0x80) {
        const char ascii = static_cast<char>(c);
        if (core::is_digit(ascii)) return DateToken::Kind::Number;
        return core::is_alpha(ascii) ? DateToken::Kind::Word : DateToken::Kind::Mark;
    }
    const auto point = static_cast<UChar32>(c);
    if (u_charDigitValue(point) >= 0) return DateToken::Kind::Number;
    return is_word(point) ? DateToken::Kind::Word : DateToken::Kind::Mark;
}

bool is_space(char32_t c) {
    return c < 0x80 ? core::is_space(static_cast<char>(c))
                    : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

void count_digit(DateToken& token, char32_t c) {
    if (++token.digits <= 9)
        token.value = token.value * 10 + u_charDigitValue(static_cast<UChar32>(c));
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view folded) {
    std::vector<DateToken> tokens;
    bool after_space = true;
    for (std::size_t at = 0; at < folded.size();) {
        const auto begin = at;
        const auto c = core::next_code_point(folded, at);
        if (is_space(c)) {
            after_space = true;
            continue;
        }
        const auto kind = kind_of(c);
        const bool goes_on = !tokens.empty() && !after_space && kind != DateToken::Kind::Mark &&
                             tokens.back().kind == kind;
        if (!goes_on) tokens.push_back({.kind = kind, .after_space = after_space});
        auto& token = tokens.back();
        if (!goes_on) token.text = folded.substr(begin, 0);
        token.text = {token.text.data(), token.text.size() + (at - begin)};
        if (kind == DateToken::Kind::Number) count_digit(token, c);
        after_space = false;
    }
    return tokens;
}

DateTokens::DateTokens(std::string_view folded) : tokens_(date_tokens(folded)) {
    if (tokens_.size() > kTokens) tokens_.resize(kTokens);
}

bool DateTokens::is_mark(std::size_t at, std::string_view marks) const {
    return at < size() && tokens_[at].kind == DateToken::Kind::Mark &&
           marks.find(tokens_[at].text) != std::string_view::npos;
}

bool DateTokens::is_word(std::size_t at) const {
    return at < size() && tokens_[at].kind == DateToken::Kind::Word;
}

bool DateTokens::is_word(std::size_t at, std::string_view word) const {
    return is_word(at) && tokens_[at].text == word;
}

bool DateTokens::is_number(std::size_t at, int most_digits) const {
    return at < size() && tokens_[at].kind == DateToken::Kind::Number &&
           tokens_[at].digits <= most_digits;
}

}  // namespace extractor
