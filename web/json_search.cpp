// Search hits, and how things fail.
#include <nlohmann/json.hpp>

#include "core/text.h"
#include "web/json.h"
#include "web/words.h"

namespace web {

namespace {

using json = nlohmann::ordered_json;

std::string written(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <class T>
json maybe(const std::optional<T>& value) {
    return value ? json(*value) : json();
}

json names(const std::vector<core::Party>& parties) {
    json list = json::array();
    for (const auto& party : parties) list.push_back(party.name);
    return list;
}

// What every hit has; what a kind of hit does not know stays as it is here.
json empty_hit(std::string id, std::string_view kind, double score) {
    return {{"id", std::move(id)},
            {"input_id", nullptr},
            {"kind", kind},
            {"score", score},
            {"title", nullptr},
            {"url", nullptr},
            {"outlet", nullptr},
            {"date", nullptr},
            {"snippet", nullptr},
            {"claimant", json::array()},
            {"accused", json::array()},
            {"conduct", json::array()},
            {"certainty", nullptr},
            {"origins", nullptr}};
}

void add_facts(json& value, const core::ArticleFacts& facts) {
    value["input_id"] = maybe(facts.input_id);
    value["title"] = maybe(facts.title);
    value["url"] = facts.url ? json(facts.url->text()) : json();
    value["outlet"] = facts.outlet.name ? json(*facts.outlet.name) : maybe(facts.outlet.domain);
    value["date"] = core::to_text(facts.day());
}

std::optional<json> claim_hit(core::ClaimId id, double score, const search::Found& found,
                              const store::Reader& store) {
    const auto record = store.claim(id);
    if (!record) return std::nullopt;
    json value = empty_hit(core::to_text(id), "claim", score);
    if (const auto facts = store.article_facts(record->article)) add_facts(value, *facts);
    value["snippet"] = search::make_snippet(record->quote, found.terms, "en");
    value["claimant"] = names(record->claim.claimant);
    value["accused"] = names(record->claim.accused);
    for (const auto conduct : record->claim.conduct)
        value["conduct"].push_back(core::code(conduct));
    value["certainty"] = core::code(record->claim.certainty);
    value["origins"] = record->origins;
    return value;
}

std::optional<json> article_hit(core::ArticleId id, double score, const search::Found& found,
                                const store::Reader& store) {
    const auto record = store.article(id);
    if (!record) return std::nullopt;
    json value = empty_hit(core::to_text(id), "article", score);
    add_facts(value, record->facts);
    value["snippet"] = search::make_snippet(record->article.text, found.terms,
                                            record->article.language.value_or("en"));
    return value;
}

std::optional<json> entity_hit(core::EntityId id, double score, const store::Reader& store) {
    const auto record = store.entity(id);
    if (!record) return std::nullopt;
    json value = empty_hit(core::to_text(id), "entity", score);
    value["title"] = record->entity.name;
    return value;
}

std::optional<json> hit_value(const search::Hit& hit, const search::Found& found,
                              const store::Reader& store) {
    switch (hit.kind) {
        case search::DocKind::Claim: return claim_hit({hit.id}, hit.score, found, store);
        case search::DocKind::Article: return article_hit({hit.id}, hit.score, found, store);
        case search::DocKind::Entity: return entity_hit({hit.id}, hit.score, store);
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> hit_json(const search::Hit& hit, const search::Found& found,
                                    const store::Reader& store) {
    const auto value = hit_value(hit, found, store);
    return value ? std::optional(written(*value)) : std::nullopt;
}

std::string hits_json(std::string_view query_id, const search::Found& found,
                      const store::Reader& store) {
    json hits = json::array();
    for (const auto& hit : found.hits)
        if (auto value = hit_value(hit, found, store)) hits.push_back(std::move(*value));
    return written({{"query_id", query_id}, {"hits", std::move(hits)}});
}

std::string found_json(const search::Search& search, const search::Found& found,
                       const store::Reader& store) {
    json hits = json::array();
    for (const auto& hit : found.hits)
        if (auto value = hit_value(hit, found, store)) hits.push_back(std::move(*value));
    return written({{"query", search.words},
                    {"understood", found.understood},
                    {"notes", found.notes},
                    {"about", found.about},
                    {"partial", found.partial},
                    {"offset", search.offset},
                    {"hits", std::move(hits)}});
}

std::string explained_json(std::string_view words, const search::Explained& read) {
    return written({{"query", words}, {"understood", read.understood}, {"notes", read.notes}});
}

std::string error_json(std::string_view code, std::string_view message, std::string_view input) {
    return written({{"error", {{"code", code}, {"message", message}, {"input", input}}}});
}

}  // namespace web
