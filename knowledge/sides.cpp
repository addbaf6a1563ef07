#include "knowledge/sides.h"

#include <algorithm>

#include "knowledge/timeline.h"

namespace knowledge {

using core::ClaimKind;
using core::ConductFamily;
using core::EntityType;

bool begins_dispute(const Item& item, const core::Topic& topic) {
    const auto kind = item.claim().kind;
    return (kind == ClaimKind::Accusation || kind == ClaimKind::Observation ||
            kind == ClaimKind::Investigation) &&
           std::binary_search(item.accused.begin(), item.accused.end(), topic);
}

void Sides::hear(const Statement& statement, ConductFamily family) {
    const auto owners = owners_of(statement);
    for (const Item* item : statement.items) {
        if (!begins_dispute(*item, material_.topic())) continue;
        for (const auto& owner : owners) note(owner, family, Standing::Owns);
        std::vector<std::string> accusing;
        for (const auto& name : item->claimants) {
            if (name == material_.topic() || owners.contains(name)) continue;
            const auto standing = standing_of(*item, name, owners);
            note(name, family, standing);
            if (standing != Standing::Speaks) accusing.push_back(name);
        }
        count_together(accusing);
    }
}

std::set<std::string> Sides::owners_of(const Statement& statement) const {
    std::set<std::string> owners;
    for (const Item* item : statement.items)
        if (!item->owner.empty() && item->owner != material_.topic()) owners.insert(item->owner);
    return owners;
}

// A publication that tells of an accusation, a court that hears it and a person that repeats it
// speak of what is others'.
Sides::Standing Sides::standing_of(const Item& item, const std::string& name,
                                   const std::set<std::string>& owners) const {
    const auto type = material_.type_of(name);
    if (event_kind(item) == core::EventKind::Filing && type != EntityType::Court)
        return Standing::Sues;
    const bool is_house = std::binary_search(item.houses.begin(), item.houses.end(), name);
    const bool accuses = item.claim().kind == ClaimKind::Accusation && owners.empty() && is_house &&
                         type == EntityType::Organisation;
    return accuses ? Standing::Accuses : Standing::Speaks;
}

void Sides::count_together(const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        ++accusations_[names[i]];
        for (std::size_t j = i + 1; j < names.size(); ++j) ++together_[{names[i], names[j]}];
    }
}

void Sides::note(const std::string& name, ConductFamily family, Standing standing) {
    families_.insert(family);
    const auto [known, is_new] = standing_.try_emplace({name, family}, standing);
    if (!is_new) known->second = std::min(known->second, standing);
}

// Those who mostly accuse together. A round-up that names many plaintiffs joins nobody.
void Sides::join() {
    for (const auto& [pair, count] : together_) {
        const auto& [a, b] = pair;
        if (2 * count < std::max(accusations_[a], accusations_[b])) continue;
        auto first = first_of(a);
        auto other = first_of(b);
        if (other < first) std::swap(first, other);
        if (first != other) first_[other] = first;
    }
}

std::string Sides::first_of(const std::string& name) const {
    auto at = name;
    for (auto next = first_.find(at); next != first_.end(); next = first_.find(at))
        at = next->second;
    return at;
}

std::set<std::string> Sides::of(ConductFamily family) const {
    std::set<std::string> sides;
    std::set<std::string> speakers;
    for (const auto& [key, standing] : standing_) {
        if (key.second != family) continue;
        auto& list = standing == Standing::Speaks ? speakers : sides;
        list.insert(first_of(key.first));
    }
    return sides.empty() ? speakers : sides;
}

std::set<std::string> Sides::behind(const Statement& statement) const {
    auto names = owners_of(statement);
    if (names.empty())
        for (const Item* item : statement.items)
            names.insert(item->claimants.begin(), item->claimants.end());
    std::set<std::string> sides;
    for (const auto& name : names) sides.insert(first_of(name));
    return sides;
}

std::vector<std::string> Sides::members(const std::string& side) const {
    std::vector<std::string> members{side};
    for (const auto& [name, first] : first_)
        if (name != side && first_of(name) == side) members.push_back(name);
    return members;
}

}  // namespace knowledge
