#include "knowledge/quarrels.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "knowledge/sides.h"

namespace knowledge {

namespace {

using core::ConductFamily;

// "Used data without permission" is said in quarrels of every family.
bool tells_family(core::Conduct conduct) {
    return conduct != core::Conduct::UnauthorizedDataUse && conduct != core::Conduct::Other;
}

// The family that most of a statement's claims are of; none if no conduct is named.
std::optional<ConductFamily> family_of(const Statement& statement) {
    std::array<int, core::Vocabulary<ConductFamily>::terms.size()> counts{};
    for (const Item* item : statement.items)
        for (const auto conduct : item->claim().conduct)
            if (tells_family(conduct)) ++counts[static_cast<std::size_t>(core::family(conduct))];
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most == 0) return std::nullopt;
    return static_cast<ConductFamily>(most - counts.begin());
}

// The reports of one piece of news.
constexpr std::chrono::days kSameDays{14};

using Key = std::pair<std::string, ConductFamily>;
using Placed = std::map<Key, Quarrel>;

class Court {
public:
    explicit Court(const Material& material) : material_(material), sides_(material) {}

    // First what somebody says in its own name or is owed, then other accusations, then answers
    // and the rest: each is placed by what is in place already.
    Placed hear(const std::vector<Statement>& statements) {
        for (const auto& statement : statements)
            sides_.hear(statement, family_of(statement).value_or(ConductFamily::Other));
        sides_.join();
        for (const auto family : sides_.families())
            for (const auto& side : sides_.of(family)) open(side, family);
        drop_vague_families();
        std::vector<const Statement*> accusing;
        std::vector<const Statement*> others;
        for (const auto& statement : statements)
            if (!place_with_its_own(statement))
                (begins(statement) ? accusing : others).push_back(&statement);
        place_all(accusing);
        place_all(others);
        return std::move(quarrels_);
    }

private:
    // What is in place already: how often each article tells of a quarrel, and on which days.
    struct Present {
        std::map<core::ArticleId, std::map<Key, int>> articles;
        std::map<Key, std::vector<core::Days>> days;  // sorted
    };

    Quarrel& open(const std::string& accuser, ConductFamily family) {
        return quarrels_
            .try_emplace({accuser, family}, Quarrel{accuser, family, sides_.members(accuser), {}})
            .first->second;
    }

    bool begins(const Statement& statement) const {
        return std::any_of(statement.items.begin(), statement.items.end(), [&](const Item* item) {
            return begins_dispute(*item, material_.topic());
        });
    }

    // What names no conduct of a family is a quarrel by itself only where its sides have no other.
    void drop_vague_families() {
        std::set<std::string> others;
        for (const auto& [key, quarrel] : quarrels_)
            if (key.second != ConductFamily::Other) others.insert(key.first);
        std::erase_if(quarrels_, [&](const auto& entry) {
            return entry.first.second == ConductFamily::Other && others.contains(entry.first.first);
        });
    }

    bool place_with_its_own(const Statement& statement) {
        const auto family = family_of(statement);
        const auto behind = sides_.behind(statement);
        bool placed = false;
        for (auto& [key, quarrel] : quarrels_) {
            if (!behind.contains(key.first) || (family && key.second != *family)) continue;
            quarrel.statements.push_back(&statement);
            placed = true;
        }
        return placed;
    }

    void place_all(const std::vector<const Statement*>& statements) {
        const auto in_place = present();
        std::vector<std::pair<Key, const Statement*>> places;
        for (const auto* statement : statements)
            for (auto& key : places_of(*statement, in_place))
                places.emplace_back(std::move(key), statement);
        for (const auto& [key, statement] : places)
            open(key.first, key.second).statements.push_back(statement);
    }

    Present present() const {
        Present present;
        for (const auto& [key, quarrel] : quarrels_) {
            auto& days = present.days[key];
            for (const auto* statement : quarrel.statements)
                for (const Item* item : statement->items) {
                    ++present.articles[item->article->id][key];
                    days.push_back(item->day);
                }
            std::sort(days.begin(), days.end());
        }
        return present;
    }

    // The quarrels of its family that its own articles tell most of; else the one of which others
    // tell in the same days. An accusation that has none of these is a dispute of its own.
    std::vector<Key> places_of(const Statement& statement, const Present& present) const {
        const auto family = family_of(statement);
        const auto candidates = of_family(family);
        if (candidates.empty() && begins(statement))
            return {{"", family.value_or(ConductFamily::Other)}};
        const auto& near = candidates.empty() ? of_family(std::nullopt) : candidates;
        auto keys = told_most(statement, near, present);
        if (!keys.empty() || near.empty()) return keys;
        if (near.size() == 1) return near;
        const auto [nearest, apart] = told_nearest(statement.items.front()->day, near, present);
        if (begins(statement) && apart > kSameDays)
            return {{"", family.value_or(ConductFamily::Other)}};
        return {nearest};
    }

    static std::vector<Key> told_most(const Statement& statement,
                                      const std::vector<Key>& candidates, const Present& present) {
        std::map<Key, int> counts;
        int most = 0;
        for (const Item* item : statement.items) {
            const auto found = present.articles.find(item->article->id);
            if (found == present.articles.end()) continue;
            for (const auto& key : candidates)
                if (const auto count = found->second.find(key); count != found->second.end())
                    most = std::max(most, counts[key] += count->second);
        }
        std::vector<Key> keys;
        for (const auto& [key, count] : counts)
            if (count == most) keys.push_back(key);
        return keys;
    }

    static std::pair<Key, std::chrono::days> told_nearest(core::Days day,
                                                          const std::vector<Key>& candidates,
                                                          const Present& present) {
        std::pair<Key, std::chrono::days> best{candidates.front(), std::chrono::days::max()};
        for (const auto& key : candidates) {
            const auto& days = present.days.at(key);
            const auto after = std::lower_bound(days.begin(), days.end(), day);
            auto apart = std::chrono::days::max();
            if (after != days.end()) apart = *after - day;
            if (after != days.begin()) apart = std::min(apart, day - *std::prev(after));
            if (apart < best.second) best = {key, apart};
        }
        return best;
    }

    // That have statements already; of all families where none is asked for.
    std::vector<Key> of_family(std::optional<ConductFamily> family) const {
        std::vector<Key> keys;
        for (const auto& [key, quarrel] : quarrels_)
            if (!quarrel.statements.empty() && (!family || key.second == *family))
                keys.push_back(key);
        return keys;
    }

    const Material& material_;
    Sides sides_;
    Placed quarrels_;
};

}  // namespace

std::vector<Quarrel> quarrels_of(const std::vector<Statement>& statements,
                                 const Material& material) {
    auto placed = Court(material).hear(statements);
    std::vector<Quarrel> all;
    all.reserve(placed.size());
    for (auto& [key, quarrel] : placed)
        if (!quarrel.statements.empty()) all.push_back(std::move(quarrel));
    return all;
}

}  // namespace knowledge
