// Dates as people and their programs write them in feeds and headers: RFC 822/2822, RFC 850,
// asctime, W3C profiles with parts missing, and the mixtures that are met in the wild.
#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "core/text.h"
#include "core/time.h"
#include "core/time_shortened.h"

namespace core {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> kWeekdays{"mon", "tue", "wed", "thu",
                                                    "fri", "sat", "sun"};

struct Zone {
    std::string_view name;
    int minutes_east;
};
// RFC 822 names and the others that feeds use; where a name has two meanings, the commoner one.
constexpr std::array<Zone, 41> kZones{{
    {"ut", 0},      {"utc", 0},     {"gmt", 0},    {"z", 0},      {"wet", 0},    {"west", 60},
    {"bst", 60},    {"cet", 60},    {"met", 60},   {"mez", 60},   {"cest", 120}, {"mest", 120},
    {"mesz", 120},  {"eet", 120},   {"eest", 180}, {"msk", 180},  {"est", -300}, {"edt", -240},
    {"cst", -360},  {"cdt", -300},  {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420},
    {"akst", -540}, {"akdt", -480}, {"hst", -600}, {"ist", 330},  {"jst", 540},  {"kst", 540},
    {"awst", 480},  {"aest", 600},  {"aedt", 660}, {"nzst", 720}, {"ast", -240}, {"adt", -180},
    {"at", -240},   {"et", -300},   {"ct", -360},  {"mt", -420},  {"pt", -480},
}};

enum class Kind { Number, Word, Sign, Colon, Other };

struct Token {
    Kind kind;
    std::string_view text;
    int value = 0;  // of a number of at most 9 digits
};

Kind kind_of(char c) {
    if (is_digit(c)) return Kind::Number;
    if (is_alpha(c) || static_cast<unsigned char>(c) >= 0x80) return Kind::Word;
    if (c == '+' || c == '-') return Kind::Sign;
    return c == ':' ? Kind::Colon : Kind::Other;
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const Kind kind = kind_of(text[at]);
        std::size_t end = at + 1;
        if (kind == Kind::Number || kind == Kind::Word)
            while (end < text.size() && kind_of(text[end]) == kind) ++end;
        Token token{kind, text.substr(at, end - at)};
        if (kind == Kind::Number && token.text.size() <= 9)
            std::from_chars(text.data() + at, text.data() + end, token.value);
        tokens.push_back(token);
        at = end;
    }
    return tokens;
}

