#include "knowledge/quarrels.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/text.h"

namespace knowledge {

namespace {

using core::ClaimKind;
using core::ConductFamily;

// A dispute begins with one of these.
bool begins_dispute(const core::Claim& claim) {
    return claim.kind == ClaimKind::Accusation || claim.kind == ClaimKind::Observation ||
           claim.kind == ClaimKind::Investigation;
}

// The topic's party, as the claim spells it among the accused.
std::string accused_name(const core::Claim& claim, const core::Topic& topic) {
    for (const auto& accused : claim.accused) {
        std::string_view name = accused.name;
        if (name.ends_with(core::kUnnamedSuffix)) name.remove_suffix(core::kUnnamedSuffix.size());
        if (core::fold(name) == topic) return std::string(name);
    }
    return {};
}

// On whose behalf a claim accuses: the owner of what was taken, else who says it.
std::vector<std::string> accusers_of(const core::Claim& claim, const core::Topic& topic) {
    std::vector<std::string> all;
    const auto add = [&](const std::string& name) {
        if (core::is_named(name) && core::fold(name) != topic) all.push_back(name);
    };
    if (claim.object_owner) add(*claim.object_owner);
    if (all.empty())
        for (const auto& claimant : claim.claimant) add(claimant.name);
    return all;
}

// The family that most of a statement's claims are of; none if no conduct is named.
std::optional<ConductFamily> family_of(const Statement& statement) {
    std::array<int, core::Vocabulary<ConductFamily>::terms.size()> counts{};
    for (const Item* item : statement.items)
        for (const auto conduct : item->claim().conduct)
            ++counts[static_cast<std::size_t>(core::family(conduct))];
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most == 0) return std::nullopt;
    return static_cast<ConductFamily>(most - counts.begin());
}

using Key = std::pair<std::string, ConductFamily>;

class Court {
public:
    explicit Court(const core::Topic& topic) : topic_(topic) {}

    // What begins quarrels first, by named accusers; then what has none of its own.
    void hear(const std::vector<Statement>& statements) {
        for (const auto& statement : statements) open_named(statement);
        for (const auto& statement : statements) open_unnamed(statement);
        for (const auto& statement : statements) place(statement);
    }
    std::vector<Quarrel> take() {
        std::vector<Quarrel> all;
        all.reserve(quarrels_.size());
        for (auto& [key, quarrel] : quarrels_) all.push_back(std::move(quarrel));
        return all;
    }

private:
    void open(const std::string& accuser, const std::string& accused, ConductFamily family) {
        auto& quarrel = quarrels_[{core::fold(accuser), family}];
        if (quarrel.accused.empty()) quarrel = {accuser, accused, family, {}};
    }

    void open_named(const Statement& statement) {
        const auto family = family_of(statement).value_or(ConductFamily::Other);
        for (const Item* item : statement.items) {
            const auto accused = accused_name(item->claim(), topic_);
            if (accused.empty() || !begins_dispute(item->claim())) continue;
            for (const auto& accuser : accusers_of(item->claim(), topic_))
                open(accuser, accused, family);
        }
    }

    // An accusation by nobody in particular is a dispute too, if its family has no other.
    void open_unnamed(const Statement& statement) {
        const auto family = family_of(statement).value_or(ConductFamily::Other);
        if (has(family)) return;
        for (const Item* item : statement.items) {
            const auto accused = accused_name(item->claim(), topic_);
            if (!accused.empty() && begins_dispute(item->claim())) open("", accused, family);
        }
    }

    bool has(std::optional<ConductFamily> family) const {
        return std::any_of(quarrels_.begin(), quarrels_.end(),
                           [&](const auto& entry) { return entry.first.second == family; });
    }

    // With its own accusers' quarrels; else with all of its family, else with all.
    void place(const Statement& statement) {
        const auto family = family_of(statement);
        std::vector<Quarrel*> theirs;
        std::vector<Quarrel*> same_family;
        for (auto& [key, quarrel] : quarrels_) {
            const bool fits = !family || key.second == *family;
            if (fits && accuses(statement, key.first)) theirs.push_back(&quarrel);
            if (fits) same_family.push_back(&quarrel);
        }
        auto& placed = theirs.empty() ? same_family : theirs;
        if (placed.empty())
            for (auto& [key, quarrel] : quarrels_) placed.push_back(&quarrel);
        for (auto* quarrel : placed) quarrel->statements.push_back(&statement);
    }

    bool accuses(const Statement& statement, const std::string& folded) const {
        for (const Item* item : statement.items)
            for (const auto& accuser : accusers_of(item->claim(), topic_))
                if (core::fold(accuser) == folded) return true;
        return false;
    }

    const core::Topic& topic_;
    std::map<Key, Quarrel> quarrels_;
};

}  // namespace

std::vector<Quarrel> quarrels_of(const std::vector<Statement>& statements,
                                 const core::Topic& topic) {
    Court court(topic);
    court.hear(statements);
    return court.take();
}

}  // namespace knowledge
