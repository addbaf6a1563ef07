#include <algorithm>

#include "web/dispute_view.h"
#include "web/page.h"
#include "web/pages.h"
#include "web/pieces.h"
#include "web/quote.h"
#include "web/words.h"

namespace web {

namespace {

using core::EventKind;

constexpr std::size_t kMostEvents = 200;  // a page; the JSON has them all
constexpr std::size_t kPassages = 3;      // of an event; the others fold away
constexpr std::size_t kAllegations = 50;
constexpr std::size_t kGlance = 90;  // code points of a quote in a card

// A shape beside each kind's word, so that colour says nothing alone; `side` is a CSS class.
struct Look {
    EventKind kind;
    std::string_view shape, side;
};
constexpr std::array<Look, 13> kLooks{{{EventKind::Accusation, "▲", "accuses"},
                                       {EventKind::Evidence, "■", "accuses"},
                                       {EventKind::Investigation, "◎", "acts"},
                                       {EventKind::Denial, "✕", "replies"},
                                       {EventKind::Response, "◆", "replies"},
                                       {EventKind::Admission, "◆", "replies"},
                                       {EventKind::Countermeasure, "▣", "acts"},
                                       {EventKind::Policy, "▣", "acts"},
                                       {EventKind::Filing, "§", "decides"},
                                       {EventKind::Ruling, "§", "decides"},
                                       {EventKind::Settlement, "=", "decides"},
                                       {EventKind::Withdrawal, "↩", "decides"},
                                       {EventKind::Background, "•", "recalls"}}};

const Look& look_of(EventKind kind) {
    const auto* found = std::find_if(kLooks.begin(), kLooks.end(),
                                     [&](const Look& look) { return look.kind == kind; });
    return found == kLooks.end() ? kLooks.back() : *found;
}

Html ladder_html(const DisputeView& view) {
    Html html;
    html << "<ul class=\"ladder\" aria-label=\"How far it has come\">"_html;
    for (const auto& rung : view.ladder) {
        if (rung.first)
            html << "<li class=\"done\"><a href=\""_html
                 << Href::anchor(core::to_text(rung.first->id)) << "\">"_html << rung.name
                 << " "_html << rung.times << "</a></li>"_html;
        else
            html << "<li class=\"none\">"_html << rung.name << ": none</li>"_html;
    }
    return html << "</ul>\n"_html;
}

Html card(std::string_view name, const Html& body) {
    Html html;
    return html << "<div><dt>"_html << name << "</dt><dd>"_html << body << "</dd></div>\n"_html;
}

Html first_report(const DisputeView& view) {
    Html html;
    if (view.first == nullptr) return html << "not known";
    return html << outlet_link(view.first->article) << ", "_html
                << day_tag(view.first->article.day()) << ": "_html
                << claim_link(view.first->claim.id,
                              in_quotes(shortened(view.first->claim.quote, kGlance)));
}

Html reply_found(const DisputeView::Reply& reply) {
    Html html;
    html << "<a href=\""_html << Href::anchor(core::to_text(reply.event->id)) << "\">"_html
         << reply.by << " "_html << reply_verb(reply.event->kind) << "</a>, "_html
         << when_tag(reply.event->date);
    if (reply.passage != nullptr)
        html << ": <span class=\"said\">"_html
             << in_quotes(shortened(reply.passage->claim.quote, kGlance)) << "</span>"_html;
    return html;
}

Html replies(const DisputeView& view) {
    Html html;
    for (const auto& reply : view.replies) {
        html << "<p>"_html;
        if (reply.event != nullptr)
            html << reply_found(reply);
        else
            html << "No reply by "_html << reply.by << " found in "_html
                 << plural(view.dispute.articles, "article", "articles") << ", last looked "_html
                 << day_tag(view.last_looked) << "."_html;
        html << "</p>"_html;
    }
    return html;
}

// "alleged in 3 claims, suspected in 1"
template <class Counts>
Html tally(const Counts& counts, std::string_view none) {
    Html html;
    if (counts.empty()) return html << none;
    for (const auto& [value, times] : counts) {
        const bool first = value == counts.begin()->first;
        html << (first ? "" : ", ") << core::term(value).label << " in "_html
             << (first ? plural(times, "claim", "claims") : std::to_string(times));
    }
    return html;
}

Html cards(const DisputeView& view) {
    Html html;
    html << "<dl class=\"cards\">\n"_html << card("First reported", first_report(view));
    if (!view.replies.empty()) html << card("Reply", replies(view));
    return html << card("Evidence given", tally(view.evidence, "none in the passages below"))
                << card("How surely it is said", tally(view.certainty, "not known"))
                << "</dl>\n"_html;
}

Html lead(const DisputeView& view) {
    Html html;
    html << "<p class=\"lead\"><a href=\"#timeline\">"_html
         << plural(static_cast<std::int64_t>(view.dispute.events.size()), "event", "events")
         << "</a> from <a href=\"#articles\">"_html
         << plural(view.dispute.articles, "article", "articles")
         << "</a>, resting on <a href=\"#origins\">"_html
         << plural(view.dispute.origins, "independent origin", "independent origins")
         << "</a>."_html;
    if (!view.origin_sentence.empty()) html << " "_html << view.origin_sentence;
    return html << "</p>\n"_html;
}

Html passage_html(const TimelineEntry::Passage& passage) {
    Html html;
    return html << "<blockquote><p>"_html << quote_html(passage.claim) << "</p></blockquote>\n"_html
                << source_line(passage.claim, passage.article) << "\n"_html;
}

Html entry_facts(const TimelineEntry& entry) {
    const auto& event = entry.event;
    Html html;
    html << "<p class=\"meta\">"_html;
    for (const auto certainty : certainties(entry)) html << certainty_chip(certainty) << " "_html;
    for (const auto type : evidence_types(entry))
        html << "<span class=\"chip\">evidence: "_html << core::term(type).label << "</span> "_html;
    html << plural(static_cast<std::int64_t>(event.articles.size()), "article", "articles")
         << ", "_html << plural(event.origins, "origin", "origins");
    if (const auto names = origin_names(entry); !names.empty())
        html << " ("_html << and_list(names) << ")"_html;
    if (event.basis == core::DateBasis::Happened) html << " · dated by when it happened"_html;
    return html << "</p>\n"_html;
}

Html entry_html(const TimelineEntry& entry) {
    const auto& event = entry.event;
    const auto& look = look_of(event.kind);
    const auto id = core::to_text(event.id);
    Html html;
    html << "<li id=\""_html << id << "\" class=\""_html << look.side << "\" data-shape=\""_html
         << look.shape << "\">\n<p class=\"when\">"_html << when_tag(event.date)
         << " <span class=\"kind\">"_html << core::term(event.kind).label
         << "</span></p>\n<h3>"_html << entry.sentence << " <a class=\"here\" href=\""_html
         << Href::anchor(id) << "\" aria-label=\"Link to this event\">#</a></h3>\n"_html
         << entry_facts(entry);
    const auto& passages = entry.passages;
    for (std::size_t i = 0; i < std::min(kPassages, passages.size()); ++i)
        html << passage_html(passages[i]);
    if (passages.size() > kPassages) {
        html << "<details><summary>"_html << (passages.size() - kPassages)
             << " more</summary>\n"_html;
        for (std::size_t i = kPassages; i < passages.size(); ++i) html << passage_html(passages[i]);
        html << "</details>\n"_html;
    }
    return html << "</li>\n"_html;
}

Html timeline_html(const DisputeView& view) {
    Html html;
    html << "<h2 id=\"timeline\">Timeline</h2>\n"_html;
    const auto shown = view.timeline.entries.size();
    if (shown < view.dispute.events.size())
        html << "<p class=\"note\">The latest "_html << shown << " of "_html
             << view.dispute.events.size() << " events; the JSON holds all.</p>\n"_html;
    html << quote_legend() << "<ol class=\"plain timeline\">\n"_html;
    for (const auto& entry : view.timeline.entries) html << entry_html(entry);
    return html << "</ol>\n"_html;
}

Html origins_html(const DisputeView& view) {
    Html html;
    html << "<h2 id=\"origins\">Where it comes from</h2>\n<p class=\"soft\">An origin is whoever "
            "an article has the claim from. Articles that rest on one report are one origin.</p>\n"
            "<ul class=\"plain rows\">\n"_html;
    for (const auto& origin : view.origins) {
        const bool own = origin.origin.kind == core::OriginKind::Article;
        html << "<li><strong>"_html << origin.origin.name << "</strong> <span class=\"soft\">"_html
             << (own ? "its own report" : core::term(origin.origin.kind).label)
             << "</span> ← "_html;
        bool first = true;
        for (const auto* article : origin.articles) {
            if (!first) html << ", "_html;
            first = false;
            html << "<a href=\""_html << Href::path("/articles/"_html, core::to_text(article->id))
                 << "\">"_html << outlet_of(*article) << "</a>"_html;
        }
        html << "</li>\n"_html;
    }
    return html << "</ul>\n"_html;
}

Html articles_html(const DisputeView& view) {
    Html html;
    html << "<h2 id=\"articles\">Articles</h2>\n<ol class=\"plain rows\">\n"_html;
    for (const auto* article : view.articles)
        html << "<li>"_html << article_link(*article) << " <span class=\"meta\">"_html
             << outlet_link(*article) << ", "_html << day_tag(article->day())
             << "</span></li>\n"_html;
    return html << "</ol>\n"_html;
}

Html allegations_html(const DisputeView& view, const store::Reader& store) {
    Html html;
    if (view.dispute.allegations.empty()) return html;
    html << "<h2>Allegations and answers</h2>\n<p class=\"soft\">The same claim across "
            "articles.</p>\n<ul class=\"plain rows\">\n"_html;
    std::size_t shown = 0;
    for (const auto id : view.dispute.allegations) {
        const auto allegation = store.allegation(id);
        if (!allegation || allegation->claims.empty() || shown++ == kAllegations) continue;
        const auto first = store.claim(allegation->claims.front());
        if (!first) continue;
        html << "<li><a href=\""_html << Href::path("/allegations/"_html, core::to_text(id))
             << "\">"_html << claim_sentence(first->claim) << "</a> <span class=\"meta\">"_html
             << plural(static_cast<std::int64_t>(allegation->claims.size()), "claim", "claims")
             << ", "_html
             << plural(static_cast<std::int64_t>(allegation->origins.size()), "origin", "origins")
             << "</span></li>\n"_html;
    }
    return html << "</ul>\n"_html;
}

}  // namespace

Response dispute_page(const core::DisputeRecord& dispute, const Desk& desk) {
    PageParts parts{.title = dispute.name,
                    .json = Href::path("/api/v1/disputes/"_html, core::to_text(dispute.id))};
    const auto view = make_view(dispute, desk.store, desk.now, kMostEvents);
    parts.main << "<p class=\"meta\">Dispute "_html << core::to_text(dispute.id)
               << "</p>\n<h1>"_html << dispute.name << " "_html << state_chip(dispute.state)
               << "</h1>\n"_html << lead(view) << cards(view) << ladder_html(view)
               << timeline_html(view) << origins_html(view) << articles_html(view)
               << allegations_html(view, desk.store);
    return page(std::move(parts));
}

}  // namespace web
