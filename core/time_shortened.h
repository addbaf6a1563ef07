// Dates of ISO 8601:1988 that leave something out. Private to core.
#pragma once
#include <optional>
#include <string_view>

#include "core/time.h"

namespace core {

// With the century left out or the day counted in its year: "031231", "03-12-31", "-0312", "-03",
// "03335", "2003-335", each with or without a time. None if the text is nothing of the kind.
std::optional<Timestamp> parse_shortened(std::string_view text);

}  // namespace core
