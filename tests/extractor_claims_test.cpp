#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "extractor/extractor.h"

namespace {

using core::EntityType;

// Parties that nobody has: what is found is found by the words around them.
const extractor::Lexicon& lexicon() {
    static const std::vector<core::Entity> invented{
        {.name = "Tallis Labs", .aliases = {"Tallis"}},
        {.name = "Korvid AI", .aliases = {"Korvid"}},
        {.name = "Merlot", .type = EntityType::Product, .parent = "Tallis Labs"},
        {.name = "Plover", .type = EntityType::Product, .parent = "Korvid AI"},
        {.name = "Lumenpool"},
        {.name = "Brackwater Music", .aliases = {"Brackwater"}},
        {.name = "Ingrid Solheim", .type = EntityType::Person, .aliases = {"Solheim"}},
        {.name = "Orrin Vale", .type = EntityType::Person, .aliases = {"Vale"}},
        {.name = "The Quayside Courier", .type = EntityType::Outlet},
    };
    static const auto lexicon = extractor::Lexicon::with(invented);
    return lexicon;
}

struct Expected {
    std::string sentence, kind, claimant, accused, conduct, certainty;
};

std::vector<Expected> expectations() {
    std::ifstream file(SOURCE_DIR "/tests/data/extractor/claim_sentences.tsv");
    std::vector<Expected> all;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        const auto cells = core::split(line, '\t');
        const auto cell = [&](std::size_t i) {
            return i < cells.size() ? std::string(cells[i]) : std::string();
        };
        all.push_back({cell(0), cell(1), cell(2), cell(3), cell(4), cell(5)});
    }
    return all;
}

// Names in any order.
std::vector<std::string> sorted(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> sorted_names(const std::vector<core::Party>& parties) {
    std::vector<std::string> all;
    for (const auto& party : parties) all.push_back(party.name);
    return sorted(all);
}

std::vector<std::string> expected_names(std::string_view cell) {
    std::vector<std::string> all;
    while (!cell.empty()) {
        const auto end = std::min(cell.find("; "), cell.size());
        all.emplace_back(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 2, cell.size()));
    }
    return sorted(all);
}

std::string names(const std::vector<core::Party>& parties) {
    std::string all;
    for (const auto& party : parties) all += (all.empty() ? "" : "; ") + party.name;
    return all;
}

core::Findings findings(const std::string& text) {
    return extractor::find_claims(extractor::read_text({.text = text}), lexicon());
}

}  // namespace

TEST_CASE("A sentence's claim has the right sides, conduct and certainty", "[extractor][claims]") {
    const auto all = expectations();
    REQUIRE(all.size() >= 400);
    for (const auto& expected : all) {
        CAPTURE(expected.sentence);
        // What stands before the last "¶" is told before.
        static constexpr std::string_view kBreak = " ¶ ";
        std::string text = expected.sentence;
        for (auto at = text.find(kBreak); at != std::string::npos; at = text.find(kBreak))
            text.replace(at, kBreak.size(), "\n");
        const auto last = text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1;
        auto claims = findings(text).claims;
        std::erase_if(claims, [&](const core::Claim& claim) { return claim.quote.begin < last; });
        if (expected.kind == "-") {
            CHECK(claims.empty());
            continue;
        }
        REQUIRE(claims.size() == 1);
        const auto& claim = claims.front();
        CHECK(core::code(claim.kind) == expected.kind);
        if (expected.claimant != "court")
            CHECK(sorted_names(claim.claimant) == expected_names(expected.claimant));
        CHECK(sorted_names(claim.accused) == expected_names(expected.accused));
        REQUIRE_FALSE(claim.conduct.empty());
        CHECK(core::code(claim.conduct.front()) == expected.conduct);
        CHECK(core::code(claim.certainty) == expected.certainty);
    }
}

TEST_CASE("A credited outlet is where a claim comes from, not who makes it",
          "[extractor][claims]") {
    const auto found = findings(
        "According to The Quayside Courier, Tallis Labs accused Korvid AI of distilling Merlot.");
    REQUIRE(found.claims.size() == 1);
    CHECK(names(found.claims[0].claimant) == "Tallis Labs");
    CHECK(names(found.claims[0].via) == "The Quayside Courier");
    REQUIRE(found.citations.size() == 1);
    CHECK(found.citations[0].outlet == "The Quayside Courier");
}

