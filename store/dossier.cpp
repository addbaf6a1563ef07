// All that is known of a topic, read in a few sweeps: what knowledge concludes from.
#include <map>
#include <set>
#include <unordered_map>

#include "store/impl.h"

namespace store {

namespace {

using sqlite::Database;
using sqlite::Query;

constexpr std::string_view kClaims =
    "SELECT c.id, c.article, c.kind, c.quote, c.begin, c.\"end\", c.object_owner, c.certainty,"
    " c.time_text, c.time_edtf, c.responds_to, t.is_primary FROM claim_topic t"
    " JOIN claim c ON c.id = t.claim WHERE t.topic = ? AND c.removed IS NULL ORDER BY c.id";

core::ClaimRecord claim_from(const Query& row) {
    core::ClaimRecord record{.id = {row.int64(0)}, .article = {row.int64(1)}};
    record.claim.kind = code_at<core::ClaimKind>(row, 2);
    record.quote = row.text(3);
    record.claim.quote = {static_cast<std::size_t>(row.int64(4)),
                          static_cast<std::size_t>(row.int64(5))};
    record.claim.object_owner = row.maybe_text(6);
    record.claim.certainty = code_at<core::Certainty>(row, 7);
    if (!row.is_null(8)) {
        record.claim.time = core::ClaimTime{row.text(8), std::nullopt};
        if (!row.is_null(9)) record.claim.time->edtf = core::Edtf::parse(row.text(9));
    }
    if (const auto answered = row.maybe_int64(10)) {
        record.responds_to = core::ClaimId{*answered};
        record.responds_within = true;
    }
    return record;
}

// Where a claim stands in the dossier, by its id.
using Places = std::unordered_map<std::int64_t, core::ClaimRecord*>;

Places places_in(core::Dossier& dossier) {
    Places places;
    for (auto* records : {&dossier.claims, &dossier.visitors})
        for (auto& record : *records) places.emplace(record.id.value, &record);
    return places;
}

void read_parties(const Database& db, const core::Topic& topic, const Places& places) {
    Query row(db,
              "SELECT p.claim, p.role, p.name FROM claim_topic t JOIN claim_party p"
              " ON p.claim = t.claim WHERE t.topic = ? ORDER BY p.claim, p.role, p.position",
              topic);
    while (row.step()) {
        const auto place = places.find(row.int64(0));
        if (place == places.end()) continue;
        auto& claim = place->second->claim;
        const auto role = row.text(1);
        auto& parties = role == "claimant"  ? claim.claimant
                        : role == "accused" ? claim.accused
                                            : claim.via;
        parties.push_back({.name = row.text(2), .span = {}});
    }
}

void read_lists(const Database& db, const core::Topic& topic, const Places& places) {
    Query conduct(db,
                  "SELECT d.claim, d.conduct FROM claim_topic t JOIN claim_conduct d"
                  " ON d.claim = t.claim WHERE t.topic = ? ORDER BY d.claim, d.position",
                  topic);
    while (conduct.step())
        if (const auto place = places.find(conduct.int64(0)); place != places.end())
            place->second->claim.conduct.push_back(code_at<core::Conduct>(conduct, 1));
    Query evidence(db,
                   "SELECT e.claim, e.type FROM claim_topic t JOIN evidence e"
                   " ON e.claim = t.claim WHERE t.topic = ? ORDER BY e.claim, e.position",
                   topic);
    while (evidence.step())
        if (const auto place = places.find(evidence.int64(0)); place != places.end())
            place->second->claim.evidence.push_back(
                {code_at<core::EvidenceType>(evidence, 1), core::Span{}});
}

std::set<core::ArticleId> articles_of(const core::Dossier& dossier) {
    std::set<core::ArticleId> ids;
    for (const auto* records : {&dossier.claims, &dossier.visitors})
        for (const auto& record : *records) ids.insert(record.article);
    return ids;
}

void read_credits(const Database& db, core::Dossier& dossier) {
    for (const auto& article : dossier.articles) {
        Query row(db,
                  "SELECT outlet, begin, \"end\" FROM citation WHERE article = ?"
                  " ORDER BY position",
                  article.id.value);
        while (row.step())
            dossier.credits.push_back(
                {article.id,
                 row.text(0),
                 {static_cast<std::size_t>(row.int64(1)), static_cast<std::size_t>(row.int64(2))}});
    }
}

std::set<std::string> names_behind(const core::Dossier& dossier) {
    std::set<std::string> names;
    for (const auto* records : {&dossier.claims, &dossier.visitors})
        for (const auto& record : *records)
            if (record.claim.object_owner) names.insert(*record.claim.object_owner);
    for (const auto& entity : dossier.entities)
        if (entity.parent) names.insert(*entity.parent);
    return names;
}

core::Entity bare(const Query& row, int column) {
    return {.name = row.text(column),
            .type = code_at<core::EntityType>(row, column + 1),
            .aliases = {},
            .parent = row.maybe_text(column + 2),
            .ticker = {},
            .wikidata = {},
            .domain = {}};
}

void read_mentions(const Database& db, core::Dossier& dossier,
                   std::map<std::int64_t, core::Entity>& entities) {
    Query row(db,
              "SELECT c.id, e.id, e.name, e.type, e.parent, m.begin, m.\"end\" FROM claim_topic t"
              " JOIN claim c ON c.id = t.claim JOIN mention m ON m.article = c.article"
              " AND m.begin >= c.begin AND m.begin < c.\"end\" JOIN entity e ON e.id = m.entity"
              " WHERE t.topic = ? AND c.removed IS NULL ORDER BY c.id, m.begin, e.id",
              dossier.topic);
    while (row.step()) {
        dossier.mentions.push_back(
            {{row.int64(0)},
             row.text(2),
             {static_cast<std::size_t>(row.int64(5)), static_cast<std::size_t>(row.int64(6))}});
        if (!entities.contains(row.int64(1))) entities.emplace(row.int64(1), bare(row, 2));
    }
}

void read_entities(const Database& db, core::Dossier& dossier) {
    std::map<std::int64_t, core::Entity> entities;
    read_mentions(db, dossier, entities);
    {
        Query row(db,
                  "SELECT DISTINCT e.id, e.name, e.type, e.parent FROM claim_topic t"
                  " JOIN claim_party p ON p.claim = t.claim JOIN entity e ON e.id = p.entity"
                  " WHERE t.topic = ? AND p.role <> 'via'",
                  dossier.topic);
        while (row.step()) entities.emplace(row.int64(0), bare(row, 1));
    }
    for (auto& [id, entity] : entities) dossier.entities.push_back(std::move(entity));
    // Those that make or employ them, too, where they have a row.
    for (const auto& name : names_behind(dossier))
        if (const auto id = entity_id_named(db, name); id && !entities.contains(*id))
            dossier.entities.push_back(entity_row(db, {*id}));
}

}  // namespace

core::Dossier Reader::dossier(const core::Topic& topic) const {
    const sqlite::Snapshot snapshot(impl_->db);
    core::Dossier dossier{.topic = topic};
    {
        Query rows(impl_->db, kClaims, topic);
        while (rows.step())
            (rows.int64(11) != 0 ? dossier.claims : dossier.visitors).push_back(claim_from(rows));
    }
    const auto places = places_in(dossier);
    read_parties(impl_->db, topic, places);
    read_lists(impl_->db, topic, places);
    for (const auto id : articles_of(dossier)) dossier.articles.push_back(facts_row(impl_->db, id));
    read_credits(impl_->db, dossier);
    read_entities(impl_->db, dossier);
    return dossier;
}

}  // namespace store
