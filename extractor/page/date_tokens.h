// The pieces of a text in which a date is looked for. Private to date_text.cpp and clock_time.cpp.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace extractor {

struct DateToken {
    enum class Kind : std::uint8_t { Number, Word, Mark };
    Kind kind = Kind::Mark;
    bool after_space = false;
    int value = 0;   // of a number, at most 9 digits
    int digits = 0;  // of a number
    std::string_view text;
};

// Numbers in any script's digits, words, and single marks; spaces are remembered only.
std::vector<DateToken> date_tokens(std::string_view folded);

// Questions about the token at a place, which may lie behind the end.
class DateTokens {
public:
    explicit DateTokens(std::string_view folded);
    std::size_t size() const { return tokens_.size(); }
    const DateToken& operator[](std::size_t at) const { return tokens_[at]; }
    bool is_mark(std::size_t at, std::string_view marks) const;
    bool is_word(std::size_t at) const;
    bool is_word(std::size_t at, std::string_view word) const;
    bool is_number(std::size_t at, int most_digits) const;

private:
    std::vector<DateToken> tokens_;
};

}  // namespace extractor
