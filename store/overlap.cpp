#include "store/overlap.h"

#include <algorithm>
#include <map>
#include <set>

namespace store {

std::vector<Overlap::Pair> Overlap::pairs(
    const std::vector<std::vector<core::ClaimId>>& fresh) const {
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        std::map<std::int64_t, std::size_t> shared;
        for (const auto claim : fresh[i])
            if (const auto found = groups_of_.find(claim.value); found != groups_of_.end())
                for (const auto old : found->second) ++shared[old];
        for (const auto& [old, count] : shared) pairs.push_back({count, old, i});
    }
    return pairs;
}

std::vector<std::optional<std::int64_t>> Overlap::assign(
    const std::vector<std::vector<core::ClaimId>>& fresh) const {
    auto candidates = pairs(fresh);
    std::sort(candidates.begin(), candidates.end(), [](const Pair& a, const Pair& b) {
        if (a.shared != b.shared) return a.shared > b.shared;
        return a.old != b.old ? a.old < b.old : a.fresh < b.fresh;
    });
    std::vector<std::optional<std::int64_t>> assigned(fresh.size());
    std::set<std::int64_t> taken;
    for (const auto& pair : candidates)
        if (!assigned[pair.fresh] && taken.insert(pair.old).second) assigned[pair.fresh] = pair.old;
    return assigned;
}

}  // namespace store
