// What is to be fetched, when, and how it went. Part of the store's door.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"
#include "core/url.h"
#include "core/vocabulary.h"

namespace store {

// One kept response: where its bytes lie in the WARC files. The bytes are written first.
struct Capture {
    core::Url url;
    core::Instant fetched_at;
    int status = 200;
    std::string content_type;
    std::string sha256;     // of the body as received, 64 hex digits
    std::string warc_file;  // name inside `captures/`
    std::uint64_t offset = 0;
    std::uint64_t length = 0;  // of the compressed record
};

// What makes a request conditional; echoed byte for byte.
struct Validators {
    std::optional<std::string> etag, last_modified;
};

// A feed, sitemap or section page as the configuration names it.
struct SourceSpec {
    core::Url url;
    core::SourceKind kind = core::SourceKind::Feed;
    std::optional<std::string> outlet;
    std::chrono::seconds every{900};
};

struct SourceRow {
    core::SourceId id;
    SourceSpec spec;
    bool active = true;  // still in the configuration
    Validators validators;
    std::optional<core::Instant> last_fetched, last_ok;
    core::Instant next_due;
    std::optional<std::string> last_problem;
    int failures = 0;  // in a row
};

// A page to fetch: new, or to be looked at again.
struct FrontierRow {
    core::Url url;
    std::optional<core::SourceId> source;
    core::Instant due;
    Validators validators;
    std::optional<core::Instant> published;  // as its feed or sitemap says
    int failures = 0;
    std::optional<core::Instant> first_seen, last_fetched;
};

// One request and its outcome, for /status and for asking later why a page is not here.
struct FetchLogRow {
    core::RunId run;
    core::Url url;
    core::Instant at;
    std::optional<int> status;  // none: no HTTP answer
    std::uint64_t bytes = 0;
    std::chrono::milliseconds took{0};
    std::optional<std::string> problem;  // in words; "not modified" is none
};

struct RunRow {
    core::RunId id;
    std::string command;
    core::Instant started;
    std::optional<core::Instant> ended;  // none: running, or died
    int fetched = 0, not_modified = 0, failed = 0, articles = 0, claims = 0;
    std::optional<std::string> problem;
};

// When to look at a source or a page again, and what was learnt this time.
struct Visit {
    core::Instant at;
    core::Instant next_due;
    std::optional<Validators> validators;  // none: keep the old ones (not modified, or failed)
    std::optional<std::string> problem;    // none: it went well
};

class ScheduleReader {
public:
    std::vector<SourceRow> sources() const;
    std::optional<FrontierRow> page(const core::Url& url) const;
    std::optional<core::Instant> next_due() const;  // of anything
    std::int64_t pages_waiting() const;
    std::vector<RunRow> last_runs(std::size_t limit) const;
    std::vector<FetchLogRow> last_fetches(std::size_t limit) const;
    std::vector<FetchLogRow> last_failures(std::size_t limit) const;

protected:
    friend class Reader;
    explicit ScheduleReader(const void* database) : database_(database) {}
    const void* database_;  // the Reader's own; a schedule must not outlive it
};

class Schedule : public ScheduleReader {
public:
    // Makes the stored sources those of the configuration; ones no longer named rest, not vanish.
    void set_sources(const std::vector<SourceSpec>& specs, core::Instant now);
    std::vector<SourceRow> sources_due(core::Instant now) const;
    std::vector<FrontierRow> pages_due(core::Instant now, std::size_t limit) const;

    // Adds pages that are not known yet; returns how many were new.
    std::size_t enqueue(const std::vector<FrontierRow>& pages);
    void visited(core::SourceId source, const Visit& visit);
    void visited(const core::Url& page, const Visit& visit);
    void forget(const core::Url& page);  // never to be fetched again: refused, gone, redirected

    core::RunId begin_run(std::string_view command, core::Instant now);
    void end_run(const RunRow& run);
    void log(const FetchLogRow& fetch);

private:
    friend class Store;
    using ScheduleReader::ScheduleReader;
};

}  // namespace store
