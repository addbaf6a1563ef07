#include <algorithm>

#include "core/text.h"
#include "web/page.h"
#include "web/pages.h"
#include "web/words.h"

namespace web {

namespace {

constexpr std::string_view kUnknown = "not known";

Html slot(std::string_view name, const Html& value) {
    Html html;
    html << "<dt>"_html << name << "</dt><dd>"_html;
    if (value.empty())
        html << "<span class=\"soft\">"_html << kUnknown << "</span>"_html;
    else
        html << value;
    return html << "</dd>\n"_html;
}

Html text(std::string_view words) {
    Html html;
    return html << words;
}

Html parties(const std::vector<core::Party>& all, const core::ArticleRecord& article,
             const store::Reader& store) {
    Html html;
    for (const auto& party : all) {
        if (&party != all.data()) html << ", "_html;
        html << entity_link(party.name, store);
        if (!party.span || party.span->end > article.article.text.size()) continue;
        const auto words = core::cut(article.article.text, *party.span);
        if (words != party.name)
            html << " <span class=\"soft\">(“"_html << words << "”)</span>"_html;
    }
    return html;
}

Html conducts(const core::Claim& claim) {
    Html html;
    for (const auto conduct : claim.conduct)
        html << "<a class=\"chip\" href=\""_html
             << Href::query("/search"_html, "q"_html, "conduct:" + std::string(core::code(conduct)))
             << "\">"_html << core::term(conduct).label << "</a> "_html;
    return html;
}

Html evidence(const core::Claim& claim, const core::ArticleRecord& article) {
    Html html;
    if (claim.evidence.empty()) return html << "<span class=\"soft\">none given</span>"_html;
    for (const auto& one : claim.evidence) {
        html << chip(core::term(one.type).label) << " "_html;
        if (one.span.end <= article.article.text.size())
            html << "“"_html << core::cut(article.article.text, one.span) << "” "_html;
    }
    return html;
}

Html certainty(const core::Claim& claim, const core::ArticleRecord& article) {
    Html html;
    html << chip(core::term(claim.certainty).label) << " "_html
         << core::term(claim.certainty).meaning;
    if (claim.hedge && claim.hedge->end <= article.article.text.size())
        html << ": “"_html << core::cut(article.article.text, *claim.hedge) << "”"_html;
    return html;
}

Html time_of(const core::Claim& claim) {
    Html html;
    if (!claim.time) return html;
    html << "“"_html << claim.time->text << "”"_html;
    if (claim.time->edtf)
        html << " – <time datetime=\""_html << claim.time->edtf->text() << "\">"_html
             << when_text(*claim.time->edtf) << "</time>"_html;
    return html;
}

Html origin_of(const core::ClaimRecord& claim, const store::Reader& store) {
    Html html;
    if (!claim.origin) return html;
    html << claim.origin->name << " <span class=\"soft\">("_html
         << core::term(claim.origin->kind).label << ")</span>"_html;
    if (const auto facts =
            claim.origin->article ? store.article_facts(*claim.origin->article) : std::nullopt)
        html << " – "_html << article_link(*facts);
    return html;
}

Html confidence(const core::Claim& claim) {
    Html html;
    if (!claim.confidence) return html << "<span class=\"soft\">not calibrated yet</span>"_html;
    const double value = *claim.confidence;
    return html << (value >= 0.8 ? "high" : value >= 0.5 ? "fair" : "low");
}

Html slots(const core::ClaimRecord& claim, const core::ArticleRecord& article,
           const store::Reader& store) {
    const auto& c = claim.claim;
    Html html;
    html << "<dl>\n"_html << slot("Who says it", parties(c.claimant, article, store))
         << slot("Of whom", parties(c.accused, article, store))
         << slot("Kind", text(core::term(c.kind).label)) << slot("Conduct", conducts(c))
         << slot("What was taken", text(c.object.value_or("")))
         << slot("Whose it is", text(c.object_owner.value_or("")))
         << slot("How surely", certainty(c, article)) << slot("Evidence", evidence(c, article))
         << slot("When it happened", time_of(c))
         << slot("Credited", c.via.empty() ? text("nobody") : parties(c.via, article, store))
         << slot("Origin", origin_of(claim, store));
    if (claim.allegation) {
        Html link;
        link << "<a href=\""_html
             << Href::path("/allegations/"_html, core::to_text(*claim.allegation)) << "\">"_html
             << core::to_text(*claim.allegation) << "</a>, "_html
             << plural(claim.origins, "independent origin", "independent origins");
        html << slot("Same claim elsewhere", link);
    }
    if (claim.responds_to)
        html << slot("Answers", claim_link(*claim.responds_to, core::to_text(*claim.responds_to)));
    return html << slot("Confidence", confidence(c)) << "</dl>\n"_html;
}

Html cite(const core::ClaimRecord& claim, const core::ArticleFacts& facts) {
    Html html;
    html << "<h2>Cite this</h2>\n<p>"_html << outlet_of(facts) << ", “"_html << title_of(facts)
         << "”, "_html << long_day(facts.day()) << ". claimtrail "_html << core::to_text(claim.id)
         << ", retrieved "_html << long_day(std::chrono::floor<std::chrono::days>(facts.retrieved))
         << "."_html;
    if (facts.url)
        html << " <a rel=\"noopener noreferrer nofollow\" href=\""_html << Href::to(*facts.url)
             << "\">Original</a>"_html;
    return html << "</p>\n"_html;
}

// Where each claim's quote begins and ends; overlapping ones are drawn after each other.
struct Marked {
    core::Span span;
    const core::ClaimRecord* claim;
};

void write_marked(Html& html, std::string_view words, core::Span within,
                  const std::vector<Marked>& marks) {
    std::size_t at = within.begin;
    for (const auto& mark : marks) {
        const core::Span part{std::max(mark.span.begin, at), std::min(mark.span.end, within.end)};
        if (part.begin >= part.end) continue;
        html << core::cut(words, {at, part.begin}) << "<mark><a href=\""_html
             << Href::path("/claims/"_html, core::to_text(mark.claim->id)) << "\" title=\""_html
             << claim_sentence(mark.claim->claim) << "\">"_html << core::cut(words, part)
             << "</a></mark>"_html;
        at = part.end;
    }
    html << core::cut(words, {at, within.end});
}

Html marked_text(const core::ArticleRecord& record, const std::vector<core::ClaimRecord>& claims) {
    std::vector<Marked> marks;
    for (const auto& claim : claims)
        if (claim.claim.quote.end <= record.article.text.size())
            marks.push_back({claim.claim.quote, &claim});
    std::sort(marks.begin(), marks.end(),
              [](const Marked& a, const Marked& b) { return a.span < b.span; });
    Html html;
    html << "<div class=\"text\">\n"_html;
    for (const auto& block : record.article.blocks) {
        if (block.span.end > record.article.text.size()) continue;
        const bool heading = block.kind == core::BlockKind::Heading;
        const bool quotation = block.kind == core::BlockKind::Quotation;
        const bool item = block.kind == core::BlockKind::ListItem;
        html << (heading     ? "<h3>"_html
                 : quotation ? "<blockquote><p>"_html
                 : item      ? "<p>• "_html
                             : "<p>"_html);
        write_marked(html, record.article.text, block.span, marks);
        html << (heading ? "</h3>\n"_html : quotation ? "</p></blockquote>\n"_html : "</p>\n"_html);
    }
    return html << "</div>\n"_html;
}

Html article_facts_html(const core::ArticleRecord& record, std::size_t revisions) {
    const auto& facts = record.facts;
    Html html;
    html << "<p class=\"meta\">"_html << outlet_link(facts);
    if (!record.article.authors.empty()) html << " · by "_html << and_list(record.article.authors);
    if (facts.published) html << " · published "_html << day_tag(facts.published->day());
    html << " · retrieved "_html << core::to_text(facts.retrieved) << " · "_html
         << plural(static_cast<std::int64_t>(revisions), "revision", "revisions");
    if (facts.url)
        html << " · <a rel=\"noopener noreferrer nofollow\" href=\""_html << Href::to(*facts.url)
             << "\">original</a>"_html;
    return html << "</p>\n"_html;
}

}  // namespace

Response claim_page(const core::ClaimRecord& claim, const core::ArticleRecord& article,
                    const Desk& desk) {
    PageParts parts{.title = claim_sentence(claim.claim),
                    .json = Href::path("/api/v1/claims/"_html, core::to_text(claim.id))};
    auto& html = parts.main;
    html << "<p class=\"meta\">Claim "_html << core::to_text(claim.id) << "</p>\n<h1>"_html
         << parts.title << " "_html << chip(core::term(claim.claim.certainty).label)
         << "</h1>\n<blockquote><p class=\"lead\">"_html << claim.quote
         << "</p>\n<p class=\"meta\">"_html << outlet_link(article.facts) << ", "_html
         << day_tag(article.facts.day()) << " · "_html << article_link(article.facts)
         << "</p></blockquote>\n"_html << slots(claim, article, desk.store);
    for (const auto id : claim.disputes)
        if (const auto dispute = desk.store.dispute(id))
            html << "<p>Part of the dispute "_html << dispute_link(id, dispute->name)
                 << ".</p>\n"_html;
    html << cite(claim, article.facts);
    return page(std::move(parts));
}

Response article_page(const core::ArticleRecord& record, const Desk& desk) {
    PageParts parts{.title = title_of(record.facts),
                    .json = Href::path("/api/v1/articles/"_html, core::to_text(record.facts.id))};
    const auto claims = desk.store.claims_of(record.facts.id);
    auto& html = parts.main;
    html << "<p class=\"meta\">Article "_html << core::to_text(record.facts.id) << "</p>\n<h1>"_html
         << title_of(record.facts) << "</h1>\n"_html
         << article_facts_html(record, desk.store.revisions(record.facts.id).size());
    if (record.status != core::ArticleStatus::Ok)
        html << "<p class=\"note\">This article is "_html << core::term(record.status).label
             << ": "_html << core::term(record.status).meaning << ".</p>\n"_html;
    if (record.article.paywalled)
        html << "<p class=\"note\">Only what is visible before its paywall.</p>\n"_html;
    html << "<p class=\"meta\">"_html
         << plural(static_cast<std::int64_t>(claims.size()), "claim", "claims")
         << ", marked below.</p>\n"_html << marked_text(record, claims);
    return page(std::move(parts));
}

Response allegation_page(const core::AllegationRecord& allegation, const Desk& desk) {
    PageParts parts{.title = "Allegation " + core::to_text(allegation.id),
                    .json = Href::path("/api/v1/allegations/"_html, core::to_text(allegation.id))};
    auto& html = parts.main;
    html << "<h1>"_html << parts.title << "</h1>\n<p class=\"lead\">"_html
         << plural(static_cast<std::int64_t>(allegation.claims.size()), "claim says", "claims say")
         << " the same, on "_html
         << plural(static_cast<std::int64_t>(allegation.origins.size()), "independent origin",
                   "independent origins")
         << ".</p>\n<ul>"_html;
    for (const auto& origin : allegation.origins)
        html << "<li>"_html << origin.name << " <span class=\"soft\">("_html
             << core::term(origin.kind).label << ")</span></li>"_html;
    html << "</ul>\n<ol class=\"plain rows\">\n"_html;
    for (const auto id : allegation.claims)
        if (const auto claim = desk.store.claim(id)) html << claim_row(*claim, desk.store);
    html << "</ol>\n"_html;
    return page(std::move(parts));
}

}  // namespace web
