// Allegations, entities and outlets.
#include "search/search.h"
#include "web/page.h"
#include "web/pages.h"
#include "web/pieces.h"
#include "web/words.h"

namespace web {

namespace {

constexpr std::size_t kClaims = 5;        // of each sort on an entity's page
constexpr std::size_t kMostClaims = 200;  // of an allegation
constexpr std::size_t kMostArticles = 500;

// Some of what a field of the query language finds, with a link to all of it.
Html claims_found(std::string_view heading, const std::string& query, std::int64_t count,
                  const Desk& desk) {
    Html html;
    html << "<h2>"_html << heading << "</h2>\n"_html;
    if (count == 0) return html << "<p class=\"soft\">No claim that is known.</p>\n"_html;
    html << "<p>"_html << search_link(query, plural(count, "claim", "claims"))
         << (count > static_cast<std::int64_t>(kClaims) ? ", the newest:" : ":") << "</p>\n"_html;
    const auto found = desk.index.find({.words = query,
                                        .in = search::DocKind::Claim,
                                        .limit = kClaims,
                                        .sort = search::Sort::Date});
    html << "<ol class=\"plain rows\">\n"_html;
    for (const auto& hit : found.hits)
        if (const auto claim = desk.store.claim({hit.id})) html << claim_row(*claim, desk.store);
    return html << "</ol>\n"_html;
}

std::string as_phrase(std::string_view name) {
    std::string text = "\"";
    for (const char c : name) text += c == '"' ? ' ' : c;  // the query language has no escape
    return text + "\"";
}

Html disputes_html(core::EntityId id, const store::Reader& store) {
    Html html;
    html << "<h2>Disputes</h2>\n"_html;
    const auto disputes = store.disputes_of(id);
    if (disputes.empty()) return html << "<p class=\"soft\">In none that is known.</p>\n"_html;
    html << "<ol class=\"plain rows\">\n"_html;
    for (const auto dispute : disputes)
        if (const auto record = store.dispute(dispute)) html << dispute_row(*record);
    return html << "</ol>\n"_html;
}

Html entity_facts(const core::EntityRecord& record, const store::Reader& store) {
    const auto& entity = record.entity;
    Html html;
    html << "<p class=\"meta\">"_html << core::term(entity.type).label << " "_html
         << core::to_text(record.id) << " · named in "_html
         << search_link("entity:" + as_phrase(entity.name),
                        plural(record.articles, "article", "articles"));
    if (entity.parent) html << " · of "_html << entity_link(*entity.parent, store);
    if (entity.ticker) html << " · "_html << *entity.ticker;
    if (entity.wikidata) html << " · Wikidata "_html << *entity.wikidata;
    html << "</p>\n"_html;
    if (!entity.aliases.empty())
        html << "<p class=\"soft\">Also written "_html << and_list(entity.aliases) << "</p>\n"_html;
    return html;
}

}  // namespace

Response allegation_page(const core::AllegationRecord& allegation, const Desk& desk) {
    const auto first =
        allegation.claims.empty() ? std::nullopt : desk.store.claim(allegation.claims.front());
    PageParts parts{.title = first ? claim_sentence(first->claim)
                                   : "Allegation " + core::to_text(allegation.id),
                    .json = Href::path("/api/v1/allegations/"_html, core::to_text(allegation.id))};
    auto& html = parts.main;
    html << "<p class=\"meta\">Allegation "_html << core::to_text(allegation.id)
         << "</p>\n<h1>"_html << parts.title << "</h1>\n<p class=\"lead\">"_html
         << plural(static_cast<std::int64_t>(allegation.claims.size()), "claim says",
                   "claims say the same")
         << (allegation.claims.size() == 1 ? " this" : "") << ", on "_html
         << plural(static_cast<std::int64_t>(allegation.origins.size()), "independent origin",
                   "independent origins")
         << ".</p>\n<h2>Origins</h2>\n<ul class=\"plain brief\">\n"_html;
    for (const auto& origin : allegation.origins)
        html << "<li>"_html << origin.name << " <span class=\"soft\">"_html
             << core::term(origin.kind).label << "</span></li>\n"_html;
    html << "</ul>\n<h2>In the words of each article</h2>\n<ol class=\"plain rows\">\n"_html;
    for (std::size_t i = 0; i < std::min(kMostClaims, allegation.claims.size()); ++i)
        if (const auto claim = desk.store.claim(allegation.claims[i]))
            html << claim_row(*claim, desk.store);
    html << "</ol>\n"_html;
    return page(std::move(parts));
}

Response entity_page(const core::EntityRecord& record, const Desk& desk) {
    const auto& name = record.entity.name;
    PageParts parts{.title = name,
                    .json = Href::path("/api/v1/entities/"_html, core::to_text(record.id))};
    parts.main << "<h1>"_html << name << "</h1>\n"_html << entity_facts(record, desk.store)
               << disputes_html(record.id, desk.store)
               << claims_found("What it says", "by:" + as_phrase(name), record.claims_by, desk)
               << claims_found("What is said of it", "about:" + as_phrase(name),
                               record.claims_about, desk);
    return page(std::move(parts));
}

Response outlet_page(std::string_view domain, const std::vector<core::ArticleId>& articles,
                     const Desk& desk) {
    const auto newest = desk.store.article_facts(articles.back());
    PageParts parts{.title = newest ? outlet_of(*newest) : std::string(domain),
                    .json = Href::path("/api/v1/outlets/"_html, domain)};
    auto& html = parts.main;
    html << "<p class=\"meta\">Outlet · "_html << domain << "</p>\n<h1>"_html << parts.title
         << "</h1>\n<p>"_html
         << plural(static_cast<std::int64_t>(articles.size()), "article", "articles") << " · "_html
         << search_link("via:" + as_phrase(parts.title), "claims for which others credit it")
         << "</p>\n<ol class=\"plain rows\">\n"_html;
    for (std::size_t i = 0; i < std::min(kMostArticles, articles.size()); ++i)
        if (const auto facts = desk.store.article_facts(articles[articles.size() - 1 - i]))
            html << "<li>"_html << article_link(*facts) << " <span class=\"meta\">"_html
                 << day_tag(facts->day()) << "</span></li>\n"_html;
    html << "</ol>\n"_html;
    return page(std::move(parts));
}

}  // namespace web
