#include "crawler/moods.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace crawler {
namespace {

using std::chrono::seconds;

constexpr int kMaxSilences = 5;  // in a row, until a host is left alone for a while
constexpr int kMaxDoublings = 11;
constexpr seconds kFirst{60}, kLongest{86400};

// 60 s, twice as long each time, up to a day; and up to a tenth more, so that hosts that failed
// together are not asked together. FNV-1a in the place of chance: nothing here knows any.
seconds doubled(int times, std::string_view host) {
    const auto own = std::min(kFirst * (1 << std::min(times, kMaxDoublings)), kLongest);
    std::uint32_t hash = 2166136261U + static_cast<std::uint32_t>(times);
    for (const char c : host) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return own + own * (hash % 1000) / 10'000;
}

}  // namespace

std::optional<Moods::Hold> Moods::answered(const std::string& host, int status,
                                           std::optional<seconds> asked) {
    Mood& mood = moods_[host];
    mood.silences = 0;
    if (status != 429 && status != 503) {
        mood.pushbacks = 0;
        return std::nullopt;
    }
    mood.why = "the host answered " + std::to_string(status) + " and wants to be left alone";
    const auto own = doubled(mood.pushbacks++, host);
    return Hold{asked.value_or(own), mood.why};
}

std::optional<Moods::Hold> Moods::silent(const std::string& host) {
    Mood& mood = moods_[host];
    if (++mood.silences < kMaxSilences) return std::nullopt;
    mood.why = "the host has not answered " + std::to_string(mood.silences) + " times in a row";
    return Hold{doubled(mood.silences - kMaxSilences, host), mood.why};
}

std::string Moods::why(const std::string& host) const {
    const auto found = moods_.find(host);
    return found == moods_.end() ? std::string() : found->second.why;
}

}  // namespace crawler
