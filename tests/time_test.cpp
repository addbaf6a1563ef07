#include "core/time.h"

#include <catch2/catch.hpp>

namespace {

std::string spelled(const std::optional<core::Timestamp>& stamp) {
    return stamp ? core::to_text(*stamp) : "none";
}

}  // namespace

TEST_CASE("ISO 8601 times are read and kept in UTC", "[core][time]") {
    struct Case {
        const char* text;
        const char* utc;
    };
    const auto [text, utc] = GENERATE(values<Case>({
        {"2025-06-03", "2025-06-03"},
        {"2025-06-03T14:03:00Z", "2025-06-03T14:03:00Z"},
        {"2025-06-03T14:03Z", "2025-06-03T14:03:00Z"},
        {"2025-06-03 14:03:00.123+02:00", "2025-06-03T12:03:00Z"},
        {"2025-06-03T00:30:00+0200", "2025-06-02T22:30:00Z"},
        {"2025-06-03T23:30:00-05", "2025-06-04T04:30:00Z"},
        {"20250603T140300Z", "2025-06-03T14:03:00Z"},
        {"2025-06-03T14:03:00", "2025-06-03T14:03:00Z"},
        {"2025-06-03T24:00:00Z", "2025-06-04T00:00:00Z"},
        {" 2025-06-03 ", "2025-06-03"},
        {"2025-02-30", "none"},
        {"2025-06-03T25:00:00Z", "none"},
        {"2025-06-03T14:61:00Z", "none"},
        {"2025-06-03T14:03:00+99:00", "none"},
        {"2025-06-03T14:03:00Z and more", "none"},
        {"2025-06", "none"},
        {"", "none"},
    }));
    CAPTURE(text);
    CHECK(spelled(core::parse_timestamp(text)) == utc);
}

TEST_CASE("Dates of feeds and headers are read in the forms they are met in", "[core][time]") {
    struct Case {
        const char* text;
        const char* utc;
    };
    const auto [text, utc] = GENERATE(values<Case>({
        {"Tue, 03 Jun 2025 14:03:00 GMT", "2025-06-03T14:03:00Z"},
        {"Tue, 3 Jun 2025 14:03:00 +0200", "2025-06-03T12:03:00Z"},
        {"03 Jun 25 14:03 EST", "2025-06-03T19:03:00Z"},
        {"Tuesday, 03-Jun-25 14:03:00 GMT", "2025-06-03T14:03:00Z"},
        {"Tue Jun  3 14:03:00 2025", "2025-06-03T14:03:00Z"},
        {"June 3, 2025", "2025-06-03"},
        {"3rd June 2025", "2025-06-03"},
        {"June 3, 2025 at 2:03 PM PDT", "2025-06-03T21:03:00Z"},
        {"Jun 3, 2025 12:10 am UTC", "2025-06-03T00:10:00Z"},
        {"2025/06/03 14:03", "2025-06-03T14:03:00Z"},
        {"2025-06-03T14:03:00.5+02:00", "2025-06-03T12:03:00Z"},
        {"2025-06", "2025-06-01"},
        {"06/03/2025", "2025-06-03"},
        {"23/06/2025", "2025-06-23"},
        {"Tue, 03 Jun 2025 14:03:00 GMT+1", "2025-06-03T13:03:00Z"},
        {"031231", "2003-12-31"},
        {"03-12-31", "2003-12-31"},
        {"-0312", "2003-12-01"},
        {"-03-12", "2003-12-01"},
        {"-03", "2003-01-01"},
        {"03335", "2003-12-01"},
        {"04-366", "2004-12-31"},
        {"2003-335", "2003-12-01"},
        {"2003335T10:14:55Z", "2003-12-01T10:14:55Z"},
        {"99-12-31T10:14:55-08:00", "1999-12-31T18:14:55Z"},
        {"03-366", "none"},
        {"031331", "none"},
        {"Mon, 26 January 2004 16:31:00 ET", "2004-01-26T21:31:00Z"},
        {"Mon, 26 January 2004 16:31:00 PT", "2004-01-27T00:31:00Z"},
        {"Sun, 16 Dec 2012 11:47:32 +00:zz", "none"},
        {"Sun, 16 Dec 2012 11:47:32 -9999", "none"},
        {"2003-12-31T10:14:55-99:99", "none"},
        {"yesterday", "none"},
        {"Tue, 45 Jun 2025 14:03:00 GMT", "none"},
        {"12345678901234567890", "none"},
        {"", "none"},
    }));
    CAPTURE(text);
    CHECK(spelled(core::parse_any_date(text)) == utc);
}

TEST_CASE("An article's day is that of the place where it was written", "[core][time]") {
    const auto late = core::parse_timestamp("2025-06-03T23:30:00-05:00");
    REQUIRE(late);
    CHECK(core::to_text(late->day()) == "2025-06-03");
    const auto only_day = core::parse_timestamp("2025-06-03");
    REQUIRE(only_day);
    CHECK(core::to_text(only_day->day()) == "2025-06-03");
}

TEST_CASE("A time is told with the zone it was written in", "[core][time]") {
    const auto* const text = GENERATE("2025-06-03T16:03:00+02:00", "2025-06-02T23:30:00-04:30",
                                      "2025-06-03T14:03:00Z", "2025-06-03");
    CAPTURE(text);
    CHECK(core::to_zoned_text(*core::parse_timestamp(text)) == text);
}

TEST_CASE("A year or a month means all of its days", "[core][time]") {
    const auto february = core::parse_day_range("2024-02");
    REQUIRE(february);
    CHECK(core::to_text(february->first) == "2024-02-01");
    CHECK(core::to_text(february->last) == "2024-02-29");
    CHECK_FALSE(core::parse_day_range("2024-02/2024-03"));
    CHECK_FALSE(core::parse_day_range("soon"));
}
