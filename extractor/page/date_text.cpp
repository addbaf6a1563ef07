#include "extractor/page/date_text.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text.h"
#include "extractor/page/clock_time.h"
#include "extractor/page/date_tokens.h"
#include "extractor/page/month_names.h"

namespace extractor {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using Kind = DateToken::Kind;

constexpr std::size_t kLongestDate = 120;  // bytes of a value

// Words that stand between day, month and year, and say nothing.
constexpr std::array kDateFillers = std::to_array<std::string_view>(
    {"de", "del", "of",   "the", "st", "nd", "rd", "th",  "er", "d",  "ta",  "m", "gada",
     "a",  "e",   "ngày", "วันที่", "พ",  "ศ",  "ko", "eko", "ng", "le", "den", "م"});
// Words between a date and its time, either way.
constexpr std::array kTimeFillers = std::to_array<std::string_view>(
    {"at",    "um",   "à", "a",     "las",  "alle",   "ore",  "às",    "as",   "kl",
     "klo",   "om",   "o", "в",     "об",   "о",      "ob",   "u",     "saat", "lúc",
     "pukul", "jam",  "t", "godz",  "ve",   "la",     "les",  "ora",   "om",   "i",
     "on",    "alas", "h", "stand", "เวลา", "الساعة", "στις", "plkst", "val",  "ή"});

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

struct Calendar {
    int year = 0, month = 0, day = 0;
};

std::optional<core::Days> day_of(Calendar date) {
    if (date.year >= 2400 && date.year < 2700) date.year -= 543;  // Buddhist era
    if (date.year < 100) date.year += date.year < 70 ? 2000 : 1900;
    const std::chrono::year_month_day ymd{std::chrono::year{date.year},
                                          std::chrono::month{static_cast<unsigned>(date.month)},
                                          std::chrono::day{static_cast<unsigned>(date.day)}};
    if (!ymd.ok() || date.year < 1900 || date.year > 2200) return std::nullopt;
    return core::Days{ymd};
}

class DateFinder {
public:
    DateFinder(std::string_view text, const DateHabits& habits)
        : text_(text), habits_(habits), tokens_(text) {}

    std::vector<FoundDate> all() {
        std::vector<FoundDate> found;
        for (at_ = 0; at_ < tokens_.size();) {
            const auto begin = at_;
            swapped_.reset();
            if (const auto day = read_day()) {
                found.push_back(with_time(begin, *day));
            } else {
                at_ = begin + 1;
            }
        }
        return found;
    }

private:
    bool is_year(std::size_t at) const {
        return tokens_.is_number(at, 4) && tokens_[at].digits == 4 && tokens_[at].value >= 1900;
    }
    bool is_day(std::size_t at) const {
        return tokens_.is_number(at, 2) && tokens_[at].value >= 1 && tokens_[at].value <= 31;
    }

    std::optional<core::Days> read_day() {
        if (tokens_[at_].kind == Kind::Mark) return std::nullopt;
        for (const auto read : {&DateFinder::with_characters, &DateFinder::in_figures,
                                &DateFinder::with_month_name}) {
            const auto begin = at_;
            if (const auto date = (this->*read)())
                if (const auto day = day_of(*date)) return day;
            at_ = begin;
        }
        return std::nullopt;
    }

    // 2023年12月22日, 2023년 12월 22일
    std::optional<Calendar> with_characters() {
        constexpr std::array<std::array<std::string_view, 2>, 3> units{
            {{"年", "년"}, {"月", "월"}, {"日", "일"}}};
        std::array<int, 3> parts{};
        for (std::size_t n = 0; n < 3; ++n, at_ += 2) {
            if (!tokens_.is_number(at_, n == 0 ? 4 : 2) || !tokens_.is_word(at_ + 1))
                return std::nullopt;
            const auto word = tokens_[at_ + 1].text;
            if (!word.starts_with(units[n][0]) && !word.starts_with(units[n][1]))
                return std::nullopt;
            parts[n] = tokens_[at_].value;
        }
        return Calendar{parts[0], parts[1], parts[2]};
    }

