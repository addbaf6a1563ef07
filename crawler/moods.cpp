#include "crawler/moods.h"

#include <algorithm>

namespace crawler {
namespace {

using std::chrono::seconds;

constexpr int kMaxSilences = 5;  // in a row, until a host is left alone for a while
constexpr int kMaxDoublings = 10;
constexpr seconds kFirst{60};

seconds doubled(int times) { return kFirst * (1 << std::min(times, kMaxDoublings)); }

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
    return Hold{asked.value_or(doubled(mood.pushbacks++)), mood.why};
}

std::optional<Moods::Hold> Moods::silent(const std::string& host) {
    Mood& mood = moods_[host];
    if (++mood.silences < kMaxSilences) return std::nullopt;
    mood.why = "the host has not answered " + std::to_string(mood.silences) + " times in a row";
    return Hold{doubled(mood.silences - kMaxSilences), mood.why};
}

std::string Moods::why(const std::string& host) const {
    const auto found = moods_.find(host);
    return found == moods_.end() ? std::string() : found->second.why;
}

}  // namespace crawler
