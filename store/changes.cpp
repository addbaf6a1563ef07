// The change log, counts, and what is wrong.
#include <array>

#include <fmt/format.h>

#include "store/impl.h"

namespace store {

namespace {

using sqlite::Database;
using sqlite::Query;

Change::Of change_of(std::string_view what) {
    if (what == "article") return Change::Of::Article;
    if (what == "claim") return Change::Of::Claim;
    return what == "entity" ? Change::Of::Entity : Change::Of::Dispute;
}

std::int64_t number(const Database& db, std::string_view sql) {
    Query row(db, sql);
    row.step();
    return row.int64(0);
}

// What must hold beyond keys and types; each query lists the rows that break it.
struct Invariant {
    std::string_view says;
    std::string_view breaks;
};
constexpr std::array<Invariant, 4> kInvariants{{
    {"articles without their newest revision",
     "SELECT count(*) FROM article a WHERE NOT EXISTS (SELECT 1 FROM revision r"
     " WHERE r.article = a.id AND r.revision = a.revision)"},
    {"claims whose quote is not in their article's text",
     "SELECT count(*) FROM claim c JOIN article a ON a.id = c.article JOIN revision r"
     " ON r.article = a.id AND r.revision = a.revision WHERE c.removed IS NULL AND"
     " CAST(substr(CAST(r.text AS BLOB), c.begin + 1, c.\"end\" - c.begin) AS TEXT) <> c.quote"},
    {"claims that are gone but still in a dispute",
     "SELECT count(*) FROM dispute_claim d JOIN claim c ON c.id = d.claim"
     " WHERE c.removed IS NOT NULL"},
    {"events without a claim",
     "SELECT count(*) FROM event e WHERE e.retired = 0 AND NOT EXISTS"
     " (SELECT 1 FROM event_claim c WHERE c.event = e.id)"},
}};

}  // namespace

std::vector<Change> Reader::changes_after(std::int64_t seq, std::size_t limit) const {
    Query rows(impl_->db, "SELECT seq, what, id FROM change WHERE seq > ? ORDER BY seq LIMIT ?",
               seq, static_cast<std::int64_t>(limit));
    std::vector<Change> changes;
    while (rows.step()) changes.push_back({rows.int64(0), change_of(rows.text(1)), rows.int64(2)});
    return changes;
}

std::int64_t Reader::last_change() const {
    return number(impl_->db, "SELECT coalesce(max(seq), 0) FROM change");
}

std::shared_ptr<const void> Reader::hold() const {
    return std::make_shared<const sqlite::Snapshot>(impl_->db);
}

Counts Reader::counts() const {
    const sqlite::Snapshot snapshot(impl_->db);
    const auto count = [&](std::string_view from) {
        return number(impl_->db, "SELECT count(*) FROM " + std::string(from));
    };
    return {.outlets = count("outlet"),
            .sources = count("source WHERE active = 1"),
            .captures = count("capture"),
            .articles = count("article"),
            .revisions = count("revision"),
            .entities = count("entity"),
            .claims = count("claim WHERE removed IS NULL"),
            .allegations = count("allegation WHERE retired = 0"),
            .disputes = count("dispute WHERE retired = 0"),
            .events = count("event WHERE retired = 0")};
}

std::vector<std::string> Reader::problems() const {
    std::vector<std::string> problems;
    Query integrity(impl_->db, "PRAGMA integrity_check");
    while (integrity.step())
        if (const auto line = integrity.text(0); line != "ok") problems.push_back("store: " + line);
    Query keys(impl_->db, "PRAGMA foreign_key_check");
    while (keys.step())
        problems.push_back(
            fmt::format("store: a row of {} points to no row of {}", keys.text(0), keys.text(2)));
    for (const auto& invariant : kInvariants)
        if (const auto broken = number(impl_->db, invariant.breaks); broken > 0)
            problems.push_back(fmt::format("store: {} {}", broken, invariant.says));
    return problems;
}

}  // namespace store
