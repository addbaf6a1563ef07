#include <array>

#include "web/page.h"
#include "web/pages.h"
#include "web/pieces.h"
#include "web/words.h"

namespace web {

namespace {

constexpr std::size_t kListed = 100;
constexpr std::array<std::string_view, 4> kExamples{"conduct:distillation", "kind:denial",
                                                    "evidence:court-filing", "origins:2.."};

Html examples() {
    Html html;
    html << "<p class=\"try\">Try "_html;
    for (const auto example : kExamples)
        html << "<a class=\"chip\" href=\""_html
             << Href::query("/search"_html, {{"q", std::string(example)}}) << "\">"_html << example
             << "</a> "_html;
    return html << "or <a href=\"/search\">see every field</a>.</p>\n"_html;
}

Html what_is_here(const store::Counts& counts) {
    Html html;
    return html << "<p class=\"meta\">"_html << plural(counts.disputes, "dispute", "disputes")
                << ", "_html << plural(counts.claims, "claim", "claims") << " in "_html
                << plural(counts.articles, "article", "articles") << " of "_html
                << plural(counts.outlets, "outlet", "outlets") << ".</p>\n"_html;
}

}  // namespace

Response home_page(const Desk& desk) {
    PageParts parts{.title = "Disputes about AI training data",
                    .json = Href::path("/api/v1/disputes"_html)};
    auto& html = parts.main;
    html << "<h1>Disputes about AI training data</h1>\n<p class=\"lead\">Who accused whom of what, "
            "when, on what evidence, who reported it first, and who denied it.</p>\n"_html
         << examples() << "<h2>Disputes</h2>\n"_html << what_is_here(desk.store.counts());
    const auto ids = desk.store.disputes({.limit = kListed, .offset = 0});
    if (ids.empty())
        html << "<p class=\"note\">No dispute is known yet. <code>claimtrail crawl</code> or "
                "<code>claimtrail import</code> brings articles in.</p>\n"_html;
    html << "<ol class=\"plain rows\">\n"_html;
    for (const auto id : ids)
        if (const auto dispute = desk.store.dispute(id)) html << dispute_row(*dispute);
    html << "</ol>\n"_html;
    return page(std::move(parts));
}

}  // namespace web
