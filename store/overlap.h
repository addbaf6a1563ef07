// Which new group of claims goes on under the id of an old one. Private to store/.
#pragma once
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/ids.h"

namespace store {

// Gives each new group the old one with which it shares most members: largest overlap first, then
// the smaller id; each old one once.
class Overlap {
public:
    void old_group(std::int64_t id, std::int64_t member) { groups_of_[member].push_back(id); }

    std::vector<std::optional<std::int64_t>> assign(
        const std::vector<std::vector<core::ClaimId>>& fresh) const;

private:
    struct Pair {
        std::size_t shared;
        std::int64_t old;
        std::size_t fresh;
    };
    std::vector<Pair> pairs(const std::vector<std::vector<core::ClaimId>>& fresh) const;

    std::unordered_map<std::int64_t, std::vector<std::int64_t>> groups_of_;
};

}  // namespace store
