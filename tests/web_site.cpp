#include "tests/web_site.h"

#include <algorithm>

#include "knowledge/knowledge.h"
#include "web/request.h"

namespace site {

using core::Certainty;
using core::ClaimKind;
using core::Conduct;

namespace {

core::Instant at(std::string_view text) { return core::parse_timestamp(text)->at; }

core::Picture picture_of(const store::Reader& store, const core::Topic& topic) {
    const auto claims = store.claims_of(topic);
    std::vector<core::ArticleFacts> articles;
    for (const auto& claim : claims) {
        const auto known = std::any_of(articles.begin(), articles.end(),
                                       [&](const auto& a) { return a.id == claim.article; });
        if (!known) articles.push_back(*store.article_facts(claim.article));
    }
    return knowledge::assemble(topic, claims, articles);
}

}  // namespace

Story::Story(std::string url, std::string outlet, std::string published, std::string title) {
    article.url = core::Url::parse(url).value();
    article.outlet = {std::move(outlet), core::registrable_domain(article.url->host())};
    article.published = core::parse_timestamp(published);
    article.title = std::move(title);
    article.language = "en";
}

Story& Story::paragraph(const std::string& text, core::BlockKind kind) {
    if (!article.text.empty()) article.text += '\n';
    const auto begin = article.text.size();
    article.text += text;
    article.blocks.push_back({kind, {begin, article.text.size()}});
    return *this;
}

core::Span Story::find(std::string_view words) const {
    const auto begin = article.text.rfind(words);
    return begin == std::string::npos ? core::Span{} : core::Span{begin, begin + words.size()};
}

std::optional<core::Party> Story::party(const std::string& name) const {
    if (name.empty()) return std::nullopt;
    core::Party party{.name = name};
    if (const auto span = find(name); span.size() > 0) party.span = span;
    return party;
}

core::Claim& Story::claim(ClaimKind kind, const std::string& claimant, const std::string& accused,
                          Conduct conduct, std::string_view quote) {
    core::Claim claim{.kind = kind,
                      .quote = quote.empty() ? article.blocks.back().span : find(quote)};
    if (const auto who = party(claimant)) claim.claimant.push_back(*who);
    if (const auto whom = party(accused)) claim.accused.push_back(*whom);
    claim.conduct.push_back(conduct);
    findings.claims.push_back(std::move(claim));
    return findings.claims.back();
}

Site::Site()
    : store(store::Store::open(home.path() / "claimtrail.db")),
      index(search::IndexWriter::open(home.path() / "index", store.uuid())),
      now(at("2026-06-22T09:00:00Z")) {}

store::SavedArticle Site::save(const Story& story, std::string_view retrieved) {
    store::Saving saving{.retrieved = at(retrieved), .extractor = "test"};
    for (const auto& claim : story.findings.claims)
        saving.topics.push_back(knowledge::topics_of(claim));
    auto saved = store.save(story.article, story.findings, saving);
    topics_.insert(topics_.end(), saved.topics.begin(), saved.topics.end());
    return saved;
}

void Site::conclude() {
    for (const auto& topic : store.topics_to_redo()) store.put(picture_of(store, topic));
    search::Batch batch{.upto = store.last_change()};
    for (const auto id : store.articles({.limit = 1000})) {
        batch.articles.push_back(id);
        const auto claims = store.claims_of(id);
        for (auto& doc : search::make_docs(*store.article(id), claims))
            batch.docs.push_back(std::move(doc));
    }
    std::vector<core::EntityId> entities;
    for (const auto& change : store.changes_after(0, 100000))
        if (change.of == store::Change::Of::Entity) entities.push_back({change.id});
    for (const auto id : entities)
        if (const auto entity = store.entity(id)) batch.docs.push_back(search::make_doc(*entity));
    index.apply(batch);
}

web::Response Site::get(const std::string& target, const web::Request& headers) const {
    auto request = web::parse_target(target).value();
    request.method = headers.method;
    request.accept = headers.accept;
    request.accept_encoding = headers.accept_encoding;
    request.if_none_match = headers.if_none_match;
    request.host = "127.0.0.1:8737";
    const auto reader = index.reader();
    return web::respond(request, {.store = store, .index = reader, .now = now});
}

namespace {

core::EntityMentions named(const Story& story, const std::string& name, core::EntityType type) {
    core::EntityMentions found{.entity = {.name = name, .type = type}};
    for (auto at = story.article.text.find(name); at != std::string::npos;
         at = story.article.text.find(name, at + 1))
        found.mentions.push_back({at, at + name.size()});
    return found;
}

void name_everybody(Story& story) {
    for (const char* name : {"Quillmark", "Parallax Labs"}) {
        auto found = named(story, name, core::EntityType::Organisation);
        if (!found.mentions.empty()) story.findings.entities.push_back(std::move(found));
    }
}

Story first_report() {
    Story story("https://ledger.example/2026/06/quillmark-parallax", "The Ledger",
                "2026-06-10T08:30:00Z", "Quillmark says Parallax Labs copied its model");
    story.article.authors = {"Ida Brandt"};
    story.paragraph("A quarrel over two language models broke out on Wednesday.");
    story.paragraph("Quillmark has accused Parallax Labs of distilling its Heron model.");
    story.claim(ClaimKind::Accusation, "Quillmark", "Parallax Labs", Conduct::Distillation)
        .certainty = Certainty::Alleged;
    story.findings.claims.back().hedge = story.find("accused");
    story.findings.claims.back().object = "Heron model";
    story.findings.claims.back().object_owner = "Quillmark";
    story.paragraph(
        "In late 2025 its engineers saw “unusual traffic” from accounts that they believe "
        "belong to Parallax Labs, it said.");
    auto& evidence = story.claim(ClaimKind::Observation, "Quillmark", "Parallax Labs",
                                 Conduct::DataExfiltration);
    evidence.certainty = Certainty::Suspected;
    evidence.hedge = story.find("believe");
    evidence.evidence = {{core::EvidenceType::AccountActivity, story.find("“unusual traffic”")}};
    evidence.time = core::ClaimTime{"late 2025", core::Edtf::parse("2025-10/2025-12")};
    evidence.confidence = 0.83;
    name_everybody(story);
    return story;
}

Story repeat(const std::string& url, const std::string& outlet, const std::string& published,
             bool credited) {
    Story story(url, outlet, published, "Parallax Labs accused over Heron");
    story.paragraph(std::string(credited ? "According to The Ledger, " : "") +
                    "Quillmark accused Parallax Labs of distilling Heron.");
    auto& claim =
        story.claim(ClaimKind::Accusation, "Quillmark", "Parallax Labs", Conduct::Distillation);
    claim.certainty = Certainty::Alleged;
    if (credited) {
        claim.via = {{"The Ledger", story.find("The Ledger")}};
        story.findings.citations = {{.outlet = "The Ledger", .span = story.find("The Ledger")}};
    }
    name_everybody(story);
    return story;
}

Story denial() {
    Story story("https://courier.example/parallax-denies", "Morning Courier", "2026-06-12",
                "Parallax Labs denies copying Heron");
    story.paragraph("“We trained on our own data,” Parallax Labs said, denying the accusation.");
    story.claim(ClaimKind::Denial, "Parallax Labs", "Parallax Labs", Conduct::Distillation)
        .certainty = Certainty::Denied;
    name_everybody(story);
    return story;
}

}  // namespace

void fill(Site& site) {
    site.save(first_report());
    site.save(repeat("https://www.harbour.example/news/1", "Harbour News", "2026-06-10", true));
    site.save(repeat("https://techdaily.example/heron", "Tech Daily", "2026-06-11", false));
    site.save(denial());
    site.conclude();
}

}  // namespace site
