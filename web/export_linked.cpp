// schema.org and FollowTheMoney.
#include <nlohmann/json.hpp>

#include "web/export_formats.h"

namespace web {

namespace {

using json = nlohmann::ordered_json;

std::string line(const json& object) {
    return object.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

json maybe(const std::optional<std::string>& text) { return text ? json(*text) : json(); }

// FollowTheMoney ids are any text without spaces; ours say what they name.
std::string party_id(std::string_view name) {
    std::string id = "claimtrail-party-";
    for (const char c : core::fold(name)) id += core::is_space(c) ? '-' : c;
    return id;
}

json ftm(std::string id, std::string_view schema, json properties) {
    return {{"id", std::move(id)}, {"schema", schema}, {"properties", std::move(properties)}};
}

json ftm_article(const core::ArticleRecord& article) {
    json properties = json::object();
    const auto& facts = article.facts;
    if (facts.title) properties["title"] = {*facts.title};
    if (facts.url) properties["sourceUrl"] = {facts.url->text()};
    if (facts.outlet.name) properties["publisher"] = {*facts.outlet.name};
    if (facts.published) properties["date"] = {core::to_text(facts.published->day())};
    properties["retrievedAt"] = {core::to_text(facts.retrieved)};
    if (article.article.language) properties["language"] = {*article.article.language};
    return ftm("claimtrail-" + core::to_text(facts.id), "Article", std::move(properties));
}

std::string role_of(const core::Claim& claim) {
    std::string role(core::term(claim.kind).label);
    if (!claim.conduct.empty()) role += ": " + std::string(core::term(claim.conduct.front()).label);
    return role;
}

}  // namespace

std::string claim_jsonld(const core::ClaimRecord& record, const core::ArticleRecord& article) {
    json authors = json::array();
    for (const auto& claimant : record.claim.claimant)
        if (core::is_named(claimant.name))
            authors.push_back({{"@type", "Thing"}, {"name", claimant.name}});
    json about = json::array();
    for (const auto& accused : record.claim.accused)
        if (core::is_named(accused.name))
            about.push_back({{"@type", "Thing"}, {"name", accused.name}});
    const auto& facts = article.facts;
    json appearance{{"@type", "NewsArticle"}, {"headline", maybe(facts.title)}};
    if (facts.url) appearance["url"] = facts.url->text();
    if (facts.published) appearance["datePublished"] = core::to_text(*facts.published);
    if (facts.outlet.name)
        appearance["publisher"] = {{"@type", "Organization"}, {"name", *facts.outlet.name}};
    json claim{{"@context", "https://schema.org"},       {"@type", "Claim"},
               {"identifier", core::to_text(record.id)}, {"text", record.quote},
               {"author", std::move(authors)},           {"about", std::move(about)},
               {"appearance", std::move(appearance)}};
    return line(claim);
}

std::string claim_ftm(const core::ClaimRecord& record, const core::ArticleRecord& article) {
    std::string lines = line(ftm_article(article));
    const auto party = [&](const core::Party& one) {
        // Whether it is a person or a company is not always known: a LegalEntity is either.
        lines += line(ftm(party_id(one.name), "LegalEntity", {{"name", {one.name}}}));
    };
    const auto& claim = record.claim;
    for (const auto& accused : claim.accused)
        if (core::is_named(accused.name)) party(accused);
    for (const auto& claimant : claim.claimant) {
        if (!core::is_named(claimant.name)) continue;
        party(claimant);
        for (const auto& accused : claim.accused) {
            if (!core::is_named(accused.name) || accused.name == claimant.name) continue;
            json properties{{"subject", {party_id(claimant.name)}},
                            {"object", {party_id(accused.name)}},
                            {"role", {role_of(claim)}},
                            {"status", {std::string(core::code(claim.certainty))}},
                            {"summary", {record.quote}},
                            {"proof", {"claimtrail-" + core::to_text(record.article)}}};
            lines += line(ftm("claimtrail-" + core::to_text(record.id) + "-" +
                                  party_id(claimant.name) + "-" + party_id(accused.name),
                              "UnknownLink", std::move(properties)));
        }
    }
    return lines;
}

}  // namespace web
