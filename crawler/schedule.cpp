#include "crawler/schedule.h"

#include <algorithm>

namespace crawler {

using std::chrono::hours;
using std::chrono::seconds;

std::optional<core::Instant> next_look(const std::vector<Recheck>& rules, core::Instant published,
                                       core::Instant now) {
    const auto age = now - published;
    const Recheck* youngest = nullptr;
    for (const Recheck& rule : rules)
        if (age < rule.age && (!youngest || rule.age < youngest->age)) youngest = &rule;
    if (!youngest) return std::nullopt;
    return now + youngest->every;
}

seconds next_interval(const SourcePace& pace, SourceResult result) {
    const seconds longest = std::max(pace.base, seconds(hours(24)));
    const seconds shortest = std::max(pace.base / 2, seconds(1));
    const auto within = [&](seconds interval) { return std::clamp(interval, shortest, longest); };
    switch (result) {
        case SourceResult::News: return within(pace.current * 4 / 5);
        case SourceResult::NothingNew: return within(pace.current * 3 / 2);
        case SourceResult::NotModified: return within(pace.current * 5 / 4);
        case SourceResult::Failed:
            // The first failure may be a hiccup: it costs one interval, each further one doubles.
            return within(
                std::max(pace.current, pace.base * (1 << std::clamp(pace.failures, 1, 16)) / 2));
    }
    return pace.base;
}

Absence absence(Missing answer, std::optional<core::Instant> missing_since, core::Instant now) {
    using std::chrono::days, std::chrono::minutes;
    constexpr minutes second_look{2};
    constexpr days longest_pause{30}, long_enough{365};
    Absence absence{.since = missing_since.value_or(now)};
    const auto age = now - absence.since;
    absence.is_gone = answer == Missing::Gone || (missing_since && age >= second_look);
    if (!absence.is_gone)
        absence.next_look = now + second_look;
    else if (age < long_enough)
        absence.next_look = now + std::clamp<seconds>(age, days{1}, longest_pause);
    return absence;
}

std::optional<seconds> next_try(int failures, std::optional<seconds> asked) {
    constexpr int most = 20;
    constexpr seconds first{900}, longest_own{86400}, longest{172800};
    if (failures >= most) return std::nullopt;
    const seconds own = std::min(longest_own, first * (1 << std::clamp(failures - 1, 0, 8)));
    return asked ? std::clamp(*asked, own, longest) : own;
}

}  // namespace crawler
