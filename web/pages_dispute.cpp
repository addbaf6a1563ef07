#include <algorithm>
#include <array>

#include "core/text.h"
#include "web/page.h"
#include "web/pages.h"
#include "web/timeline.h"
#include "web/words.h"

namespace web {

namespace {

using core::EventKind;

constexpr std::size_t kMostEvents = 200;  // a page; the JSON has them all

// A shape beside each kind's word, so that colour says nothing alone.
constexpr std::string_view shape_of(EventKind kind) {
    switch (kind) {
        case EventKind::Accusation: return "▲";
        case EventKind::Evidence: return "■";
        case EventKind::Investigation: return "◎";
        case EventKind::Denial: return "✕";
        case EventKind::Response:
        case EventKind::Admission: return "◆";
        case EventKind::Countermeasure:
        case EventKind::Policy: return "▣";
        case EventKind::Filing: return "§";
        case EventKind::Ruling: return "⚖";
        case EventKind::Settlement: return "＝";
        case EventKind::Withdrawal: return "↩";
        case EventKind::Background: return "·";
    }
    return "·";
}

std::size_t count(const core::DisputeRecord& dispute, std::initializer_list<EventKind> kinds) {
    return static_cast<std::size_t>(
        std::count_if(dispute.events.begin(), dispute.events.end(), [&](const core::Event& event) {
            return std::find(kinds.begin(), kinds.end(), event.kind) != kinds.end();
        }));
}

struct Rung {
    std::string_view name;
    std::initializer_list<EventKind> kinds;
};

Html ladder(const core::DisputeRecord& dispute) {
    const std::array<Rung, 7> rungs{
        {{"Accusation", {EventKind::Accusation}},
         {"Evidence", {EventKind::Evidence}},
         {"Investigation", {EventKind::Investigation}},
         {"Response", {EventKind::Denial, EventKind::Response, EventKind::Admission}},
         {"Countermeasure", {EventKind::Countermeasure, EventKind::Policy}},
         {"In court", {EventKind::Filing}},
         {"Outcome", {EventKind::Ruling, EventKind::Settlement, EventKind::Withdrawal}}}};
    Html html;
    html << "<ul class=\"ladder\" aria-label=\"How far it has come\">"_html;
    for (const auto& rung : rungs) {
        const auto times = count(dispute, rung.kinds);
        if (times > 0)
            html << "<li class=\"done\">"_html << rung.name << " "_html << times << "</li>"_html;
        else
            html << "<li class=\"none\">"_html << rung.name << ": none</li>"_html;
    }
    return html << "</ul>\n"_html;
}

Html reply_sentence(const core::DisputeRecord& dispute, core::Instant now) {
    Html html;
    const auto denials = count(dispute, {EventKind::Denial});
    const auto answers = count(dispute, {EventKind::Response, EventKind::Admission});
    const auto& accused = dispute.parties.empty() ? dispute.name : dispute.parties.back();
    html << "<p>"_html;
    if (denials > 0)
        html << accused << " denies it."_html;
    else if (answers > 0)
        html << accused << " has responded."_html;
    else
        html << "No reply by "_html << accused << " found in "_html
             << plural(dispute.articles, "article", "articles") << ", last looked "_html
             << day_tag(std::chrono::floor<std::chrono::days>(now)) << "."_html;
    return html << "</p>\n"_html;
}

Html passage_html(const TimelineEntry::Passage& passage) {
    Html html;
    html << "<blockquote><p>"_html << passage.quote << "</p>\n<p class=\"meta\">"_html
         << outlet_link(passage.article) << ", "_html << day_tag(passage.article.day())
         << " · "_html << article_link(passage.article) << " · "_html
         << claim_link(passage.claim, core::term(passage.certainty).label);
    if (!passage.via.empty()) html << " · crediting "_html << and_list(passage.via);
    return html << "</p></blockquote>\n"_html;
}

Html entry_html(const TimelineEntry& entry) {
    constexpr std::size_t shown = 3;  // the others fold away
    const auto& event = entry.event;
    Html html;
    html << "<li id=\""_html << core::to_text(event.id) << "\" data-shape=\""_html
         << shape_of(event.kind) << "\"><time datetime=\""_html << event.date.text() << "\">"_html
         << entry.when << "</time> "_html << chip(core::term(event.kind).label) << "\n<h3>"_html
         << entry.sentence << "</h3>\n<p class=\"meta\">"_html
         << plural(static_cast<std::int64_t>(event.articles.size()), "article", "articles")
         << ", "_html << plural(event.origins, "origin", "origins");
    if (event.basis == core::DateBasis::Happened) html << " · dated by when it happened"_html;
    html << "</p>\n"_html;
    for (std::size_t i = 0; i < std::min(shown, entry.passages.size()); ++i)
        html << passage_html(entry.passages[i]);
    if (entry.passages.size() > shown) {
        html << "<details><summary>"_html << (entry.passages.size() - shown)
             << " more</summary>\n"_html;
        for (std::size_t i = shown; i < entry.passages.size(); ++i)
            html << passage_html(entry.passages[i]);
        html << "</details>\n"_html;
    }
    return html << "</li>\n"_html;
}

Html dispute_row(const core::DisputeRecord& dispute) {
    Html html;
    html << "<li><h3>"_html << dispute_link(dispute.id, dispute.name)
         << "</h3>\n<p class=\"meta\">"_html << chip(core::term(dispute.state).label) << " "_html
         << plural(static_cast<std::int64_t>(dispute.events.size()), "event", "events")
         << " · "_html << plural(dispute.articles, "article", "articles") << " · "_html
         << plural(dispute.origins, "independent origin", "independent origins");
    if (!dispute.events.empty())
        html << " · "_html << when_text(dispute.events.front().date) << " – "_html
             << when_text(dispute.events.back().date);
    return html << "</p></li>\n"_html;
}

}  // namespace

Response home_page(const Desk& desk) {
    PageParts parts{.title = "Disputes about AI training data",
                    .json = Href::path("/api/v1/disputes"_html)};
    auto& html = parts.main;
    html << "<h1>Disputes about AI training data</h1>\n<p class=\"lead\">Who accused whom of what, "
            "when, on what evidence, who reported it first, and who denied it.</p>\n<p>Try "_html;
    constexpr std::array<std::string_view, 3> examples{"conduct:distillation", "kind:denial",
                                                       "evidence:court-filing"};
    for (const auto example : examples)
        html << "<a class=\"chip\" href=\""_html << Href::query("/search"_html, "q"_html, example)
             << "\">"_html << example << "</a> "_html;
    html << "</p>\n"_html;
    const auto ids = desk.store.disputes({.limit = 100, .offset = 0});
    if (ids.empty())
        html << "<p class=\"note\">No dispute is known yet. <code>claimtrail crawl</code> or "
                "<code>claimtrail import</code> brings articles in.</p>\n"_html;
    html << "<ol class=\"plain rows\">\n"_html;
    for (const auto id : ids)
        if (const auto dispute = desk.store.dispute(id)) html << dispute_row(*dispute);
    html << "</ol>\n"_html;
    return page(std::move(parts));
}

Response dispute_page(const core::DisputeRecord& dispute, const Desk& desk) {
    PageParts parts{.title = dispute.name,
                    .json = Href::path("/api/v1/disputes/"_html, core::to_text(dispute.id))};
    const std::span<const core::Event> events(dispute.events);
    const auto newest = events.last(std::min(events.size(), kMostEvents));
    const auto view = make_timeline(dispute.name, newest, desk.store);
    auto& html = parts.main;
    html << "<p class=\"meta\">Dispute "_html << core::to_text(dispute.id) << "</p>\n<h1>"_html
         << dispute.name << "</h1>\n<p class=\"lead\">"_html << view.summary << "</p>\n"_html
         << reply_sentence(dispute, desk.now) << "<p>State: "_html
         << chip(core::term(dispute.state).label) << "</p>\n"_html << ladder(dispute)
         << "<h2>Timeline</h2>\n"_html;
    if (newest.size() < events.size())
        html << "<p class=\"note\">The latest "_html << newest.size() << " of "_html
             << events.size() << " events; the JSON holds all.</p>\n"_html;
    html << "<ol class=\"plain timeline\">\n"_html;
    for (const auto& entry : view.entries) html << entry_html(entry);
    html << "</ol>\n"_html;
    if (!dispute.allegations.empty()) {
        html << "<h2>Allegations</h2>\n<p>The same claim across outlets: "_html;
        for (const auto id : dispute.allegations)
            html << "<a class=\"chip\" href=\""_html
                 << Href::path("/allegations/"_html, core::to_text(id)) << "\">"_html
                 << core::to_text(id) << "</a> "_html;
        html << "</p>\n"_html;
    }
    return page(std::move(parts));
}

}  // namespace web
