// The wall clock of the program, which tests may set.
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

#include "core/result.h"
#include "core/time.h"

namespace cli {

// Runs at its normal pace, from the system's time or from a given one (CLAIMTRAIL_NOW).
class Clock {
public:
    static Clock system();
    static core::Result<Clock> starting_at(std::string_view rfc3339);
    static Clock standing_at(core::Instant now);  // for tests: it is always then
    core::Instant now() const;

private:
    using Since = std::optional<std::chrono::steady_clock::time_point>;
    Clock(core::Instant start, Since since) : start_(start), since_(since) {}
    core::Instant start_;
    Since since_;  // none: the clock stands
};

}  // namespace cli
