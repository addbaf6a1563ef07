// Sources, frontier, fetch log and runs.
#include "store/schedule.h"

#include <map>

#include "store/impl.h"

namespace store {

namespace {

using sqlite::Query;

constexpr std::string_view kSourceColumns =
    "SELECT id, url, kind, outlet, every, active, etag, last_modified, last_fetched, last_ok,"
    " next_due, problem, failures FROM source ";

std::optional<SourceRow> source_row(const Query& row) {
    const auto url = maybe_url(row, 1);
    if (!url) return std::nullopt;
    return SourceRow{.id = {row.int64(0)},
                     .spec = {.url = *url,
                              .kind = code_at<core::SourceKind>(row, 2),
                              .outlet = row.maybe_text(3),
                              .every = std::chrono::seconds{row.int64(4)}},
                     .active = row.int64(5) != 0,
                     .validators = {row.maybe_text(6), row.maybe_text(7)},
                     .last_fetched = maybe_instant(row, 8),
                     .last_ok = maybe_instant(row, 9),
                     .next_due = instant(row.int64(10)),
                     .last_problem = row.maybe_text(11),
                     .failures = row.integer(12)};
}

std::vector<SourceRow> sources_in(Query& rows) {
    std::vector<SourceRow> sources;
    while (rows.step())
        if (auto source = source_row(rows)) sources.push_back(std::move(*source));
    return sources;
}

std::optional<FrontierRow> frontier_row(const Query& row) {
    const auto url = maybe_url(row, 0);
    if (!url) return std::nullopt;
    FrontierRow page{.url = *url,
                     .due = maybe_instant(row, 2).value_or(core::Instant::max()),
                     .validators = {row.maybe_text(3), row.maybe_text(4)},
                     .published = maybe_instant(row, 5),
                     .failures = row.integer(6),
                     .first_seen = maybe_instant(row, 7),
                     .last_fetched = maybe_instant(row, 8),
                     .missing_since = maybe_instant(row, 9)};
    if (const auto source = row.maybe_int64(1)) page.source = core::SourceId{*source};
    return page;
}

constexpr std::string_view kDuePages =
    "SELECT url, source, due, etag, last_modified, published, failures, first_seen, last_fetched,"
    " missing_since FROM frontier WHERE due <= ? ORDER BY due, url LIMIT ?";

std::vector<FetchLogRow> fetches_in(Query& rows) {
    std::vector<FetchLogRow> fetches;
    while (rows.step()) {
        const auto url = maybe_url(rows, 1);
        if (!url) continue;
        FetchLogRow fetch{.run = {rows.int64(0)},
                          .url = *url,
                          .at = instant(rows.int64(2)),
                          .bytes = static_cast<std::uint64_t>(rows.int64(4)),
                          .took = std::chrono::milliseconds{rows.int64(5)},
                          .problem = rows.maybe_text(6)};
        if (!rows.is_null(3)) fetch.status = rows.integer(3);
        fetches.push_back(std::move(fetch));
    }
    return fetches;
}

}  // namespace

ScheduleReader Reader::schedule() const { return ScheduleReader(impl_->db); }
Schedule Store::schedule() { return Schedule(impl_->db); }

std::vector<SourceRow> ScheduleReader::sources() const {
    Query rows(db_, std::string(kSourceColumns) + "ORDER BY id");
    return sources_in(rows);
}

std::optional<FrontierRow> ScheduleReader::page(const core::Url& url) const {
    Query row(db_,
              "SELECT url, source, due, etag, last_modified, published, failures, first_seen,"
              " last_fetched, missing_since FROM frontier WHERE url = ?",
              url.text());
    return row.step() ? frontier_row(row) : std::nullopt;
}

std::optional<core::Instant> ScheduleReader::next_due() const {
    Query row(
        db_,
        "SELECT min(due) FROM (SELECT min(next_due) AS due FROM source WHERE active = 1"
        " UNION ALL SELECT min(next_due) FROM child_sitemap WHERE source IN (SELECT id FROM"
        " source WHERE active = 1) UNION ALL SELECT min(due) FROM frontier WHERE due IS NOT NULL)");
    row.step();
    return maybe_instant(row, 0);
}

std::int64_t ScheduleReader::pages_waiting() const {
    Query row(db_, "SELECT count(*) FROM frontier WHERE due IS NOT NULL AND last_fetched IS NULL");
    row.step();
    return row.int64(0);
}

std::vector<SourceFigures> ScheduleReader::source_figures(std::int64_t newest_fetches) const {
    Query rows(db_,
               "SELECT coalesce((SELECT id FROM source WHERE url = n.url), (SELECT source FROM"
               " frontier WHERE url = n.url)), n.status, n.problem"
               " FROM (SELECT url, status, problem FROM fetch_log ORDER BY id DESC LIMIT ?) n",
               newest_fetches);
    std::map<core::SourceId, SourceFigures> figures;
    while (rows.step()) {
        if (rows.is_null(0)) continue;
        auto& source = figures[core::SourceId{rows.int64(0)}];
        const auto problem = rows.maybe_text(2).value_or("");
        ++source.fetches;
        source.not_modified += !rows.is_null(1) && rows.integer(1) == 304 ? 1 : 0;
        source.failed += problem.empty() ? 0 : 1;
        const bool by_robots = problem.find("robots.txt") != problem.npos;
        source.forbidden += by_robots && problem.starts_with("refused") ? 1 : 0;
    }
    std::vector<SourceFigures> all;
    for (auto& [source, its] : figures) {
        its.source = source;
        all.push_back(its);
    }
    return all;
}

std::vector<RunRow> ScheduleReader::last_runs(std::size_t limit) const {
    Query row(db_,
              "SELECT id, command, started, ended, fetched, not_modified, failed, articles, claims,"
              " problem FROM run ORDER BY id DESC LIMIT ?",
              static_cast<std::int64_t>(limit));
    std::vector<RunRow> runs;
    while (row.step())
        runs.push_back({.id = {row.int64(0)},
                        .command = row.text(1),
                        .started = instant(row.int64(2)),
                        .ended = maybe_instant(row, 3),
                        .fetched = row.integer(4),
                        .not_modified = row.integer(5),
                        .failed = row.integer(6),
                        .articles = row.integer(7),
                        .claims = row.integer(8),
                        .problem = row.maybe_text(9)});
    return runs;
}

std::vector<FetchLogRow> ScheduleReader::last_fetches(std::size_t limit) const {
    Query rows(db_,
               "SELECT run, url, at, status, bytes, took_ms, problem FROM fetch_log"
               " ORDER BY id DESC LIMIT ?",
               static_cast<std::int64_t>(limit));
    return fetches_in(rows);
}

std::vector<FetchLogRow> ScheduleReader::last_failures(std::size_t limit) const {
    Query rows(db_,
               "SELECT run, url, at, status, bytes, took_ms, problem FROM fetch_log"
               " WHERE problem IS NOT NULL ORDER BY id DESC LIMIT ?",
               static_cast<std::int64_t>(limit));
    return fetches_in(rows);
}

void Schedule::set_sources(const std::vector<SourceSpec>& specs, core::Instant now) {
    sqlite::Transaction all_or_nothing(db_);
    Query(db_, "UPDATE source SET active = 0").done();
    for (const auto& spec : specs)
        Query(db_,
              "INSERT INTO source (url, kind, outlet, every, next_due) VALUES (?1, ?2, ?3, ?4, ?5)"
              " ON CONFLICT (url) DO UPDATE SET kind = ?2, outlet = ?3, every = ?4, active = 1",
              spec.url.text(), core::code(spec.kind), spec.outlet, std::int64_t{spec.every.count()},
              seconds(now))
            .done();
    all_or_nothing.commit();
}

std::vector<SourceRow> Schedule::sources_due(core::Instant now) const {
    Query rows(db_,
               std::string(kSourceColumns) + "WHERE active = 1 AND next_due <= ? ORDER BY next_due",
               seconds(now));
    return sources_in(rows);
}

std::vector<FrontierRow> ScheduleReader::pages_due(core::Instant now, std::size_t limit) const {
    Query rows(db_, kDuePages, seconds(now), static_cast<std::int64_t>(limit));
    std::vector<FrontierRow> pages;
    while (rows.step())
        if (auto page = frontier_row(rows)) pages.push_back(std::move(*page));
    return pages;
}

std::size_t Schedule::enqueue(const std::vector<FrontierRow>& pages) {
    sqlite::Transaction all_or_nothing(db_);
    std::size_t added = 0;
    for (const auto& page : pages) {
        const auto source = page.source ? std::optional(page.source->value) : std::nullopt;
        Query(
            db_,
            "INSERT INTO frontier (url, source, due, published, first_seen) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            page.url.text(), source, seconds(page.due), maybe_seconds(page.published),
            maybe_seconds(page.first_seen))
            .done();
        Query changed(db_, "SELECT changes()");
        changed.step();
        added += static_cast<std::size_t>(changed.int64(0));
    }
    all_or_nothing.commit();
    return added;
}

void Schedule::visited(core::SourceId source, const Visit& visit) {
    const std::int64_t failed = visit.problem ? 1 : 0;
    Query(db_,
          "UPDATE source SET last_fetched = ?2, next_due = ?3, problem = ?4,"
          " failures = CASE WHEN ?5 THEN failures + 1 ELSE 0 END,"
          " last_ok = CASE WHEN ?5 THEN last_ok ELSE ?2 END WHERE id = ?1",
          source.value, seconds(visit.at), seconds(visit.next_due), visit.problem, failed)
        .done();
    if (visit.validators)
        Query(db_, "UPDATE source SET etag = ?, last_modified = ? WHERE id = ?",
              visit.validators->etag, visit.validators->last_modified, source.value)
            .done();
}

void Schedule::visited(const core::Url& page, const Visit& visit) {
    const std::int64_t failed = visit.problem ? 1 : 0;
    Query(db_,
          "UPDATE frontier SET last_fetched = ?2, due = ?3, problem = ?4, missing_since = ?6,"
          " failures = CASE WHEN ?5 THEN failures + 1 ELSE 0 END WHERE url = ?1",
          page.text(), seconds(visit.at), seconds(visit.next_due), visit.problem, failed,
          maybe_seconds(visit.missing_since))
        .done();
    if (visit.validators)
        Query(db_, "UPDATE frontier SET etag = ?, last_modified = ? WHERE url = ?",
              visit.validators->etag, visit.validators->last_modified, page.text())
            .done();
}

void Schedule::forget(const core::Url& page) {
    Query(db_, "UPDATE frontier SET due = NULL WHERE url = ?", page.text()).done();
}

core::RunId Schedule::begin_run(std::string_view command, core::Instant now) {
    Query(db_, "INSERT INTO run (command, started) VALUES (?, ?)", command, seconds(now)).done();
    return {db_.last_id()};
}

void Schedule::end_run(const RunRow& run) {
    Query(db_,
          "UPDATE run SET ended = ?2, fetched = ?3, not_modified = ?4, failed = ?5, articles = ?6,"
          " claims = ?7, problem = ?8 WHERE id = ?1",
          run.id.value, maybe_seconds(run.ended), run.fetched, run.not_modified, run.failed,
          run.articles, run.claims, run.problem)
        .done();
}

void Schedule::log(const FetchLogRow& fetch) {
    const auto status = fetch.status ? std::optional(std::int64_t{*fetch.status}) : std::nullopt;
    Query(db_,
          "INSERT INTO fetch_log (run, url, at, status, bytes, took_ms, problem)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)",
          fetch.run.value, fetch.url.text(), seconds(fetch.at), status,
          static_cast<std::int64_t>(fetch.bytes), std::int64_t{fetch.took.count()}, fetch.problem)
        .done();
}

}  // namespace store
