// Sitemaps that an index names.
#include <set>

#include "store/impl.h"

namespace store {

namespace {

using sqlite::Database;
using sqlite::Query;

std::vector<ChildSitemap> children_in(Query& rows) {
    std::vector<ChildSitemap> children;
    while (rows.step())
        if (auto url = maybe_url(rows, 0))
            children.push_back({.url = std::move(*url),
                                .source = {rows.int64(1)},
                                .depth = rows.integer(2),
                                .validators = {rows.maybe_text(3), rows.maybe_text(4)},
                                .last_fetched = maybe_instant(rows, 5),
                                .next_due = instant(rows.int64(6)),
                                .failures = rows.integer(7)});
    return children;
}

bool is_named(const Database& db, const core::Url& sitemap) {
    Query row(db, "SELECT 1 FROM child_sitemap WHERE url = ?", sitemap.text());
    return row.step();
}

// Known, and with the same lastmod as before: it keeps its own time.
bool is_as_before(const Database& db, const NamedSitemap& named) {
    Query row(db, "SELECT 1 FROM child_sitemap WHERE url = ?1 AND (?2 IS NULL OR lastmod IS ?2)",
              named.url.text(), maybe_seconds(named.lastmod));
    return row.step();
}

void put_child(Database& db, const Schedule::Naming& naming, const NamedSitemap& named,
               core::Instant now) {
    Query(db,
          "INSERT INTO child_sitemap (url, source, parent, depth, lastmod, next_due)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (url) DO UPDATE SET next_due = ?6,"
          " lastmod = ?5",
          named.url.text(), naming.source.value, naming.index.text(), std::int64_t{naming.depth},
          maybe_seconds(named.lastmod), seconds(now))
        .done();
}

// What the index names no longer goes, and what hung on it.
void drop_others(Database& db, const Schedule::Naming& naming, const std::set<std::string>& named) {
    std::vector<std::string> gone;
    {
        Query rows(db, "SELECT url FROM child_sitemap WHERE source = ? AND parent = ?",
                   naming.source.value, naming.index.text());
        while (rows.step())
            if (!named.contains(rows.text(0))) gone.push_back(rows.text(0));
    }
    while (!gone.empty()) {
        const auto url = std::move(gone.back());
        gone.pop_back();
        Query(db, "DELETE FROM child_sitemap WHERE url = ?", url).done();
        Query rows(db, "SELECT url FROM child_sitemap WHERE source = ? AND parent = ?",
                   naming.source.value, url);
        while (rows.step()) gone.push_back(rows.text(0));
    }
}

}  // namespace

std::size_t Schedule::set_children(const Naming& naming, const std::vector<NamedSitemap>& named,
                                   core::Instant now) {
    sqlite::Transaction all_or_nothing(db_);
    if (naming.depth > 1 && !is_named(db_, naming.index)) return 0;  // gone while it was read
    std::set<std::string> urls;
    for (const auto& child : named) urls.insert(child.url.text());
    if (naming.list == Naming::List::Whole) drop_others(db_, naming, urls);
    std::set<std::string> known;
    for (const auto& child : children(naming.source)) known.insert(child.url.text());
    std::size_t due = 0;
    for (const auto& child : named) {
        if (is_as_before(db_, child)) continue;
        if (!known.contains(child.url.text())) {
            if (known.size() >= naming.most) continue;
            known.insert(child.url.text());
        }
        put_child(db_, naming, child, now);
        ++due;
    }
    all_or_nothing.commit();
    return due;
}

std::vector<ChildSitemap> Schedule::children_due(core::Instant now, std::size_t limit) const {
    Query rows(db_,
               "SELECT child_sitemap.url, source, depth, child_sitemap.etag,"
               " child_sitemap.last_modified, child_sitemap.last_fetched, child_sitemap.next_due,"
               " child_sitemap.failures FROM child_sitemap JOIN source ON source.id = source"
               " WHERE child_sitemap.next_due <= ? AND active = 1"
               " ORDER BY child_sitemap.next_due, child_sitemap.url LIMIT ?",
               seconds(now), static_cast<std::int64_t>(limit));
    return children_in(rows);
}

std::vector<ChildSitemap> Schedule::children(core::SourceId source) const {
    Query rows(db_,
               "SELECT url, source, depth, etag, last_modified, last_fetched, next_due, failures"
               " FROM child_sitemap WHERE source = ? ORDER BY url",
               source.value);
    return children_in(rows);
}

void Schedule::visited_child(const core::Url& url, const Visit& visit) {
    const std::int64_t failed = visit.problem ? 1 : 0;
    Query(db_,
          "UPDATE child_sitemap SET last_fetched = ?2, next_due = ?3, problem = ?4,"
          " failures = CASE WHEN ?5 THEN failures + 1 ELSE 0 END WHERE url = ?1",
          url.text(), seconds(visit.at), seconds(visit.next_due), visit.problem, failed)
        .done();
    if (visit.validators)
        Query(db_, "UPDATE child_sitemap SET etag = ?, last_modified = ? WHERE url = ?",
              visit.validators->etag, visit.validators->last_modified, url.text())
            .done();
}

}  // namespace store
