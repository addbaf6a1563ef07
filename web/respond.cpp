// What all answers have in common: security headers, validators, compression.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.h"
#include "web/gzip.h"
#include "web/routes.h"

namespace web {

namespace {

constexpr std::size_t kWorthPacking = 1024;  // bytes; below it the header eats the gain

bool has_header(const Response& response, std::string_view name) {
    return std::any_of(response.headers.begin(), response.headers.end(), [&](const auto& header) {
        return core::equals_ignoring_case(header.first, name);
    });
}

// A weak validator: the same page compressed or not is the same page.
std::string etag_of(std::string_view body) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : body) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return fmt::format("W/\"{:016x}\"", hash);
}

bool matches(std::string_view if_none_match, std::string_view etag) {
    for (auto candidate : core::split(if_none_match, ',')) {
        candidate = core::trim(candidate);
        if (candidate == "*" || candidate == etag || candidate == etag.substr(2)) return true;
    }
    return false;
}

void validate(Response& response, const Request& request) {
    if (response.status != 200) return;
    auto etag = etag_of(response.body);
    if (matches(request.if_none_match, etag)) {
        response.status = 304;
        response.body.clear();
    }
    response.headers.emplace_back("ETag", std::move(etag));
}

void compress(Response& response, const Request& request) {
    if (response.body.size() < kWorthPacking || !accepts_gzip(request.accept_encoding)) return;
    response.body = gzip(response.body);
    response.headers.emplace_back("Content-Encoding", "gzip");
}

Response finished(Response response, const Request& request) {
    // Nothing but our own style sheet and our own search form; no script, no frame, no other site.
    constexpr std::string_view policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri "
        "'none'; "
        "frame-ancestors 'none'";
    response.headers.emplace_back("Content-Security-Policy", policy);
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    response.headers.emplace_back("Vary", "Accept, Accept-Encoding");
    if (!has_header(response, "Cache-Control"))
        response.headers.emplace_back("Cache-Control", "no-cache");
    validate(response, request);
    compress(response, request);
    return response;
}

}  // namespace

Response respond(const Request& request, const Desk& desk) {
    const auto asked = what_is_asked(request);
    if (request.method != "GET" && request.method != "HEAD") {
        auto refused =
            problem(405, "Only GET and HEAD are answered here", request.method, asked.form);
        refused.headers.emplace_back("Allow", "GET, HEAD");
        return finished(std::move(refused), request);
    }
    const auto one_moment = desk.store.hold();
    return finished(answer(asked, desk), request);
}

}  // namespace web
