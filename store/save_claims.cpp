#include "store/save_claims.h"

#include <algorithm>

#include "core/text.h"
#include "store/claim_matching.h"
#include "store/impl.h"

namespace store {

namespace {

using sqlite::Database;
using sqlite::Query;

class ClaimSaver {
public:
    ClaimSaver(Database& db, RevisionKey of, const core::Article& article,
               const core::Findings& findings, std::span<const std::vector<core::Topic>> topics)
        : db_(db), of_(of), article_(article), findings_(findings), topics_(topics) {}

    SavedClaims run() {
        put_claims();
        return std::move(saved_);
    }

private:
    std::vector<core::ClaimRecord> old_claims() const {
        std::vector<core::ClaimId> ids;
        {
            Query rows(db_,
                       "SELECT id FROM claim WHERE article = ? AND removed IS NULL"
                       " ORDER BY position",
                       of_.article.value);
            while (rows.step()) ids.push_back({rows.int64(0)});
        }
        std::vector<core::ClaimRecord> claims;
        claims.reserve(ids.size());
        for (const auto id : ids) claims.push_back(claim_row(db_, id));
        return claims;
    }

    void put_claims() {
        const auto old = old_claims();
        const auto matches = match_claims(old, findings_.claims, article_.text);
        std::vector<bool> kept(old.size(), false);
        for (std::size_t i = 0; i < findings_.claims.size(); ++i) {
            const auto& match = matches[i];
            if (match.old) kept[*match.old] = true;
            put_claim(i, match.old ? std::optional(old[*match.old].id) : std::nullopt,
                      match.changed_slots);
        }
        for (std::size_t i = 0; i < old.size(); ++i)
            if (!kept[i]) remove_claim(old[i].id);
        for (std::size_t i = 0; i < findings_.claims.size(); ++i) put_response(i);
    }

    void put_claim(std::size_t index, std::optional<core::ClaimId> id,
                   const std::vector<std::string>& changed_slots) {
        const core::Claim& claim = findings_.claims[index];
        if (!id) {
            Query(db_,
                  "INSERT INTO claim (article, position, kind, quote, begin, \"end\", certainty)"
                  " VALUES (?, ?, ?, '', 0, 0, 'asserted')",
                  of_.article.value, offset(index), core::code(claim.kind))
                .done();
            id = core::ClaimId{db_.last_id()};
            record_change(*id, "added", {});
        } else if (!changed_slots.empty()) {
            record_change(*id, "changed", changed_slots);
        }
        saved_.ids.push_back(*id);
        update_claim(*id, index);
        put_parties(*id, claim);
        put_lists(*id, claim);
        put_topics(*id, index, changed_slots);
    }

    void update_claim(core::ClaimId id, std::size_t index) {
        const core::Claim& claim = findings_.claims[index];
        const auto at = [](const std::optional<core::Span>& span, bool end) {
            if (!span) return std::optional<std::int64_t>();
            return std::optional(offset(end ? span->end : span->begin));
        };
        const auto edtf =
            claim.time && claim.time->edtf ? std::optional(claim.time->edtf->text()) : std::nullopt;
        Query(db_,
              "UPDATE claim SET position = ?2, kind = ?3, quote = ?4, begin = ?5, \"end\" = ?6,"
              " object = ?7, object_owner = ?8, certainty = ?9, hedge_begin = ?10,"
              " hedge_end = ?11, time_text = ?12, time_edtf = ?13, confidence = ?14,"
              " responds_to = NULL WHERE id = ?1",
              id.value, offset(index), core::code(claim.kind),
              core::cut(article_.text, claim.quote), offset(claim.quote.begin),
              offset(claim.quote.end), claim.object, claim.object_owner,
              core::code(claim.certainty), at(claim.hedge, false), at(claim.hedge, true),
              claim.time ? std::optional(claim.time->text) : std::nullopt, edtf, claim.confidence)
            .done();
    }

    void put_parties(core::ClaimId id, const core::Claim& claim) {
        Query(db_, "DELETE FROM claim_party WHERE claim = ?", id.value).done();
        const auto put = [&](std::string_view role, const std::vector<core::Party>& parties) {
            int position = 0;
            for (const auto& party : parties) put_party(id, role, position++, party);
        };
        put("claimant", claim.claimant);
        put("accused", claim.accused);
        put("via", claim.via);
    }

