// Search, entities, outlets, status and about.
#include <array>

#include <fmt/format.h>

#include "core/text.h"
#include "search/search.h"
#include "web/page.h"
#include "web/pages.h"
#include "web/words.h"

namespace web {

namespace {

constexpr std::size_t kHitsAPage = 20;
constexpr std::size_t kLastPage = 500;

std::string parameter(const Request& request, const char* name) {
    const auto found = request.query.find(name);
    return found == request.query.end() ? "" : found->second;
}

// The same search with one parameter changed; the query is always first.
Html search_link(const Request& request, Markup name, std::string_view value,
                 std::string_view text) {
    constexpr std::array<std::string_view, 6> known{"q", "in", "from", "to", "sort", "page"};
    Html html;
    html << "<a class=\"chip\" href=\"/search?q="_html << percent_encoded(parameter(request, "q"));
    for (const auto key : known) {
        if (key == "q" || key == name.text() || key == "page") continue;
        const auto kept = parameter(request, std::string(key).c_str());
        if (!kept.empty()) html << "&amp;"_html << key << "="_html << percent_encoded(kept);
    }
    if (!value.empty()) html << "&amp;"_html << name << "="_html << percent_encoded(value);
    return html << "\">"_html << text << "</a> "_html;
}

Html claim_hit(const core::ClaimRecord& claim, const search::Found& found, const Desk& desk) {
    Html html;
    html << "<li><h3>"_html << claim_link(claim.id, claim_sentence(claim.claim)) << " "_html
         << chip(core::term(claim.claim.certainty).label) << "</h3>\n<blockquote><p>"_html
         << Html::from_snippet(search::make_snippet(claim.quote, found.terms, "en", 300))
         << "</p></blockquote>\n"_html;
    if (const auto facts = desk.store.article_facts(claim.article)) {
        html << "<p class=\"meta\">"_html << outlet_link(*facts) << ", "_html
             << day_tag(facts->day()) << " · "_html << article_link(*facts);
        if (claim.origins > 0) html << " · "_html << plural(claim.origins, "origin", "origins");
        html << "</p>"_html;
    }
    return html << "</li>\n"_html;
}

Html article_hit(const core::ArticleRecord& article, const search::Found& found) {
    Html html;
    html << "<li><h3>"_html << article_link(article.facts) << " "_html << chip("article")
         << "</h3>\n<p>"_html
         << Html::from_snippet(search::make_snippet(article.article.text, found.terms,
                                                    article.article.language.value_or("en")))
         << "</p>\n<p class=\"meta\">"_html << outlet_link(article.facts) << ", "_html
         << day_tag(article.facts.day()) << "</p></li>\n"_html;
    return html;
}

Html entity_hit(const core::EntityRecord& entity) {
    Html html;
    html << "<li><h3><a href=\""_html << Href::path("/entities/"_html, core::to_text(entity.id))
         << "\">"_html << entity.entity.name << "</a> "_html
         << chip(core::term(entity.entity.type).label) << "</h3>\n<p class=\"meta\">in "_html
         << plural(entity.articles, "article", "articles") << "</p></li>\n"_html;
    return html;
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

Html filters(const Request& request) {
    Html html;
    html << "<p>Show "_html << search_link(request, "in"_html, "", "everything")
         << search_link(request, "in"_html, "claims", "claims")
         << search_link(request, "in"_html, "articles", "articles")
         << search_link(request, "in"_html, "entities", "entities") << " sorted by "_html
         << search_link(request, "sort"_html, "rank", "rank")
         << search_link(request, "sort"_html, "date", "date") << "</p>\n"_html;
    return html;
}

Html table_row(std::string_view name, std::int64_t count) {
    Html html;
    html << "<tr><th scope=\"row\">"_html << name << "</th><td class=\"n\">"_html << count
         << "</td></tr>\n"_html;
    return html;
}

Html runs_table(const store::ScheduleReader& schedule) {
    Html html;
    html
        << "<h2>Last runs</h2>\n<table><thead><tr><th>Started</th><th>Command</th><th>Fetched</th>"
           "<th>Not modified</th><th>Failed</th><th>Articles</th><th>Claims</th><th>State</th></tr>"
           "</thead><tbody>\n"_html;
    for (const auto& run : schedule.last_runs(10)) {
        html << "<tr><td>"_html << core::to_text(run.started) << "</td><td>"_html << run.command
             << "</td><td>"_html << run.fetched << "</td><td>"_html << run.not_modified
             << "</td><td>"_html << run.failed << "</td><td>"_html << run.articles
             << "</td><td>"_html << run.claims << "</td><td>"_html
             << (run.problem ? *run.problem
                 : run.ended ? "ended"
                             : "running, or died")
             << "</td></tr>\n"_html;
    }
    return html << "</tbody></table>\n"_html;
}

Html sources_table(const store::ScheduleReader& schedule) {
    Html html;
    html << "<h2>Sources</h2>\n<table><thead><tr><th>Source</th><th>Kind</th><th>Last good</th>"
            "<th>Next</th><th>Problem</th></tr></thead><tbody>\n"_html;
    for (const auto& source : schedule.sources()) {
        if (!source.active) continue;
        html << "<tr><td>"_html << source.spec.url.text() << "</td><td>"_html
             << core::term(source.spec.kind).label << "</td><td>"_html
             << (source.last_ok ? core::to_text(*source.last_ok) : "never") << "</td><td>"_html
             << core::to_text(source.next_due) << "</td><td>"_html
             << source.last_problem.value_or("") << "</td></tr>\n"_html;
    }
    return html << "</tbody></table>\n"_html;
}

Html failures_table(const store::ScheduleReader& schedule) {
    Html html;
    const auto failures = schedule.last_failures(20);
    if (failures.empty()) return html;
    html << "<h2>Last "
            "failures</h2>\n<table><thead><tr><th>When</th><th>Address</th><th>Why</th></tr>"
            "</thead><tbody>\n"_html;
    for (const auto& failure : failures)
        html << "<tr><td>"_html << core::to_text(failure.at) << "</td><td>"_html
             << failure.url.text() << "</td><td>"_html << failure.problem.value_or("")
             << "</td></tr>\n"_html;
    return html << "</tbody></table>\n"_html;
}

}  // namespace

core::Result<search::Search> search_of(const Request& request) {
    using core::Failure;
    search::Search search{.words = parameter(request, "q"), .limit = kHitsAPage};
    const auto in = parameter(request, "in");
    if (in == "claims") search.in = search::DocKind::Claim;
    if (in == "articles") search.in = search::DocKind::Article;
    if (in == "entities") search.in = search::DocKind::Entity;
    if (!in.empty() && !search.in)
        return core::fail(Failure::Kind::BadQuery, "in is claims, articles or entities", in);
    const auto sort = parameter(request, "sort");
    if (!sort.empty() && sort != "rank" && sort != "date")
        return core::fail(Failure::Kind::BadQuery, "sort is rank or date", sort);
    if (sort == "date") search.sort = search::Sort::Date;
    for (const char* name : {"from", "to"}) {
        const auto text = parameter(request, name);
        if (text.empty()) continue;
        const auto days = core::parse_day_range(text);
        if (!days)
            return core::fail(Failure::Kind::BadDate, "a day, month or year as in 2025-06", text);
        (name == std::string_view("from") ? search.from : search.to) =
            name == std::string_view("from") ? days->first : days->last;
    }
    const auto number = parameter(request, "page");
    if (!number.empty()) {
        const auto id = core::read_id<core::ArticleTag>(number);  // a positive number
        if (!id || static_cast<std::size_t>(id->value) > kLastPage)
            return core::fail(Failure::Kind::BadQuery, "page is a number from 1 to 500", number);
        search.offset = (static_cast<std::size_t>(id->value) - 1) * kHitsAPage;
    }
    return search;
}

Response search_page(const Request& request, const Desk& desk) {
    const auto search = search_of(request);
    if (!search) return problem(400, search.error().message, search.error().input, Form::Page);
    PageParts parts{.title = "Search: " + search->words,
                    .json = Href::query("/api/v1/search"_html, "q"_html, search->words),
                    .query = search->words};
    auto& html = parts.main;
    if (core::trim(search->words).empty()) {
        html << "<h1>Search</h1>\n<p>Words, \"phrases\", AND, OR, NOT, and fields:</p>\n<dl>"_html;
        for (const auto& field : search::fields)
            html << "<dt><a href=\""_html << Href::query("/search"_html, "q"_html, field.example)
                 << "\">"_html << field.example << "</a></dt><dd>"_html << field.meaning
                 << "</dd>"_html;
        html << "</dl>\n"_html;
        return page(std::move(parts));
    }
    const auto found = desk.index.find(*search);
    html << "<h1>"_html << search->words << "</h1>\n<p class=\"meta\">"_html
         << (found.hits.size() < kHitsAPage && search->offset == 0 ? "" : "about ")
         << plural(static_cast<std::int64_t>(found.about), "result", "results") << "</p>\n"_html
         << filters(request);
    for (const auto& note : found.notes) html << "<p class=\"note\">"_html << note << "</p>\n"_html;
    if (found.hits.empty()) {
        html << "<p>Nothing found.</p>\n"_html;
        if (const auto better = desk.index.suggestion(search->words))
            html << "<p>Did you mean <a href=\""_html
                 << Href::query("/search"_html, "q"_html, *better) << "\">"_html << *better
                 << "</a>?</p>\n"_html;
    }
    html << "<ol class=\"plain rows\">\n"_html;
    for (const auto& hit : found.hits) html << hit_html(hit, found, desk);
    html << "</ol>\n"_html;
    const auto number = search->offset / kHitsAPage + 1;
    html << "<p>"_html;
    if (number > 1)
        html << search_link(request, "page"_html, std::to_string(number - 1), "← before");
    if (found.hits.size() == kHitsAPage && found.about > search->offset + kHitsAPage)
        html << search_link(request, "page"_html, std::to_string(number + 1), "more →");
    html << "</p>\n"_html;
    return page(std::move(parts));
}

Response entity_page(const core::EntityRecord& record, const Desk& desk) {
    PageParts parts{.title = record.entity.name,
                    .json = Href::path("/api/v1/entities/"_html, core::to_text(record.id))};
    auto& html = parts.main;
    html << "<p class=\"meta\">"_html << core::term(record.entity.type).label << " "_html
         << core::to_text(record.id) << "</p>\n<h1>"_html << record.entity.name << "</h1>\n"_html;
    if (!record.entity.aliases.empty())
        html << "<p class=\"soft\">Also written "_html << and_list(record.entity.aliases)
             << "</p>\n"_html;
    const auto quoted = "\"" + record.entity.name + "\"";
    html << "<p><a href=\""_html << Href::query("/search"_html, "q"_html, "by:" + quoted)
         << "\">says "_html << plural(record.claims_by, "claim", "claims")
         << "</a> · <a href=\""_html << Href::query("/search"_html, "q"_html, "about:" + quoted)
         << "\">"_html << plural(record.claims_about, "claim", "claims")
         << " about it</a> · <a href=\""_html
         << Href::query("/search"_html, "q"_html, "entity:" + quoted) << "\">named in "_html
         << plural(record.articles, "article", "articles")
         << "</a></p>\n<h2>Disputes</h2>\n<ul>"_html;
    for (const auto id : desk.store.disputes_of(record.id))
        if (const auto dispute = desk.store.dispute(id))
            html << "<li>"_html << dispute_link(id, dispute->name) << "</li>"_html;
    html << "</ul>\n"_html;
    return page(std::move(parts));
}

Response outlet_page(std::string_view domain, const std::vector<core::ArticleId>& articles,
                     const Desk& desk) {
    PageParts parts{.title = std::string(domain),
                    .json = Href::path("/api/v1/outlets/"_html, domain)};
    auto& html = parts.main;
    html << "<p class=\"meta\">Outlet</p>\n<h1>"_html << domain << "</h1>\n<p>"_html
         << plural(static_cast<std::int64_t>(articles.size()), "article", "articles")
         << "</p>\n<ol class=\"plain rows\">\n"_html;
    for (const auto id : articles)
        if (const auto facts = desk.store.article_facts(id))
            html << "<li>"_html << article_link(*facts) << " <span class=\"meta\">"_html
                 << day_tag(facts->day()) << "</span></li>\n"_html;
    html << "</ol>\n"_html;
    return page(std::move(parts));
}

Response status_page(const Desk& desk) {
    PageParts parts{.title = "Status", .json = Href::path("/api/v1/status"_html)};
    const auto counts = desk.store.counts();
    const auto schedule = desk.store.schedule();
    auto& html = parts.main;
    html << "<h1>Status</h1>\n<p class=\"meta\">"_html << core::to_text(desk.now)
         << "</p>\n<table><tbody>\n"_html << table_row("Disputes", counts.disputes)
         << table_row("Allegations", counts.allegations) << table_row("Claims", counts.claims)
         << table_row("Articles", counts.articles) << table_row("Outlets", counts.outlets)
         << table_row("Captures", counts.captures)
         << table_row("Pages waiting", schedule.pages_waiting())
         << table_row("Documents indexed", desk.index.documents())
         << table_row("Changes not indexed yet", desk.store.last_change() - desk.index.applied())
         << "</tbody></table>\n"_html << runs_table(schedule) << sources_table(schedule)
         << failures_table(schedule);
    return page(std::move(parts));
}

Response about_page() {
    PageParts parts{.title = "About"};
    auto& html = parts.main;
    html << "<h1>About</h1>\n<p class=\"lead\">claimtrail tracks disputes about where AI training "
            "data "
            "comes from.</p>\n<p>It reads news, keeps what it fetched, and extracts who accused "
            "whom of "
            "what, when, on what evidence, on whose word, and how surely it was said. The same "
            "claim in "
            "several articles is counted by the independent origins it rests on.</p>\n"
            "<h2>How surely it is said</h2>\n<dl>"_html;
    for (const auto& row : core::Vocabulary<core::Certainty>::terms)
        html << "<dt>"_html << row.label << "</dt><dd>"_html << row.meaning << "</dd>"_html;
    html << "</dl>\n<h2>What is alleged</h2>\n<dl>"_html;
    for (const auto& row : core::Vocabulary<core::Conduct>::terms)
        html << "<dt>"_html << row.label << "</dt><dd>"_html << row.meaning << "</dd>"_html;
    html << "</dl>\n"_html;
    return page(std::move(parts));
}

}  // namespace web
