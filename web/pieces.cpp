#include "web/pieces.h"

#include "web/quote.h"
#include "web/words.h"

namespace web {

namespace {

Html linked(const Href& href, std::string_view text) {
    Html html;
    return html << "<a href=\""_html << href << "\">"_html << text << "</a>"_html;
}

Html parties(const std::vector<core::Party>& all, const store::Reader& store) {
    Html html;
    for (const auto& party : all) {
        if (&party != all.data()) html << ", "_html;
        html << entity_link(party.name, store);
    }
    return html;
}

}  // namespace

Html dispute_link(core::DisputeId id, std::string_view name) {
    return linked(Href::path("/disputes/"_html, core::to_text(id)), name);
}

Html claim_link(core::ClaimId id, std::string_view text) {
    return linked(Href::path("/claims/"_html, core::to_text(id)), text);
}

Html article_link(const core::ArticleFacts& facts) {
    return linked(Href::path("/articles/"_html, core::to_text(facts.id)), title_of(facts));
}

Html outlet_link(const core::ArticleFacts& facts) {
    if (facts.outlet.domain)
        return linked(Href::path("/outlets/"_html, *facts.outlet.domain), outlet_of(facts));
    Html html;
    return html << outlet_of(facts);
}

Html entity_link(std::string_view name, const store::Reader& store) {
    const auto id = core::is_named(name) ? store.entity_named(name) : std::nullopt;
    if (id) return linked(Href::path("/entities/"_html, core::to_text(*id)), name);
    Html html;
    return html << party_text(name);
}

Html search_link(std::string_view query, std::string_view text) {
    return linked(Href::query("/search"_html, {{"q", std::string(query)}}), text);
}

Html day_tag(core::Days day) {
    Html html;
    return html << "<time datetime=\""_html << core::to_text(day) << "\">"_html << long_day(day)
                << "</time>"_html;
}

Html when_tag(const core::Edtf& date) {
    // HTML knows no intervals and no seasons: those are for people only.
    const bool plain =
        !date.to() && date.from().month <= 12 && !date.from().approximate && !date.from().uncertain;
    Html html;
    html << "<time"_html;
    if (plain) html << " datetime=\""_html << date.text() << "\""_html;
    return html << ">"_html << when_text(date) << "</time>"_html;
}

Html chip(std::string_view text) {
    Html html;
    return html << "<span class=\"chip\">"_html << text << "</span>"_html;
}

Html certainty_chip(core::Certainty certainty) {
    const auto& term = core::term(certainty);
    Html html;
    return html << "<span class=\"chip sure-"_html << term.code << "\" title=\""_html
                << term.meaning << "\">"_html << term.label << "</span>"_html;
}

Html state_chip(core::DisputeState state) {
    const auto& term = core::term(state);
    Html html;
    return html << "<span class=\"chip state\" title=\""_html << term.meaning << "\">"_html
                << term.label << "</span>"_html;
}

Html who_whom(const core::Claim& claim, const store::Reader& store) {
    Html html;
    html << (claim.claimant.empty() ? Html() << "somebody not named"
                                    : parties(claim.claimant, store));
    if (!claim.accused.empty())
        html << " <span class=\"arrow\" aria-label=\"about\" role=\"img\">→</span> "_html
             << parties(claim.accused, store);
    return html;
}

Html source_line(const core::ClaimRecord& record, const core::ArticleFacts& facts) {
    Html html;
    html << "<p class=\"meta\">"_html << outlet_link(facts) << ", "_html << day_tag(facts.day())
         << " · “"_html << article_link(facts) << "” · "_html
         << core::term(record.claim.certainty).label << " · "_html
         << claim_link(record.id, "claim " + core::to_text(record.id));
    if (!record.claim.via.empty()) {
        std::vector<std::string> via;
        for (const auto& party : record.claim.via) via.push_back(party.name);
        html << " · credits "_html << and_list(via);
    }
    if (lost_credit(record))
        html << " · <strong>credit lost:</strong> rests on "_html << record.origin->name;
    return html << "</p>"_html;
}

Html claim_row(const core::ClaimRecord& claim, const Html& quote, const store::Reader& store) {
    Html html;
    html << "<li><h3>"_html << claim_link(claim.id, claim_sentence(claim.claim))
         << "</h3>\n<blockquote><p>"_html << quote << "</p></blockquote>\n"_html;
    if (const auto facts = store.article_facts(claim.article)) html << source_line(claim, *facts);
    return html << "</li>\n"_html;
}

Html claim_row(const core::ClaimRecord& claim, const store::Reader& store) {
    return claim_row(claim, quote_html(claim), store);
}

Html dispute_row(const core::DisputeRecord& dispute) {
    Html html;
    html << "<li><h3>"_html << dispute_link(dispute.id, dispute.name) << " "_html
         << state_chip(dispute.state) << "</h3>\n<p class=\"meta\">"_html
         << plural(static_cast<std::int64_t>(dispute.events.size()), "event", "events")
         << " · "_html << plural(dispute.articles, "article", "articles") << " · "_html
         << plural(dispute.origins, "independent origin", "independent origins");
    if (dispute.events.empty()) return html << "</p></li>\n"_html;
    const auto& latest = dispute.events.back();
    const auto first = month_text(dispute.events.front().date.days().first);
    const auto last = month_text(latest.date.days().last);
    html << " · "_html << first;
    if (last != first) html << " – "_html << last;
    return html << "</p>\n<p>Latest: "_html << when_tag(latest.date) << ", <a href=\""_html
                << Href::path("/disputes/"_html, core::to_text(dispute.id))
                << Href::anchor(core::to_text(latest.id)) << "\">"_html << event_sentence(latest)
                << "</a></p></li>\n"_html;
}

bool lost_credit(const core::ClaimRecord& record) {
    return record.origin && record.claim.via.empty() &&
           record.origin->kind != core::OriginKind::Article &&
           record.origin->article != record.article;
}

}  // namespace web
