// Replacing what is concluded of a topic, with ids that stay.
#include <algorithm>
#include <map>
#include <set>

#include "core/text.h"
#include "store/impl.h"
#include "store/overlap.h"

namespace store {

namespace {

using sqlite::Database;
using sqlite::Query;

std::vector<std::int64_t> column(Query& rows) {
    std::vector<std::int64_t> values;
    while (rows.step()) values.push_back(rows.int64(0));
    return values;
}

// The steps of one put().
class Putter {
public:
    Putter(Database& db, const core::Picture& picture) : db_(db), picture_(picture) {}

    void run() {
        put_allegations();
        for (const auto& response : picture_.responses) put_response(response);
        put_credits();
        std::set<std::int64_t> listed;
        for (const auto& dispute : picture_.disputes) listed.insert(put_dispute(dispute));
        retire_disputes(listed);
        Query(db_, "DELETE FROM topic_to_redo WHERE topic = ?", picture_.topic).done();
        for (const auto claim : changed_) log_change(db_, "claim", claim);
    }

private:
    void put_allegations() {
        Overlap overlap;
        {
            Query rows(db_,
                       "SELECT a.id, c.id FROM allegation a JOIN claim c ON c.allegation = a.id"
                       " WHERE a.topic = ?",
                       picture_.topic);
            while (rows.step()) overlap.old_group(rows.int64(0), rows.int64(1));
        }
        std::vector<std::vector<core::ClaimId>> fresh;
        for (const auto& draft : picture_.allegations) fresh.push_back(draft.claims);
        const auto ids = overlap.assign(fresh);
        std::set<std::int64_t> used;
        for (std::size_t i = 0; i < picture_.allegations.size(); ++i)
            used.insert(put_allegation(picture_.allegations[i], ids[i]));
        retire_allegations(used);
    }

    std::int64_t put_allegation(const core::AllegationDraft& draft,
                                std::optional<std::int64_t> id) {
        if (id) {
            Query(db_, "UPDATE allegation SET retired = 0 WHERE id = ? AND retired = 1", *id)
                .done();
        } else {
            Query(db_, "INSERT INTO allegation (topic) VALUES (?)", picture_.topic).done();
            id = db_.last_id();
        }
        for (std::size_t i = 0; i < draft.claims.size(); ++i)
            conclude_claim(
                draft.claims[i], *id,
                i < draft.origin_of.size() ? std::optional(draft.origin_of[i]) : std::nullopt,
                static_cast<std::int64_t>(draft.origins.size()));
        return *id;
    }

    void conclude_claim(core::ClaimId claim, std::int64_t allegation,
                        const std::optional<core::Origin>& origin, std::int64_t origins) {
        std::optional<std::string> name;
        std::optional<std::string> kind;
        std::optional<std::int64_t> article;
        if (origin) {
            name = origin->name;
            kind = core::code(origin->kind);
            if (origin->article) article = origin->article->value;
        }
        Query(db_,
              "UPDATE claim SET allegation = ?2, origin_name = ?3, origin_kind = ?4,"
              " origin_article = ?5, origins = ?6 WHERE id = ?1 AND (allegation IS NOT ?2 OR"
              " origin_name IS NOT ?3 OR origin_kind IS NOT ?4 OR origin_article IS NOT ?5 OR"
              " origins <> ?6)",
              claim.value, allegation, name, kind, article, origins)
            .done();
        note_if_changed(claim);
    }

    void note_if_changed(core::ClaimId claim) {
        Query row(db_, "SELECT changes()");
        row.step();
        if (row.int64(0) > 0) changed_.insert(claim.value);
    }

    void retire_allegations(const std::set<std::int64_t>& used) {
        Query rows(db_, "SELECT id FROM allegation WHERE topic = ? AND retired = 0",
                   picture_.topic);
        for (const auto id : column(rows))
            if (!used.contains(id))
                Query(db_, "UPDATE allegation SET retired = 1 WHERE id = ?", id).done();
    }

    void put_response(const core::ResponseLink& link) {
        Query(db_, "UPDATE claim SET answers = ?2 WHERE id = ?1 AND answers IS NOT ?2",
              link.response.value, link.to.value)
            .done();
        note_if_changed(link.response);
    }

    void put_credits() {
        Query(db_, "DELETE FROM credit_source WHERE topic = ?", picture_.topic).done();
        for (const auto& link : picture_.credits)
            Query(db_,
                  "INSERT INTO credit_source (topic, article, outlet, source) VALUES (?, ?, ?, ?)"
                  " ON CONFLICT DO NOTHING",
                  picture_.topic, link.article.value, link.outlet, link.source.value)
                .done();
    }

    static std::string last_day(const core::DisputeDraft& draft) {
        std::string last;
        for (const auto& event : draft.events)
            last = std::max(last, core::to_text(event.date.days().last));
        return last;
    }

    std::int64_t put_dispute(const core::DisputeDraft& draft) {
        Query(
            db_,
            "INSERT INTO dispute (key, topic, name, parties, conduct, state, articles, origins,"
            " last_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (key) DO UPDATE"
            " SET topic = ?2, name = ?3, parties = ?4, conduct = ?5, state = ?6, articles = ?7,"
            " origins = ?8, last_day = ?9, retired = 0 WHERE (topic, name, parties, conduct,"
            " state, articles, origins, last_day, retired) <> (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0)",
            draft.key, picture_.topic, draft.name, lines(draft.parties), code_lines(draft.conduct),
            core::code(draft.state), draft.articles, draft.origins, last_day(draft))
            .done();
        bool changed = false;
        {
            Query row(db_, "SELECT changes()");
            row.step();
            changed = row.int64(0) > 0;
        }
        std::int64_t id = 0;
        {
            Query row(db_, "SELECT id FROM dispute WHERE key = ?", draft.key);
            row.step();
            id = row.int64(0);
        }
        put_dispute_claims(id, draft.claims);
        const bool events_changed = put_events(id, draft.events);
        if (changed || events_changed) log_change(db_, "dispute", id);
        return id;
    }

