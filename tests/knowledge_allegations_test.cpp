#include <catch2/catch.hpp>

#include "tests/knowledge_press.h"

using press::ClaimKind;
using press::Conduct;
using press::groups;
using press::Press;

TEST_CASE("The same claim in several outlets is one allegation", "[knowledge][allegations]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"},
               .quote = "Quillmark accused Parallax of distilling its model Nimbus."});
    press.article("Courier", "2026-06-11")
        .says({.claimant = {"Quillmark"},
               .quote = "Parallax distilled the Nimbus model, Quillmark alleged."});
    press.article("Herald", "2026-06-11")
        .says({.claimant = {"(unnamed)"},
               .quote = "Parallax has been accused of distilling the Nimbus model."});
    CHECK(groups(press.picture()) == "1 2 3");
}

TEST_CASE("What differs in who says it, in what is said or when stays apart",
          "[knowledge][allegations]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"},
               .quote = "It distilled the Nimbus model through accounts."});
    SECTION("another claimant") {
        press.article("Courier", "2026-06-11")
            .says({.claimant = {"Halberd"},
                   .quote = "It distilled the Nimbus model through accounts."});
    }
    SECTION("other words and another family of conduct") {
        press.article("Courier", "2026-06-11")
            .says({.claimant = {"Quillmark"},
                   .quote = "Secret chips crossed borders.",
                   .conduct = {Conduct::ExportControlViolation}});
    }
    SECTION("a year later, on new grounds") {
        press.article("Courier", "2027-09-10")
            .says({.claimant = {"Quillmark"}, .quote = "Fresh logs show it distilled again."});
    }
    SECTION("it happened at another time") {
        press.article("Courier", "2026-06-11")
            .says({.claimant = {"Quillmark"},
                   .quote = "It distilled the Nimbus model through accounts.",
                   .time = "2024"});
        press.article("Herald", "2026-06-12")
            .says({.claimant = {"Quillmark"},
                   .quote = "It distilled the Nimbus model through accounts.",
                   .time = "2025-03"});
        CHECK(press.picture().allegations.size() == 2);
        return;
    }
    CHECK(groups(press.picture()) == "1|2");
}

TEST_CASE("Accusation, denial, ruling and settlement are allegations of their own",
          "[knowledge][allegations]") {
    Press press;
    const std::string words = "that Parallax distilled the Nimbus model";
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"}, .quote = "Quillmark said " + words})
        .says({.kind = ClaimKind::Denial,
               .claimant = {"Parallax"},
               .quote = "Parallax denied " + words});
    press.article("Courier", "2026-06-11")
        .says({.kind = ClaimKind::Denial,
               .claimant = {"Parallax"},
               .quote = "The lab called the accusation baseless."})
        .says(
            {.kind = ClaimKind::Ruling, .claimant = {"a court"}, .quote = "A court found " + words})
        .says({.kind = ClaimKind::Settlement,
               .claimant = {"Parallax"},
               .quote = "Settled was the quarrel " + words});
    CHECK(groups(press.picture()) == "1|2 3|4|5");
}

TEST_CASE("A claim that fits two allegations equally is not forced into one",
          "[knowledge][allegations]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"}, .quote = "alpha beta gamma delta"})
        .says({.claimant = {"Halberd"}, .quote = "alpha beta gamma epsilon"});
    press.article("Courier", "2026-06-11")
        .says({.claimant = {"(unnamed)"}, .quote = "alpha beta gamma zeta"});
    CHECK(groups(press.picture()) == "1|2|3");
}

TEST_CASE("An answer is linked to the latest accusation that it may answer",
          "[knowledge][allegations]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"}, .quote = "It distilled Nimbus."})
        .says({.claimant = {"Quillmark"},
               .quote = "It broke export rules.",
               .conduct = {Conduct::ExportControlViolation}});
    press.article("Courier", "2026-06-12")
        .says(
            {.kind = ClaimKind::Denial, .claimant = {"Parallax"}, .quote = "We never distilled."});
    const auto picture = press.picture();
    REQUIRE(picture.responses.size() == 1);
    CHECK(picture.responses[0].response == core::ClaimId{3});
    CHECK(picture.responses[0].to == core::ClaimId{1});
}

TEST_CASE("What is said of two parties has one home", "[knowledge][allegations]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"},
               .accused = {"Parallax", "Nimbus"},
               .quote = "Both scraped."});
    CHECK(press.picture("nimbus").allegations.size() == 1);
    CHECK(press.picture("parallax").allegations.empty());
    CHECK(press.picture("parallax").disputes.size() == 1);
}
