// Whatever is read as a date must write itself so that it is read as the same moment again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/time.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static_cast<void>(core::parse_timestamp(text));
    const auto date = core::parse_any_date(text);
    if (!date) return 0;
    const auto again = core::parse_any_date(core::to_text(date->at));
    if (!again || again->at != date->at) __builtin_trap();
    return 0;
}
