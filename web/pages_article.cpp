#include <algorithm>

#include "core/text.h"
#include "web/page.h"
#include "web/pages.h"
#include "web/pieces.h"
#include "web/quote.h"
#include "web/words.h"

namespace web {

namespace {

// Longer than any article; a page of more is no use to anybody.
constexpr std::size_t kMostText = 400'000;
constexpr std::size_t kMostClaims = 500;
constexpr std::size_t kMostNames = 60;

Html block_html(const core::Block& block, std::string_view text,
                const std::vector<core::ClaimRecord>& claims) {
    const auto words = claims_marked(text, block.span, claims);
    Html html;
    switch (block.kind) {
        case core::BlockKind::Heading: return html << "<h3>"_html << words << "</h3>\n"_html;
        case core::BlockKind::Quotation:
            return html << "<blockquote><p>"_html << words << "</p></blockquote>\n"_html;
        case core::BlockKind::ListItem:
            return html << "<p class=\"item\">"_html << words << "</p>\n"_html;
        case core::BlockKind::Caption:
            return html << "<p class=\"caption\">"_html << words << "</p>\n"_html;
        case core::BlockKind::Paragraph:
        case core::BlockKind::LiveEntry: break;
    }
    return html << "<p>"_html << words << "</p>\n"_html;
}

// The claims whose quotes reach into a block; both are in reading order.
std::vector<core::ClaimRecord> within(const core::Span& block,
                                      const std::vector<core::ClaimRecord>& claims) {
    std::vector<core::ClaimRecord> inside;
    const auto from = std::lower_bound(
        claims.begin(), claims.end(), block.begin,
        [](const core::ClaimRecord& claim, std::size_t at) { return claim.claim.quote.end <= at; });
    for (auto claim = from; claim != claims.end() && claim->claim.quote.begin < block.end; ++claim)
        inside.push_back(*claim);
    return inside;
}

Html marked_text(const core::ArticleRecord& record, const std::vector<core::ClaimRecord>& claims) {
    Html html;
    html << "<h2>Text as kept</h2>\n<div class=\"text\">\n"_html;
    for (const auto& block : record.article.blocks) {
        if (block.span.begin > block.span.end || block.span.end > record.article.text.size())
            continue;
        if (block.span.end > kMostText) {
            html << "<p class=\"note\">The rest is in the JSON.</p>\n"_html;
            break;
        }
        html << block_html(block, record.article.text, within(block.span, claims));
    }
    return html << "</div>\n"_html;
}

Html facts_html(const core::ArticleRecord& record) {
    const auto& facts = record.facts;
    Html html;
    html << "<p class=\"meta\">"_html << outlet_link(facts);
    if (!record.article.authors.empty()) html << " · by "_html << and_list(record.article.authors);
    html << " · "_html
         << (facts.published ? "published " : "publication date not known; retrieved ")
         << day_tag(facts.day());
    if (facts.url)
        html << " · <a rel=\"noopener noreferrer nofollow\" href=\""_html << Href::to(*facts.url)
             << "\">at the outlet</a>"_html;
    return html << "</p>\n"_html;
}

Html notes(const core::ArticleRecord& record, const store::Reader& store) {
    Html html;
    if (record.status != core::ArticleStatus::Ok)
        html << "<p class=\"note\">This article is "_html << core::term(record.status).label
             << ": "_html << core::term(record.status).meaning << ".</p>\n"_html;
    if (record.article.paywalled)
        html << "<p class=\"note\">Only what is visible before its paywall.</p>\n"_html;
    const auto& copied = record.facts.duplicate_of;
    if (const auto facts = copied ? store.article_facts(*copied) : std::nullopt)
        html << "<p class=\"note\">A copy of “"_html << article_link(*facts) << "” ("_html
             << outlet_of(*facts) << ", "_html << day_tag(facts->day()) << ").</p>\n"_html;
    return html;
}

Html claims_html(const std::vector<core::ClaimRecord>& claims) {
    Html html;
    html << "<h2>"_html << plural(static_cast<std::int64_t>(claims.size()), "claim", "claims")
         << "</h2>\n"_html;
    if (claims.empty()) return html << "<p class=\"soft\">No claim was found in it.</p>\n"_html;
    html << "<ol class=\"plain brief\">\n"_html;
    for (std::size_t i = 0; i < std::min(kMostClaims, claims.size()); ++i)
        html << "<li>"_html << claim_link(claims[i].id, claim_sentence(claims[i].claim)) << " "_html
             << certainty_chip(claims[i].claim.certainty) << " <a class=\"here\" href=\""_html
             << Href::anchor(core::to_text(claims[i].id)) << "\">in the text</a></li>\n"_html;
    return html << "</ol>\n"_html;
}

Html credits_html(const core::ArticleRecord& record, const store::Reader& store) {
    Html html;
    if (record.citations.empty()) return html;
    html << "<h2>Whom it credits</h2>\n<ul class=\"plain brief\">\n"_html;
    for (const auto& one : record.citations) {
        html << "<li>"_html << one.citation.outlet;
        if (const auto facts = one.article ? store.article_facts(*one.article) : std::nullopt)
            html << ": “"_html << article_link(*facts) << "”"_html;
        else if (one.citation.url)
            html << ": <a rel=\"noopener noreferrer nofollow\" href=\""_html
                 << Href::to(*one.citation.url) << "\">"_html << one.citation.url->text()
                 << "</a>"_html;
        html << "</li>\n"_html;
    }
    return html << "</ul>\n"_html;
}

Html names_html(const core::ArticleRecord& record, const store::Reader& store) {
    Html html;
    if (record.entities.empty()) return html;
    html << "<h2>Who is named</h2>\n<p>"_html;
    std::size_t shown = 0;
    for (const auto& one : record.entities) {
        if (shown++ == kMostNames) break;
        if (shown > 1) html << ", "_html;
        html << entity_link(one.entity.name, store);
    }
    return html << "</p>\n"_html;
}

Html claim_ids(std::string_view what, const std::vector<core::ClaimId>& ids) {
    Html html;
    if (ids.empty()) return html;
    html << "; "_html << what;
    for (const auto id : ids) html << " "_html << claim_link(id, core::to_text(id));
    return html;
}

Html revision_link(const core::RevisionRecord& revision, bool newest) {
    Html name;
    name << "Revision "_html << revision.revision;
    if (newest) return name;  // this page shows it
    const auto address = Href::query(""_html, {{"rev", std::to_string(revision.revision)}});
    return Html() << "<a href=\""_html << address << "\">"_html << name << "</a>"_html;
}

Html revisions_html(const std::vector<core::RevisionRecord>& revisions) {
    Html html;
    html << "<h2>History</h2>\n<ol class=\"plain brief\">\n"_html;
    for (const auto& one : revisions) {
        html << "<li>"_html << revision_link(one, &one == &revisions.back()) << ", retrieved "_html
             << core::to_text(one.retrieved);
        if (one.revision > 1)
            html << claim_ids("claims added:", one.added)
                 << claim_ids("claims removed:", one.removed);
        for (const auto& changed : one.changed)
            html << "; changed "_html << core::join(changed.slots, ", ") << " of "_html
                 << claim_link(changed.id, core::to_text(changed.id));
        html << "</li>\n"_html;
    }
    return html << "</ol>\n"_html;
}

Html capture_html(const core::ArticleRecord& record, const store::Reader& store) {
    Html html;
    const auto capture = record.capture ? store.capture(*record.capture) : std::nullopt;
    if (!capture) return html << "<p class=\"meta\">Imported without its HTTP response.</p>\n"_html;
    return html << "<p class=\"meta\">Kept as fetched "_html << core::to_text(capture->fetched_at)
                << " (HTTP "_html << capture->status << ", "_html << capture->warc_file
                << "), SHA-256 <code>"_html << capture->sha256 << "</code></p>\n"_html;
}

}  // namespace

Response article_page(const core::ArticleRecord& record, const Desk& desk) {
    PageParts parts{.title = title_of(record.facts),
                    .json = Href::path("/api/v1/articles/"_html, core::to_text(record.facts.id))};
    auto claims = desk.store.claims_of(record.facts.id);
    std::stable_sort(claims.begin(), claims.end(),
                     [](const auto& a, const auto& b) { return a.claim.quote < b.claim.quote; });
    auto& html = parts.main;
    html << "<p class=\"meta\">Article "_html << core::to_text(record.facts.id) << "</p>\n<h1>"_html
         << title_of(record.facts) << "</h1>\n"_html << facts_html(record)
         << notes(record, desk.store) << claims_html(claims) << marked_text(record, claims)
         << credits_html(record, desk.store) << names_html(record, desk.store)
         << revisions_html(desk.store.revisions(record.facts.id))
         << capture_html(record, desk.store);
    return page(std::move(parts));
}

}  // namespace web