    void put_dispute_claims(std::int64_t dispute, const std::vector<core::ClaimId>& claims) {
        std::set<std::int64_t> before;
        {
            Query rows(db_, "SELECT claim FROM dispute_claim WHERE dispute = ?", dispute);
            for (const auto claim : column(rows)) before.insert(claim);
        }
        for (const auto claim : claims) {
            if (before.erase(claim.value) > 0) continue;
            Query(db_,
                  "INSERT INTO dispute_claim (dispute, claim) VALUES (?, ?) ON CONFLICT DO NOTHING",
                  dispute, claim.value)
                .done();
            changed_.insert(claim.value);
        }
        for (const auto claim : before) {
            Query(db_, "DELETE FROM dispute_claim WHERE dispute = ? AND claim = ?", dispute, claim)
                .done();
            changed_.insert(claim);
        }
    }

    // Events of one kind go on where they share most claims.
    bool put_events(std::int64_t dispute, const std::vector<core::Event>& events) {
        std::map<std::string, Overlap> overlaps;
        std::set<std::int64_t> unused;
        {
            Query rows(db_,
                       "SELECT e.id, e.kind, c.claim FROM event e JOIN event_claim c"
                       " ON c.event = e.id WHERE e.dispute = ? AND e.retired = 0",
                       dispute);
            while (rows.step()) {
                overlaps[rows.text(1)].old_group(rows.int64(0), rows.int64(2));
                unused.insert(rows.int64(0));
            }
        }
        std::map<std::string, std::vector<std::size_t>> by_kind;
        for (std::size_t i = 0; i < events.size(); ++i)
            by_kind[std::string(core::code(events[i].kind))].push_back(i);
        bool changed = false;
        for (const auto& [kind, indices] : by_kind) {
            std::vector<std::vector<core::ClaimId>> fresh;
            for (const auto index : indices) fresh.push_back(events[index].claims);
            const auto ids = overlaps[kind].assign(fresh);
            for (std::size_t i = 0; i < indices.size(); ++i) {
                if (ids[i]) unused.erase(*ids[i]);
                changed = put_event(dispute, ids[i], events[indices[i]]) || changed;
            }
        }
        for (const auto id : unused)
            Query(db_, "UPDATE event SET retired = 1 WHERE id = ?", id).done();
        return changed || !unused.empty();
    }

    bool put_event(std::int64_t dispute, std::optional<std::int64_t> id, const core::Event& event) {
        const auto first_day = core::to_text(event.date.days().first);
        const bool is_new = !id;
        if (is_new) {
            Query(
                db_,
                "INSERT INTO event (dispute, date, first_day, date_basis, kind, claimant, accused,"
                " conduct, origins) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                dispute, event.date.text(), first_day, core::code(event.basis),
                core::code(event.kind), lines(event.claimant), lines(event.accused),
                code_lines(event.conduct), event.origins)
                .done();
            id = db_.last_id();
        } else {
            Query(
                db_,
                "UPDATE event SET date = ?2, first_day = ?3, date_basis = ?4, claimant = ?5,"
                " accused = ?6, conduct = ?7, origins = ?8 WHERE id = ?1 AND (date, first_day,"
                " date_basis, claimant, accused, conduct, origins) <> (?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                *id, event.date.text(), first_day, core::code(event.basis), lines(event.claimant),
                lines(event.accused), code_lines(event.conduct), event.origins)
                .done();
        }
        bool changed = is_new;
        if (!is_new) {
            Query row(db_, "SELECT changes()");
            row.step();
            changed = row.int64(0) > 0;
        }
        return put_event_claims(*id, event.claims) || changed;
    }

    bool put_event_claims(std::int64_t event, const std::vector<core::ClaimId>& claims) {
        std::vector<core::ClaimId> before;
        {
            Query rows(db_, "SELECT claim FROM event_claim WHERE event = ? ORDER BY position",
                       event);
            for (const auto claim : column(rows)) before.push_back({claim});
        }
        if (before == claims) return false;
        Query(db_, "DELETE FROM event_claim WHERE event = ?", event).done();
        int position = 0;
        for (const auto claim : claims)
            Query(db_, "INSERT INTO event_claim (event, position, claim) VALUES (?, ?, ?)", event,
                  position++, claim.value)
                .done();
        return true;
    }

    void retire_disputes(const std::set<std::int64_t>& listed) {
        Query rows(db_, "SELECT id FROM dispute WHERE topic = ? AND retired = 0", picture_.topic);
        for (const auto id : column(rows)) {
            if (listed.contains(id)) continue;
            Query(db_, "UPDATE dispute SET retired = 1 WHERE id = ?", id).done();
            put_dispute_claims(id, {});
            log_change(db_, "dispute", id);
        }
    }

    Database& db_;
    const core::Picture& picture_;
    std::set<std::int64_t> changed_;  // claims
};

}  // namespace

void Store::put(const core::Picture& picture) {
    sqlite::Transaction all_or_nothing(impl_->db);
    Putter(impl_->db, picture).run();
    all_or_nothing.commit();
}

std::vector<core::Topic> Store::topics_to_redo() const {
    Query rows(impl_->db, "SELECT topic FROM topic_to_redo ORDER BY topic");
    std::vector<core::Topic> topics;
    while (rows.step()) topics.push_back(rows.text(0));
    return topics;
}

}  // namespace store
