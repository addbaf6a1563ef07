// What an HTTP answer means for us. Pure. Private to the crawler.
#pragma once
#include <chrono>
#include <optional>
#include <variant>

#include "core/page.h"
#include "core/result.h"
#include "crawler/robots.h"
#include "crawler/transfers.h"

namespace crawler {

struct Asked {
    core::Url url;
    bool conditional = false;  // with a validator
    core::Instant at;
    enum class Downgrade { Allowed, Refused } downgrade = Downgrade::Allowed;  // to http
};

struct Redirect {
    core::Url to;
};
using Meaning = std::variant<core::FetchedPage, NotModified, Redirect, core::Failure>;
Meaning meaning_of(const Delivery& delivery, const Asked& asked);

core::FetchedPage page_of(const Delivery& delivery, const Asked& asked);

// Seconds or a date, at most two days; none if there is no such header or it makes no sense.
std::optional<std::chrono::seconds> retry_after(const Headers& headers, core::Instant now);

// What a robots.txt, or the lack of it, allows (RFC 9309, 2.3.1). `why_not` is set if the file
// could not be had and nothing may be fetched.
struct RobotsVerdict {
    Robots robots;
    std::optional<std::string> why_not;
};
RobotsVerdict robots_verdict(const Delivery& delivery);
RobotsVerdict robots_verdict(const core::FetchedPage& heard);  // whole

// The address as it is sent: without credentials and fragment.
core::Url bare(const core::Url& url);

}  // namespace crawler
