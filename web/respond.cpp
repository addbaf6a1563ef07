// Every route, and what all answers have in common: security headers, validators, compression.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/text.h"
#include "web/gzip.h"
#include "web/page.h"
#include "web/pages.h"
#include "web/web.h"

namespace web {

namespace {

constexpr std::string_view kApi = "/api/v1";
constexpr std::size_t kListed = 500;         // disputes in one JSON list
constexpr std::size_t kWorthPacking = 1024;  // bytes; below it the header eats the gain
constexpr std::size_t kMostEvents = 2000;    // claims of a query's timeline, as on the command line

// What is asked for, without the parts of the path that say in which form.
struct Asked {
    const Request& request;
    std::string_view path;
    Form form;
};

// The part of a path behind a collection's name: "c17" of "/claims/c17".
using Answer = Response (*)(std::string_view name, const Asked& asked, const Desk& desk);

Response plain(std::string_view body, std::string_view type) {
    return {.content_type = std::string(type), .headers = {}, .body = std::string(body)};
}

Response missing(std::string_view name, const Asked& asked) {
    return problem(404, "Nothing here by this name", name, asked.form);
}

Response moved_to(std::string path) {
    return {.status = 301, .headers = {{"Location", std::move(path)}}, .body = {}};
}

// An id as it is written in permalinks, or where the client should go for it.
template <class Tag>
struct Named {
    std::optional<core::Id<Tag>> id;
    std::optional<Response> elsewhere;
};
template <class Tag>
Named<Tag> named(std::string_view name, const Asked& asked) {
    const auto id = core::read_id<Tag>(name);
    if (!id) return {{}, missing(name, asked)};
    if (core::to_text(*id) == name) return {id, {}};
    const auto folder = asked.path.substr(0, asked.path.size() - name.size());
    return {{},
            moved_to(fmt::format("{}{}{}", asked.form == Form::Json ? kApi : "", folder,
                                 core::to_text(*id)))};
}

Response dispute(std::string_view name, const Asked& asked, const Desk& desk) {
    auto [id, elsewhere] = named<core::DisputeTag>(name, asked);
    if (elsewhere) return std::move(*elsewhere);
    const auto record = desk.store.dispute(*id);
    if (!record) return missing(name, asked);
    return asked.form == Form::Json ? json_answer(dispute_json(*record))
                                    : dispute_page(*record, desk);
}

Response claim(std::string_view name, const Asked& asked, const Desk& desk) {
    auto [id, elsewhere] = named<core::ClaimTag>(name, asked);
    if (elsewhere) return std::move(*elsewhere);
    const auto record = desk.store.claim(*id);
    const auto article = record ? desk.store.article(record->article) : std::nullopt;
    if (!article) return missing(name, asked);
    return asked.form == Form::Json ? json_answer(claim_json(*record, *article))
                                    : claim_page(*record, *article, desk);
}

Response article(std::string_view name, const Asked& asked, const Desk& desk) {
    auto [id, elsewhere] = named<core::ArticleTag>(name, asked);
    if (elsewhere) return std::move(*elsewhere);
    const auto record = desk.store.article(*id);
    if (!record) return missing(name, asked);
    return asked.form == Form::Json ? json_answer(article_json(*record, desk.store.revisions(*id)))
                                    : article_page(*record, desk);
}

Response allegation(std::string_view name, const Asked& asked, const Desk& desk) {
    auto [id, elsewhere] = named<core::AllegationTag>(name, asked);
    if (elsewhere) return std::move(*elsewhere);
    const auto record = desk.store.allegation(*id);
    if (!record) return missing(name, asked);
    return asked.form == Form::Json ? json_answer(allegation_json(*record))
                                    : allegation_page(*record, desk);
}

Response entity(std::string_view name, const Asked& asked, const Desk& desk) {
    auto [id, elsewhere] = named<core::EntityTag>(name, asked);
    if (elsewhere) return std::move(*elsewhere);
    const auto record = desk.store.entity(*id);
    if (!record) return missing(name, asked);
    return asked.form == Form::Json ? json_answer(entity_json(*record))
                                    : entity_page(*record, desk);
}

Response outlet(std::string_view domain, const Asked& asked, const Desk& desk) {
    const auto articles = desk.store.articles_of_outlet(domain);
    if (articles.empty()) return missing(domain, asked);
    return asked.form == Form::Json ? json_answer(outlet_json(domain, desk.store))
                                    : outlet_page(domain, articles, desk);
}

Response disputes(std::string_view, const Asked& asked, const Desk& desk) {
    if (asked.form == Form::Page) return home_page(desk);
    std::string list = "{\"disputes\":[";
    for (const auto id : desk.store.disputes({.limit = kListed, .offset = 0})) {
        const auto record = desk.store.dispute(id);
        if (!record) continue;
        if (list.back() != '[') list += ',';
        list += dispute_json(*record);
    }
    return json_answer(list + "]}");
}

Response search_for(std::string_view, const Asked& asked, const Desk& desk) {
    if (asked.form == Form::Page) return search_page(asked.request, desk);
    const auto search = search_of(asked.request);
    if (!search) return problem(400, search.error().message, search.error().input, asked.form);
    return json_answer(found_json(*search, desk.index.find(*search), desk.store));
}

// The dated events of what a query finds; only as JSON.
Response timeline(std::string_view name, const Asked& asked, const Desk& desk) {
    if (asked.form == Form::Page) return missing(name, asked);
    auto search = search_of(asked.request);
    if (!search) return problem(400, search.error().message, search.error().input, asked.form);
    search->in = search::DocKind::Claim;
    search->limit = kMostEvents;
    std::vector<core::ClaimId> claims;
    for (const auto& hit : desk.index.find(*search).hits) claims.push_back({hit.id});
    return json_answer(timeline_json(nullptr, search->words, desk.store.events_with(claims)));
}

Response status(std::string_view, const Asked& asked, const Desk& desk) {
    auto response = asked.form == Form::Json
                        ? json_answer(status_json(desk.store, desk.index, desk.now))
                        : status_page(desk);
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Response about(std::string_view name, const Asked& asked, const Desk&) {
    return asked.form == Form::Page ? about_page() : missing(name, asked);
}

// Throws if store or index cannot be read, which the server answers with 503.
Response health(std::string_view, const Asked&, const Desk& desk) {
    desk.store.last_change();
    desk.index.documents();
    auto response = plain("ok\n", "text/plain; charset=utf-8");
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

// Pages that lead nowhere new for a crawler.
Response robots(std::string_view, const Asked&, const Desk&) {
    return plain("User-agent: *\nDisallow: /search\nDisallow: /api/\n",
                 "text/plain; charset=utf-8");
}

Response icon(std::string_view, const Asked&, const Desk&) {
    auto response = plain(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><path d=\"M3 2v12M3 "
        "4h8l2 2-2 2H3\" fill=\"none\" stroke=\"#b3441f\" stroke-width=\"2\"/></svg>",
        "image/svg+xml");
    response.headers.emplace_back("Cache-Control", "public, max-age=86400");
    return response;
}

bool may_be_host(std::string_view host) {
    return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
        return core::is_alpha(c) || core::is_digit(c) ||
               std::string_view("-.:[]").find(c) != std::string_view::npos;
    });
}

// So that a browser's own search box can ask us. Its addresses must be absolute.
Response open_search(std::string_view, const Asked& asked, const Desk&) {
    const auto& host = asked.request.host;
    if (!may_be_host(host)) return problem(400, "No host was named", host, Form::Page);
    return plain(
        fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
                    "<ShortName>claimtrail</ShortName>\n"
                    "<Description>Claims about where AI training data comes from</Description>\n"
                    "<InputEncoding>UTF-8</InputEncoding>\n"
                    "<Url type=\"text/html\" template=\"http://{0}/search?q={{searchTerms}}\"/>\n"
                    "<Url type=\"application/json\" "
                    "template=\"http://{0}/api/v1/search?q={{searchTerms}}\"/>\n"
                    "</OpenSearchDescription>\n",
                    host),
        "application/opensearchdescription+xml; charset=utf-8");
}

struct Route {
    std::string_view path;
    Answer answer;
};
constexpr std::array<Route, 10> kPages{{{"/", disputes},
                                        {"/disputes", disputes},
                                        {"/search", search_for},
                                        {"/timeline", timeline},
                                        {"/status", status},
                                        {"/about", about},
                                        {"/healthz", health},
                                        {"/robots.txt", robots},
                                        {"/icon.svg", icon},
                                        {"/opensearch.xml", open_search}}};
constexpr std::array<Route, 6> kThings{{{"/disputes/", dispute},
                                        {"/claims/", claim},
                                        {"/articles/", article},
                                        {"/allegations/", allegation},
                                        {"/entities/", entity},
                                        {"/outlets/", outlet}}};

bool prefers_json(std::string_view accept) {
    return accept.find("application/json") != std::string_view::npos &&
           accept.find("text/html") == std::string_view::npos;
}

Asked what_is_asked(const Request& request) {
    constexpr std::string_view suffix = ".json";
    std::string_view path = request.path;
    if (path.starts_with(kApi) && path.size() > kApi.size() && path[kApi.size()] == '/')
        return {request, path.substr(kApi.size()), Form::Json};
    if (path.ends_with(suffix))
        return {request, path.substr(0, path.size() - suffix.size()), Form::Json};
    return {request, path, prefers_json(request.accept) ? Form::Json : Form::Page};
}

Response answer(const Asked& asked, const Desk& desk) {
    if (asked.path == style_path()) {
        auto response = plain(style_sheet(), "text/css; charset=utf-8");
        response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
        return response;
    }
    for (const auto& route : kPages)
        if (asked.path == route.path) return route.answer(asked.path, asked, desk);
    for (const auto& route : kThings) {
        if (!asked.path.starts_with(route.path)) continue;
        const auto name = asked.path.substr(route.path.size());
        if (!name.empty() && name.find('/') == std::string_view::npos)
            return route.answer(name, asked, desk);
    }
    return missing(asked.path, asked);
}

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
