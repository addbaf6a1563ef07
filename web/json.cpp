// Articles, claims, allegations and entities. Disputes and their events: json_disputes.cpp; search
// hits: json_search.cpp; figures: json_status.cpp.
#include "web/json.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/text.h"

namespace web {

namespace {

using json = nlohmann::ordered_json;

std::string written(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <class T>
json maybe(const std::optional<T>& value) {
    return value ? json(*value) : json();
}
json maybe(const std::optional<core::Url>& url) { return url ? json(url->text()) : json(); }
json maybe(const std::optional<core::Timestamp>& stamp) {
    return stamp ? json(core::to_zoned_text(*stamp)) : json();
}
template <class Tag>
json maybe(const std::optional<core::Id<Tag>>& id) {
    return id ? json(core::to_text(*id)) : json();
}

template <class Tag>
json ids(const std::vector<core::Id<Tag>>& all) {
    json list = json::array();
    for (const auto id : all) list.push_back(core::to_text(id));
    return list;
}
template <class E>
json codes(const std::vector<E>& values) {
    json list = json::array();
    for (const auto value : values) list.push_back(core::code(value));
    return list;
}
json names(const std::vector<core::Party>& parties) {
    json list = json::array();
    for (const auto& party : parties) list.push_back(party.name);
    return list;
}

json outlet_value(const core::Outlet& outlet) {
    return {{"name", maybe(outlet.name)}, {"domain", maybe(outlet.domain)}};
}

// Spans as code points of one text. A span that does not lie in it is unknown.
class Offsets {
public:
    explicit Offsets(std::string_view text) : points_(text), size_(text.size()) {}

    json of(const core::Span& span) const {
        if (span.begin > span.end || span.end > size_) return {};
        return {{"start", points_.from_byte(span.begin)}, {"end", points_.from_byte(span.end)}};
    }
    json of(const std::optional<core::Span>& span) const { return span ? of(*span) : json(); }
    json of(const std::vector<core::Span>& spans) const {
        json list = json::array();
        for (const auto& span : spans) list.push_back(of(span));
        return list;
    }
    // Where a slot's first party that has a place of its own is named.
    json of(const std::vector<core::Party>& parties) const {
        for (const auto& party : parties)
            if (party.span) return of(*party.span);
        return {};
    }

private:
    core::CodePoints points_;
    std::size_t size_;
};

json evidence_value(const core::Evidence& evidence, const Offsets& offsets) {
    json value{{"type", core::code(evidence.type)}};
    value.update(offsets.of(evidence.span).is_null() ? json{{"start", nullptr}, {"end", nullptr}}
                                                     : offsets.of(evidence.span));
    return value;
}

json time_value(const std::optional<core::ClaimTime>& time) {
    if (!time) return {};
    return {{"text", time->text}, {"edtf", time->edtf ? json(time->edtf->text()) : json()}};
}

// Every slot of a claim, appended to what `value` holds already.
void add_slots(json& value, const core::Claim& claim, std::string_view quote,
               const Offsets& offsets) {
    const auto place = offsets.of(claim.quote);
    value["start"] = place.is_null() ? json() : place["start"];
    value["end"] = place.is_null() ? json() : place["end"];
    value["quote"] = quote;
    value["kind"] = core::code(claim.kind);
    value["claimant"] = names(claim.claimant);
    value["claimant_span"] = offsets.of(claim.claimant);
    value["accused"] = names(claim.accused);
    value["accused_span"] = offsets.of(claim.accused);
    value["conduct"] = codes(claim.conduct);
    value["object"] = maybe(claim.object);
    value["object_owner"] = maybe(claim.object_owner);
    value["evidence"] = json::array();
    for (const auto& one : claim.evidence)
        value["evidence"].push_back(evidence_value(one, offsets));
    value["via"] = names(claim.via);
    value["via_span"] = offsets.of(claim.via);
    value["certainty"] = core::code(claim.certainty);
    value["hedge_span"] = offsets.of(claim.hedge);
    value["time"] = time_value(claim.time);
    value["confidence"] = maybe(claim.confidence);
}

json entity_mentions(const core::EntityMentions& one, const Offsets& offsets) {
    return {{"name", one.entity.name},
            {"type", core::code(one.entity.type)},
            {"mentions", offsets.of(one.mentions)}};
}

json tone_value(const Extracted::Tone& tone, const core::Findings& findings) {
    std::map<std::string_view, json> tickers;
    for (const auto& one : findings.entities)
        if (one.entity.ticker) tickers[one.entity.name] = *one.entity.ticker;
    json entities = json::array();
    for (const auto& [name, score] : tone.entities) {
        const auto ticker = tickers.find(name);
        entities.push_back({{"name", name},
                            {"ticker", ticker == tickers.end() ? json() : ticker->second},
                            {"score", score}});
    }
    return {{"label", tone.label}, {"score", tone.score}, {"entities", std::move(entities)}};
}

void add_findings(json& value, const Extracted& extracted, const Offsets& offsets) {
    const auto& article = extracted.article;
    const auto& findings = *extracted.findings;
    value["summary"] = json::array();
    for (const auto& span : extracted.summary)
        value["summary"].push_back(core::cut(article.text, span));
    value["tone"] = extracted.tone ? tone_value(*extracted.tone, findings) : json();
    value["entities"] = json::array();
    for (const auto& one : findings.entities)
        value["entities"].push_back(entity_mentions(one, offsets));
    value["claims"] = json::array();
    for (const auto& claim : findings.claims) {
        json slots = json::object();
        add_slots(slots, claim, core::cut(article.text, claim.quote), offsets);
        value["claims"].push_back(std::move(slots));
    }
}

json origin_value(const core::Origin& origin) {
    return {{"name", origin.name},
            {"kind", core::code(origin.kind)},
            {"article", maybe(origin.article)}};
}

json facts_value(const core::ArticleFacts& facts) {
    return {{"id", core::to_text(facts.id)},
            {"input_id", maybe(facts.input_id)},
            {"url", maybe(facts.url)},
            {"title", maybe(facts.title)},
            {"outlet", outlet_value(facts.outlet)},
            {"published", maybe(facts.published)},
            {"retrieved", core::to_text(facts.retrieved)},
            {"revision", facts.revision}};
}

json revision_value(const core::RevisionRecord& revision) {
    json changed = json::array();
    for (const auto& one : revision.changed)
        changed.push_back({{"id", core::to_text(one.id)}, {"slots", one.slots}});
    return {{"revision", revision.revision},
            {"retrieved", core::to_text(revision.retrieved)},
            {"title", maybe(revision.title)},
            {"claims",
             {{"added", ids(revision.added)},
              {"removed", ids(revision.removed)},
              {"changed", std::move(changed)}}}};
}

json citation_value(const core::CitationRecord& one, const Offsets& offsets) {
    json value{{"outlet", one.citation.outlet},
               {"url", maybe(one.citation.url)},
               {"article", maybe(one.article)}};
    value.update(offsets.of(one.citation.span).is_null()
                     ? json{{"start", nullptr}, {"end", nullptr}}
                     : offsets.of(one.citation.span));
    return value;
}

json block_values(const core::Article& article, const Offsets& offsets) {
    json blocks = json::array();
    for (const auto& block : article.blocks) {
        blocks.push_back(offsets.of(block.span));
        blocks.back()["kind"] = core::code(block.kind);
        if (block.posted) blocks.back()["posted"] = maybe(block.posted);
    }
    return blocks;
}

}  // namespace

std::string json_of(const Extracted& extracted) {
    const auto& article = extracted.article;
    const Offsets offsets(article.text);
    json value{{"id", maybe(extracted.id)},
               {"url", maybe(article.url)},
               {"canonical_url", maybe(article.canonical_url)},
               {"outlet", outlet_value(article.outlet)},
               {"title", maybe(article.title)},
               {"authors", article.authors},
               {"published", maybe(article.published)},
               {"modified", maybe(article.modified)},
               {"language", maybe(article.language)},
               {"paywalled", article.paywalled},
               {"text", article.text},
               {"blocks", block_values(article, offsets)}};
    if (extracted.findings != nullptr) add_findings(value, extracted, offsets);
    if (!extracted.attributions) return written(value);
    value["attributions"] = json::array();
    for (const auto& one : *extracted.attributions)
        value["attributions"].push_back({{"source", offsets.of(one.source)},
                                         {"cue", offsets.of(one.cue)},
                                         {"content", offsets.of(one.content)}});
    return written(value);
}

std::string claim_json(const core::ClaimRecord& claim, const core::ArticleRecord& article) {
    // Of a claim that an edit took out, the newest text knows no place.
    const auto& text = article.article.text;
    const auto& place = claim.claim.quote;
    const bool stands = place.begin <= place.end && place.end <= text.size() &&
                        core::cut(text, place) == claim.quote;
    json value{{"id", core::to_text(claim.id)}, {"article", facts_value(article.facts)}};
    add_slots(value, claim.claim, claim.quote, Offsets(stands ? std::string_view(text) : ""));
    value["responds_to"] = maybe(claim.responds_to);
    value["allegation"] = maybe(claim.allegation);
    value["disputes"] = ids(claim.disputes);
    value["origin"] = claim.origin ? origin_value(*claim.origin) : json();
    value["origins"] = claim.origins;
    return written(value);
}

std::string article_json(const core::ArticleRecord& record,
                         std::span<const core::RevisionRecord> revisions) {
    const auto& [facts, article] = std::tie(record.facts, record.article);
    const Offsets offsets(article.text);
    json cites = json::array();
    for (const auto& one : record.citations) cites.push_back(citation_value(one, offsets));
    json history = json::array();
    for (const auto& one : revisions) history.push_back(revision_value(one));
    return written({{"id", core::to_text(facts.id)},
                    {"input_id", maybe(facts.input_id)},
                    {"url", maybe(facts.url)},
                    {"canonical_url", maybe(article.canonical_url)},
                    {"outlet", outlet_value(facts.outlet)},
                    {"title", maybe(facts.title)},
                    {"authors", article.authors},
                    {"published", maybe(facts.published)},
                    {"modified", maybe(article.modified)},
                    {"language", maybe(article.language)},
                    {"text", article.text},
                    {"retrieved", core::to_text(facts.retrieved)},
                    {"revision", facts.revision},
                    {"status", core::code(record.status)},
                    {"robots", article.robots},
                    {"duplicate_of", maybe(facts.duplicate_of)},
                    {"cites", std::move(cites)},
                    {"revisions", std::move(history)}});
}

std::string allegation_json(const core::AllegationRecord& allegation) {
    json origins = json::array();
    for (const auto& origin : allegation.origins) origins.push_back(origin_value(origin));
    return written({{"id", core::to_text(allegation.id)},
                    {"claims", ids(allegation.claims)},
                    {"origins", std::move(origins)}});
}

std::string entity_json(const core::EntityRecord& record) {
    const auto& entity = record.entity;
    return written({{"id", core::to_text(record.id)},
                    {"name", entity.name},
                    {"type", core::code(entity.type)},
                    {"aliases", entity.aliases},
                    {"parent", maybe(entity.parent)},
                    {"ticker", maybe(entity.ticker)},
                    {"wikidata", maybe(entity.wikidata)},
                    {"domain", maybe(entity.domain)},
                    {"articles", record.articles},
                    {"claims_by", record.claims_by},
                    {"claims_about", record.claims_about}});
}

}  // namespace web
