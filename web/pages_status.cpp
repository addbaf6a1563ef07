// How crawling goes, and what the site is.
#include "web/page.h"
#include "web/pages.h"
#include "web/pieces.h"
#include "web/words.h"

namespace web {

namespace {

constexpr std::size_t kRuns = 10;
constexpr std::size_t kFailures = 20;

Html figure(std::string_view name, std::int64_t count) {
    Html html;
    return html << "<tr><th scope=\"row\">"_html << name << "</th><td class=\"n\">"_html << count
                << "</td></tr>\n"_html;
}

// A wide table scrolls by itself on a small screen, and is reached by keyboard.
Html table(std::string_view name, const Html& head, const Html& rows) {
    Html html;
    return html << "<h2>"_html << name
                << "</h2>\n<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\""_html
                << name << "\"><table><thead><tr>"_html << head << "</tr></thead><tbody>\n"_html
                << rows << "</tbody></table></div>\n"_html;
}

// A name that ends in "#" heads a column of numbers.
Html heads(std::initializer_list<std::string_view> names) {
    Html html;
    for (const auto name : names) {
        if (name.ends_with('#'))
            html << "<th scope=\"col\" class=\"n\">"_html << name.substr(0, name.size() - 1);
        else
            html << "<th scope=\"col\">"_html << name;
        html << "</th>"_html;
    }
    return html;
}

Html instant(const std::optional<core::Instant>& at) {
    Html html;
    if (!at) return html << "never";
    const auto text = core::to_text(*at);
    return html << "<time datetime=\""_html << text << "\">"_html << text.substr(0, 10) << " "_html
                << text.substr(11, 5) << "</time>"_html;
}

Html runs_table(const std::vector<store::RunRow>& runs) {
    Html rows;
    for (const auto& run : runs)
        rows << "<tr><td>"_html << instant(run.started) << "</td><td>"_html << run.command
             << "</td><td class=\"n\">"_html << run.fetched << "</td><td class=\"n\">"_html
             << run.not_modified << "</td><td class=\"n\">"_html << run.failed
             << "</td><td class=\"n\">"_html << run.articles << "</td><td class=\"n\">"_html
             << run.claims << "</td><td>"_html
             << (run.problem ? *run.problem
                 : run.ended ? "ended"
                             : "running, or died")
             << "</td></tr>\n"_html;
    return table("Last runs",
                 heads({"Started (UTC)", "Command", "Fetched#", "Not modified#", "Failed#",
                        "Articles#", "Claims#", "State"}),
                 rows);
}

Html sources_table(const std::vector<store::SourceRow>& sources,
                   const std::vector<store::SourceFigures>& all_figures) {
    Html rows;
    for (const auto& source : sources) {
        if (!source.active) continue;
        const auto figures = figures_of(source.id, all_figures);
        rows << "<tr><td>"_html << source.spec.url.text() << "</td><td>"_html
             << core::term(source.spec.kind).label << "</td><td>"_html << instant(source.last_ok)
             << "</td><td>"_html << instant(source.next_due) << "</td><td class=\"n\">"_html
             << figures.fetches << "</td><td class=\"n\">"_html << figures.not_modified
             << "</td><td class=\"n\">"_html << figures.forbidden << "</td><td>"_html
             << source.last_problem.value_or("none") << "</td></tr>\n"_html;
    }
    return table("Sources",
                 heads({"Address", "Kind", "Last good (UTC)", "Next (UTC)", "Newest fetches#",
                        "Not modified#", "Forbidden by robots.txt#", "Problem"}),
                 rows);
}

Html failures_table(const std::vector<store::FetchLogRow>& failures) {
    Html rows;
    for (const auto& failure : failures)
        rows << "<tr><td>"_html << instant(failure.at) << "</td><td>"_html << failure.url.text()
             << "</td><td>"_html << failure.problem.value_or("") << "</td></tr>\n"_html;
    return table("Last failures", heads({"When (UTC)", "Address", "Why"}), rows);
}

template <class E>
Html meanings() {
    Html html;
    html << "<dl>\n"_html;
    for (const auto& row : core::Vocabulary<E>::terms)
        html << "<dt>"_html
             << search_link(std::string(core::Vocabulary<E>::name) + ":" + std::string(row.code),
                            row.label)
             << "</dt><dd>"_html << row.meaning << "</dd>\n"_html;
    return html << "</dl>\n"_html;
}

}  // namespace

Response status_page(const Desk& desk) {
    PageParts parts{.title = "Status", .json = Href::path("/api/v1/status"_html)};
    const auto counts = desk.store.counts();
    const auto schedule = desk.store.schedule();
    const auto runs = schedule.last_runs(kRuns);
    const auto sources = schedule.sources();
    const auto failures = schedule.last_failures(kFailures);
    auto& html = parts.main;
    html << "<h1>Status</h1>\n<p class=\"meta\">As of "_html << instant(desk.now)
         << " UTC</p>\n<table class=\"figures\"><tbody>\n"_html
         << figure("Disputes", counts.disputes) << figure("Allegations", counts.allegations)
         << figure("Claims", counts.claims) << figure("Articles", counts.articles)
         << figure("Outlets", counts.outlets) << figure("Captures", counts.captures)
         << figure("Pages waiting", schedule.pages_waiting())
         << figure("Documents indexed", desk.index.documents())
         << figure("Changes not indexed yet", desk.store.last_change() - desk.index.applied())
         << "</tbody></table>\n"_html;
    if (runs.empty())
        html << "<p class=\"note\">Nothing has been crawled yet.</p>\n"_html;
    else
        html << runs_table(runs);
    if (!sources.empty()) html << sources_table(sources, schedule.source_figures(kNewestFetches));
    if (!failures.empty()) html << failures_table(failures);
    return page(std::move(parts));
}

Response about_page() {
    PageParts parts{.title = "About"};
    parts.main
        << "<h1>About</h1>\n<p class=\"lead\">claimtrail tracks disputes about where AI training "
           "data comes from.</p>\n<p>It reads news, keeps what it fetched, and extracts who "
           "accused "
           "whom of what, when, on what evidence, on whose word, and how surely it was said. The "
           "same claim in several articles is counted by the independent origins it rests on.</p>\n"
           "<p>A program did the reading. Nothing here is generated text: quoted words are set "
           "like this: <q class=\"sample\">as they stand in the article</q>. An allegation is not "
           "a fact, and the absence of a reply means only that none was found.</p>\n"
           "<h2>How surely it is said</h2>\n"_html
        << meanings<core::Certainty>() << "<h2>What is alleged</h2>\n"_html
        << meanings<core::Conduct>() << "<h2>Kinds of claim</h2>\n"_html
        << meanings<core::ClaimKind>() << "<h2>What it rests on</h2>\n"_html
        << meanings<core::EvidenceType>();
    return page(std::move(parts));
}

}  // namespace web
