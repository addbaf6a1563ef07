#include "core/time.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

#include "core/edtf.h"
#include "core/text.h"

namespace core {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// Reads a text from left to right; a failed take() leaves it where it was.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}
    bool done() const { return rest_.empty(); }
    bool take(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    bool take_any(std::string_view set) {
        if (rest_.empty() || set.find(rest_.front()) == std::string_view::npos) return false;
        rest_.remove_prefix(1);
        return true;
    }
    // Exactly `digits` digits.
    std::optional<int> number(std::size_t digits) {
        if (rest_.size() < digits) return std::nullopt;
        int value = 0;
        const char* const end = rest_.data() + digits;
        if (!is_digit(rest_.front())) return std::nullopt;
        const auto [stop, error] = std::from_chars(rest_.data(), end, value);
        if (error != std::errc{} || stop != end) return std::nullopt;
        rest_.remove_prefix(digits);
        return value;
    }
    void skip_digits() {
        while (!rest_.empty() && is_digit(rest_.front())) rest_.remove_prefix(1);
    }
    void skip_spaces() {
        rest_ = rest_.substr(std::min(rest_.size(), rest_.find_first_not_of(' ')));
    }

private:
    std::string_view rest_;
};

std::optional<Days> read_day(Scanner& in) {
    const auto year = in.number(4);
    if (!year || *year < 1000) return std::nullopt;
    const bool dashes = in.take('-');
    const auto month = in.number(2);
    if (!month || (dashes && !in.take('-'))) return std::nullopt;
    const auto day = in.number(2);
    if (!day) return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year{*year},
                                          std::chrono::month{static_cast<unsigned>(*month)},
                                          std::chrono::day{static_cast<unsigned>(*day)}};
    if (!ymd.ok()) return std::nullopt;
    return Days{ymd};
}

// "14:03", "14:03:00.123", "1403", "140300"; 24:00 and leap seconds count on.
std::optional<seconds> read_time_of_day(Scanner& in) {
    const auto hour = in.number(2);
    const bool colons = in.take(':');
    const auto minute = in.number(2);
    if (!hour || !minute || *hour > 24 || *minute > 59) return std::nullopt;
    seconds time = hours{*hour} + minutes{*minute};
    if (colons ? in.take(':') : true) {
        const auto second = in.number(2);
        if ((!second && colons) || (second && *second > 60)) return std::nullopt;
        if (second) time += seconds{*second};
        if (second && in.take_any(".,")) in.skip_digits();
    }
    if (time > hours{24}) return std::nullopt;
    return time;
}

// "Z", "+02:00", "+0200", "+02", or nothing: UTC.
std::optional<minutes> read_offset(Scanner& in) {
    in.skip_spaces();
    if (in.done() || in.take_any("Zz")) return minutes{0};
    const bool east = in.take('+');
    if (!east && !in.take('-')) return std::nullopt;
    const auto hour = in.number(2);
    if (!hour || *hour > 15) return std::nullopt;
    in.take(':');
    const auto minute = in.number(2).value_or(0);
    if (minute > 59) return std::nullopt;
    const minutes offset = hours{*hour} + minutes{minute};
    return east ? offset : -offset;
}

}  // namespace

std::string to_text(Days day) {
    const std::chrono::year_month_day ymd{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()),
                       static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

std::string to_text(Instant at) {
    const Days day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::hh_mm_ss time{at - day};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_text(day), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::string to_text(const Timestamp& stamp) {
    return stamp.has_time ? to_text(stamp.at)
                          : to_text(std::chrono::floor<std::chrono::days>(stamp.at));
}

std::string to_zoned_text(const Timestamp& stamp) {
    if (!stamp.has_time || stamp.offset.count() == 0) return to_text(stamp);
    auto local = to_text(stamp.at + stamp.offset);
    local.pop_back();  // "Z"
    const auto east = std::abs(stamp.offset.count());
    return fmt::format("{}{}{:02}:{:02}", local, stamp.offset.count() < 0 ? '-' : '+', east / 60,
                       east % 60);
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
    Scanner in(trim(text));
    const auto day = read_day(in);
    if (!day) return std::nullopt;
    if (in.done()) return Timestamp{.at = *day, .has_time = false};
    if (!in.take_any("Tt ")) return std::nullopt;
    in.skip_spaces();
    const auto time = read_time_of_day(in);
    if (!time) return std::nullopt;
    const auto offset = read_offset(in);
    if (!offset || !in.done()) return std::nullopt;
    return Timestamp{.at = *day + *time - *offset, .has_time = true, .offset = *offset};
}

std::optional<DayRange> parse_day_range(std::string_view text) {
    const auto date = Edtf::parse(text);
    if (!date || date->to() || date->from().month > 12) return std::nullopt;
    return date->days();
}

}  // namespace core
