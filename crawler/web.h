// Fetching, politely: a queue per host, one request at a time per host with a gap between, many
// hosts at once. Part of the crawler's door.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/page.h"
#include "core/result.h"
#include "crawler/robots.h"

namespace crawler {

struct FetchOptions {
    std::string user_agent = "claimtrail";  // "claimtrail/0.1 (+https://example.org/our-crawler)"
    std::chrono::milliseconds delay{3000};  // least gap between two requests to one host
    std::chrono::milliseconds max_crawl_delay{60000};
    int hosts_at_once = 32;
    std::chrono::milliseconds first_byte_timeout{20000};
    std::chrono::milliseconds timeout{60000};  // a whole transfer
    int min_speed = 16;                        // bytes/s, over a time of first_byte_timeout
    std::uint64_t max_body = 16 << 20;         // bytes after decompression
    int max_redirects = 10;
    bool allow_downgrade = false;            // redirects from https to http
    std::string ca_file;                     // certificates to trust, "" the system's
    std::vector<std::string> allow_private;  // host names or "*.suffix" that may be non-public
    std::vector<std::string> connect_to;     // as curl's --connect-to
    std::vector<std::string> resolve;        // as curl's --resolve
};

// What is known from an earlier visit; echoed byte for byte.
struct FetchMemory {
    std::optional<std::string> etag, last_modified;
};

struct Request {
    core::Url url;
    FetchMemory memory;
    std::int64_t tag = 0;  // the caller's own; comes back with the outcome
};

struct NotModified {};

// Of the request that brought a page, for the archive; empty where it is not known.
struct Exchange {
    std::string request_head;    // as it was sent
    std::string server_address;  // "203.0.113.7"
};

struct Outcome {
    Request request;
    core::Result<std::variant<core::FetchedPage, NotModified>> result;
    std::optional<int> status;  // of the last HTTP answer
    std::uint64_t bytes = 0;    // received, before decompression
    std::chrono::milliseconds took{0};
    std::optional<std::chrono::seconds> retry_after;  // as the host asked
    std::vector<core::FetchedPage>
        redirects;      // answers on the way, without bodies kept beyond 64 kB
    Exchange exchange;  // the last one
};

// What becomes of a request, by the kind of its Failure:
//   Refused      robots.txt forbids it or could not be had (429, 5xx, no answer); 400, 401, 403,
//                429, 451; an address that is not public. A host that asks for a longer pause than
//                max_crawl_delay, or falls silent, is left alone: what else is waiting for it comes
//                back at once, with `retry_after`
//   Gone         404, 410
//   Unreachable  no answer, 5xx, time-out, cut off, too many redirects, 304 without being asked
//   TooLarge     over max_body, too many headers
//   NotReadable  pictures, films, PDFs; an empty answer; not coded as its headers say
//   BadUrl       redirects to what is no http address
//
// The crawler's edge to the network. Abstract because tests must own it: see tests/fake_web.h.
class Web {
public:
    virtual ~Web() = default;
    virtual void add(Request request) = 0;
    // The next finished request, in the order they finish; none when nothing is under way or
    // waiting any more, or after interrupt().
    virtual std::optional<Outcome> next() = 0;
    virtual void interrupt() noexcept = 0;  // may be called from a signal handler
};

// Whether what has this media type may be a page, a feed or a sitemap; a picture or a film is none.
bool is_document(std::string_view content_type);

// Answers to requests for robots.txt outlive a run: it is not asked for again as long as the last
// one is fresh (12 h), and that one stands in for one that cannot be had (24 h).
struct RobotsMemory {
    std::function<std::optional<core::FetchedPage>(const core::Url&)> recall;  // the newest
    std::function<void(const core::FetchedPage&, const Exchange&)> keep;
};

// Over libcurl. `now` is the wall clock, for the times of answers only; gaps and limits are real
// time.
std::unique_ptr<Web> open_web(const FetchOptions& options, std::function<core::Instant()> now,
                              RobotsMemory memory = {});

}  // namespace crawler
