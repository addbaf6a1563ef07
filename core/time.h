// Points in time. UTC inside; ISO 8601 outside. Nothing here reads a clock.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace core {

using Instant = std::chrono::sys_seconds;
using Days = std::chrono::sys_days;

// When something was published, as precisely as we were told.
struct Timestamp {
    Instant at;                      // UTC; midnight UTC of the day when only the day is known
    bool has_time = true;            // false: only the day was given, in the page's own zone
    std::chrono::minutes offset{0};  // of the zone it was written in

    // The calendar day where it was written, by which reporters date an article.
    Days day() const { return std::chrono::floor<std::chrono::days>(has_time ? at + offset : at); }
    friend bool operator==(const Timestamp&, const Timestamp&) = default;
};

std::string to_text(Instant at);              // "2025-06-03T14:03:00Z"
std::string to_text(Days day);                // "2025-06-03"
std::string to_text(const Timestamp& stamp);  // either of the above, by what is known
// The same as its writer's clock and calendar showed it: "2025-06-03T16:03:00+02:00". Loses
// nothing.
std::string to_zoned_text(const Timestamp& stamp);

// RFC 3339 / ISO 8601 as found in markup and configuration: "2025-06-03", "2025-06-03T14:03Z",
// "2025-06-03 14:03:00.123+02:00", "20250603T140300Z". Years 1000–9999. A time without a zone is
// taken as UTC.
std::optional<Timestamp> parse_timestamp(std::string_view text);

// Dates as feeds and headers write them as well: RFC 822/2822 with named zones, RFC 850, asctime.
std::optional<Timestamp> parse_any_date(std::string_view text);

// "2025", "2025-06", "2025-06-03" → first and last day; for --from, --to and ranges in queries.
struct DayRange {
    Days first, last;
    friend bool operator==(const DayRange&, const DayRange&) = default;
};
std::optional<DayRange> parse_day_range(std::string_view text);

}  // namespace core
