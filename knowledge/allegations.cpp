// Which claims say the same. Claims are taken in a fixed order and each joins the group that it
// fits best, so that the order in which they were stored does not matter.
#include <algorithm>
#include <optional>

#include "knowledge/material.h"

namespace knowledge {

namespace {

using std::chrono::days;

// Shared words that two claims of the same parties and main conduct need, and others.
constexpr double kSameConduct = 0.25;
constexpr double kOtherConduct = 0.5;
// The same accusation a year later is another one, unless it says the same words.
constexpr days kSameBurst{200};
constexpr double kSameWords = 0.8;
// Of two groups that fit about equally, none is chosen by force.
constexpr double kClearlyBetter = 0.02;
// Comparing with a group's first members is enough, and keeps large topics linear.
constexpr std::size_t kCompared = 12;

bool claimants_fit(const core::Claim& a, const core::Claim& b) {
    const auto named_a = named(a.claimant);
    const auto named_b = named(b.claimant);
    return named_a.empty() || named_b.empty() || meet(named_a, named_b);
}

bool conducts_fit(const core::Claim& a, const core::Claim& b) {
    if (a.conduct.empty() || b.conduct.empty()) return true;
    return a.conduct.front() == b.conduct.front();
}

bool times_fit(const core::Claim& a, const core::Claim& b) {
    if (!a.time || !b.time || !a.time->edtf || !b.time->edtf) return true;
    const auto range_a = a.time->edtf->days();
    const auto range_b = b.time->edtf->days();
    return range_a.first <= range_b.last && range_b.first <= range_a.last;
}

// How well two claims say the same; none if they cannot.
std::optional<double> likeness(const Item& a, const Item& b) {
    if (role_of(a.claim().kind) != role_of(b.claim().kind)) return std::nullopt;
    if (!claimants_fit(a.claim(), b.claim()) || !times_fit(a.claim(), b.claim()))
        return std::nullopt;
    const double words = overlap(a.words, b.words);
    const auto apart = a.day < b.day ? b.day - a.day : a.day - b.day;
    if (apart > kSameBurst && words < kSameWords) return std::nullopt;
    // A denial needs no words in common: "denied the claim" and "called it baseless" are one.
    const bool answers = role_of(a.claim().kind) == Role::Denies;
    const double needed = answers                              ? 0
                          : conducts_fit(a.claim(), b.claim()) ? kSameConduct
                                                               : kOtherConduct;
    if (words < needed) return std::nullopt;
    return words;
}

// The best likeness with any of a group's first members; one that cannot be is one too many.
std::optional<double> likeness(const Item& item, const Group& group) {
    std::optional<double> best;
    for (std::size_t i = 0; i < std::min(group.size(), kCompared); ++i) {
        if (group[i]->record->article == item.record->article) continue;
        const auto one = likeness(item, *group[i]);
        if (one && (!best || *one > *best)) best = one;
    }
    return best;
}

}  // namespace

std::vector<Group> group_allegations(const Material& material, const core::Topic& topic) {
    std::vector<Group> groups;
    for (const Item& item : material.items()) {
        if (topics_of(item.claim()).front() != topic) continue;
        std::optional<std::size_t> best;
        double best_likeness = 0;
        double second_likeness = -1;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const auto one = likeness(item, groups[i]);
            if (!one) continue;
            if (!best || *one > best_likeness) {
                if (best) second_likeness = best_likeness;
                best = i;
                best_likeness = *one;
            } else {
                second_likeness = std::max(second_likeness, *one);
            }
        }
        const bool forced =
            second_likeness >= 0 && best_likeness - second_likeness < kClearlyBetter;
        // A tie goes to the elder group only where the words clearly belong to it.
        if (best && (!forced || best_likeness >= kOtherConduct))
            groups[*best].push_back(&item);
        else
            groups.push_back({&item});
    }
    return groups;
}

}  // namespace knowledge
