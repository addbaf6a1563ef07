#include "extractor/page/zones.h"

#include <algorithm>
#include <array>

namespace extractor {

namespace {

using std::chrono::minutes;

struct Zone {
    std::string_view name;
    int minutes_east;
};
// Where a name has two meanings, the one that news pages use more.
constexpr std::array kZones = std::to_array<Zone>({
    {"z", 0},       {"ut", 0},      {"utc", 0},    {"gmt", 0},    {"wet", 0},    {"west", 60},
    {"bst", 60},    {"cet", 60},    {"mez", 60},   {"cest", 120}, {"mesz", 120}, {"eet", 120},
    {"eest", 180},  {"msk", 180},   {"мск", 180},  {"trt", 180},  {"est", -300}, {"edt", -240},
    {"cst", -360},  {"cdt", -300},  {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420},
    {"akst", -540}, {"akdt", -480}, {"hst", -600}, {"ist", 330},  {"pkt", 300},  {"jst", 540},
    {"kst", 540},   {"hkt", 480},   {"sgt", 480},  {"pht", 480},  {"wib", 420},  {"wita", 480},
    {"wit", 540},   {"ict", 420},   {"awst", 480}, {"acst", 570}, {"aest", 600}, {"aedt", 660},
    {"nzst", 720},  {"nzdt", 780},  {"sast", 120}, {"cat", 120},  {"eat", 180},  {"wat", 60},
    {"brt", -180},  {"art", -180},
});

// "ET" stands for EST in winter and EDT in summer.
constexpr std::array kAmerican = std::to_array<Zone>({
    {"et", -300},
    {"ct", -360},
    {"mt", -420},
    {"pt", -480},
});

// From the second Sunday in March to the first Sunday in November (since 2007).
bool is_american_summer(core::Days day) {
    using namespace std::chrono;
    const auto y = year_month_day{day}.year();
    return day >= sys_days{y / March / Sunday[2]} && day < sys_days{y / November / Sunday[1]};
}

template <std::size_t N>
std::optional<minutes> find(const std::array<Zone, N>& zones, std::string_view name) {
    const auto found = std::find_if(zones.begin(), zones.end(),
                                    [&](const Zone& zone) { return zone.name == name; });
    if (found == zones.end()) return std::nullopt;
    return minutes{found->minutes_east};
}

}  // namespace

std::optional<minutes> zone_named(std::string_view name, core::Days day) {
    if (const auto zone = find(kZones, name)) return zone;
    const auto zone = find(kAmerican, name);
    return zone && is_american_summer(day) ? *zone + minutes{60} : zone;
}

}  // namespace extractor
