// Time zones by the short names that newsrooms write.
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

#include "core/time.h"

namespace extractor {

// "utc", "cest", "et" (daylight time by the rule of the day's year). The name in lower case.
std::optional<std::chrono::minutes> zone_named(std::string_view name, core::Days day);

}  // namespace extractor