    void put_party(core::ClaimId id, std::string_view role, int position,
                   const core::Party& party) {
        std::optional<std::int64_t> entity;
        if (core::is_named(party.name)) {
            entity = entity_id_named(db_, party.name);
            const auto type =
                role == "via" ? core::EntityType::Outlet : core::EntityType::Organisation;
            if (!entity) entity = entity_for(db_, {.name = party.name, .type = type}).value;
        }
        const auto at = [&](bool end) {
            if (!party.span) return std::optional<std::int64_t>();
            return std::optional(offset(end ? party.span->end : party.span->begin));
        };
        Query(db_,
              "INSERT INTO claim_party (claim, role, position, name, begin, \"end\", entity)"
              " VALUES (?, ?, ?, ?, ?, ?, ?)",
              id.value, role, position, party.name, at(false), at(true), entity)
            .done();
    }

    void put_lists(core::ClaimId id, const core::Claim& claim) {
        Query(db_, "DELETE FROM claim_conduct WHERE claim = ?", id.value).done();
        Query(db_, "DELETE FROM evidence WHERE claim = ?", id.value).done();
        int position = 0;
        for (const auto conduct : claim.conduct)
            Query(db_, "INSERT INTO claim_conduct (claim, position, conduct) VALUES (?, ?, ?)",
                  id.value, position++, core::code(conduct))
                .done();
        position = 0;
        for (const auto& evidence : claim.evidence)
            Query(db_,
                  "INSERT INTO evidence (claim, position, type, begin, \"end\")"
                  " VALUES (?, ?, ?, ?, ?)",
                  id.value, position++, core::code(evidence.type), offset(evidence.span.begin),
                  offset(evidence.span.end))
                .done();
    }

    void put_topics(core::ClaimId id, std::size_t index,
                    const std::vector<std::string>& changed_slots) {
        const auto before = topics_of(id);
        const auto& now = index < topics_.size() ? topics_[index] : std::vector<core::Topic>{};
        if (before == now && changed_slots.empty()) return;
        for (const auto& topic : before) redo(topic);
        Query(db_, "DELETE FROM claim_topic WHERE claim = ?", id.value).done();
        for (std::size_t i = 0; i < now.size(); ++i) {
            Query(db_,
                  "INSERT INTO claim_topic (claim, topic, is_primary) VALUES (?, ?, ?)"
                  " ON CONFLICT DO NOTHING",
                  id.value, now[i], i == 0 ? 1 : 0)
                .done();
            redo(now[i]);
        }
    }

    // The primary one first, as they were given.
    std::vector<core::Topic> topics_of(core::ClaimId id) const {
        std::vector<core::Topic> topics;
        Query rows(db_, "SELECT topic FROM claim_topic WHERE claim = ? ORDER BY is_primary DESC",
                   id.value);
        while (rows.step()) topics.push_back(rows.text(0));
        return topics;
    }

    void redo(const core::Topic& topic) {
        Query(db_, "INSERT INTO topic_to_redo (topic) VALUES (?) ON CONFLICT DO NOTHING", topic)
            .done();
        if (std::find(saved_.topics.begin(), saved_.topics.end(), topic) == saved_.topics.end())
            saved_.topics.push_back(topic);
    }

    void remove_claim(core::ClaimId id) {
        for (const auto& topic : topics_of(id)) redo(topic);
        // It keeps its allegation, in case an editor takes back that it is none.
        Query(db_, "UPDATE claim SET removed = ? WHERE id = ?", of_.revision, id.value).done();
        Query(db_, "DELETE FROM dispute_claim WHERE claim = ?", id.value).done();
        record_change(id, "removed", {});
    }

    void put_response(std::size_t index) {
        const auto& answered = findings_.claims[index].responds_to;
        if (!answered || *answered >= saved_.ids.size()) return;
        Query(db_, "UPDATE claim SET responds_to = ? WHERE id = ?", saved_.ids[*answered].value,
              saved_.ids[index].value)
            .done();
    }

    void record_change(core::ClaimId id, std::string_view what,
                       const std::vector<std::string>& slots) {
        saved_.changed = true;
        Query(db_,
              "INSERT INTO claim_change (article, revision, claim, what, slots)"
              " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET slots = excluded.slots",
              of_.article.value, of_.revision, id.value, what, core::join(slots, " "))
            .done();
    }

    Database& db_;
    RevisionKey of_;
    const core::Article& article_;
    const core::Findings& findings_;
    std::span<const std::vector<core::Topic>> topics_;
    SavedClaims saved_;
};

}  // namespace

SavedClaims save_claims(Database& db, RevisionKey of, const core::Article& article,
                        const core::Findings& findings,
                        std::span<const std::vector<core::Topic>> topics) {
    return ClaimSaver(db, of, article, findings, topics).run();
}

}  // namespace store