    // 2023-12-22, 22.12.2023, 22/12/23, 12/22/2023
    std::optional<Calendar> in_figures() {
        if (!tokens_.is_number(at_, 4) || !tokens_.is_mark(at_ + 1, "-/.‐‑–") ||
            !tokens_.is_number(at_ + 2, 2) || !tokens_.is_mark(at_ + 3, tokens_[at_ + 1].text) ||
            !tokens_.is_number(at_ + 4, 4))
            return std::nullopt;
        const int a = tokens_[at_].value;
        const int b = tokens_[at_ + 2].value;
        const int c = tokens_[at_ + 4].value;
        const bool dots = tokens_[at_ + 1].text == ".";
        const int last_digits = tokens_[at_ + 4].digits;
        const bool year_first = is_year(at_);
        if (!year_first && (tokens_[at_].digits > 2 || last_digits == 3 || last_digits == 1))
            return std::nullopt;
        at_ += 5;
        if (year_first) return Calendar{a, b, c};
        if (!dots && a <= 12 && b <= 12)
            swapped_ = day_of(habits_.month_first ? Calendar{c, b, a} : Calendar{c, a, b});
        const bool month_first = b > 12 || (a <= 12 && habits_.month_first && !dots);
        return month_first ? Calendar{c, a, b} : Calendar{c, b, a};
    }

    // Day, month by name and year in any of the orders that languages have.
    std::optional<Calendar> with_month_name() {
        Calendar date;
        int parts = 0;
        for (int skipped = 0; parts < 3 && skipped < 3 && at_ < tokens_.size();) {
            if (date.year == 0 &&
                (is_year(at_) || (date.day != 0 && date.month != 0 && is_short_year()))) {
                date.year = tokens_[at_++].value;
            } else if (date.day == 0 && is_day(at_)) {
                date.day = tokens_[at_++].value;
            } else if (date.month == 0 && read_month(date)) {
                // at_ has moved
            } else if (parts > 0 && is_filler(at_)) {
                ++at_;
                skipped += tokens_.is_word(at_ - 1) ? 1 : 0;
                continue;
            } else {
                return std::nullopt;
            }
            ++parts;
            skipped = 0;
        }
        return parts == 3 && is_in_order(date) ? std::optional(date) : std::nullopt;
    }
    static bool is_in_order(const Calendar& date) { return date.month != 0 && date.day != 0; }

    // '23, or 23 right behind the month: 22-Dec-23
    bool is_short_year() const {
        return tokens_.is_number(at_, 2) && tokens_[at_].digits == 2 && at_ > 0 &&
               tokens_.is_mark(at_ - 1, "-'’/.");
    }

    // "december", "كانون الأول", "tháng 12"
    bool read_month(Calendar& date) {
        if (!tokens_.is_word(at_)) return false;
        const auto word = tokens_[at_].text;
        if (word == "tháng" && tokens_.is_number(at_ + 1, 2)) {
            date.month = tokens_[at_ + 1].value;
            at_ += 2;
            return true;
        }
        if (tokens_.is_word(at_ + 1)) {
            const auto both = std::string(word) + "_" + std::string(tokens_[at_ + 1].text);
            if (const auto month = month_named(both, habits_.language)) {
                date.month = *month;
                at_ += 2;
                return true;
            }
        }
        const auto month = month_named(word, habits_.language);
        if (!month) return false;
        date.month = *month;
        ++at_;
        return true;
    }

    bool is_filler(std::size_t at) const {
        if (tokens_.is_mark(at, ".,'’-–/º°ª،‐‑") ||
            (tokens_.is_word(at) && tokens_[at].text == "năm"))
            return true;
        return tokens_.is_word(at) && is_one_of(kDateFillers, tokens_[at].text);
    }

