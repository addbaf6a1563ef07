// Which claims say the same. Claims are taken in a fixed order and each joins the group that it
// fits best, so that the order in which they were stored does not matter.
#include <algorithm>
#include <optional>

#include "knowledge/material.h"

namespace knowledge {

namespace {

using std::chrono::days;

// Weights by measurement on hand-made clusters (docs/decisions.md): who says it tells most.
constexpr double kSameClaimant = 0.3;
constexpr double kSameKind = 0.1;
constexpr double kSameCredit = 0.2;
constexpr double kOtherFamily = 0.2;
constexpr double kAlike = 0.4;  // from here on two claims are held to say the same
// Of two groups that fit about equally, none is chosen by force.
constexpr double kClearlyBetter = 0.02;
constexpr double kSurely = 0.7;
// The same accusation much later, on new grounds, is another one, unless it says the same words.
constexpr days kSameBurst{200};
constexpr double kSameWords = 0.8;
// What a party answers is worded alike every time: weeks later it is another answer.
constexpr days kSameAnswer{30};
// Comparing with some of a group's members is enough, and keeps large topics bounded.
constexpr std::size_t kCompared = 12;

bool times_fit(const core::Claim& a, const core::Claim& b) {
    if (!a.time || !b.time || !a.time->edtf || !b.time->edtf) return true;
    const auto range_a = a.time->edtf->days();
    const auto range_b = b.time->edtf->days();
    return range_a.first <= range_b.last && range_b.first <= range_a.last;
}

bool are_strangers(const Item& a, const Item& b) {
    return !a.claimants.empty() && !b.claimants.empty() && !meet(a.claimants, b.claimants);
}

double by_claimants(const Item& a, const Item& b) {
    if (a.claimants.empty() != b.claimants.empty()) return -kSameClaimant;
    if (!a.claimants.empty()) return kSameClaimant;  // they meet, or we would not be here
    if (a.groups.empty() || b.groups.empty()) return 0;
    return meet(a.groups, b.groups) ? kSameClaimant / 2 : -kSameClaimant / 2;
}

bool share_credit(const core::Claim& a, const core::Claim& b) {
    return std::any_of(a.via.begin(), a.via.end(), [&](const core::Party& one) {
        return std::any_of(b.via.begin(), b.via.end(),
                           [&](const core::Party& other) { return one.name == other.name; });
    });
}

// Taking data without leave is said of every family.
bool says_family(const core::Claim& claim) {
    return std::any_of(claim.conduct.begin(), claim.conduct.end(), [](core::Conduct conduct) {
        return conduct != core::Conduct::UnauthorizedDataUse && conduct != core::Conduct::Other;
    });
}

bool are_of_other_families(const core::Claim& a, const core::Claim& b) {
    if (!says_family(a) || !says_family(b)) return false;
    return std::none_of(a.conduct.begin(), a.conduct.end(), [&](core::Conduct one) {
        return std::any_of(b.conduct.begin(), b.conduct.end(), [&](core::Conduct other) {
            return core::family(one) == core::family(other);
        });
    });
}

bool is_answer(core::ClaimKind kind) {
    return role_of(kind) == Role::Denies || role_of(kind) == Role::Responds;
}

// How well two claims say the same; none if they cannot.
std::optional<double> likeness(const Item& a, const Item& b) {
    if (are_strangers(a, b) || !times_fit(a.claim(), b.claim())) return std::nullopt;
    const double words = overlap(a.words, b.words);
    const auto apart = a.day < b.day ? b.day - a.day : a.day - b.day;
    if (apart > kSameBurst && words < kSameWords) return std::nullopt;
    if (apart > kSameAnswer && is_answer(a.claim().kind)) return std::nullopt;
    double sum = words + by_claimants(a, b);
    if (a.claim().kind == b.claim().kind) sum += kSameKind;
    if (share_credit(a.claim(), b.claim())) sum += kSameCredit;
    if (are_of_other_families(a.claim(), b.claim())) sum -= kOtherFamily;
    return sum;
}

// The mean likeness with a group's first and last members, if most of them may say the same.
std::optional<double> likeness(const Item& item, const Group& group) {
    const std::size_t compared = std::min(group.size(), kCompared);
    double sum = 0;
    std::size_t fitting = 0;
    for (std::size_t i = 0; i < compared; ++i) {
        const bool is_early = i < compared / 2 || compared == group.size();
        const auto& member = is_early ? *group[i] : *group[group.size() - compared + i];
        if (const auto one = likeness(item, member)) {
            sum += *one;
            ++fitting;
        }
    }
    if (fitting * 2 <= compared) return std::nullopt;
    return sum / static_cast<double>(fitting);
}

struct Choice {
    std::size_t group = 0;
    double best = -1;
    double second = -1;
};

Choice choose(const Item& item, const std::vector<Group>& groups) {
    Choice choice;
    const Role role = role_of(item.claim().kind);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (role_of(groups[i].front()->claim().kind) != role) continue;
        const auto one = likeness(item, groups[i]);
        if (!one) continue;
        if (*one > choice.best) {
            choice.second = choice.best;
            choice.best = *one;
            choice.group = i;
        } else {
            choice.second = std::max(choice.second, *one);
        }
    }
    return choice;
}

}  // namespace

std::vector<Group> group_items(const Group& items) {
    std::vector<Group> groups;
    for (const Item* item : items) {
        const auto choice = choose(*item, groups);
        const bool is_clear =
            choice.best - choice.second >= kClearlyBetter || choice.best >= kSurely;
        if (choice.best >= kAlike && is_clear)
            groups[choice.group].push_back(item);
        else
            groups.push_back({item});
    }
    return groups;
}

}  // namespace knowledge
