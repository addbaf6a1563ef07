#include <array>

#include "core/text.h"
#include "search/search.h"
#include "web/page.h"
#include "web/pages.h"
#include "web/pieces.h"
#include "web/words.h"

namespace web {

namespace {

constexpr std::size_t kSnippet = 320;

// Every parameter of a search but its page, which a change of any other makes meaningless.
constexpr std::array<std::string_view, 5> kKept{"q", "in", "from", "to", "sort"};

// The same search with one parameter changed; "" leaves it out.
Href changed(const Request& request, std::string_view name, std::string_view value) {
    std::vector<std::pair<std::string_view, std::string>> parameters;
    for (const auto key : kKept)
        if (key != name)
            if (auto kept = parameter(request, key); !kept.empty())
                parameters.emplace_back(key, std::move(kept));
    if (!value.empty()) parameters.emplace_back(name, value);
    return Href::query("/search"_html, parameters);
}

Html page_link(const Request& request, std::size_t number, std::string_view text) {
    Html html;
    return html << "<a class=\"chip\" href=\""_html
                << changed(request, "page", std::to_string(number)) << "\">"_html << text
                << "</a> "_html;
}

Html claim_hit(const core::ClaimRecord& claim, const search::Found& found, const Desk& desk) {
    return claim_row(
        claim, Html::from_snippet(search::make_snippet(claim.quote, found.terms, "en", kSnippet)),
        desk.store);
}

Html article_hit(const core::ArticleRecord& article, const search::Found& found) {
    Html html;
    return html << "<li><h3>“"_html << article_link(article.facts)
                << "” <span class=\"chip\">article</span></h3>\n<blockquote><p>"_html
                << Html::from_snippet(search::make_snippet(article.article.text, found.terms,
                                                           article.article.language.value_or("en"),
                                                           kSnippet))
                << "</p></blockquote>\n<p class=\"meta\">"_html << outlet_link(article.facts)
                << ", "_html << day_tag(article.facts.day()) << "</p></li>\n"_html;
}

Html entity_hit(const core::EntityRecord& entity) {
    Html html;
    return html << "<li><h3><a href=\""_html
                << Href::path("/entities/"_html, core::to_text(entity.id)) << "\">"_html
                << entity.entity.name << "</a> "_html << chip(core::term(entity.entity.type).label)
                << "</h3>\n<p class=\"meta\">named in "_html
                << plural(entity.articles, "article", "articles") << " · says "_html
                << plural(entity.claims_by, "claim", "claims") << " · is spoken of in "_html
                << entity.claims_about << "</p></li>\n"_html;
}

Html hit_html(const search::Hit& hit, const search::Found& found, const Desk& desk) {
    Html html;
    switch (hit.kind) {
        case search::DocKind::Claim:
            if (const auto claim = desk.store.claim({hit.id}))
                return claim_hit(*claim, found, desk);
            break;
        case search::DocKind::Article:
            if (const auto article = desk.store.article({hit.id}))
                return article_hit(*article, found);
            break;
        case search::DocKind::Entity:
            if (const auto entity = desk.store.entity({hit.id})) return entity_hit(*entity);
            break;
    }
    return html;
}

struct Choice {
    std::string_view value, label;
};

Html select(std::string_view name, std::string_view label, std::span<const Choice> choices,
            std::string_view chosen) {
    Html html;
    html << "<label>"_html << label << " <select name=\""_html << name << "\">"_html;
    for (const auto& choice : choices) {
        html << "<option value=\""_html << choice.value << "\""_html;
        if (choice.value == chosen) html << " selected"_html;
        html << ">"_html << choice.label << "</option>"_html;
    }
    return html << "</select></label>\n"_html;
}

Html date_field(std::string_view name, std::string_view label, std::string_view value) {
    Html html;
    return html
           << "<label>"_html << label
           << " <input class=\"date\" inputmode=\"numeric\" placeholder=\"2025-06\" name=\""_html
           << name << "\" value=\""_html << value << "\"></label>\n"_html;
}

Html filters(const Request& request) {
    constexpr std::array<Choice, 4> kinds{{{"everything", "everything"},
                                           {"claims", "claims"},
                                           {"articles", "articles"},
                                           {"entities", "entities"}}};
    constexpr std::array<Choice, 2> orders{{{"rank", "best first"}, {"date", "newest first"}}};
    Html html;
    return html << "<form class=\"filters\" action=\"/search\">\n<input type=\"hidden\" "
                   "name=\"q\" value=\""_html
                << parameter(request, "q") << "\">\n"_html
                << select("in", "Show", kinds, parameter(request, "in"))
                << select("sort", "Order", orders, parameter(request, "sort"))
                << date_field("from", "From", parameter(request, "from"))
                << date_field("to", "To", parameter(request, "to"))
                << "<button>Apply</button></form>\n"_html;
}

Html help() {
    Html html;
    html << "<h1>Search</h1>\n<p>Words are found in any form and in any order; more of them "
            "together come first. Besides words:</p>\n<dl>\n<dt>\"exact phrase\"</dt><dd>these "
            "words, one after the other</dd>\n<dt>AND, OR, NOT, -word</dt><dd>what must, may and "
            "must not be there</dd>\n<dt>copied NEAR/5 outputs</dt><dd>at most five words "
            "apart</dd>\n<dt>distill*</dt><dd>every word that begins so</dd>\n"_html;
    for (const auto& field : search::fields)
        html << "<dt>"_html << search_link(field.example, field.example) << "</dt><dd>"_html
             << field.meaning << "</dd>\n"_html;
    return html << "<dt>date:2024-12..2025-02</dt><dd>when it happened or was published</dd>\n"
                   "<dt>origins:2..</dt><dd>resting on two independent origins or more</dd>\n"
                   "</dl>\n"_html;
}

Html nothing_found(const search::Search& search, const Desk& desk) {
    Html html;
    html << "<p class=\"note\">Nothing found among "_html
         << plural(desk.index.documents(), "claim, article and entity",
                   "claims, articles and entities")
         << "."_html;
    if (const auto better = desk.index.suggestion(search.words))
        html << " Did you mean "_html << search_link(*better, *better) << "?"_html;
    return html << " <a href=\"/search\">How to search</a></p>\n"_html;
}

Html pager(const Request& request, const search::Search& search, const search::Found& found) {
    const auto number = search.offset / search.limit + 1;
    const bool more =
        found.hits.size() == search.limit && found.about > search.offset + search.limit;
    Html html;
    if (number == 1 && !more) return html;
    html << "<nav class=\"pager\" aria-label=\"Pages\">"_html;
    if (number > 1) html << page_link(request, number - 1, "← before");
    if (more) html << page_link(request, number + 1, "more →");
    return html << "</nav>\n"_html;
}

Html results(const Request& request, const search::Search& search, const Desk& desk) {
    const auto found = desk.index.find(search);
    const bool all_seen = search.offset == 0 && found.hits.size() < search.limit;
    Html html;
    html << "<h1>"_html
         << (all_seen
                 ? plural(static_cast<std::int64_t>(found.hits.size()), "result", "results")
                 : "About " + plural(static_cast<std::int64_t>(found.about), "result", "results"))
         << " for <q>"_html << search.words << "</q></h1>\n"_html << filters(request);
    for (const auto& note : found.notes) html << "<p class=\"note\">"_html << note << "</p>\n"_html;
    if (found.hits.empty()) return html << nothing_found(search, desk);
    html << "<h2 class=\"unseen\">Results</h2>\n<ol class=\"plain rows\">\n"_html;
    for (const auto& hit : found.hits) html << hit_html(hit, found, desk);
    return html << "</ol>\n"_html << pager(request, search, found);
}

}  // namespace

Response search_page(const Request& request, const Desk& desk) {
    const auto search = search_of(request);
    if (!search) return problem(400, search.error().message, search.error().input, Form::Page);
    const auto& words = search->words;
    PageParts parts{.title = words.empty() ? "Search" : "Search: " + words,
                    .json = Href::query("/api/v1/search"_html, {{"q", words}}),
                    .query = words};
    parts.main << (words.empty() ? help() : results(request, *search, desk));
    return page(std::move(parts));
}

}  // namespace web
