// What the schedule is made of: captures, sources, child sitemaps, pages, fetches, runs. Part of
// the store's door, included by schedule.h.
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
    std::string url;  // of a file that has none: where it lay, "file:///…"
    core::Instant fetched_at;
    int status = 200;
    std::string content_type;
    std::string sha256;     // of the body as received, 64 hex digits
    std::string warc_file;  // name inside `captures/`
    std::uint64_t offset = 0;
    std::uint64_t length = 0;  // of the compressed record
};

// By which bytes that were kept before are known again.
struct CapturedBytes {
    std::string url, sha256;
    std::optional<core::Instant> fetched_at;  // none: whenever
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

struct SourceFigures {
    core::SourceId source;
    int fetches = 0, not_modified = 0, failed = 0;
    int forbidden = 0;  // by robots.txt
};

// A sitemap that an index names. It is looked at on a schedule of its own, as long as it is named.
struct ChildSitemap {
    core::Url url;
    core::SourceId source;
    int depth = 1;  // 1: named by the source itself
    Validators validators;
    std::optional<core::Instant> last_fetched;
    core::Instant next_due;
    int failures = 0;  // in a row
};
struct NamedSitemap {
    core::Url url;
    std::optional<core::Instant> lastmod;
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
    std::optional<core::Instant> missing_since;  // it has not been there since
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
    std::optional<core::Instant> missing_since;  // of a page that is not there
};

}  // namespace store
