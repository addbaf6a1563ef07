#include "tests/web_site.h"

#include <algorithm>
#include <set>

#include "web/request.h"

namespace site {

using core::Certainty;
using core::ClaimKind;
using core::Conduct;

namespace {

core::Instant at(std::string_view text) { return core::parse_timestamp(text)->at; }

std::vector<std::string> names(const std::vector<core::Party>& parties) {
    std::vector<std::string> all;
    for (const auto& party : parties) all.push_back(party.name);
    return all;
}

core::Event event_of(const core::ClaimRecord& claim, const core::ArticleFacts& article) {
    const auto& time = claim.claim.time;
    const bool dated = time && time->edtf;
    return {.date = dated ? *time->edtf : core::Edtf::of(article.day()),
            .basis = dated ? core::DateBasis::Happened : core::DateBasis::Published,
            .kind = core::event_kind(claim.claim.kind),
            .claimant = names(claim.claim.claimant),
            .accused = names(claim.claim.accused),
            .conduct = claim.claim.conduct};
}

bool same_event(const core::Event& a, const core::Event& b) {
    return a.kind == b.kind && a.claimant == b.claimant && a.conduct == b.conduct &&
           (a.basis == core::DateBasis::Published || a.date == b.date);
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
        saving.topics.push_back({claim.accused.empty() ? "-" : claim.accused[0].name});
    auto saved = store.save(story.article, story.findings, saving);
    if (!story.copied_from.empty()) copied_from_[saved.id] = story.copied_from;
    return saved;
}

// The outlet that is credited, or silently copied; else the article itself, by the name that others
// credit it by.
core::Origin Site::origin_of(const core::ClaimRecord& claim,
                             const std::vector<core::ClaimRecord>& all) const {
    const auto own = store.article_facts(claim.article)->outlet.name.value_or("");
    const auto copied = copied_from_.find(claim.article);
    const auto name = !claim.claim.via.empty()       ? claim.claim.via.back().name
                      : copied != copied_from_.end() ? copied->second
                                                     : own;
    core::Origin origin{name, core::OriginKind::Outlet, {}};
    for (const auto& other : all)
        if (!origin.article && store.article_facts(other.article)->outlet.name == name)
            origin.article = other.article;
    const bool credited = std::any_of(all.begin(), all.end(), [&](const auto& other) {
        return !other.claim.via.empty() && other.claim.via.back().name == own;
    });
    if (name == own && !credited) origin.kind = core::OriginKind::Article;
    return origin;
}

core::Picture Site::picture_of(const core::Topic& topic) const {
    core::Picture picture{.topic = topic};
    const auto claims = store.claims_of(topic);
    if (claims.empty()) return picture;
    auto& dispute = picture.disputes.emplace_back();
    std::set<core::ArticleId> articles;
    std::set<std::string> origins;
    for (const auto& claim : claims) {
        const auto event = event_of(claim, *store.article_facts(claim.article));
        const auto known = std::find_if(dispute.events.begin(), dispute.events.end(),
                                        [&](const auto& e) { return same_event(e, event); });
        const auto at = static_cast<std::size_t>(known - dispute.events.begin());
        if (known == dispute.events.end()) {
            dispute.events.push_back(event);
            picture.allegations.emplace_back();
            dispute.allegations.push_back(at);
        }
        auto& draft = picture.allegations[at];
        const auto origin = origin_of(claim, claims);
        draft.claims.push_back(claim.id);
        draft.origin_of.push_back(origin);
        if (std::find(draft.origins.begin(), draft.origins.end(), origin) == draft.origins.end())
            draft.origins.push_back(origin);
        dispute.events[at].claims.push_back(claim.id);
        dispute.events[at].origins = static_cast<int>(draft.origins.size());
        dispute.claims.push_back(claim.id);
        if (event.kind == core::EventKind::Denial) dispute.state = core::DisputeState::Denied;
        articles.insert(claim.article);
        origins.insert(origin.name);
    }
    const auto accuser = claims.front().claim.claimant.front().name;
    dispute.key = topic;
    dispute.name = accuser + " – " + topic + ": " +
                   std::string(core::term(claims.front().claim.conduct.front()).label);
    dispute.parties = {accuser, topic};
    dispute.conduct = claims.front().claim.conduct;
    dispute.articles = static_cast<int>(articles.size());
    dispute.origins = static_cast<int>(origins.size());
    return picture;
}

void Site::conclude() {
    for (const auto& topic : store.topics_to_redo()) store.put(picture_of(topic));
    search::Batch batch{.upto = store.last_change()};
    for (const auto id : store.articles({.limit = 100000})) {
        batch.articles.push_back(id);
        const auto claims = store.claims_of(id);
        for (auto& doc : search::make_docs(*store.article(id), claims))
            batch.docs.push_back(std::move(doc));
    }
    std::vector<core::EntityId> entities;
    for (const auto& change : store.changes_after(0, 10000000))
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
    if (!credited) story.copied_from = "The Ledger";
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
