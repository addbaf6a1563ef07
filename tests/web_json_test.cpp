#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/web_site.h"

using core::ClaimKind;
using core::Conduct;
using nlohmann::json;

namespace {

// Code points, so that spans of the JSON can be cut from its text.
std::u32string code_points(const std::string& text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) points += core::next_code_point(text, at);
    return points;
}
std::string cut(const std::string& text, const json& span) {
    const auto start = span.at("start").get<std::size_t>();
    const auto end = span.at("end").get<std::size_t>();
    std::string words;
    for (const auto point : code_points(text).substr(start, end - start))
        core::append_utf8(words, point);
    return words;
}

std::vector<std::string> keys(const json& object) {
    std::vector<std::string> names;
    for (const auto& [name, value] : object.items()) names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

const std::vector<std::string> kSlots{
    "accused",      "accused_span", "certainty", "claimant",   "claimant_span", "conduct",
    "confidence",   "end",          "evidence",  "hedge_span", "kind",          "object",
    "object_owner", "quote",        "start",     "time",       "via",           "via_span"};

site::Story beyond_ascii() {
    site::Story story("https://zeitung.example/ü", "Zeitung", "2026-06-10T09:00:00+02:00",
                      "Über “Heron” 🪶");
    story.paragraph("🪶 Zürich, élan: the café’s model.");
    story.paragraph(
        "Der Verlag “Öl” accused Ñandú Labs 🪶 of distilling “Heron”, allegedly.");
    auto& claim = story.claim(ClaimKind::Accusation, "“Öl”", "Ñandú Labs", Conduct::Distillation);
    claim.hedge = story.find("allegedly");
    claim.evidence = {{core::EvidenceType::Document, story.find("“Heron”")}};
    claim.confidence = 0.5;
    return story;
}

}  // namespace

TEST_CASE("Offsets in JSON are code points of the article's text", "[web][json]") {
    site::Site site;
    const auto story = beyond_ascii();
    site.save(story);
    site.conclude();
    const auto claim = json::parse(site.get("/claims/c1.json").body);
    const auto text = json::parse(site.get("/articles/a1.json").body).at("text").get<std::string>();
    CHECK(text == story.article.text);
    CHECK(cut(text, claim) == claim.at("quote").get<std::string>());
    CHECK(cut(text, claim.at("claimant_span")) == "“Öl”");
    CHECK(cut(text, claim.at("accused_span")) == "Ñandú Labs");
    CHECK(cut(text, claim.at("hedge_span")) == "allegedly");
    CHECK(cut(text, claim.at("evidence").at(0)) == "“Heron”");
    CHECK(claim.at("evidence").at(0).at("type") == "document");
}

TEST_CASE("A claim has every slot, and null or nothing where it is not known", "[web][json]") {
    site::Site site;
    site::fill(site);
    const auto claim = json::parse(site.get("/claims/c4.json").body);
    auto expected = kSlots;
    for (const char* more :
         {"allegation", "article", "disputes", "id", "origin", "origins", "responds_to"})
        expected.push_back(more);
    std::sort(expected.begin(), expected.end());
    CHECK(keys(claim) == expected);
    CHECK(claim.at("object").is_null());
    CHECK(claim.at("time").is_null());
    CHECK(claim.at("hedge_span").is_null());
    CHECK(claim.at("confidence").is_null());
    CHECK(claim.at("via") == json::array());
    CHECK(claim.at("evidence") == json::array());
    CHECK(claim.at("origin").at("name") == "The Ledger");
    CHECK(claim.at("article").at("outlet") ==
          json{{"name", "Tech Daily"}, {"domain", "techdaily.example"}});
    CHECK(claim.at("article").at("input_id").is_null());
    CHECK(claim.at("article").at("retrieved") == "2026-06-20T00:00:00Z");
}

TEST_CASE("extract's result carries text, spans and what was asked for", "[web][json]") {
    const auto story = beyond_ascii();
    web::Extracted extracted{.id = "x1", .article = story.article};
    SECTION("the page alone") {
        const auto result = json::parse(web::json_of(extracted));
        CHECK(keys(result) == std::vector<std::string>{"authors", "blocks", "canonical_url", "id",
                                                       "language", "modified", "outlet",
                                                       "paywalled", "published", "text", "title",
                                                       "url"});
        CHECK(result.at("paywalled") == false);
        const auto& block = result.at("blocks").at(0);
        CHECK(cut(story.article.text, block) ==
              core::cut(story.article.text, story.article.blocks[0].span));
        CHECK(block.at("kind") == "paragraph");
        CHECK_FALSE(block.contains("posted"));
        CHECK(result.at("published") == "2026-06-10T09:00:00+02:00");
    }
    SECTION("claims, summary and tone") {
        auto findings = story.findings;
        findings.entities = {{.entity = {.name = "Ñandú Labs", .ticker = "X:NANDU"},
                              .mentions = {story.find("Ñandú Labs")}}};
        extracted.findings = &findings;
        extracted.summary = {story.article.blocks[0].span};
        extracted.tone = web::Extracted::Tone{"mildly negative", -0.35, {{"Ñandú Labs", -0.4}}};
        const auto result = json::parse(web::json_of(extracted));
        CHECK(keys(result.at("claims").at(0)) == kSlots);
        CHECK(result.at("summary").at(0) == "🪶 Zürich, élan: the café’s model.");
        CHECK(result.at("tone").at("entities").at(0).at("ticker") == "X:NANDU");
        const auto text = result.at("text").get<std::string>();
        CHECK(cut(text, result.at("entities").at(0).at("mentions").at(0)) == "Ñandú Labs");
        CHECK_FALSE(result.contains("attributions"));
    }
    SECTION("attributions") {
        extracted.attributions = {{.source = {story.find("“Öl”")},
                                   .cue = {story.find("accused")},
                                   .content = {story.find("Ñandú Labs"), story.find("allegedly")}}};
        const auto result = json::parse(web::json_of(extracted));
        const auto& one = result.at("attributions").at(0);
        CHECK(cut(story.article.text, one.at("cue").at(0)) == "accused");
        CHECK(one.at("content").size() == 2);
    }
}