    FoundDate with_time(std::size_t begin, core::Days day) {
        FoundDate found{.stamp = {.at = day, .has_time = false}, .swapped = swapped_};
        auto clock = clock_behind(day);
        if (!clock) clock = clock_before(begin, day);
        if (clock) {
            const auto offset = clock->offset.value_or(minutes{0});
            found.stamp = {.at = day + clock->since_midnight - offset, .offset = offset};
            found.has_zone = clock->offset.has_value();
        }
        found.begin = offset_of(begin);
        found.end = offset_of(at_ - 1) + tokens_[at_ - 1].text.size();
        return found;
    }
    std::size_t offset_of(std::size_t token) const {
        return static_cast<std::size_t>(tokens_[token].text.data() - text_.data());
    }

    std::optional<ClockTime> clock_behind(core::Days day) {
        auto next = at_;
        for (int skipped = 0; skipped < 6 && next < tokens_.size(); ++skipped, ++next) {
            if (const auto clock = read_clock_time(tokens_, next, day)) {
                at_ = next;
                return clock;
            }
            const bool is_filler =
                tokens_.is_mark(next, ",.-–—|·•/()،:;") ||
                (tokens_.is_word(next) && is_one_of(kTimeFillers, tokens_[next].text));
            if (!is_filler && !is_after_day(next)) break;
        }
        return std::nullopt;
    }
    // What belongs to the day still: "r." and "г." for the year, "2023 року", 日(金).
    bool is_after_day(std::size_t at) const {
        return tokens_.is_word(at) && (tokens_[at].text.size() <= 4 || tokens_[at].text == "року" ||
                                       tokens_[at].text == "года");
    }

    // "3:02 PM EST, Fri December 22, 2023", "15:02, 22.12.2023"
    std::optional<ClockTime> clock_before(std::size_t begin, core::Days day) const {
        for (auto from = begin > 12 ? begin - 12 : 0; from < begin; ++from) {
            auto next = from;
            if (from > 0 && tokens_.is_mark(from - 1, ":.")) continue;
            const auto clock = read_clock_time(tokens_, next, day);
            if (clock && next <= begin && is_near(next, begin)) return clock;
        }
        return std::nullopt;
    }
    // Between a time and its date stand marks, fillers and a weekday at most.
    bool is_near(std::size_t from, std::size_t begin) const {
        int words = 0;
        for (auto at = from; at < begin; ++at) {
            if (tokens_.is_number(at, 9)) return false;
            words += tokens_.is_word(at) ? 1 : 0;
        }
        return words <= 3;
    }

    std::string_view text_;
    DateHabits habits_;
    DateTokens tokens_;
    std::size_t at_ = 0;
    std::optional<core::Days> swapped_;
};

// Seconds or milliseconds since 1970, of this century.
std::optional<FoundDate> read_epoch(std::string_view value) {
    if (value.size() != 10 && value.size() != 13) return std::nullopt;
    if (!std::all_of(value.begin(), value.end(), core::is_digit)) return std::nullopt;
    std::int64_t count = 0;
    for (const char c : value.substr(0, 10)) count = count * 10 + (c - '0');
    if (count < 900'000'000) return std::nullopt;
    return FoundDate{.stamp = {.at = core::Instant{seconds{count}}}, .has_zone = true};
}

bool names_zone(std::string_view iso) {
    const auto tail = iso.substr(std::min<std::size_t>(iso.size(), 11));
    return tail.find_first_of("Zz+-") != std::string_view::npos;
}

}  // namespace

std::vector<FoundDate> find_dates(std::string_view folded, const DateHabits& habits) {
    return DateFinder(folded, habits).all();
}

std::optional<FoundDate> read_date(std::string_view value, const DateHabits& habits) {
    value = core::trim(value);
    if (value.empty() || value.size() > kLongestDate) return std::nullopt;
    if (const auto epoch = read_epoch(value)) return epoch;
    if (const auto stamp = core::parse_timestamp(value))
        return FoundDate{.stamp = *stamp, .has_zone = stamp->has_time && names_zone(value)};
    const auto dates = find_dates(core::fold(value), habits);
    if (dates.empty()) return std::nullopt;
    return dates.front();
}

}  // namespace extractor
