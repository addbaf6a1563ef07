#include <algorithm>

#include "core/text.h"
#include "web/page.h"
#include "web/pages.h"
#include "web/pieces.h"
#include "web/quote.h"
#include "web/words.h"

namespace web {

namespace {

constexpr std::size_t kElsewhere = 10;  // other claims that say the same

// The text that a claim's spans point into: the newest, or the one an edit took the claim out of.
struct Reading {
    std::string_view text;
    std::optional<int> older_revision;
};

bool stands_in(std::string_view text, const core::ClaimRecord& claim) {
    const auto& place = claim.claim.quote;
    return place.begin <= place.end && place.end <= text.size() &&
           core::cut(text, place) == claim.quote;
}

Reading reading_of(const core::ClaimRecord& claim, const core::ArticleRecord& article,
                   const std::vector<core::RevisionRecord>& revisions) {
    if (stands_in(article.article.text, claim)) return {article.article.text, {}};
    for (auto older = revisions.rbegin(); older != revisions.rend(); ++older)
        if (stands_in(older->text, claim)) return {older->text, older->revision};
    return {{}, article.facts.revision};
}

std::string_view words_at(std::string_view text, const core::Span& span) {
    return span.begin <= span.end && span.end <= text.size() ? core::cut(text, span)
                                                             : std::string_view();
}

Html slot(std::string_view name, const Html& value) {
    Html html;
    html << "<dt>"_html << name << "</dt><dd>"_html;
    if (value.empty())
        html << "<span class=\"soft\">not known</span>"_html;
    else
        html << value;
    return html << "</dd>\n"_html;
}

Html text(std::string_view words) {
    Html html;
    return html << words;
}

Html parties(const std::vector<core::Party>& all, std::string_view text,
             const store::Reader& store) {
    Html html;
    for (const auto& party : all) {
        if (&party != all.data()) html << ", "_html;
        html << entity_link(party.name, store);
        const auto words = party.span ? words_at(text, *party.span) : std::string_view();
        if (!words.empty() && words != party.name)
            html << " <span class=\"soft\">(“"_html << words << "”)</span>"_html;
    }
    return html;
}

Html conducts(const core::Claim& claim) {
    Html html;
    for (const auto conduct : claim.conduct)
        html << "<a class=\"chip\" href=\""_html
             << Href::query("/search"_html, {{"q", "conduct:" + std::string(core::code(conduct))}})
             << "\">"_html << core::term(conduct).label << "</a> "_html;
    return html;
}

Html evidence(const core::Claim& claim, std::string_view text) {
    Html html;
    if (claim.evidence.empty()) return html << "<span class=\"soft\">none given</span>"_html;
    for (const auto& one : claim.evidence)
        html << "<p>"_html << chip(core::term(one.type).label) << " "_html
             << in_quotes(words_at(text, one.span)) << "</p>"_html;
    return html;
}

Html certainty(const core::Claim& claim, std::string_view text) {
    Html html;
    html << certainty_chip(claim.certainty) << " "_html << core::term(claim.certainty).meaning;
    const auto words = claim.hedge ? words_at(text, *claim.hedge) : std::string_view();
    if (!words.empty()) html << "; here: "_html << in_quotes(words);
    return html;
}

Html time_of(const core::Claim& claim) {
    Html html;
    if (!claim.time) return html;
    html << in_quotes(claim.time->text);
    if (claim.time->edtf) html << ", read as "_html << when_tag(*claim.time->edtf);
    return html;
}

Html origin_of(const core::ClaimRecord& claim, const store::Reader& store) {
    Html html;
    if (!claim.origin) return html;
    html << claim.origin->name << " <span class=\"soft\">("_html
         << core::term(claim.origin->kind).label << ")</span>"_html;
    const bool elsewhere = claim.origin->article && claim.origin->article != claim.article;
    if (const auto facts = elsewhere ? store.article_facts(*claim.origin->article) : std::nullopt)
        html << ": “"_html << article_link(*facts) << "”"_html;
    if (lost_credit(claim))
        html << " <strong>credit lost:</strong> this article does not say so."_html;
    return html;
}

Html confidence(const core::Claim& claim) {
    Html html;
    if (!claim.confidence) return html << "<span class=\"soft\">not calibrated</span>"_html;
    const auto value = *claim.confidence;
    return html << (value >= 0.8   ? "high: the program is seldom wrong on such sentences"
                    : value >= 0.5 ? "fair: check it against the passage"
                                   : "low: read the passage first");
}

Html answered(const core::ClaimRecord& claim, const store::Reader& store) {
    const auto other = store.claim(*claim.responds_to);
    if (!other) return text("a claim that is no longer here");
    Html html;
    html << claim_link(other->id, claim_sentence(other->claim)) << " <span class=\"soft\">"_html
         << (claim.responds_within ? "as this article says" : "as was concluded from both")
         << "</span>"_html;
    return html;
}

Html slots(const core::ClaimRecord& record, std::string_view text_of, const store::Reader& store) {
    const auto& claim = record.claim;
    Html html;
    html << "<dl class=\"slots\">\n"_html
         << slot("Who says it", parties(claim.claimant, text_of, store))
         << slot("Of whom", parties(claim.accused, text_of, store))
         << slot("Kind", text(core::term(claim.kind).label)) << slot("Conduct", conducts(claim))
         << slot("What was taken", text(claim.object.value_or("")))
         << slot("Whose it is", text(claim.object_owner.value_or("")))
         << slot("How surely", certainty(claim, text_of))
         << slot("Evidence", evidence(claim, text_of)) << slot("When it happened", time_of(claim))
         << slot("Credited",
                 claim.via.empty() ? text("nobody") : parties(claim.via, text_of, store))
         << slot("Origin", origin_of(record, store));
    if (record.responds_to) html << slot("Answers", answered(record, store));
    return html << slot("Confidence", confidence(claim)) << "</dl>\n"_html;
}

Html elsewhere(const core::ClaimRecord& claim, const store::Reader& store) {
    Html html;
    const auto allegation = claim.allegation ? store.allegation(*claim.allegation) : std::nullopt;
    if (!allegation || allegation->claims.size() < 2) return html;
    html << "<h2>The same claim elsewhere</h2>\n<p><a href=\""_html
         << Href::path("/allegations/"_html, core::to_text(allegation->id)) << "\">"_html
         << plural(static_cast<std::int64_t>(allegation->claims.size()), "claim", "claims")
         << "</a> on "_html << plural(claim.origins, "independent origin", "independent origins")
         << ".</p>\n<ol class=\"plain rows\">\n"_html;
    std::size_t shown = 0;
    for (const auto id : allegation->claims) {
        if (id == claim.id || shown == kElsewhere) continue;
        if (const auto other = store.claim(id)) html << claim_row(*other, store);
        ++shown;
    }
    return html << "</ol>\n"_html;
}

Html cite(const core::ClaimRecord& claim, const core::ArticleFacts& facts) {
    const auto retrieved = std::chrono::floor<std::chrono::days>(facts.retrieved);
    Html html;
    html << "<h2>Cite this</h2>\n<p class=\"cite\">"_html << outlet_of(facts) << ", “"_html
         << title_of(facts) << "”, "_html << long_day(facts.day());
    if (facts.url) html << ", "_html << facts.url->text();
    return html << ", retrieved "_html << long_day(retrieved) << "; claimtrail "_html
                << core::to_text(claim.id) << ".</p>\n"_html;
}

// The first and the last words of a quote, by which a browser finds it on the outlet's page.
Href place_on(const core::Url& url, std::string_view quote) {
    constexpr std::size_t few = 5;
    const auto line = quote.substr(0, quote.find('\n'));
    std::vector<std::string> words;
    for (const auto word : core::split(line, ' '))
        if (!word.empty()) words.emplace_back(word);
    if (words.size() <= 2 * few) return Href::to_words(url, core::join(words, " "), "");
    const std::span<const std::string> all(words);
    return Href::to_words(url, core::join(all.first(few), " "), core::join(all.last(few), " "));
}

Html where(const core::ClaimRecord& claim, const core::ArticleFacts& facts) {
    Html html;
    html << "<p class=\"meta\">"_html << outlet_link(facts) << ", "_html << day_tag(facts.day())
         << " · “<a href=\""_html << Href::path("/articles/"_html, core::to_text(facts.id))
         << Href::anchor(core::to_text(claim.id)) << "\">"_html << title_of(facts)
         << "</a>” · kept "_html << day_tag(std::chrono::floor<std::chrono::days>(facts.retrieved));
    if (facts.url)
        html << " · <a rel=\"noopener noreferrer nofollow\" href=\""_html
             << place_on(*facts.url, claim.quote) << "\">this sentence at the outlet</a>"_html;
    return html << "</p>\n"_html;
}

Html passage(const core::ClaimRecord& claim, const Reading& reading) {
    Html html;
    if (reading.older_revision)
        html << "<p class=\"note\">An edit took this out of the article: it stood in revision "_html
             << *reading.older_revision << ".</p>\n"_html;
    html << "<blockquote class=\"passage\">\n"_html;
    if (reading.text.empty())
        html << "<p>"_html << claim.quote << "</p>\n"_html;
    else
        html << context_html(reading.text, claim.claim);
    return html << "</blockquote>\n"_html << legend_html(claim.claim);
}

}  // namespace

Response claim_page(const core::ClaimRecord& claim, const core::ArticleRecord& article,
                    const Desk& desk) {
    PageParts parts{.title = claim_sentence(claim.claim),
                    .json = Href::path("/api/v1/claims/"_html, core::to_text(claim.id))};
    const auto revisions = desk.store.revisions(article.facts.id);
    const auto reading = reading_of(claim, article, revisions);
    auto& html = parts.main;
    html << "<p class=\"meta\">Claim "_html << core::to_text(claim.id);
    for (const auto id : claim.disputes)
        if (const auto dispute = desk.store.dispute(id))
            html << " · in "_html << dispute_link(id, dispute->name);
    html << "</p>\n<h1>"_html << parts.title << " "_html << certainty_chip(claim.claim.certainty)
         << "</h1>\n"_html << passage(claim, reading) << where(claim, article.facts)
         << "<h2>What was read out of it</h2>\n"_html << slots(claim, reading.text, desk.store)
         << elsewhere(claim, desk.store) << cite(claim, article.facts);
    return page(std::move(parts));
}

}  // namespace web
