// What comes from the network is shown, never obeyed.
#include <catch2/catch.hpp>

#include "tests/web_site.h"

using core::ClaimKind;
using core::Conduct;

namespace {

// Ends attributes, tags, scripts, comments, CDATA and JSON strings; turns text round; is an
// address.
const std::string kHostile =
    "\"'><script>alert(1)</script><!--]]>&amp;\\u202e \u202E javascript:alert(1) =cmd|' /C "
    "calc'!A0";

site::Story hostile_story() {
    site::Story story("https://evil.example/a?x=%22onclick=1&y='z", kHostile, "2026-06-10",
                      kHostile);
    story.article.authors = {kHostile, kHostile};
    story.paragraph(kHostile, core::BlockKind::Heading);
    story.paragraph("Then " + kHostile + " was said.", core::BlockKind::Quotation);
    auto& claim =
        story.claim(ClaimKind::Accusation, "A " + kHostile, "B " + kHostile, Conduct::Distillation);
    claim.object = kHostile;
    claim.object_owner = kHostile;
    claim.hedge = story.find(kHostile);
    claim.evidence = {{core::EvidenceType::Document, story.find(kHostile)}};
    claim.via = {{kHostile, story.find(kHostile)}};
    claim.time = core::ClaimTime{kHostile, core::Edtf::parse("2026-05")};
    story.paragraph("“" + kHostile + "” answered B.", core::BlockKind::ListItem);
    story.claim(ClaimKind::Denial, "B " + kHostile, "B " + kHostile, Conduct::Distillation);
    story.findings.citations = {{.outlet = kHostile, .url = {}, .span = story.find(kHostile)}};
    story.findings.entities = {{.entity = {.name = "A " + kHostile,
                                           .aliases = {kHostile},
                                           .parent = kHostile,
                                           .ticker = kHostile,
                                           .wikidata = kHostile,
                                           .domain = kHostile},
                                .mentions = {story.find(kHostile)}}};
    return story;
}

void fill_with_hostile(site::Site& site) {
    site.save(hostile_story());
    auto schedule = site.store.schedule();
    schedule.set_sources(
        {{.url = core::Url::parse("https://evil.example/'\"<x>").value(), .outlet = kHostile}},
        site.now);
    const auto run = schedule.begin_run(kHostile, site.now);
    schedule.log({.run = run,
                  .url = core::Url::parse("https://evil.example/f").value(),
                  .at = site.now,
                  .problem = kHostile});
    schedule.end_run({.id = run, .command = kHostile, .started = site.now, .problem = kHostile});
    site.conclude();
}

// Every tag of a page, without its attributes' values.
void check_markup(const std::string& html) {
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<!--") == std::string::npos);
    CHECK(html.find("href=\"javascript") == std::string::npos);
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const auto end = html.find('>', at);
        REQUIRE(end != std::string::npos);
        const auto tag = html.substr(at, end - at);
        CAPTURE(tag);
        CHECK(std::count(tag.begin(), tag.end(), '"') % 2 == 0);
        CHECK(tag.find("onclick=1\"") == std::string::npos);
        CHECK(tag.find(" on") == std::string::npos);
        CHECK(tag.find(" style=") == std::string::npos);
    }
}

}  // namespace

TEST_CASE("Hostile text in every field comes out inert on every page", "[web][hostile]") {
    site::Site site;
    fill_with_hostile(site);
    const auto path = GENERATE(values<std::string>(
        {"/", "/disputes/d1", "/claims/c1", "/claims/c2", "/articles/a1", "/allegations/g1",
         "/entities/e1", "/outlets/evil.example", "/status", "/search?q=script",
         "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&in=claims&from=%22%3E",
         "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&sort=date",
         "/claims/%22%3E%3Cscript%3E", "/%3Cscript%3E"}));
    CAPTURE(path);
    check_markup(site.get(path).body);
}

TEST_CASE("Hostile text is in the pages, so that the test above sees it", "[web][hostile]") {
    site::Site site;
    fill_with_hostile(site);
    const auto path =
        GENERATE(values<std::string>({"/", "/disputes/d1", "/claims/c1", "/articles/a1",
                                      "/allegations/g1", "/entities/e1", "/status"}));
    CAPTURE(path);
    CHECK(site.get(path).body.find("&lt;script&gt;alert(1)") != std::string::npos);
}

TEST_CASE("Markup of a snippet is only its marks", "[web][hostile]") {
    site::Site site;
    fill_with_hostile(site);
    const auto page = site.get("/search?q=script+alert").body;
    CHECK(page.find("<mark>") != std::string::npos);
    check_markup(page);
}

TEST_CASE("An address in a header stays in its line", "[web][hostile]") {
    site::Site site;
    site::fill(site);
    const auto moved = site.get("/claims/1");
    CHECK(moved.status == 301);
    CHECK(moved.headers.front() == std::pair<std::string, std::string>("Location", "/claims/c1"));
    CHECK(site.get("/claims/c1%0d%0aX:y").status == 404);
}
