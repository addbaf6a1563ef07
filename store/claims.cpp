// Reading claims, allegations, disputes and events.
#include <algorithm>

#include "core/text.h"
#include "store/impl.h"

namespace store {

namespace {

using sqlite::Database;
using sqlite::Query;

core::Span span_at(const Query& row, int column) {
    return {static_cast<std::size_t>(row.int64(column)),
            static_cast<std::size_t>(row.int64(column + 1))};
}

void read_parties(const Database& db, core::ClaimRecord& record) {
    Query row(db,
              "SELECT role, name, begin, \"end\" FROM claim_party WHERE claim = ?"
              " ORDER BY role, position",
              record.id.value);
    while (row.step()) {
        core::Party party{.name = row.text(1)};
        if (!row.is_null(2)) party.span = span_at(row, 2);
        const auto role = row.text(0);
        auto& parties = role == "claimant"  ? record.claim.claimant
                        : role == "accused" ? record.claim.accused
                                            : record.claim.via;
        parties.push_back(std::move(party));
    }
}

void read_lists(const Database& db, core::ClaimRecord& record) {
    Query conduct(db, "SELECT conduct FROM claim_conduct WHERE claim = ? ORDER BY position",
                  record.id.value);
    while (conduct.step()) record.claim.conduct.push_back(code_at<core::Conduct>(conduct, 0));
    Query evidence(db,
                   "SELECT type, begin, \"end\" FROM evidence WHERE claim = ? ORDER BY position",
                   record.id.value);
    while (evidence.step())
        record.claim.evidence.push_back(
            {code_at<core::EvidenceType>(evidence, 0), span_at(evidence, 1)});
    Query disputes(db,
                   "SELECT d.id FROM dispute_claim c JOIN dispute d ON d.id = c.dispute"
                   " WHERE c.claim = ? AND d.retired = 0 ORDER BY d.id",
                   record.id.value);
    while (disputes.step()) record.disputes.push_back({disputes.int64(0)});
}

void read_concluded(const Query& row, core::ClaimRecord& record) {
    // What the article itself answers goes before what was concluded across articles.
    if (const auto answered = row.maybe_int64(13))
        record.responds_to = core::ClaimId{*answered};
    else if (const auto concluded = row.maybe_int64(14))
        record.responds_to = core::ClaimId{*concluded};
    if (const auto allegation = row.maybe_int64(15))
        record.allegation = core::AllegationId{*allegation};
    if (!row.is_null(16)) {
        record.origin = core::Origin{row.text(16), code_at<core::OriginKind>(row, 17), {}};
        if (const auto article = row.maybe_int64(18))
            record.origin->article = core::ArticleId{*article};
    }
    record.origins = row.integer(19);
}

std::vector<std::int64_t> numbers(Query& rows) {
    std::vector<std::int64_t> values;
    while (rows.step()) values.push_back(rows.int64(0));
    return values;
}

core::Event event_row(const Query& row) {
    const auto date = core::Edtf::parse(row.text(1));
    if (!date) throw core::SystemError("the store holds an event without a date");
    return {.id = {row.int64(0)},
            .date = *date,
            .basis = code_at<core::DateBasis>(row, 2),
            .kind = code_at<core::EventKind>(row, 3),
            .claimant = from_lines(row.text(4)),
            .accused = from_lines(row.text(5)),
            .conduct = codes_from_lines<core::Conduct>(row.text(6)),
            .claims = {},
            .articles = {},
            .origins = row.integer(7)};
}

constexpr std::string_view kEvents =
    "SELECT id, date, date_basis, kind, claimant, accused, conduct, origins FROM event"
    " WHERE dispute = ? AND retired = 0 ORDER BY first_day, id";
constexpr std::string_view kEvent =
    "SELECT id, date, date_basis, kind, claimant, accused, conduct, origins FROM event WHERE id = "
    "?";

void read_support(const Database& db, core::Event& event) {
    Query row(db,
              "SELECT e.claim, c.article FROM event_claim e JOIN claim c ON c.id = e.claim"
              " WHERE e.event = ? ORDER BY e.position",
              event.id.value);
    while (row.step()) {
        event.claims.push_back({row.int64(0)});
        const core::ArticleId article{row.int64(1)};
        if (std::find(event.articles.begin(), event.articles.end(), article) ==
            event.articles.end())
            event.articles.push_back(article);
    }
}

bool earlier(const core::Event& a, const core::Event& b) {
    const auto day_a = a.date.days().first;
    const auto day_b = b.date.days().first;
    return day_a != day_b ? day_a < day_b : a.id < b.id;
}

}  // namespace

core::ClaimRecord claim_row(const Database& db, core::ClaimId id) {
    core::ClaimRecord record{.id = id, .article = {0}};
    {
        Query row(db,
                  "SELECT article, kind, quote, begin, \"end\", object, object_owner, certainty,"
                  " hedge_begin, hedge_end, time_text, time_edtf, confidence, responds_to, answers,"
                  " allegation, origin_name, origin_kind, origin_article, origins"
                  " FROM claim WHERE id = ?",
                  id.value);
        if (!row.step()) throw core::SystemError(db.file() + ": a claim is missing");
        record.article = {row.int64(0)};
        record.claim.kind = code_at<core::ClaimKind>(row, 1);
        record.quote = row.text(2);
        record.claim.quote = span_at(row, 3);
        record.claim.object = row.maybe_text(5);
        record.claim.object_owner = row.maybe_text(6);
        record.claim.certainty = code_at<core::Certainty>(row, 7);
        if (!row.is_null(8)) record.claim.hedge = span_at(row, 8);
        if (!row.is_null(10)) {
            record.claim.time = core::ClaimTime{row.text(10), std::nullopt};
            if (!row.is_null(11)) record.claim.time->edtf = core::Edtf::parse(row.text(11));
        }
        if (!row.is_null(12)) record.claim.confidence = row.real(12);
        read_concluded(row, record);
    }
    read_parties(db, record);
    read_lists(db, record);
    return record;
}

std::optional<core::ClaimRecord> Reader::claim(core::ClaimId id) const {
    const sqlite::Snapshot snapshot(impl_->db);
    {
        Query there(impl_->db, "SELECT 1 FROM claim WHERE id = ?", id.value);
        if (!there.step()) return std::nullopt;
    }
    return claim_row(impl_->db, id);
}

std::vector<core::ClaimRecord> Reader::claims_of(core::ArticleId id) const {
    const sqlite::Snapshot snapshot(impl_->db);
    Query rows(impl_->db,
               "SELECT id FROM claim WHERE article = ? AND removed IS NULL ORDER BY position",
               id.value);
    std::vector<core::ClaimRecord> claims;
    for (const auto claim : numbers(rows)) claims.push_back(claim_row(impl_->db, {claim}));
    return claims;
}

std::vector<core::ClaimRecord> Reader::claims_of(const core::Topic& topic) const {
    const sqlite::Snapshot snapshot(impl_->db);
    Query rows(impl_->db,
               "SELECT t.claim FROM claim_topic t JOIN claim c ON c.id = t.claim"
               " WHERE t.topic = ? AND c.removed IS NULL ORDER BY t.claim",
               topic);
    std::vector<core::ClaimRecord> claims;
    for (const auto claim : numbers(rows)) claims.push_back(claim_row(impl_->db, {claim}));
    return claims;
}

std::optional<core::AllegationRecord> Reader::allegation(core::AllegationId id) const {
    const sqlite::Snapshot snapshot(impl_->db);
    {
        Query there(impl_->db, "SELECT 1 FROM allegation WHERE id = ?", id.value);
        if (!there.step()) return std::nullopt;
    }
    core::AllegationRecord record{.id = id};
    Query row(
        impl_->db,
        "SELECT c.id, c.origin_name, c.origin_kind, c.origin_article FROM claim c"
        " JOIN article a ON a.id = c.article WHERE c.allegation = ? AND c.removed IS NULL"
        " ORDER BY coalesce(substr(a.published, 1, 10), date(a.retrieved, 'unixepoch')), c.id",
        id.value);
    while (row.step()) {
        record.claims.push_back({row.int64(0)});
        if (row.is_null(1)) continue;
        core::Origin origin{row.text(1), code_at<core::OriginKind>(row, 2), {}};
        if (const auto article = row.maybe_int64(3)) origin.article = core::ArticleId{*article};
        record.origins.push_back(std::move(origin));
    }
    std::sort(record.origins.begin(), record.origins.end());
    record.origins.erase(std::unique(record.origins.begin(), record.origins.end()),
                         record.origins.end());
    return record;
}

std::optional<core::DisputeRecord> Reader::dispute(core::DisputeId id) const {
    const sqlite::Snapshot snapshot(impl_->db);
    core::DisputeRecord record{.id = id};
    {
        Query row(impl_->db,
                  "SELECT name, parties, conduct, state, articles, origins FROM dispute"
                  " WHERE id = ?",
                  id.value);
        if (!row.step()) return std::nullopt;
        record.name = row.text(0);
        record.parties = from_lines(row.text(1));
        record.conduct = codes_from_lines<core::Conduct>(row.text(2));
        record.state = code_at<core::DisputeState>(row, 3);
        record.articles = row.integer(4);
        record.origins = row.integer(5);
    }
    Query allegations(impl_->db,
                      "SELECT DISTINCT c.allegation FROM dispute_claim d JOIN claim c"
                      " ON c.id = d.claim WHERE d.dispute = ? AND c.allegation IS NOT NULL"
                      " ORDER BY c.allegation",
                      id.value);
    for (const auto allegation : numbers(allegations)) record.allegations.push_back({allegation});
    Query events(impl_->db, kEvents, id.value);
    while (events.step()) record.events.push_back(event_row(events));
    for (auto& event : record.events) read_support(impl_->db, event);
    return record;
}

std::vector<core::DisputeId> Reader::disputes(const Limits& page) const {
    Query rows(impl_->db,
               "SELECT id FROM dispute WHERE retired = 0"
               " ORDER BY articles DESC, last_day DESC, id LIMIT ? OFFSET ?",
               static_cast<std::int64_t>(page.limit), static_cast<std::int64_t>(page.offset));
    std::vector<core::DisputeId> ids;
    for (const auto id : numbers(rows)) ids.push_back({id});
    return ids;
}

std::vector<core::DisputeId> Reader::disputes_of(core::EntityId id) const {
    Query rows(impl_->db,
               "SELECT DISTINCT d.id FROM claim_party p JOIN dispute_claim c ON c.claim = p.claim"
               " JOIN dispute d ON d.id = c.dispute WHERE p.entity = ? AND d.retired = 0"
               " ORDER BY d.id",
               id.value);
    std::vector<core::DisputeId> ids;
    for (const auto dispute : numbers(rows)) ids.push_back({dispute});
    return ids;
}

std::vector<core::Event> Reader::events_with(std::span<const core::ClaimId> claims) const {
    const sqlite::Snapshot snapshot(impl_->db);
    std::vector<std::int64_t> ids;
    for (const auto claim : claims) {
        Query rows(impl_->db,
                   "SELECT c.event FROM event_claim c JOIN event e ON e.id = c.event"
                   " WHERE c.claim = ? AND e.retired = 0",
                   claim.value);
        for (const auto id : numbers(rows)) ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::vector<core::Event> events;
    for (const auto id : ids) {
        Query row(impl_->db, kEvent, id);
        if (row.step()) events.push_back(event_row(row));
    }
    for (auto& event : events) read_support(impl_->db, event);
    std::sort(events.begin(), events.end(), earlier);
    return events;
}

}  // namespace store
