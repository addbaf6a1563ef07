#include "cli/clock.h"

#include <string>

namespace cli {

using std::chrono::steady_clock;

Clock Clock::system() {
    const auto now = std::chrono::system_clock::now();
    return {std::chrono::floor<std::chrono::seconds>(now), steady_clock::now()};
}

core::Result<Clock> Clock::starting_at(std::string_view rfc3339) {
    const auto start = core::parse_timestamp(rfc3339);
    if (!start || !start->has_time)
        return core::fail(core::Failure::Kind::BadDate,
                          "CLAIMTRAIL_NOW must be a time as in 2026-06-15T18:00:00Z",
                          std::string(rfc3339));
    return Clock(start->at, steady_clock::now());
}

Clock Clock::standing_at(core::Instant now) { return {now, std::nullopt}; }

core::Instant Clock::now() const {
    if (!since_) return start_;
    return start_ + std::chrono::floor<std::chrono::seconds>(steady_clock::now() - *since_);
}

}  // namespace cli
