// Dates in addresses.
#include <string>

#include "core/text.h"
#include "extractor/page/date_text.h"
#include "extractor/page/month_names.h"

namespace extractor {

namespace {

bool is_year(int value) { return value >= 1995 && value < 2100; }
bool is_month(int value) { return value >= 1 && value <= 12; }
bool is_day(int value) { return value >= 1 && value <= 31; }

// The runs of digits and of letters of a path, as far as they lie between single separators.
class PathReader {
public:
    explicit PathReader(std::string_view path) : path_(path) {}

    std::optional<UrlDate> find() {
        std::optional<UrlDate> month_only;
        while (at_ < path_.size()) {
            if (core::is_digit(path_[at_]) && (at_ == 0 || !core::is_digit(path_[at_ - 1]))) {
                if (const auto date = at(at_)) {
                    if (date->day != 0) return date;
                    if (!month_only) month_only = date;
                }
            }
            ++at_;
        }
        return month_only;
    }

private:
    struct Run {
        int value = 0;
        std::size_t begin = 0, end = 0;
        std::size_t size() const { return end - begin; }
    };

    Run digits(std::size_t at) const {
        Run run{0, at, at};
        while (run.end < path_.size() && core::is_digit(path_[run.end]) && run.size() < 9)
            run.value = run.value * 10 + (path_[run.end++] - '0');
        return run;
    }
    bool is_separator(std::size_t at) const {
        return at < path_.size() && std::string_view("/-_.").find(path_[at]) != std::string::npos;
    }

    std::optional<UrlDate> at(std::size_t begin) const {
        const auto first = digits(begin);
        if (first.size() == 8) return compact(first.value);
        if (first.size() == 6 && is_whole_part(first)) return month_of(first.value);
        if (first.size() != 4 || !is_year(first.value) || !is_separator(first.end))
            return std::nullopt;
        const auto second = digits(first.end + 1);
        if (second.size() == 0) return with_name(first);
        if (second.size() == 4 && path_[first.end] != '.')  // /2023/1222/
            return checked({first.value, second.value / 100, second.value % 100});
        if (second.size() > 2 || !is_month(second.value)) return std::nullopt;
        if (!is_separator(second.end)) return std::nullopt;
        const auto third = digits(second.end + 1);
        const bool has_day = third.size() >= 1 && third.size() <= 2 && is_day(third.value);
        if (!has_day && path_[first.end] != '/') return std::nullopt;
        return UrlDate{first.value, second.value, has_day ? third.value : 0};
    }

    static std::optional<UrlDate> checked(const UrlDate& date) {
        if (!is_year(date.year) || !is_month(date.month) || !is_day(date.day)) return std::nullopt;
        return date;
    }
    static std::optional<UrlDate> compact(int value) {
        return checked({value / 10000, value / 100 % 100, value % 100});
    }

    // /202312/
    bool is_whole_part(const Run& run) const {
        return run.begin > 0 && path_[run.begin - 1] == '/' && run.end < path_.size() &&
               path_[run.end] == '/';
    }
    static std::optional<UrlDate> month_of(int value) {
        if (!is_year(value / 100) || !is_month(value % 100)) return std::nullopt;
        return UrlDate{value / 100, value % 100, 0};
    }

    // /2023/dec/22/
    std::optional<UrlDate> with_name(const Run& year) const {
        auto end = year.end + 1;
        while (end < path_.size() && core::is_alpha(path_[end])) ++end;
        const auto name = core::lower_ascii(path_.substr(year.end + 1, end - year.end - 1));
        const auto month = name.size() < 3 ? std::nullopt : month_named(name, "en");
        if (!month || !is_separator(end)) return std::nullopt;
        const auto day = digits(end + 1);
        return checked({year.value, *month, day.size() <= 2 ? day.value : 0});
    }

    std::string_view path_;
    std::size_t at_ = 0;
};

}  // namespace

bool UrlDate::agrees(core::Days with) const {
    const std::chrono::year_month_day ymd{with};
    if (static_cast<int>(ymd.year()) != year) return false;
    if (static_cast<int>(static_cast<unsigned>(ymd.month())) != month) return false;
    return day == 0 || static_cast<int>(static_cast<unsigned>(ymd.day())) == day;
}

std::optional<UrlDate> date_in_url(std::string_view path) { return PathReader(path).find(); }

}  // namespace extractor
