// The values of a configuration that have a spelling of their own.
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "cli/config.h"

namespace cli {

namespace {

using core::Failure;
using std::chrono::milliseconds;

template <class T>
struct Unit {
    std::string_view name;
    T factor;
};

constexpr std::array<Unit<milliseconds::rep>, 6> kDurations{{{"ms", 1},
                                                             {"s", 1000},
                                                             {"m", 60'000},
                                                             {"h", 3'600'000},
                                                             {"d", 86'400'000},
                                                             {"y", 31'557'600'000}}};
constexpr std::array<Unit<std::uint64_t>, 4> kSizes{
    {{"B", 1}, {"KiB", 1ull << 10}, {"MiB", 1ull << 20}, {"GiB", 1ull << 30}}};

// "15m" → 15 × its unit; at most 1,000,000 of a unit.
template <class T, std::size_t N>
std::optional<T> with_unit(std::string_view text, const std::array<Unit<T>, N>& units) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number > 1'000'000) return std::nullopt;
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    for (const auto& row : units)
        if (row.name == unit) return static_cast<T>(number) * row.factor;
    return std::nullopt;
}

}  // namespace

core::Result<Listen> parse_listen(std::string_view text) {
    const auto colon = text.rfind(':');
    std::uint16_t port = 0;
    if (colon != std::string_view::npos) {
        const auto digits = text.substr(colon + 1);
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), port);
        if (error == std::errc{} && end == digits.data() + digits.size()) {
            auto address = text.substr(0, colon);
            if (address.starts_with('[') && address.ends_with(']'))
                address = address.substr(1, address.size() - 2);
            return Listen{address.empty() ? "127.0.0.1" : std::string(address), port};
        }
    }
    return core::fail(Failure::Kind::BadConfiguration,
                      fmt::format("'{}' is no ADDRESS:PORT as in 127.0.0.1:8737", text));
}

core::Result<milliseconds> parse_duration(std::string_view text) {
    if (const auto value = with_unit(text, kDurations)) return milliseconds{*value};
    return core::fail(Failure::Kind::BadConfiguration,
                      fmt::format("'{}' is no duration as in 250ms, 3s, 15m, 2h, 30d, 1y", text));
}

core::Result<std::uint64_t> parse_size(std::string_view text) {
    if (const auto value = with_unit(text, kSizes)) return *value;
    return core::fail(Failure::Kind::BadConfiguration,
                      fmt::format("'{}' is no size as in 512KiB, 16MiB", text));
}

}  // namespace cli
