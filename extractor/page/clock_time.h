// A time of day as it stands beside a date: "15:02", "15.02 Uhr MEZ", "3:02 p.m. ET". Private to
// date_text.cpp.
#pragma once
#include <chrono>
#include <cstddef>
#include <optional>

#include "core/time.h"
#include "extractor/page/date_tokens.h"

namespace extractor {

struct ClockTime {
    std::chrono::seconds since_midnight{0};
    std::optional<std::chrono::minutes> offset;  // of its zone, if it names one
};

// At the token `at`, which is moved behind what was read. `day` decides about daylight time.
std::optional<ClockTime> read_clock_time(const DateTokens& tokens, std::size_t& at, core::Days day);

}  // namespace extractor
