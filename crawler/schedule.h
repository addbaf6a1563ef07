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

}  // namespace crawler
