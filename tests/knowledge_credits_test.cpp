// Which article is meant by a credit, and what rests on it.
#include <catch2/catch.hpp>

#include "tests/knowledge_press.h"

using press::origins;
using press::Press;

namespace {

const std::string kCopying = "Quillmark accused Parallax of distilling its big Nimbus model.";
const std::string kBooks = "Quillmark accused Parallax of taking novels from pirate libraries.";

Press& tells(Press& press, const std::string& quote) {
    const auto conduct = quote == kBooks ? core::Conduct::Piracy : core::Conduct::Distillation;
    return press.says({.claimant = {"Quillmark"}, .quote = quote, .conduct = {conduct}});
}

// "2←1 3←1": whose credit is answered by which article.
std::string links(const core::Picture& picture) {
    std::string text;
    for (const auto& link : picture.credits)
        text += (text.empty() ? "" : " ") + std::to_string(link.article.value) + "←" +
                std::to_string(link.source.value);
    return text;
}

}  // namespace

TEST_CASE("A credit means the outlet's article that tells the same", "[knowledge][credits]") {
    Press press;
    tells(press.article("Ledger", "2026-06-10"), kBooks);
    tells(press.article("Ledger", "2026-06-11"), kCopying);
    tells(press.article("Courier", "2026-06-12"), kCopying).credits("The Ledger");
    tells(press.article("Herald", "2026-06-12"), kBooks).credits("Ledger");
    CHECK(links(press.picture()) == "3←2 4←1");
}

TEST_CASE("Of articles that tell the same the latest before is meant, none of later",
          "[knowledge][credits]") {
    Press press;
    tells(press.article("Ledger", "2026-06-08"), kCopying);
    tells(press.article("Ledger", "2026-06-10"), kCopying);
    tells(press.article("Courier", "2026-06-12"), kCopying).credits("Ledger");
    tells(press.article("Ledger", "2026-06-14"), kCopying);
    CHECK(links(press.picture()) == "3←2");
}

TEST_CASE("A claim rests on the outlet that its own words credit", "[knowledge][credits]") {
    Press press;
    tells(press.article("Courier", "2026-06-12"), kCopying)
        .credits("The Ledger", Press::Where::InClaim);
    const auto picture = press.picture();
    REQUIRE(picture.allegations.size() == 1);
    CHECK(origins(picture.allegations[0]) == "The Ledger");
}

TEST_CASE("A credit elsewhere in an article counts for what that outlet told before",
          "[knowledge][credits]") {
    Press press;
    SECTION("it told it") {
        tells(press.article("Ledger", "2026-06-10"), kCopying);
        tells(press.article("Courier", "2026-06-12"), kCopying).credits("Ledger");
        CHECK(origins(press.picture().allegations.at(0)) == "Ledger");
    }
    SECTION("it told something else") {
        tells(press.article("Ledger", "2026-06-10"), kBooks);
        tells(press.article("Courier", "2026-06-12"), kCopying).credits("Ledger");
        CHECK(origins(press.picture().allegations.at(1)) == "Courier");
    }
}

TEST_CASE("A credit is followed through an article that only passes it on",
          "[knowledge][credits]") {
    Press press;
    tells(press.article("Courier", "2026-06-11"), kBooks).credits("The Wire");
    press.article("Herald", "2026-06-12")
        .says({.claimant = {"Quillmark"}, .quote = kCopying, .via = {"Courier"}})
        .credits("Courier", Press::Where::InClaim);
    CHECK(origins(press.picture().allegations.at(1)) == "The Wire");
}

TEST_CASE("Credits in a circle come to an end", "[knowledge][credits]") {
    Press press;
    tells(press.article("Courier", "2026-06-11"), kBooks).credits("Herald");
    tells(press.article("Herald", "2026-06-11"), kBooks).credits("Courier");
    press.article("Ledger", "2026-06-12")
        .says({.claimant = {"Quillmark"}, .quote = kCopying, .via = {"Courier"}})
        .credits("Courier", Press::Where::InClaim);
    const auto picture = press.picture();
    CHECK(picture.allegations.back().origins.size() == 1);
}
