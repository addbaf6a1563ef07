#include "knowledge/disputes.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/text.h"
#include "knowledge/quarrels.h"
#include "knowledge/timeline.h"

namespace knowledge {

namespace {

std::vector<core::Conduct> conducts_of(const Quarrel& quarrel) {
    std::map<core::Conduct, int> counts;
    for (const auto* statement : quarrel.statements)
        for (const Item* item : statement->items)
            for (const auto conduct : item->claim().conduct)
                counts[conduct] += conduct == item->claim().conduct.front() ? 2 : 1;
    std::vector<core::Conduct> conducts;
    conducts.reserve(counts.size());
    for (const auto& [conduct, count] : counts) conducts.push_back(conduct);
    // What the quarrel is about before what else is said in it.
    const auto rank = [&](core::Conduct conduct) {
        return std::pair(core::family(conduct) != quarrel.family, -counts[conduct]);
    };
    std::stable_sort(conducts.begin(), conducts.end(),
                     [&](core::Conduct a, core::Conduct b) { return rank(a) < rank(b); });
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

std::string name_of(const std::vector<std::string>& accusers, const std::string& accused,
                    const std::vector<core::Conduct>& conduct) {
    const auto what =
        conduct.empty() ? std::string_view("conduct not named") : core::term(conduct.front()).label;
    if (accusers.empty()) return fmt::format("{}: {}", accused, what);
    auto by = accusers.front();
    if (accusers.size() == 2) by += " and " + accusers.back();
    if (accusers.size() > 2) by += fmt::format(" and {} others", accusers.size() - 1);
    return fmt::format("{} – {}: {}", by, accused, what);
}

void count(const Quarrel& quarrel, core::DisputeDraft& draft) {
    std::set<core::ArticleId> articles;
    std::set<std::string> origins;
    for (const auto* statement : quarrel.statements) {
        if (statement->allegation && std::find(draft.allegations.begin(), draft.allegations.end(),
                                               *statement->allegation) == draft.allegations.end())
            draft.allegations.push_back(*statement->allegation);
        for (const Item* item : statement->items) {
            articles.insert(item->article->id);
            draft.claims.push_back(item->record->id);
        }
        for (const auto& origin : statement->origins) origins.insert(outlet_key(origin.name));
    }
    draft.articles = static_cast<int>(articles.size());
    draft.origins = static_cast<int>(origins.size());
}

core::DisputeDraft draft_of(const Quarrel& quarrel, const Material& material) {
    core::DisputeDraft draft{.key = quarrel.accuser + "\n" + material.topic() + "\n" +
                                    std::string(core::code(quarrel.family))};
    if (!quarrel.accuser.empty())
        for (const auto& accuser : quarrel.accusers)
            draft.parties.push_back(material.name_of(accuser));
    draft.conduct = conducts_of(quarrel);
    const auto accused = material.name_of(material.topic());
    draft.name = name_of(draft.parties, accused, draft.conduct);
    draft.parties.push_back(accused);
    count(quarrel, draft);
    draft.events = events_of(quarrel.statements);
    draft.state = state_of(draft.events);
    return draft;
}

}  // namespace

std::vector<core::DisputeDraft> disputes_of(const std::vector<Statement>& statements,
                                            const Material& material) {
    std::vector<core::DisputeDraft> disputes;
    for (const auto& quarrel : quarrels_of(statements, material))
        disputes.push_back(draft_of(quarrel, material));
    return disputes;
}

}  // namespace knowledge
