#include "extractor/page/clock_time.h"

#include <algorithm>
#include <array>

#include "extractor/page/zones.h"

namespace extractor {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array kHourWords =
    std::to_array<std::string_view>({"h", "uhr", "時", "시", "น", "hrs", "u", "ч"});

bool is_hour_word(const DateTokens& tokens, std::size_t at) {
    return tokens.is_word(at) &&
           std::find(kHourWords.begin(), kHourWords.end(), tokens[at].text) != kHourWords.end();
}

// am, pm, a.m., p.m.
std::optional<char> read_half(const DateTokens& tokens, std::size_t& at) {
    if (tokens.is_word(at, "am") || tokens.is_word(at, "pm")) return tokens[at++].text.front();
    const bool has_dots = (tokens.is_word(at, "a") || tokens.is_word(at, "p")) &&
                          tokens.is_mark(at + 1, ".") && tokens.is_word(at + 2, "m");
    if (!has_dots) return std::nullopt;
    const char half = tokens[at].text.front();
    at += tokens.is_mark(at + 3, ".") ? 4 : 3;
    return half;
}

// ":02" or ".02 " or "h02", with seconds and their fraction.
std::optional<seconds> read_minutes(const DateTokens& tokens, std::size_t& at) {
    if (!tokens.is_mark(at, ":.") && !is_hour_word(tokens, at)) return std::nullopt;
    if (!tokens.is_number(at + 1, 2) || tokens[at + 1].digits != 2 || tokens[at + 1].value > 59)
        return std::nullopt;
    seconds time = minutes{tokens[at + 1].value};
    at += 2;
    if (!tokens.is_mark(at, ":") || !tokens.is_number(at + 1, 2)) return time;
    time += seconds{std::min(tokens[at + 1].value, 59)};
    at += 2;
    if (tokens.is_mark(at, ".,") && tokens.is_number(at + 1, 9)) at += 2;
    return time;
}

// "+02:00", "-0500", "+7"; the figures right behind the sign.
std::optional<minutes> read_offset(const DateTokens& tokens, std::size_t& at) {
    if (!tokens.is_mark(at, "+-−") || !tokens.is_number(at + 1, 4) || tokens[at + 1].after_space)
        return std::nullopt;
    const auto& figures = tokens[at + 1];
    const bool is_short = figures.digits <= 2;
    auto offset = is_short ? minutes{figures.value * 60}
                           : minutes{figures.value / 100 * 60 + figures.value % 100};
    const bool has_colon = is_short && tokens.is_mark(at + 2, ":") && tokens.is_number(at + 3, 2);
    if (has_colon) offset += minutes{tokens[at + 3].value};
    if (offset > hours{15}) return std::nullopt;
    const bool east = tokens.is_mark(at, "+");
    at += has_colon ? 4 : 2;
    return east ? offset : -offset;
}

// "UTC", "(ET)", "GMT+1", "+02:00"
std::optional<minutes> read_zone(const DateTokens& tokens, std::size_t& at, core::Days day) {
    auto next = at;
    while (tokens.is_mark(next, "(") || is_hour_word(tokens, next)) ++next;
    std::optional<minutes> zone;
    if (tokens.is_word(next)) zone = zone_named(tokens[next].text, day);
    if (zone) at = ++next;
    if (const auto offset = read_offset(tokens, next)) {
        zone = offset;
        at = next;
    }
    return zone;
}

}  // namespace

std::optional<ClockTime> read_clock_time(const DateTokens& tokens, std::size_t& at,
                                         core::Days day) {
    if (!tokens.is_number(at, 2) || tokens[at].value > 24) return std::nullopt;
    auto next = at + 1;
    ClockTime clock{.since_midnight = hours{tokens[at].value}};
    const auto past = read_minutes(tokens, next);
    const auto half = read_half(tokens, next);
    if (!past && !half && !is_hour_word(tokens, at + 1)) return std::nullopt;
    if (half && tokens[at].value == 12) clock.since_midnight -= hours{12};
    if (half == 'p' && tokens[at].value <= 12) clock.since_midnight += hours{12};
    clock.since_midnight += past.value_or(seconds{0});
    at = next;
    clock.offset = read_zone(tokens, at, day);
    return clock;
}

}  // namespace extractor
