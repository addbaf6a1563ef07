#include "core/edtf.h"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "core/text.h"

namespace core {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year;

constexpr int kSpring = 21;
constexpr int kWinter = 24;

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

bool is_real(const EdtfDate& date) {
    if (date.year < 1000 || date.year > 9999) return false;
    if (date.month == 0) return date.day == 0;
    if (date.month >= kSpring && date.month <= kWinter) return date.day == 0;
    if (date.month < 1 || date.month > 12) return false;
    if (date.day == 0) return true;
    const std::chrono::year_month_day ymd{year{date.year}, month{static_cast<unsigned>(date.month)},
                                          day{static_cast<unsigned>(date.day)}};
    return date.day > 0 && ymd.ok();
}

void read_qualifier(std::string_view& text, EdtfDate& date) {
    if (text.empty()) return;
    const char last = text.back();
    date.uncertain = last == '?' || last == '%';
    date.approximate = last == '~' || last == '%';
    if (date.uncertain || date.approximate) text.remove_suffix(1);
}

std::optional<EdtfDate> parse_date(std::string_view text) {
    EdtfDate date;
    read_qualifier(text, date);
    const auto parts = split(text, '-');
    if (parts.size() > 3 || parts[0].size() != 4) return std::nullopt;
    int* const slots[] = {&date.year, &date.month, &date.day};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && parts[i].size() != 2) return std::nullopt;
        const auto value = number(parts[i]);
        if (!value || (i > 0 && *value == 0)) return std::nullopt;
        *slots[i] = *value;
    }
    if (!is_real(date)) return std::nullopt;
    return date;
}

std::string text_of(const EdtfDate& date) {
    std::string text = fmt::format("{:04}", date.year);
    if (date.month != 0) text += fmt::format("-{:02}", date.month);
    if (date.day != 0) text += fmt::format("-{:02}", date.day);
    if (date.uncertain && date.approximate) return text + "%";
    if (date.uncertain) return text + "?";
    if (date.approximate) return text + "~";
    return text;
}

DayRange months_from(int first_year, unsigned first_month, int count) {
    const std::chrono::year_month_day first{year{first_year}, month{first_month}, day{1}};
    return {Days{first}, Days{first + months{count}} - std::chrono::days{1}};
}

// Seasons of the northern hemisphere by whole months, as newsrooms speak: spring is March to May.
DayRange season(const EdtfDate& date) {
    return months_from(date.year, static_cast<unsigned>(3 + 3 * (date.month - kSpring)), 3);
}

DayRange days_of(const EdtfDate& date) {
    if (date.month == 0) return months_from(date.year, 1, 12);
    if (date.month >= kSpring) return season(date);
    const auto whole_month = months_from(date.year, static_cast<unsigned>(date.month), 1);
    if (date.day == 0) return whole_month;
    const Days one = whole_month.first + std::chrono::days{date.day - 1};
    return {one, one};
}

}  // namespace

std::optional<Edtf> Edtf::parse(std::string_view text) {
    const auto slash = text.find('/');
    const auto from = parse_date(text.substr(0, slash));
    if (!from) return std::nullopt;
    if (slash == std::string_view::npos) return Edtf(*from, std::nullopt);
    const auto to = parse_date(text.substr(slash + 1));
    if (!to) return std::nullopt;
    return between(*from, *to);
}

std::optional<Edtf> Edtf::of(const EdtfDate& date) {
    if (!is_real(date)) return std::nullopt;
    return Edtf(date, std::nullopt);
}

std::optional<Edtf> Edtf::between(const EdtfDate& from, const EdtfDate& to) {
    if (!is_real(from) || !is_real(to)) return std::nullopt;
    if (days_of(to).last < days_of(from).first) return std::nullopt;
    return Edtf(from, to);
}

Edtf Edtf::of(Days one) {
    const std::chrono::year_month_day ymd{one};
    return Edtf({.year = static_cast<int>(ymd.year()),
                 .month = static_cast<int>(static_cast<unsigned>(ymd.month())),
                 .day = static_cast<int>(static_cast<unsigned>(ymd.day()))},
                std::nullopt);
}

std::string Edtf::text() const {
    return to_ ? text_of(from_) + "/" + text_of(*to_) : text_of(from_);
}

DayRange Edtf::days() const {
    const DayRange first = days_of(from_);
    return to_ ? DayRange{first.first, days_of(*to_).last} : first;
}

}  // namespace core
