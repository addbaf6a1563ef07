#include <catch2/catch.hpp>

#include "tests/store_records.h"

using core::ClaimKind;
using records::Draft;
using store::SavedArticle;

namespace {

Draft accusation() {
    Draft draft{.url = "http://www.fathom.example/a",
                .outlet = "The Fathom",
                .published = "2026-06-10T09:00:00+02:00"};
    auto& claim = draft.say("Quillmark accused Parallax Labs of distilling Heron.",
                            ClaimKind::Accusation, "Quillmark", "Parallax Labs");
    claim.certainty = core::Certainty::Alleged;
    claim.hedge = core::Span{10, 17};
    claim.via = {{.name = "The Ledger"}};
    claim.evidence = {{core::EvidenceType::AccountActivity, {0, 9}}};
    claim.time = core::ClaimTime{"late 2025", core::Edtf::parse("2025-10/2025-12")};
    claim.object = "Heron's outputs";
    claim.object_owner = "Quillmark";
    claim.confidence = 0.5;
    auto& denial = draft.say("Parallax Labs denied it — naïvely, critics said.", ClaimKind::Denial,
                             "Parallax Labs", "Parallax Labs");
    denial.certainty = core::Certainty::Denied;
    denial.responds_to = 0;
    return draft;
}

}  // namespace

TEST_CASE("The entries of a live blog come back with the times they were posted at",
          "[store][save]") {
    auto store = store::Store::in_memory();
    auto article = accusation().article();
    article.blocks = {{core::BlockKind::Heading, {0, 9}},
                      {.kind = core::BlockKind::LiveEntry,
                       .span = {10, 52},
                       .posted = core::parse_timestamp("2026-06-10T09:05:00+02:00")}};
    const auto saved = store.save(
        article, {}, {.retrieved = records::day("2026-06-15"), .extractor = "1", .topics = {}});
    const auto blocks = store.article(saved.id)->article.blocks;
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].kind == core::BlockKind::Heading);
    CHECK_FALSE(blocks[0].posted);
    CHECK(blocks[1].kind == core::BlockKind::LiveEntry);
    CHECK(blocks[1].span == core::Span{10, 52});
    CHECK(blocks[1].posted == article.blocks[1].posted);
}

TEST_CASE("An article comes back as it was saved, every slot of every claim", "[store][save]") {
    auto store = store::Store::in_memory();
    const auto saved = records::save(store, accusation());
    CHECK(saved.change == SavedArticle::Change::New);
    REQUIRE(saved.claims.size() == 2);

    const auto article = store.article(saved.id);
    REQUIRE(article);
    CHECK(article->article.text == accusation().text);
    CHECK(article->facts.outlet.name == "The Fathom");
    CHECK(article->facts.outlet.domain == "fathom.example");
    REQUIRE(article->facts.published);
    CHECK(core::to_text(article->facts.published->at) == "2026-06-10T07:00:00Z");
    CHECK(article->facts.published->offset == std::chrono::minutes{120});

    const auto claims = store.claims_of(saved.id);
    REQUIRE(claims.size() == 2);
    const auto& claim = claims[0].claim;
    CHECK(claims[0].quote == "Quillmark accused Parallax Labs of distilling Heron.");
    CHECK(claim.claimant[0].name == "Quillmark");
    CHECK(claim.accused[0].name == "Parallax Labs");
    CHECK(claim.via[0].name == "The Ledger");
    CHECK(claim.conduct == std::vector{core::Conduct::Distillation});
    CHECK(claim.certainty == core::Certainty::Alleged);
    CHECK(claim.hedge == core::Span{10, 17});
    REQUIRE(claim.evidence.size() == 1);
    CHECK(claim.evidence[0].type == core::EvidenceType::AccountActivity);
    REQUIRE(claim.time);
    CHECK(claim.time->edtf->text() == "2025-10/2025-12");
    CHECK(claim.object == "Heron's outputs");
    CHECK(claim.confidence == 0.5);
    CHECK(claims[1].responds_to == saved.claims[0]);
    CHECK(store.problems().empty());
}

