#include <algorithm>

#include "knowledge/disputes.h"
#include "knowledge/material.h"

namespace knowledge {

namespace {

core::AllegationDraft draft_of(const Group& group) {
    auto origins = origins_of(group);
    core::AllegationDraft draft{.origin_of = std::move(origins.of),
                                .origins = std::move(origins.distinct)};
    for (const Item* item : group) draft.claims.push_back(item->record->id);
    return draft;
}

// An answer that its own article does not connect answers the latest accusation before it.
std::vector<core::ResponseLink> responses_in(const Material& material) {
    std::vector<core::ResponseLink> links;
    const Item* accusation = nullptr;
    for (const Item& item : material.items()) {
        const Role role = role_of(item.claim().kind);
        if (role == Role::Accuses) accusation = &item;
        const bool answers = role == Role::Denies || role == Role::Decides ||
                             role == Role::Settles ||
                             item.claim().kind == core::ClaimKind::Response ||
                             item.claim().kind == core::ClaimKind::Admission;
        if (answers && accusation != nullptr && !item.record->responds_within &&
            accusation->article->id != item.article->id)
            links.push_back({item.record->id, accusation->record->id});
    }
    return links;
}

}  // namespace

core::Picture assemble(const core::Topic& topic, std::span<const core::ClaimRecord> claims,
                       std::span<const core::ArticleFacts> articles) {
    const Material material(claims, articles);
    core::Picture picture{.topic = topic};
    for (const auto& group : group_allegations(material, topic))
        picture.allegations.push_back(draft_of(group));
    picture.disputes = disputes_of(material, picture);
    picture.responses = responses_in(material);
    return picture;
}

}  // namespace knowledge
