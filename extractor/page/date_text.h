// Dates as newsrooms write them: "Dec. 22, 2023, 3:02 p.m. ET", "22 décembre 2023 à 15h02",
// "2023年12月22日", "22.12.23", "1703257320".
//
// Names of months in some sixty languages (data/month_names.tsv), zones by name or figure. A time
// without a zone is kept as written, and says so.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/time.h"

namespace extractor {

struct FoundDate {
    core::Timestamp stamp;
    bool has_zone = false;  // a time without one: `stamp.at` is the time on the writer's clock
    // 05/06/2024, read the other way round.
    std::optional<core::Days> swapped;
    std::size_t begin = 0;  // of the folded text
    std::size_t end = 0;
};

// How the reader of a text would understand it.
struct DateHabits {
    std::string_view language;  // "en"; may be empty
    bool month_first = false;   // 12/22/2023
};

// All dates in a line that core::fold() has been over, in order. Days without a year are none.
std::vector<FoundDate> find_dates(std::string_view folded, const DateHabits& habits);

// A value that claims to be a date: of a <meta>, a datetime attribute, JSON-LD. ISO 8601, seconds
// or milliseconds since 1970, and whatever find_dates() reads.
std::optional<FoundDate> read_date(std::string_view value, const DateHabits& habits);

// What an address says: "/2023/12/22/", "/2023-12-22-…", "/20231222/", "/2023/dec/22/"; without a
// day "/2023/12/".
struct UrlDate {
    int year = 0;
    int month = 0;
    int day = 0;  // 0: not given
    bool agrees(core::Days with) const;
};
std::optional<UrlDate> date_in_url(std::string_view path);

}  // namespace extractor
