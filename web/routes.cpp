#include "web/routes.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "web/pages.h"

namespace web {

namespace {

constexpr std::size_t kListed = 500;       // disputes in one JSON list
constexpr std::size_t kMostEvents = 2000;  // claims of a query's timeline, as on the command line

// Given the part of a path behind a collection's name: "c17" of "/claims/c17".
using Answer = Response (*)(std::string_view name, const Asked& asked, const Desk& desk);

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
    const auto revisions = desk.store.revisions(*id);
    if (const auto number = revision_asked(asked.request)) {
        const auto found =
            std::find_if(revisions.begin(), revisions.end(),
                         [&](const core::RevisionRecord& one) { return one.revision == *number; });
        if (found == revisions.end()) return missing(name, asked);
        const bool newest = found + 1 == revisions.end();
        if (asked.form == Form::Page && !newest) return revision_page(*record, *found);
    }
    return asked.form == Form::Json ? json_answer(article_json(*record, revisions))
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

Response robots(std::string_view, const Asked&, const Desk&) { return robots_answer(); }
Response icon(std::string_view, const Asked&, const Desk&) { return icon_answer(); }
Response open_search(std::string_view, const Asked& asked, const Desk&) {
    return open_search_answer(asked.request.host);
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

}  // namespace

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
    if (asked.path == style_path()) return style_answer();
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

}  // namespace web
