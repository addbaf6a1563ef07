// Whose quarrel a topic's claims belong to.
#include "knowledge/disputes.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/text.h"
#include "knowledge/timeline.h"

namespace knowledge {

namespace {

using core::ClaimKind;

// A dispute begins with one of these.
bool begins_dispute(const core::Claim& claim) {
    return claim.kind == ClaimKind::Accusation || claim.kind == ClaimKind::Observation ||
           claim.kind == ClaimKind::Investigation || claim.kind == ClaimKind::Ruling;
}

struct Quarrel {
    std::string accuser;  // as it is written most often
    std::string accused;
    std::vector<const Item*> items;
};

// The accused of the topic, as the claim spells it.
std::string accused_name(const core::Claim& claim, const core::Topic& topic) {
    const auto party = topic.substr(0, topic.find('\n'));
    for (const auto& accused : claim.accused)
        if (core::fold(accused.name) == party) return accused.name;
    return {};
}

// On whose behalf a claim accuses: the owner of what was taken, else who says it.
std::vector<std::string> accusers(const core::Claim& claim, const std::string& accused) {
    std::vector<std::string> all;
    const auto add = [&](const std::string& name) {
        if (core::is_named(name) && core::fold(name) != core::fold(accused)) all.push_back(name);
    };
    if (claim.object_owner) add(*claim.object_owner);
    if (all.empty())
        for (const auto& claimant : claim.claimant) add(claimant.name);
    return all;
}

// Quarrels by folded accuser; claims that name no accuser join those that there are.
std::map<std::string, Quarrel> quarrels_of(const Material& material, const core::Topic& topic) {
    std::map<std::string, Quarrel> quarrels;
    for (const Item& item : material.items()) {
        const auto accused = accused_name(item.claim(), topic);
        if (accused.empty() || !begins_dispute(item.claim())) continue;
        for (const auto& accuser : accusers(item.claim(), accused)) {
            auto& quarrel = quarrels[core::fold(accuser)];
            if (quarrel.accuser.empty()) quarrel = {accuser, accused, {}};
        }
    }
    for (const Item& item : material.items()) {
        const auto accused = accused_name(item.claim(), topic);
        bool placed = false;
        for (const auto& accuser : accusers(item.claim(), accused)) {
            const auto quarrel = quarrels.find(core::fold(accuser));
            if (quarrel == quarrels.end()) continue;
            quarrel->second.items.push_back(&item);
            placed = true;
        }
        if (placed) continue;
        for (auto& [name, quarrel] : quarrels) quarrel.items.push_back(&item);
    }
    return quarrels;
}

// An accusation by nobody in particular is a dispute too, if it is all there is.
void add_unnamed(std::map<std::string, Quarrel>& quarrels, const Material& material,
                 const core::Topic& topic) {
    if (!quarrels.empty()) return;
    Quarrel quarrel;
    bool begun = false;
    for (const Item& item : material.items()) {
        const auto accused = accused_name(item.claim(), topic);
        if (accused.empty()) continue;
        if (quarrel.accused.empty()) quarrel.accused = accused;
        begun = begun || begins_dispute(item.claim());
        quarrel.items.push_back(&item);
    }
    if (begun) quarrels.emplace("", std::move(quarrel));
}

std::vector<core::Conduct> conducts_of(const Quarrel& quarrel) {
    std::map<core::Conduct, int> counts;
    for (const Item* item : quarrel.items)
        for (const auto conduct : item->claim().conduct) ++counts[conduct];
    std::vector<core::Conduct> conducts;
    for (const auto& [conduct, count] : counts) conducts.push_back(conduct);
    std::stable_sort(conducts.begin(), conducts.end(),
                     [&](core::Conduct a, core::Conduct b) { return counts[a] > counts[b]; });
    return conducts;
}

core::DisputeState state_of(const std::vector<core::Event>& events) {
    using core::DisputeState;
    using core::EventKind;
    struct Stage {
        EventKind event;
        DisputeState state;
    };
    // The furthest stage that was reached.
    static constexpr Stage stages[] = {
        {EventKind::Withdrawal, DisputeState::Withdrawn},
        {EventKind::Settlement, DisputeState::Settled},
        {EventKind::Ruling, DisputeState::Ruled},
        {EventKind::Filing, DisputeState::InCourt},
        {EventKind::Denial, DisputeState::Denied},
        {EventKind::Admission, DisputeState::Answered},
        {EventKind::Response, DisputeState::Answered},
        {EventKind::Investigation, DisputeState::UnderInvestigation}};
    for (const auto& stage : stages)
        if (std::any_of(events.begin(), events.end(),
                        [&](const core::Event& event) { return event.kind == stage.event; }))
            return stage.state;
    return DisputeState::Alleged;
}

std::string name_of(const Quarrel& quarrel, const std::vector<core::Conduct>& conduct) {
    const auto what =
        conduct.empty() ? std::string_view("conduct not named") : core::term(conduct.front()).label;
    if (quarrel.accuser.empty()) return fmt::format("{}: {}", quarrel.accused, what);
    return fmt::format("{} – {}: {}", quarrel.accuser, quarrel.accused, what);
}

core::DisputeDraft draft_of(const Quarrel& quarrel, const core::Topic& topic,
                            const core::Picture& picture) {
    core::DisputeDraft draft{.key = core::fold(quarrel.accuser) + "\n" + topic};
    if (!quarrel.accuser.empty()) draft.parties.push_back(quarrel.accuser);
    draft.parties.push_back(quarrel.accused);
    draft.conduct = conducts_of(quarrel);
    draft.name = name_of(quarrel, draft.conduct);
    std::set<core::ClaimId> claims;
    std::set<core::ArticleId> articles;
    for (const Item* item : quarrel.items) {
        claims.insert(item->record->id);
        articles.insert(item->article->id);
        draft.claims.push_back(item->record->id);
    }
    std::set<std::string> origins;
    for (std::size_t i = 0; i < picture.allegations.size(); ++i) {
        const auto& allegation = picture.allegations[i];
        bool ours = false;
        for (std::size_t j = 0; j < allegation.claims.size(); ++j) {
            if (!claims.contains(allegation.claims[j])) continue;
            ours = true;
            origins.insert(core::fold(allegation.origin_of[j].name));
        }
        if (ours) draft.allegations.push_back(i);
    }
    draft.articles = static_cast<int>(articles.size());
    draft.origins = static_cast<int>(origins.size());
    draft.events = events_of(quarrel.items, picture);
    draft.state = state_of(draft.events);
    return draft;
}

}  // namespace

std::vector<core::DisputeDraft> disputes_of(const Material& material,
                                            const core::Picture& picture) {
    auto quarrels = quarrels_of(material, picture.topic);
    add_unnamed(quarrels, material, picture.topic);
    std::vector<core::DisputeDraft> disputes;
    for (const auto& [accuser, quarrel] : quarrels)
        disputes.push_back(draft_of(quarrel, picture.topic, picture));
    return disputes;
}

}  // namespace knowledge