TEST_CASE("The same article again keeps its ids and logs nothing", "[store][save]") {
    auto store = store::Store::in_memory();
    const auto first = records::save(store, accusation());
    const auto seq = store.last_change();
    const auto second = records::save(store, accusation());
    CHECK(second.change == SavedArticle::Change::Unchanged);
    CHECK(second.id == first.id);
    CHECK(second.claims == first.claims);
    CHECK(second.revision == 1);
    CHECK(store.last_change() == seq);
    CHECK(second.topics.empty());
}

TEST_CASE("An edit is a revision that says what it did to the claims", "[store][save]") {
    auto store = store::Store::in_memory();
    const auto first = records::save(store, accusation());
    Draft edited{.url = accusation().url, .outlet = "The Fathom", .published = "2026-06-10"};
    edited.say("An editor's note moves everything down.", ClaimKind::Background, "",
               "Parallax Labs");
    auto& softened = edited.say("Quillmark suspects Parallax Labs of distilling Heron.",
                                ClaimKind::Accusation, "Quillmark", "Parallax Labs");
    softened.certainty = core::Certainty::Suspected;
    const auto second = records::save(store, edited);

    CHECK(second.change == SavedArticle::Change::Revised);
    CHECK(second.revision == 2);
    REQUIRE(second.claims.size() == 2);
    CHECK(second.claims[1] == first.claims[0]);
    const auto revisions = store.revisions(second.id);
    REQUIRE(revisions.size() == 2);
    CHECK(revisions[0].added == first.claims);
    CHECK(revisions[1].added == std::vector{second.claims[0]});
    CHECK(revisions[1].removed == std::vector{first.claims[1]});
    REQUIRE(revisions[1].changed.size() == 1);
    CHECK(revisions[1].changed[0].id == first.claims[0]);
    const auto& slots = revisions[1].changed[0].slots;
    CHECK(std::find(slots.begin(), slots.end(), "certainty") != slots.end());
    CHECK(store.claims_of(second.id).size() == 2);
    CHECK(store.problems().empty());
}

TEST_CASE("The same response read otherwise is no edit of the publisher's", "[store][save]") {
    auto store = store::Store::in_memory();
    const auto url = core::Url::parse("https://fathom.example/a").value();
    const auto keep = [&](std::int64_t offset) {
        return store.keep({.url = url.text(),
                           .fetched_at = records::day("2026-06-15"),
                           .status = 200,
                           .content_type = "text/html",
                           .sha256 = std::string(63, '0') + std::to_string(offset),
                           .warc_file = "a.warc.gz",
                           .offset = static_cast<std::uint64_t>(offset),
                           .length = 1});
    };
    const auto capture = keep(1), later = keep(2);
    auto article = accusation().article();
    const auto save = [&](core::CaptureId from, const char* extractor) {
        return store.save(article, {}, {.retrieved = {}, .capture = from, .extractor = extractor});
    };
    CHECK(save(capture, "1").revision == 1);
    article.text += " A line that the first extractor left out.";
    CHECK(save(capture, "2").revision == 1);
    const auto revisions = store.revisions(save(capture, "2").id);
    REQUIRE(revisions.size() == 1);
    CHECK(revisions[0].text == article.text);
    const auto unchanged = save(later, "2");
    CHECK(unchanged.revision == 1);
    CHECK(store.article(unchanged.id)->capture == capture);  // which says since when it stood there
    article.text += " A line that the outlet added.";
    CHECK(save(later, "2").revision == 2);
}

TEST_CASE("One article has many addresses", "[store][save]") {
    auto store = store::Store::in_memory();
    auto article = accusation().article();
    article.canonical_url = core::Url::parse("http://www.fathom.example/story").value();
    const auto first = store.save(article, {}, {.retrieved = {}, .extractor = "1"});
    article.url = core::Url::parse("http://www.fathom.example/story?utm_source=feed").value();
    const auto second = store.save(article, {}, {.retrieved = {}, .extractor = "1"});
    CHECK(second.id == first.id);
    for (const char* url : {"http://www.fathom.example/a", "http://www.fathom.example/story",
                            "http://www.fathom.example/story?utm_source=x#top"})
        CHECK(store.article_at(core::Url::parse(url).value()) == first.id);
}

