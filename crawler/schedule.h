// When to look again. Pure. Part of the crawler's door.
#pragma once
#include <chrono>
#include <optional>
#include <vector>

#include "core/time.h"

namespace crawler {

// Articles younger than `age` are looked at again every `every`; older than all: never.
struct Recheck {
    std::chrono::seconds age, every;
};

std::optional<core::Instant> next_look(const std::vector<Recheck>& rules, core::Instant published,
                                       core::Instant now);

// A source that brought news is asked sooner, one that did not later: within [base/2, 24 h].
enum class SourceResult { News, NothingNew, NotModified, Failed };
struct SourcePace {
    std::chrono::seconds base, current;
    int failures = 0;  // in a row, this one included
};
std::chrono::seconds next_interval(const SourcePace& pace, SourceResult result);

// A page that is not where it was. One 404 may be a mistake of its server's: only when it is found
// again is the page taken to be gone; 410 says so itself. It is looked for ever more seldom, in
// case it comes back.
enum class Missing { NotFound, Gone };  // 404, or a page without its article; 410
struct Absence {
    core::Instant since;                     // the first time it was not there
    bool is_gone = false;                    // to be shown as taken down
    std::optional<core::Instant> next_look;  // none: looked for long enough
};
Absence absence(Missing answer, std::optional<core::Instant> missing_since, core::Instant now);

// After so many failures in a row (1: the first): 15 min, 30 min, 1 h, … at most a day; longer if
// the host asked for it. None: often enough, for some two weeks.
std::optional<std::chrono::seconds> next_try(int failures,
                                             std::optional<std::chrono::seconds> asked);

}  // namespace crawler
