#include <catch2/catch.hpp>

#include "tests/knowledge_press.h"

using press::origins;
using press::Press;

namespace {

const std::string kQuote = "Quillmark accused Parallax of distilling its big Nimbus model.";

// One accusation in each article, in slightly other words.
void tells(Press& press, std::vector<std::string> via, const std::string& more = "") {
    press.says({.claimant = {"Quillmark"}, .quote = kQuote + " " + more, .via = std::move(via)});
}

core::AllegationDraft only(const Press& press) {
    const auto picture = press.picture();
    REQUIRE(picture.allegations.size() == 1);
    return picture.allegations[0];
}

}  // namespace

TEST_CASE("Articles that credit one outlet rest on one origin", "[knowledge][origins]") {
    Press press;
    tells(press.article("Courier", "2026-06-11"), {"The Ledger"}, "So much was reported.");
    tells(press.article("Herald", "2026-06-11"), {"Ledger"}, "The paper wrote it on Tuesday.");
    tells(press.article("Gazette", "2026-06-12"), {"the ledger"}, "It was the first to say so.");
    const auto allegation = only(press);
    CHECK(origins(allegation) == "The Ledger");
    CHECK(allegation.origins[0].kind == core::OriginKind::Outlet);
    CHECK_FALSE(allegation.origins[0].article);
    const auto picture = press.picture();
    REQUIRE(picture.disputes.size() == 1);
    CHECK(picture.disputes[0].origins == 1);
    CHECK(picture.disputes[0].events.at(0).origins == 1);
}

TEST_CASE("A chain of credits is followed to its end", "[knowledge][origins]") {
    Press press;
    tells(press.article("Ledger", "2026-06-10"), {}, "Memos seen by this paper show it.");
    tells(press.article("Courier", "2026-06-11"), {"The Ledger"},
          "So much was reported elsewhere.");
    tells(press.article("Herald", "2026-06-12"), {"Courier"}, "Others wrote as much.");
    tells(press.article("Gazette", "2026-06-13"), {"Courier", "a court filing"}, "Papers say so.");
    const auto allegation = only(press);
    CHECK(origins(allegation) == "Ledger, a court filing");
    CHECK(allegation.origin_of[2].article == core::ArticleId{1});
    CHECK(allegation.origin_of[3].kind == core::OriginKind::Document);
}

TEST_CASE("Outlets that credit each other are one origin", "[knowledge][origins]") {
    Press press;
    tells(press.article("Ledger", "2026-06-10"), {"Courier"}, "Said the colleagues.");
    tells(press.article("Courier", "2026-06-11"), {"Ledger"}, "Said the other paper.");
    tells(press.article("Herald", "2026-06-12"), {"Courier"}, "We read it there.");
    const auto allegation = only(press);
    CHECK(origins(allegation) == "Ledger");
}

TEST_CASE("An article that repeats a claim without credit is an origin of its own, a copy is not",
          "[knowledge][origins]") {
    Press press;
    tells(press.article("Ledger", "2026-06-10"), {}, "Memos seen by this paper show it.");
    tells(press.article("Courier", "2026-06-11"), {"Ledger"}, "So much was reported elsewhere.");
    SECTION("reworded, the credit is lost") {
        press.article("Herald", "2026-06-12")
            .says({.claimant = {"Quillmark"},
                   .quote =
                       "Nimbus, a big model, was distilled by Parallax, as Quillmark now says."});
        CHECK(origins(only(press)) == "Herald, Ledger");
    }
    SECTION("word for word, it is folded") {
        tells(press.article("Herald", "2026-06-12"), {}, "Memos seen by this paper show it.");
        CHECK(origins(only(press)) == "Ledger");
    }
    SECTION("word for word what credits another") {
        tells(press.article("Herald", "2026-06-12"), {}, "So much was reported elsewhere.");
        CHECK(origins(only(press)) == "Ledger");
    }
    SECTION("the article is known for a copy") {
        press.article("Herald", "2026-06-12")
            .copy_of(1)
            .says({.claimant = {"Quillmark"},
                   .quote = "Parallax distilled Nimbus, its big model, Quillmark said."});
        CHECK(origins(only(press)) == "Ledger");
    }
}

TEST_CASE("Copies that credit one another in a circle come to an end", "[knowledge][origins]") {
    Press press;
    // The first credits the third, the third says the very words of the first, so does the second.
    const std::string more = "So many papers of the morning wrote.";
    tells(press.article("Courier", "2026-06-10"), {"Ledger"}, more);
    tells(press.article("Herald", "2026-06-10"), {}, more);
    tells(press.article("Ledger", "2026-06-10"), {}, more);
    CHECK(origins(only(press)) == "Ledger");
}

TEST_CASE("What a claim is credited to has a kind", "[knowledge][origins]") {
    using core::OriginKind;
    const auto [via, kind] = GENERATE(table<std::string, OriginKind>({
        {"The Ledger", OriginKind::Outlet},
        {"Courthouse News", OriginKind::Outlet},
        {"a court filing", OriginKind::Document},
        {"an internal memo", OriginKind::Document},
        {"a post on X", OriginKind::Speaker},
        {"X", OriginKind::Speaker},
        {"social media post", OriginKind::Speaker},
        {"The Washington Post", OriginKind::Outlet},
    }));
    CAPTURE(via);
    Press press;
    tells(press.article("Courier", "2026-06-11"), {via});
    CHECK(only(press).origins[0].kind == kind);
}