TEST_CASE("An article without an address is known by its input id, else by its text",
          "[store][save]") {
    auto store = store::Store::in_memory();
    core::Article named;
    named.input_id = "x1";
    named.text = "One.";
    core::Article nameless;
    nameless.text = "Two.";
    const store::Saving saving{.retrieved = {}, .extractor = "1"};
    const auto a = store.save(named, {}, saving);
    const auto b = store.save(nameless, {}, saving);
    CHECK(a.id != b.id);
    named.text = "One, edited.";
    CHECK(store.save(named, {}, saving).id == a.id);
    CHECK(store.save(nameless, {}, saving).id == b.id);
}

TEST_CASE("A party is found by any of its names", "[store][entities]") {
    auto store = store::Store::in_memory();
    auto draft = accusation();
    auto findings = draft.findings();
    findings.entities.push_back({.entity = {.name = "Parallax Labs",
                                            .type = core::EntityType::Organisation,
                                            .aliases = {"Paralax Labs"},
                                            .parent = {},
                                            .ticker = "XNYS:PRLX"},
                                 .mentions = {{18, 31}}});
    store.save(draft.article(), findings, {.retrieved = {}, .extractor = "1"});
    const auto id = store.entity_named("paralax  LABS");
    REQUIRE(id);
    const auto entity = store.entity(*id);
    REQUIRE(entity);
    CHECK(entity->entity.name == "Parallax Labs");
    CHECK(entity->entity.ticker == "XNYS:PRLX");
    CHECK(entity->articles == 1);
    CHECK(entity->claims_about == 2);
    CHECK(entity->claims_by == 1);
    CHECK_FALSE(store.entity_named("(unnamed)"));
}

TEST_CASE("Every word of every vocabulary can be stored", "[store][vocabulary]") {
    auto store = store::Store::in_memory();
    Draft draft{.url = "http://e.example/", .outlet = "E", .published = "2026-01-01"};
    for (const auto& row : core::Vocabulary<core::ClaimKind>::terms)
        draft.say("A " + std::string(row.code), row.value, "A", "B");
    for (const auto& row : core::Vocabulary<core::Conduct>::terms)
        draft.say("B " + std::string(row.code), ClaimKind::Accusation, "A", "B", row.value);
    for (const auto& row : core::Vocabulary<core::Certainty>::terms)
        draft.say("C " + std::string(row.code), ClaimKind::Accusation, "A", "B").certainty =
            row.value;
    for (const auto& row : core::Vocabulary<core::EvidenceType>::terms)
        draft.say("D " + std::string(row.code), ClaimKind::Accusation, "A", "B").evidence = {
            {row.value, {0, 1}}};
    const auto saved = records::save(store, draft);
    CHECK(store.claims_of(saved.id).size() == draft.claims.size());
    for (const auto& row : core::Vocabulary<core::ArticleStatus>::terms) {
        store.mark(saved.id, row.value);
        CHECK(store.article(saved.id)->status == row.value);
    }
}

TEST_CASE("A group that is described and not named becomes no entity", "[store][save]") {
    auto store = store::Store::in_memory();
    const auto draft = accusation();
    core::Findings findings = draft.findings();
    findings.entities = {{{.name = "Quillmark"}, {{0, 9}}},
                         {{.name = "critics (unnamed)"}, {{85, 92}}}};
    store.save(draft.article(), findings,
               {.retrieved = records::day("2026-06-15"), .extractor = "1", .topics = {{}, {}}});
    CHECK(store.entity_named("Quillmark"));
    CHECK_FALSE(store.entity_named("critics (unnamed)"));
}