TEST_CASE("A denial answers the accusation before it", "[extractor][claims]") {
    const auto found = findings(
        "Tallis Labs accused Korvid AI of distilling Merlot.\nKorvid AI denied the accusation.");
    REQUIRE(found.claims.size() == 2);
    CHECK(found.claims[1].kind == core::ClaimKind::Denial);
    CHECK(found.claims[1].responds_to == std::size_t{0});
    CHECK(found.claims[1].conduct == std::vector{core::Conduct::Distillation});
}

TEST_CASE("What was not done is nobody's accusation", "[extractor][claims]") {
    const auto said = findings(
        "Tallis Labs accused Korvid AI of distilling Merlot.\n"
        "“Plover was never trained on the outputs of Merlot,” Korvid AI said in a statement.");
    for (const auto& claim : said.claims)
        if (claim.quote.begin > 52) CHECK(claim.kind == core::ClaimKind::Denial);
    CHECK(findings("Korvid AI has not scraped Lumenpool.").claims.empty());
    const auto only = findings("“Korvid AI has not only scraped Lumenpool,” Tallis Labs said.");
    for (const auto& claim : only.claims) CHECK(claim.kind != core::ClaimKind::Denial);
}

TEST_CASE("A company that was not spoken of before is not the one that was",
          "[extractor][claims]") {
    const auto found = findings(
        "Tallis Labs accused Korvid AI of distilling Merlot.\n"
        "Last year a university laboratory withdrew a model after acknowledging that it had been "
        "trained on the outputs of Merlot.");
    for (const auto& claim : found.claims)
        if (claim.quote.begin > 52)
            CHECK(names(claim.claimant) == "university laboratory (unnamed)");
}

TEST_CASE("A claim says what was taken and whose it is", "[extractor][claims]") {
    const auto [sentence, object, owner] = GENERATE(values<std::array<std::string, 3>>({
        {"Tallis Labs accused Korvid AI of distilling Merlot.", "Merlot", "Tallis Labs"},
        {"Lumenpool sued Korvid AI for scraping its archive.", "its archive", "Lumenpool"},
        {"Plover was trained on pirated novels, Ingrid Solheim alleges.", "pirated novels", ""},
        {"The scraping of its archive by Korvid AI was deliberate, Lumenpool said.", "its archive",
         "Lumenpool"},
        {"Researchers believe Korvid AI trained Plover on text generated by Merlot.",
         "text generated by Merlot", "Tallis Labs"},
        {"Korvid AI denies scraping Lumenpool’s photographs.", "Lumenpool’s photographs",
         "Lumenpool"},
        {"Korvid AI has been accused of copyright infringement.", "", ""},
    }));
    CAPTURE(sentence);
    const auto found = findings(sentence);
    REQUIRE(found.claims.size() == 1);
    CHECK(found.claims[0].object.value_or("") == object);
    CHECK(found.claims[0].object_owner.value_or("") == owner);
}

TEST_CASE("A claim that names both sides is surer than one that leaves them to the reader",
          "[extractor][claims]") {
    const auto found = findings(
        "Tallis Labs accused Korvid AI of distilling Merlot.\nIt rejected the accusation.");
    REQUIRE(found.claims.size() == 2);
    REQUIRE(found.claims[0].confidence);
    REQUIRE(found.claims[1].confidence);
    CHECK(*found.claims[0].confidence > *found.claims[1].confidence);
    for (const auto& claim : found.claims) {
        CHECK(*claim.confidence > 0);
        CHECK(*claim.confidence < 1);
    }
}

TEST_CASE("A text that only repeats itself ends in a few hundred claims", "[extractor][claims]") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "Tallis Labs accused Korvid AI of distilling Merlot. ";
    const auto claims = findings(text).claims;
    CHECK(claims.size() >= 300);
    CHECK(claims.size() < 310);
}

TEST_CASE("An article in another language holds no made-up claims", "[extractor][claims]") {
    auto article = extractor::read_text({.text = "Tallis Labs accused Korvid AI of piracy."});
    article.language = "de";
    CHECK(extractor::find_claims(article, lexicon()).claims.empty());
}
