// What is indexed of articles, claims and entities. No Xapian in here.
#include <algorithm>

#include "search/search.h"

namespace search {

namespace {

void add_parties(IndexDoc& doc, Field field, const std::vector<core::Party>& parties) {
    for (const auto& party : parties)
        if (core::is_named(party.name)) doc.values.emplace_back(field, party.name);
}

void add_claim_values(IndexDoc& doc, const core::Claim& claim) {
    add_parties(doc, Field::By, claim.claimant);
    add_parties(doc, Field::About, claim.accused);
    add_parties(doc, Field::Via, claim.via);
    for (const auto conduct : claim.conduct)
        doc.values.emplace_back(Field::Conduct, core::code(conduct));
    for (const auto& evidence : claim.evidence)
        doc.values.emplace_back(Field::Evidence, core::code(evidence.type));
    doc.values.emplace_back(Field::Kind, core::code(claim.kind));
    doc.values.emplace_back(Field::Certainty, core::code(claim.certainty));
}

void add_entity(IndexDoc& doc, const core::Entity& entity) {
    doc.values.emplace_back(Field::Entity, entity.name);
    for (const auto& alias : entity.aliases) doc.values.emplace_back(Field::Entity, alias);
}

void add_outlet(IndexDoc& doc, const core::Outlet& outlet) {
    if (outlet.name) doc.values.emplace_back(Field::Outlet, *outlet.name);
    if (outlet.domain) doc.values.emplace_back(Field::Outlet, *outlet.domain);
}

void add_language(IndexDoc& doc, const std::optional<std::string>& language) {
    if (!language) return;
    doc.language = *language;
    doc.values.emplace_back(Field::Lang, language->substr(0, language->find('-')));
}

// What a claim says in the words of its slots, so that "distillation" finds "distilled".
std::string slot_words(const core::Claim& claim) {
    std::string words;
    const auto add = [&](std::string_view word) {
        words += ' ';
        words += word;
    };
    for (const auto* parties : {&claim.claimant, &claim.accused})
        for (const auto& party : *parties)
            if (core::is_named(party.name)) add(party.name);
    for (const auto conduct : claim.conduct) add(core::term(conduct).label);
    if (claim.object) add(*claim.object);
    if (claim.object_owner) add(*claim.object_owner);
    return words;
}

IndexDoc claim_doc(const core::ClaimRecord& record, const core::ArticleRecord& article) {
    IndexDoc doc{.kind = DocKind::Claim,
                 .id = record.id.value,
                 .article = article.facts.id.value,
                 .title = slot_words(record.claim),
                 .body = record.quote};
    const auto day = article.facts.day();
    doc.date = core::DayRange{day, day};
    if (record.claim.time && record.claim.time->edtf)
        doc.happened = record.claim.time->edtf->days();
    doc.origins = record.origins;
    add_claim_values(doc, record.claim);
    add_outlet(doc, article.facts.outlet);
    add_language(doc, article.article.language);
    for (const auto& found : article.entities) {
        const auto in_quote = [&](const core::Span& mention) {
            return record.claim.quote.contains(mention);
        };
        if (std::any_of(found.mentions.begin(), found.mentions.end(), in_quote))
            add_entity(doc, found.entity);
    }
    return doc;
}

}  // namespace

std::vector<IndexDoc> make_docs(const core::ArticleRecord& article,
                                std::span<const core::ClaimRecord> claims) {
    IndexDoc doc{.kind = DocKind::Article,
                 .id = article.facts.id.value,
                 .article = article.facts.id.value,
                 .title = article.facts.title.value_or(""),
                 .body = article.article.text};
    const auto day = article.facts.day();
    doc.date = core::DayRange{day, day};
    add_outlet(doc, article.facts.outlet);
    add_language(doc, article.article.language);
    for (const auto& found : article.entities) add_entity(doc, found.entity);
    for (const auto& claim : claims) {
        add_claim_values(doc, claim.claim);
        doc.origins = std::max(doc.origins, claim.origins);
    }
    std::vector<IndexDoc> docs;
    docs.push_back(std::move(doc));
    for (const auto& claim : claims) docs.push_back(claim_doc(claim, article));
    return docs;
}

IndexDoc make_doc(const core::EntityRecord& record) {
    IndexDoc doc{.kind = DocKind::Entity, .id = record.id.value, .title = record.entity.name};
    for (const auto& alias : record.entity.aliases) doc.body += alias + "\n";
    add_entity(doc, record.entity);
    return doc;
}

}  // namespace search
