#include "crawler/answer.h"

#include <algorithm>
#include <charconv>

#include "core/text.h"

namespace crawler {
namespace {

using Kind = core::Failure::Kind;
using End = Delivery::End;
using std::chrono::seconds;

core::Failure failure(Kind kind, std::string message, const core::Url& url) {
    return {kind, std::move(message), url.text()};
}

std::string megabytes(std::uint64_t bytes) {
    return std::to_string((bytes + (1 << 20) - 1) >> 20) + " MiB";
}

// A page that did not come as it should.
core::Failure incomplete(const Delivery& delivery, const core::Url& url) {
    const auto because = delivery.detail.empty() ? std::string() : ": " + delivery.detail;
    switch (delivery.end) {
        case End::TooLarge:
            return failure(Kind::TooLarge,
                           "larger than max_body: stopped after " + megabytes(delivery.body.size()),
                           url);
        case End::TooManyHeaders: return failure(Kind::TooLarge, "too many headers", url);
        case End::WrongMedia:
            return failure(Kind::NotReadable, "no page, feed or sitemap, but " + delivery.detail,
                           url);
        case End::Damaged:
            return failure(Kind::NotReadable, "not compressed as its Content-Encoding says", url);
        case End::UnknownCoding:
            return failure(Kind::NotReadable, "a Content-Encoding that was not asked for" + because,
                           url);
        case End::TimedOut: return failure(Kind::Unreachable, delivery.detail, url);
        case End::Blocked:
            return failure(Kind::Refused,
                           "leads to " + delivery.detail +
                               ", which is no public address; allow_private can permit the host",
                           url);
        case End::NoAnswer: return failure(Kind::Unreachable, "no answer" + because, url);
        case End::CutOff:
        case End::Whole:
        case End::Cut: break;
    }
    return failure(Kind::Unreachable,
                   "cut off after " + std::to_string(delivery.bytes) + " bytes" + because, url);
}

Kind kind_of_status(int status) {
    if (status == 404 || status == 410) return Kind::Gone;
    if (status >= 400 && status < 500) return Kind::Refused;
    if (status >= 500) return Kind::Unreachable;
    return Kind::NotReadable;
}

bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Meaning redirect(const Delivery& delivery, const Asked& asked) {
    const auto& url = asked.url;
    const auto location = header(delivery.headers, "Location");
    if (!location) return failure(Kind::NotReadable, "a redirect that does not say where to", url);
    auto to = core::Url::parse(*location, url);
    const bool downgrade = to && url.is_https() && !to->is_https();
    if (downgrade && asked.downgrade == Asked::Downgrade::Refused)
        return failure(Kind::Refused,
                       "redirects from https to http, where anybody may change what comes; "
                       "allow_downgrade can permit it",
                       url);
    if (to) return Redirect{std::move(*to)};
    return failure(Kind::BadUrl,
                   "redirects to no http address: " +
                       core::repair_utf8(std::string_view(*location).substr(0, 200)),
                   url);
}

}  // namespace

core::Url bare(const core::Url& url) {
    const auto stripped = core::Url::parse(url.origin() + url.path_and_query());
    return stripped ? *stripped : url;
}

core::FetchedPage page_of(const Delivery& delivery, const Asked& asked) {
    core::FetchedPage page;
    page.url = bare(asked.url);
    page.status = delivery.status.value_or(0);
    page.content_type = header(delivery.headers, "Content-Type").value_or("");
    page.headers = delivery.headers;
    page.body = delivery.body;
    page.fetched_at = asked.at;
    return page;
}

// What the status says counts even if the body of an error or a redirect came to grief.
Meaning meaning_of(const Delivery& delivery, const Asked& asked) {
    const auto& url = asked.url;
    if (!delivery.status) return incomplete(delivery, url);
    const int status = *delivery.status;
    if (is_redirect(status)) return redirect(delivery, asked);
    if (status == 304) {
        if (asked.conditional) return NotModified{};
        return failure(Kind::Unreachable, "answered 304 to a request without conditions", url);
    }
    if (status >= 300)
        return failure(kind_of_status(status), "answered " + std::to_string(status), url);
    if (delivery.end != End::Whole) return incomplete(delivery, url);
    if (status == 206)
        return failure(Kind::NotReadable, "answered with a part that was not asked for", url);
    if (delivery.body.empty()) return failure(Kind::NotReadable, "an empty answer", url);
    return page_of(delivery, asked);
}

std::optional<seconds> retry_after(const Headers& headers, core::Instant now) {
    constexpr seconds most = std::chrono::hours(48);
    const auto value = header(headers, "Retry-After");
    if (!value || value->empty()) return std::nullopt;
    if (std::all_of(value->begin(), value->end(), core::is_digit)) {
        std::int64_t count = 0;
        const auto parsed = std::from_chars(value->data(), value->data() + value->size(), count);
        if (parsed.ec != std::errc{}) return most;
        return seconds(std::min<std::int64_t>(count, most.count()));
    }
    const auto date = core::parse_any_date(*value);
    if (!date || !date->has_time) return std::nullopt;
    return std::clamp(date->at - now, seconds(0), most);
}

RobotsVerdict robots_verdict(const Delivery& delivery) {
    const auto nothing = [](std::string why) {
        return RobotsVerdict{Robots::disallow_all(), std::move(why)};
    };
    if (delivery.status) {
        const int status = *delivery.status;
        if (status == 429 || status >= 500) return nothing("answered " + std::to_string(status));
        if (status >= 300) return {Robots::allow_all(), std::nullopt};
    }
    const bool usable = delivery.status && (delivery.end == End::Whole || delivery.end == End::Cut);
    if (usable) return {Robots::parse(delivery.body), std::nullopt};
    if (delivery.end == End::Blocked)
        return nothing("leads to " + delivery.detail + ", which is no public address");
    if (delivery.end == End::CutOff) return nothing("cut off");
    return nothing(delivery.detail.empty() ? "no readable answer" : delivery.detail);
}

RobotsVerdict robots_verdict(const core::FetchedPage& heard) {
    Delivery delivery;
    delivery.end = Delivery::End::Whole;
    delivery.status = heard.status;
    delivery.body = heard.body;
    return robots_verdict(delivery);
}

}  // namespace crawler