template <std::size_t N>
int index_in(const std::array<std::string_view, N>& names, std::string_view word) {
    if (word.size() < 3) return -1;
    const auto begins = [&](std::string_view name) {
        return equals_ignoring_case(word.substr(0, 3), name);
    };
    const auto found = std::find_if(names.begin(), names.end(), begins);
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

std::optional<int> zone_named(std::string_view word) {
    const auto found = std::find_if(kZones.begin(), kZones.end(), [&](const Zone& zone) {
        return equals_ignoring_case(zone.name, word);
    });
    if (found == kZones.end()) return std::nullopt;
    return found->minutes_east;
}

// Collects the parts of a date in whatever order they come.
class Parts {
public:
    explicit Parts(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    std::optional<Timestamp> read() {
        for (at_ = 0; at_ < tokens_.size();) {
            const std::size_t before = at_;
            if (!time() && !offset() && !word()) number();
            if (failed_) return std::nullopt;
            if (at_ == before) ++at_;
        }
        return put_together();
    }

private:
    const Token* peek(std::size_t ahead) const {
        return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
    }
    bool is(std::size_t ahead, Kind kind) const {
        const Token* token = peek(ahead);
        return token != nullptr && token->kind == kind;
    }

    // 9:05, 09:05:00, 09:05:00.123
    bool time() {
        if (time_ || !is(0, Kind::Number) || !is(1, Kind::Colon) || !is(2, Kind::Number))
            return false;
        const int hour = peek(0)->value;
        const int minute = peek(2)->value;
        const bool with_seconds = is(3, Kind::Colon) && is(4, Kind::Number);
        const int second = with_seconds ? peek(4)->value : 0;
        failed_ = hour > 24 || minute > 59 || second > 60;
        time_ = hours{hour} + minutes{minute} + seconds{second};
        at_ += with_seconds ? 5 : 3;
        if (is(0, Kind::Other) && peek(0)->text == "." && is(1, Kind::Number)) at_ += 2;
        return true;
    }

    // +0200, +02:00, +2, GMT+1; only after a time.
    bool offset() {
        if (!time_ || !is(0, Kind::Sign) || !is(1, Kind::Number)) return false;
        const int sign = peek(0)->text == "+" ? 1 : -1;
        const Token& digits = *peek(1);
        const bool colon = is(2, Kind::Colon) && is(3, Kind::Number);
        const bool short_form = digits.text.size() <= 2;
        int east = short_form ? digits.value * 60 : digits.value / 100 * 60 + digits.value % 100;
        if (short_form && colon) east += peek(3)->value;
        at_ += short_form && colon ? 4 : 2;
        failed_ = failed_ || east > 15 * 60 || is(0, Kind::Colon);
        offset_ = minutes{sign * east};
        return true;
    }

    bool word() {
        if (!is(0, Kind::Word)) return false;
        const std::string_view word = peek(0)->text;
        ++at_;
        if (const int month = index_in(kMonths, word); month >= 0 && month_ == 0) {
            month_ = month + 1;
        } else if (time_ &&
                   (equals_ignoring_case(word, "pm") || equals_ignoring_case(word, "am"))) {
            const bool noon = *time_ >= hours{12} && *time_ < hours{13};
            const bool afternoon = to_lower(word.front()) == 'p';
            if (afternoon && *time_ < hours{12}) *time_ += hours{12};
            if (!afternoon && noon) *time_ -= hours{12};
        } else if (const auto zone = zone_named(word); zone && time_ && !offset_) {
            // "GMT+1": the figure follows as an offset of its own.
            if (!(is(0, Kind::Sign) && is(1, Kind::Number))) offset_ = minutes{*zone};
        } else if (index_in(kWeekdays, word) < 0 && !equals_ignoring_case(word, "t") &&
                   !equals_ignoring_case(word, "at") && !equals_ignoring_case(word, "of")) {
            // st, nd, rd, th belong to a day; anything else is not a date.
            failed_ = failed_ || (word.size() != 2 && !time_);
        }
        return true;
    }

    void number() {
        if (!is(0, Kind::Number)) return;
        const Token& token = *peek(0);
        ++at_;
        if (token.text.size() > 4) {
            failed_ = true;
        } else {
            numbers_.push_back(token);
        }
    }

    // Which number is day, month or year: four digits are a year; with a month's name the other one
    // is the day; without, year first or day first by where the year stands.
    bool sort_numbers() {
        const auto year = std::find_if(numbers_.begin(), numbers_.end(),
                                       [](const Token& token) { return token.text.size() >= 3; });
        const auto others = [&] {
            std::vector<Token> rest;
            for (auto it = numbers_.begin(); it != numbers_.end(); ++it)
                if (it != year) rest.push_back(*it);
            return rest;
        }();
        if (year != numbers_.end()) year_ = year->value;
        if (month_ != 0) return sort_with_month_name(others, year == numbers_.end());
        if (others.size() != 2 || year == numbers_.end()) return sort_sparse(others);
        const bool year_first = year == numbers_.begin();
        month_ = year_first || others[0].value <= 12 ? others[0].value : others[1].value;
        day_ = month_ == others[0].value && (year_first || others[0].value <= 12) ? others[1].value
                                                                                  : others[0].value;
        return true;
    }

    bool sort_with_month_name(const std::vector<Token>& others, bool without_year) {
        if (others.empty()) return year_ != 0;
        day_ = others[0].value;
        if (!without_year) return others.size() == 1;
        if (others.size() != 2) return false;
        year_ = others[1].value;
        if (day_ > 31) std::swap(day_, year_);
        year_ += year_ < 70 ? 2000 : year_ < 100 ? 1900 : 0;
        return true;
    }

    // "2003-12", "2003"
    bool sort_sparse(const std::vector<Token>& others) {
        if (year_ == 0 || others.size() > 1) return false;
        month_ = others.empty() ? 1 : others[0].value;
        day_ = 1;
        return true;
    }

    std::optional<Timestamp> put_together() {
        if (!sort_numbers()) return std::nullopt;
        if (day_ == 0) day_ = 1;
        const std::chrono::year_month_day ymd{std::chrono::year{year_},
                                              std::chrono::month{static_cast<unsigned>(month_)},
                                              std::chrono::day{static_cast<unsigned>(day_)}};
        if (!ymd.ok() || year_ < 1000) return std::nullopt;
        if (!time_) return Timestamp{.at = Days{ymd}, .has_time = false};
        const minutes offset = offset_.value_or(minutes{0});
        return Timestamp{.at = Days{ymd} + *time_ - offset, .has_time = true, .offset = offset};
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    bool failed_ = false;
    std::vector<Token> numbers_;
    int year_ = 0, month_ = 0, day_ = 0;
    std::optional<seconds> time_;
    std::optional<minutes> offset_;
};

constexpr std::size_t kLongestDate = 100;  // bytes; longer texts are no dates

}  // namespace

std::optional<Timestamp> parse_any_date(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > kLongestDate) return std::nullopt;
    if (const auto iso = parse_timestamp(text)) return iso;
    if (const auto iso = parse_shortened(text)) return iso;
    return Parts(tokens_of(text)).read();
}

}  // namespace core
