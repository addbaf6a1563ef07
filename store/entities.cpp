// Entities: found by any of their names, made when nobody knows them yet.
#include "core/text.h"
#include "store/impl.h"

namespace store {

namespace {

using sqlite::Database;
using sqlite::Query;

void add_alias(Database& db, std::int64_t entity, const std::string& name) {
    const auto folded = core::fold(name);
    if (folded.empty()) return;
    Query(db, "INSERT INTO alias (folded, name, entity) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
          folded, name, entity)
        .done();
}

// Takes over what was not known before; says whether anything was. A name of which no list knows is
// often taken for a company until an article says who made it.
bool learn(Database& db, std::int64_t id, const core::Entity& entity) {
    if (entity.type == core::EntityType::Product && entity.parent)
        Query(db,
              "UPDATE entity SET type = ?2 WHERE id = ?1 AND type = ?3 AND parent IS NULL AND"
              " wikidata IS NULL AND domain IS NULL AND ticker IS NULL",
              id, core::code(entity.type), core::code(core::EntityType::Organisation))
            .done();
    Query(db,
          "UPDATE entity SET parent = coalesce(parent, ?2), ticker = coalesce(ticker, ?3),"
          " wikidata = coalesce(wikidata, ?4), domain = coalesce(domain, ?5)"
          " WHERE id = ?1 AND ((parent IS NULL AND ?2 IS NOT NULL) OR (ticker IS NULL AND ?3 IS NOT"
          " NULL) OR (wikidata IS NULL AND ?4 IS NOT NULL) OR (domain IS NULL AND ?5 IS NOT NULL))",
          id, entity.parent, entity.ticker, entity.wikidata, entity.domain)
        .done();
    Query changed(db, "SELECT changes()");
    changed.step();
    return changed.int64(0) > 0;
}

int count(const Database& db, std::string_view sql, core::EntityId id, std::string_view role) {
    Query row(db, sql, id.value, role);
    row.step();
    return row.integer(0);
}

}  // namespace

core::Entity entity_row(const Database& db, core::EntityId id) {
    Query row(db, "SELECT name, type, parent, ticker, wikidata, domain FROM entity WHERE id = ?",
              id.value);
    if (!row.step()) throw core::SystemError(db.file() + ": an entity is missing");
    core::Entity entity{.name = row.text(0),
                        .type = code_at<core::EntityType>(row, 1),
                        .aliases = {},
                        .parent = row.maybe_text(2),
                        .ticker = row.maybe_text(3),
                        .wikidata = row.maybe_text(4),
                        .domain = row.maybe_text(5)};
    Query names(db, "SELECT name FROM alias WHERE entity = ? ORDER BY name", id.value);
    while (names.step())
        if (auto name = names.text(0); name != entity.name)
            entity.aliases.push_back(std::move(name));
    return entity;
}

std::optional<std::int64_t> entity_id_named(const Database& db, std::string_view name) {
    Query row(db, "SELECT entity FROM alias WHERE folded = ?", core::fold(name));
    return row.step() ? std::optional(row.int64(0)) : std::nullopt;
}

core::EntityId entity_for(Database& db, const core::Entity& entity) {
    if (const auto known = entity_id_named(db, entity.name)) {
        for (const auto& alias : entity.aliases) add_alias(db, *known, alias);
        if (learn(db, *known, entity)) log_change(db, "entity", *known);
        return {*known};
    }
    Query(db,
          "INSERT INTO entity (name, type, parent, ticker, wikidata, domain)"
          " VALUES (?, ?, ?, ?, ?, ?)",
          entity.name, core::code(entity.type), entity.parent, entity.ticker, entity.wikidata,
          entity.domain)
        .done();
    const auto id = db.last_id();
    add_alias(db, id, entity.name);
    for (const auto& alias : entity.aliases) add_alias(db, id, alias);
    log_change(db, "entity", id);
    return {id};
}

std::optional<core::EntityRecord> Reader::entity(core::EntityId id) const {
    const sqlite::Snapshot snapshot(impl_->db);
    {
        Query there(impl_->db, "SELECT 1 FROM entity WHERE id = ?", id.value);
        if (!there.step()) return std::nullopt;
    }
    constexpr std::string_view claims =
        "SELECT count(DISTINCT p.claim) FROM claim_party p JOIN claim c ON c.id = p.claim"
        " WHERE p.entity = ?1 AND p.role = ?2 AND c.removed IS NULL";
    constexpr std::string_view articles =
        "SELECT count(DISTINCT article) FROM mention WHERE entity = ?1 AND ?2 = ''";
    return core::EntityRecord{.id = id,
                              .entity = entity_row(impl_->db, id),
                              .articles = count(impl_->db, articles, id, ""),
                              .claims_by = count(impl_->db, claims, id, "claimant"),
                              .claims_about = count(impl_->db, claims, id, "accused")};
}

std::optional<core::EntityId> Reader::entity_named(std::string_view name) const {
    const auto id = entity_id_named(impl_->db, name);
    return id ? std::optional(core::EntityId{*id}) : std::nullopt;
}

}  // namespace store
