#include <algorithm>
#include <iterator>
#include <map>

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

// Denials and answers of one wording are given in many quarrels: each article's belong to the
// quarrel that it tells of.
void add_statements(Statement statement, std::vector<Statement>& statements) {
    const Role role = role_of(statement.items.front()->claim().kind);
    if (role != Role::Denies && role != Role::Responds) {
        statements.push_back(std::move(statement));
        return;
    }
    std::map<core::ArticleId, Statement> by_article;
    for (std::size_t i = 0; i < statement.items.size(); ++i) {
        auto& part = by_article[statement.items[i]->article->id];
        part.items.push_back(statement.items[i]);
        part.origins.push_back(statement.origins[i]);
        part.allegation = statement.allegation;
    }
    std::vector<Statement> parts;
    parts.reserve(by_article.size());
    for (auto& [article, part] : by_article) parts.push_back(std::move(part));
    // Items are in the order of the material, ids are not.
    std::sort(parts.begin(), parts.end(),
              [](const auto& a, const auto& b) { return a.items.front() < b.items.front(); });
    std::move(parts.begin(), parts.end(), std::back_inserter(statements));
}

}  // namespace

core::Picture assemble(const core::Dossier& dossier) {
    const Material material(dossier);
    const Credits credits(material);
    core::Picture picture{.topic = dossier.topic};
    std::vector<Statement> statements;
    for (auto& group : group_items(items_of(material, Home::Here))) {
        auto origins = origins_of(group, material, credits);
        picture.allegations.push_back(draft_of(group, origins));
        add_statements({std::move(group), std::move(origins.of), picture.allegations.size() - 1},
                       statements);
    }
    // Allegations of other topics belong to this one's disputes and timelines as well.
    for (auto& group : group_items(items_of(material, Home::Elsewhere))) {
        auto origins = origins_of(group, material, credits);
        add_statements({std::move(group), std::move(origins.of), std::nullopt}, statements);
    }
    picture.disputes = disputes_of(statements, material);
    picture.credits = credits.links();
    picture.responses = responses_in(material);
    return picture;
}

}  // namespace knowledge
