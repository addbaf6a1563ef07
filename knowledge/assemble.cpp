#include <algorithm>

#include "knowledge/disputes.h"
#include "knowledge/material.h"

namespace knowledge {

namespace {

// An answer is looked for among so many accusations before it.
constexpr std::size_t kLookedBack = 64;

core::AllegationDraft draft_of(const Group& group, Origins origins) {
    core::AllegationDraft draft{.origin_of = std::move(origins.of),
                                .origins = std::move(origins.distinct)};
    for (const Item* item : group) draft.claims.push_back(item->record->id);
    return draft;
}

bool answers(const core::Claim& claim) {
    const Role role = role_of(claim.kind);
    return role == Role::Denies || role == Role::Responds || role == Role::Decides ||
           role == Role::Settles;
}

bool may_answer(const core::Claim& answer, const core::Claim& accusation) {
    if (answer.conduct.empty() || accusation.conduct.empty()) return true;
    return core::family(answer.conduct.front()) == core::family(accusation.conduct.front());
}

// An answer that its own article does not connect answers the latest accusation before it.
std::vector<core::ResponseLink> responses_in(const Material& material) {
    std::vector<core::ResponseLink> links;
    Group accusations;
    for (const Item& item : material.items()) {
        if (role_of(item.claim().kind) == Role::Accuses) accusations.push_back(&item);
        if (!item.is_home || !answers(item.claim()) || item.record->responds_within) continue;
        const auto end = accusations.rbegin() +
                         static_cast<std::ptrdiff_t>(std::min(kLookedBack, accusations.size()));
        const auto to = std::find_if(accusations.rbegin(), end, [&](const Item* accusation) {
            return accusation->article->id != item.article->id &&
                   may_answer(item.claim(), accusation->claim());
        });
        if (to != end) links.push_back({item.record->id, (*to)->record->id});
    }
    return links;
}

enum class Home { Here, Elsewhere };
Group items_of(const Material& material, Home home) {
    Group items;
    for (const Item& item : material.items())
        if (item.is_home == (home == Home::Here)) items.push_back(&item);
    return items;
}

}  // namespace

core::Picture assemble(const core::Dossier& dossier) {
    const Material material(dossier);
    core::Picture picture{.topic = dossier.topic};
    std::vector<Statement> statements;
    for (auto& group : group_items(items_of(material, Home::Here))) {
        auto origins = origins_of(group, material);
        for (auto& link : credits_of(group, material)) picture.credits.push_back(std::move(link));
        picture.allegations.push_back(draft_of(group, origins));
        statements.push_back(
            {std::move(group), std::move(origins.of), picture.allegations.size() - 1});
    }
    // Allegations of other topics belong to this one's disputes and timelines as well.
    for (auto& group : group_items(items_of(material, Home::Elsewhere))) {
        auto origins = origins_of(group, material);
        statements.push_back({std::move(group), std::move(origins.of), std::nullopt});
    }
    picture.disputes = disputes_of(statements, material);
    picture.responses = responses_in(material);
    return picture;
}

}  // namespace knowledge
