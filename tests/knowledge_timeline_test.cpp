#include <catch2/catch.hpp>

#include "tests/knowledge_press.h"

using core::DateBasis;
using press::ClaimKind;
using press::Press;

namespace {

// "2026-06-10 published accusation 2" for each event: date, basis, kind, number of articles.
std::vector<std::string> timeline(const core::Picture& picture) {
    std::vector<std::string> lines;
    for (const auto& event : picture.disputes.at(0).events)
        lines.push_back(event.date.text() + " " + std::string(core::code(event.basis)) + " " +
                        std::string(core::code(event.kind)) + " " +
                        std::to_string(event.articles.size()));
    return lines;
}

}  // namespace

TEST_CASE("A timeline tells each event once, with its date's precision", "[knowledge][timeline]") {
    Press press;
    const std::string seen = "Accounts drew answers from the Nimbus interface in great numbers.";
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"},
               .quote = "Quillmark accused Parallax of distilling Nimbus."})
        .says({.kind = ClaimKind::Observation,
               .claimant = {"Quillmark"},
               .quote = seen,
               .time = "2025-10/2025-12"});
    press.article("Courier", "2026-06-11")
        .says({.claimant = {"Quillmark"}, .quote = "Parallax distilled Nimbus, Quillmark alleged."})
        .says({.kind = ClaimKind::Observation,
               .claimant = {"Quillmark"},
               .quote = seen,
               .via = {"Ledger"},
               .time = "2025-11"})
        .says({.kind = ClaimKind::Denial,
               .claimant = {"Parallax"},
               .quote = "Parallax denied it on Wednesday.",
               .time = "2026-06-10"});
    press.article("Herald", "2026-06-13")
        .says({.kind = ClaimKind::Observation,
               .claimant = {"Quillmark"},
               .quote = seen,
               .time = "2025-11"});
    CHECK(timeline(press.picture()) == std::vector<std::string>{"2025-11 happened evidence 3",
                                                                "2026-06-10 published accusation 2",
                                                                "2026-06-10 said denial 1"});
}

TEST_CASE("An event told of two parties stands once in the other's timeline too",
          "[knowledge][timeline]") {
    Press press;
    for (const auto* outlet : {"Ledger", "Courier", "Herald"})
        press.article(outlet, "2026-06-10")
            .says({.claimant = {"Quillmark"},
                   .accused = {"Nimbus", "Parallax"},
                   .quote =
                       std::string("Both distilled Quillmark's model, it said to the ") + outlet});
    CHECK(timeline(press.picture("nimbus")) == timeline(press.picture("parallax")));
    CHECK(timeline(press.picture("parallax")) ==
          std::vector<std::string>{"2026-06-10 published accusation 3"});
}

TEST_CASE("An accusation that goes to court is a filing", "[knowledge][timeline]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"}, .quote = "Quillmark sued Parallax over the distilling."});
    CHECK(timeline(press.picture()) == std::vector<std::string>{"2026-06-10 published filing 1"});
}

TEST_CASE("The most telling claim of an event comes first", "[knowledge][timeline]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"(unnamed)"},
               .quote = "Parallax is accused of distilling the big Nimbus model."});
    press.article("Courier", "2026-06-11")
        .says({.claimant = {"Quillmark"},
               .quote = "It distilled the big Nimbus model, Quillmark said."});
    const auto picture = press.picture();
    const auto& events = picture.disputes.at(0).events;
    REQUIRE(events.size() == 1);
    CHECK(events[0].claims.front() == core::ClaimId{2});
    CHECK(events[0].claimant == std::vector<std::string>{"Quillmark"});
    CHECK(events[0].date.text() == "2026-06-10");  // first reported
}

TEST_CASE("A suit and the accusations of the same days are one event, later ones are not",
          "[knowledge][timeline]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"}, .quote = "Quillmark sued Parallax over the distilling."});
    press.article("Courier", "2026-06-11")
        .says({.claimant = {"Quillmark"}, .quote = "It copied all, says the firm, and knew it."});
    press.article("Herald", "2026-07-20")
        .says({.claimant = {"(unnamed)"}, .quote = "Fresh logs are said to show more of it."});
    CHECK(timeline(press.picture()) ==
          std::vector<std::string>{"2026-06-10 published filing 2",
                                   "2026-07-20 published accusation 1"});
}

TEST_CASE("Who might sue has not sued", "[knowledge][timeline]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"}, .quote = "It distilled, and Quillmark wants to sue."});
    CHECK(timeline(press.picture()) ==
          std::vector<std::string>{"2026-06-10 published accusation 1"});
}
