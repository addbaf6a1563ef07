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
    core::Instant now() const;

private:
    Clock(core::Instant start, std::chrono::steady_clock::time_point since)
        : start_(start), since_(since) {}
    core::Instant start_;
    std::chrono::steady_clock::time_point since_;
};

}  // namespace cli