TEST_CASE("A dispute's JSON holds its events as the timeline's does", "[web][json]") {
    site::Site site;
    site::fill(site);
    const auto dispute = json::parse(site.get("/api/v1/disputes/d1").body);
    CHECK(dispute.at("parties") == json{"Quillmark", "Parallax Labs"});
    CHECK(dispute.at("state") == "denied");
    CHECK(dispute.at("articles") == 4);
    const auto& event = dispute.at("events").at(0);
    CHECK(keys(event) == std::vector<std::string>{"accused", "articles", "claimant", "claims",
                                                  "conduct", "date", "date_basis", "id", "kind",
                                                  "origins"});
    CHECK(event.at("date") == "2025-10/2025-12");
    const auto timeline = json::parse(site.get("/api/v1/timeline?q=%22unusual+traffic%22").body);
    CHECK(timeline.at("dispute").is_null());
    CHECK(timeline.at("query") == "\"unusual traffic\"");
    CHECK(timeline.at("events").at(0).at("kind") == "evidence");
    CHECK(timeline.at("events").size() == 1);
}

TEST_CASE("Search hits have every key, whatever they are", "[web][json]") {
    site::Site site;
    site::fill(site);
    const auto kind = GENERATE(values<std::string>({"claims", "articles", "entities"}));
    const auto found = json::parse(site.get("/api/v1/search?q=parallax&limit=1&in=" + kind).body);
    CAPTURE(kind);
    REQUIRE(found.at("hits").size() == 1);
    CHECK(keys(found.at("hits").at(0)) ==
          std::vector<std::string>{"accused", "certainty", "claimant", "conduct", "date", "id",
                                   "input_id", "kind", "origins", "outlet", "score", "snippet",
                                   "title", "url"});
}

TEST_CASE("A claim that an edit took out has no place in the text, but keeps its page",
          "[web][json]") {
    site::Site site;
    site::Story story("https://ledger.example/a", "The Ledger", "2026-06-10", "Copied");
    story.paragraph("Zürich. Quillmark accused Parallax Labs of distilling Heron.");
    story.claim(ClaimKind::Accusation, "Quillmark", "Parallax Labs", Conduct::Distillation);
    site.save(story);
    site::Story edited("https://ledger.example/a", "The Ledger", "2026-06-10", "Copied");
    edited.paragraph("A correction: an earlier version of this article was wrong.");
    site.save(edited, "2026-06-21");
    site.conclude();
    const auto claim = json::parse(site.get("/claims/c1.json").body);
    CHECK(claim.at("start").is_null());
    CHECK(claim.at("claimant_span").is_null());
    const auto page = site.get("/claims/c1");
    CHECK(page.status == 200);
    CHECK(page.body.find("it stood in revision 1") != std::string::npos);
    CHECK(page.body.find("<span class=\"quoted who\">Quillmark</span>") != std::string::npos);
    const auto article = json::parse(site.get("/articles/a1.json").body);
    CHECK(article.at("revision") == 2);
    CHECK(article.at("revisions").at(1).at("claims").at("removed") == json{"c1"});
    const auto first = site.get("/articles/a1?rev=1");
    CHECK(first.status == 200);
    CHECK(first.body.find("<p>Zürich. Quillmark accused Parallax Labs") != std::string::npos);
    CHECK(site.get("/articles/a1").body.find("href=\"?rev=1\"") != std::string::npos);
    CHECK(site.get("/articles/a1?rev=2").body == site.get("/articles/a1").body);
    for (const char* none : {"3", "0", "-1", "one"})
        CHECK(site.get("/articles/a1?rev=" + std::string(none)).status == 404);
}

TEST_CASE("Errors say their code", "[web][json]") {
    site::Site site;
    site::fill(site);
    const auto error = json::parse(site.get("/api/v1/search?q=x&from=never").body).at("error");
    CHECK(error.at("code") == "bad-request");
    CHECK(error.at("input") == "never");
}
