#include "core/time_shortened.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text.h"

namespace core {

namespace {

constexpr std::array<std::string_view, 9> kShortened{
    "yymmdd", "yy-mm-dd", "-yymm", "-yy-mm", "-yy", "yyddd", "yy-ddd", "yyyyddd", "yyyy-ddd"};

struct Digits {
    int year = 0, month = 0, day = 0;
    std::size_t years = 0, days = 0;  // how many digits there were
};

std::optional<Digits> match(std::string_view text, std::string_view pattern) {
    if (text.size() != pattern.size()) return std::nullopt;
    Digits digits;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (pattern[at] == '-' ? text[at] != '-' : !is_digit(text[at])) return std::nullopt;
        if (pattern[at] == '-') continue;
        int& part = pattern[at] == 'y'   ? digits.year
                    : pattern[at] == 'm' ? digits.month
                                         : digits.day;
        part = part * 10 + (text[at] - '0');
        digits.years += pattern[at] == 'y' ? 1 : 0;
        digits.days += pattern[at] == 'd' ? 1 : 0;
    }
    return digits;
}

std::optional<Days> day_of(Digits digits) {
    if (digits.years == 2) digits.year += digits.year < 70 ? 2000 : 1900;
    const std::chrono::year year{digits.year};
    if (digits.days == 3) {
        const int last = year.is_leap() ? 366 : 365;
        if (digits.day < 1 || digits.day > last) return std::nullopt;
        return Days{year / 1 / 1} + std::chrono::days{digits.day - 1};
    }
    const auto at_least_1 = [](int number) { return static_cast<unsigned>(std::max(number, 1)); };
    const std::chrono::year_month_day ymd{year, std::chrono::month{at_least_1(digits.month)},
                                          std::chrono::day{at_least_1(digits.day)}};
    if (!ymd.ok()) return std::nullopt;
    return Days{ymd};
}

}  // namespace

std::optional<Timestamp> parse_shortened(std::string_view text) {
    const auto date = text.substr(0, text.find_first_of("T "));
    for (const auto pattern : kShortened) {
        const auto digits = match(date, pattern);
        const auto day = digits ? day_of(*digits) : std::nullopt;
        if (day) return parse_timestamp(to_text(*day) + std::string(text.substr(date.size())));
    }
    return std::nullopt;
}

}  // namespace core
