// Which outlets a text credits for what it tells.
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <string>

#include "core/text.h"
#include "extractor/extractor.h"

namespace {

const extractor::Lexicon& lexicon() {
    static const std::vector<core::Entity> invented{
        {.name = "Tallis Labs"},
        {.name = "Korvid AI"},
        {.name = "Lumenpool"},
        {.name = "Merlot", .type = core::EntityType::Product, .parent = "Tallis Labs"},
        {.name = "The Quayside Courier", .type = core::EntityType::Outlet},
        {.name = "The Pier Gazette", .type = core::EntityType::Outlet},
    };
    static const auto lexicon = extractor::Lexicon::with(invented);
    return lexicon;
}

core::Findings findings(const std::string& text) {
    core::Article article;
    article.text = text;
    article.blocks = {{.span = {0, text.size()}}};
    article.language = "en";
    return extractor::find_claims(article, lexicon());
}

std::string credited(const std::string& text) {
    std::set<std::string> outlets;
    for (const auto& citation : findings(text).citations) outlets.insert(citation.outlet);
    std::string all;
    for (const auto& outlet : outlets) all += (all.empty() ? "" : "|") + outlet;
    return all.empty() ? "-" : all;
}

}  // namespace

TEST_CASE("An outlet is credited that tells, and none that is a party or only named",
          "[extractor][credits]") {
    std::ifstream file(SOURCE_DIR "/tests/data/extractor/credit_sentences.tsv");
    std::size_t sentences = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        const auto cells = core::split(line, '\t');
        REQUIRE(cells.size() == 2);
        CAPTURE(line);
        CHECK(credited(std::string(cells[0])) == cells[1]);
        ++sentences;
    }
    CHECK(sentences >= 20);
}

TEST_CASE("An outlet that a credit names stands where it is named", "[extractor][credits]") {
    const std::string text = "News of the copying of Merlot broke in The Quayside Courier.";
    const auto citations = findings(text).citations;
    REQUIRE(citations.size() == 1);
    CHECK(core::cut(text, citations[0].span) == "The Quayside Courier");
}

TEST_CASE("A credit on which several claims rest is told once", "[extractor][claims]") {
    const auto found = findings(
        "According to The Quayside Courier, Tallis Labs accused Korvid AI of distilling Merlot and "
        "sued Lumenpool over scraping its site, and Korvid AI denied the accusation.");
    CHECK(found.claims.size() > 1);
    CHECK(found.citations.size() == 1);
}
