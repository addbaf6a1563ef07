#include <catch2/catch.hpp>

#include "tests/knowledge_press.h"

using press::ClaimKind;
using press::Conduct;
using press::Press;

namespace {

std::string names(const core::Picture& picture) {
    std::string text;
    for (const auto& dispute : picture.disputes) text += dispute.name + "; ";
    return text;
}

}  // namespace

TEST_CASE("A dispute is named after its parties and what is at issue", "[knowledge][disputes]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"}, .quote = "They distilled Nimbus."})
        .says(
            {.claimant = {"a tester"}, .quote = "It answers as Nimbus does.", .owner = "Quillmark"})
        .says({.claimant = {"Halberd Press"},
               .quote = "They copied our books.",
               .conduct = {Conduct::Piracy, Conduct::CopyrightInfringement}});
    const auto picture = press.picture();
    CHECK(names(picture) ==
          "Halberd Press – Parallax: piracy; Quillmark – Parallax: distillation; ");
    CHECK(picture.disputes[1].parties == std::vector<std::string>{"Quillmark", "Parallax"});
    CHECK(picture.disputes[1].claims.size() == 2);
    CHECK(picture.disputes[1].articles == 1);
}

TEST_CASE("One party's different quarrels with another are different disputes",
          "[knowledge][disputes]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"}, .quote = "They distilled Nimbus."})
        .says({.claimant = {"Quillmark"},
               .quote = "They scraped our forum of authors.",
               .conduct = {Conduct::Scraping}});
    const auto picture = press.picture();
    REQUIRE(picture.disputes.size() == 2);
    CHECK(picture.disputes[0].key != picture.disputes[1].key);
}

TEST_CASE("What names no accuser joins the quarrels of its kind", "[knowledge][disputes]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"}, .quote = "They distilled Nimbus."})
        .says({.claimant = {"(unnamed)"}, .quote = "The lab has been suspected of more."})
        .says({.kind = ClaimKind::Denial,
               .claimant = {"Parallax"},
               .quote = "Nothing of it is true.",
               .conduct = {}});
    const auto picture = press.picture();
    REQUIRE(picture.disputes.size() == 1);
    CHECK(picture.disputes[0].claims.size() == 3);
    CHECK(picture.disputes[0].state == core::DisputeState::Denied);
}

TEST_CASE("An accusation by nobody in particular is a dispute, praise is none",
          "[knowledge][disputes]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"(unnamed)"}, .quote = "Parallax has been accused of distilling."});
    CHECK(names(press.picture()) == "Parallax: distillation; ");
    Press praise;
    praise.article("Ledger", "2026-06-10")
        .says({.kind = ClaimKind::Opinion, .claimant = {"Ada"}, .quote = "Their model is good."});
    CHECK(praise.picture().disputes.empty());
}

TEST_CASE("A dispute is as far as its furthest event", "[knowledge][disputes]") {
    using core::DisputeState;
    struct Step {
        ClaimKind kind;
        std::string quote;
        DisputeState state;
    };
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"}, .quote = "They distilled Nimbus."});
    CHECK(press.picture().disputes.at(0).state == DisputeState::Alleged);
    int day = 11;
    for (const auto& [kind, quote, state] : std::vector<Step>{
             {ClaimKind::Investigation, "A probe was opened.", DisputeState::UnderInvestigation},
             {ClaimKind::Response, "We look into it.", DisputeState::Answered},
             {ClaimKind::Denial, "We did not.", DisputeState::Denied},
             {ClaimKind::Accusation, "It filed suit against the lab.", DisputeState::InCourt},
             {ClaimKind::Ruling, "The judge found for the plaintiff.", DisputeState::Ruled},
             {ClaimKind::Settlement, "Both settled.", DisputeState::Settled}}) {
        press.article("Ledger", "2026-06-" + std::to_string(day++))
            .says({.kind = kind,
                   .claimant = {kind == ClaimKind::Accusation ? "Quillmark" : "(unnamed)"},
                   .quote = quote});
        CHECK(press.picture().disputes.at(0).state == state);
    }
}

TEST_CASE("What others say of a quarrel belongs to its principals", "[knowledge][disputes]") {
    Press press;
    press.knows({.name = "Ada Renn", .type = core::EntityType::Person})
        .knows({.name = "Nimbus",
                .type = core::EntityType::Product,
                .aliases = {},
                .parent = "Quillmark"});
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"}, .quote = "Quillmark says that it distilled Nimbus."})
        .says({.claimant = {"Ada Renn"}, .quote = "An investor calls the copying a theft."});
    press.article("Courier", "2026-06-12")
        .says({.claimant = {"Halberd"},
               .quote = "Halberd saw accounts taking answers from Nimbus.",
               .names = {"Nimbus"}});
    const auto picture = press.picture();
    CHECK(names(picture) == "Quillmark – Parallax: distillation; ");
    CHECK(picture.disputes.at(0).claims.size() == 3);
}

TEST_CASE("Who sues together is one side, who is named in a round-up is not",
          "[knowledge][disputes]") {
    Press press;
    const std::string suit = " sued Parallax over pirated books.";
    for (const auto* day : {"2026-06-10", "2026-06-11"})
        press.article("Ledger", day)
            .says({.claimant = {"Halberd Press", "Inkwell"},
                   .quote = "Halberd Press and Inkwell" + suit,
                   .conduct = {Conduct::Piracy}})
            .says({.claimant = {"Ostrava Books"},
                   .quote = "Ostrava Books" + suit,
                   .conduct = {Conduct::Piracy}});
    press.article("Courier", "2026-06-12")
        .says({.claimant = {"Inkwell", "Ostrava Books"},
               .quote = "Inkwell, Ostrava Books and others" + suit,
               .conduct = {Conduct::Piracy}});
    const auto picture = press.picture();
    CHECK(names(picture) ==
          "Halberd Press and Inkwell – Parallax: piracy; Ostrava Books – Parallax: piracy; ");
    CHECK(picture.disputes.at(0).parties ==
          std::vector<std::string>{"Halberd Press", "Inkwell", "Parallax"});
}

TEST_CASE("An answer belongs to the quarrel that its own article tells of",
          "[knowledge][disputes]") {
    Press press;
    const press::Says silence{.kind = ClaimKind::Response,
                              .claimant = {"Parallax"},
                              .quote = "Parallax did not respond to requests for comment.",
                              .conduct = {}};
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"}, .quote = "Quillmark accused it of distilling."})
        .says(silence);
    press.article("Courier", "2026-06-12")
        .says({.claimant = {"Halberd"},
               .quote = "Halberd says that it scraped a forum.",
               .conduct = {Conduct::Scraping}})
        .says(silence);
    const auto picture = press.picture();
    REQUIRE(picture.disputes.size() == 2);
    for (const auto& dispute : picture.disputes) {
        CHECK(dispute.claims.size() == 2);
        CHECK(dispute.events.size() == 2);
    }
}

TEST_CASE("What a party does without naming anybody belongs to whom it accuses beside it",
          "[knowledge][disputes]") {
    Press press;
    press.article("Ledger", "2026-06-10")
        .says({.claimant = {"Quillmark"}, .quote = "Quillmark says that it distilled Nimbus."})
        .says({.kind = ClaimKind::Countermeasure,
               .claimant = {"Quillmark"},
               .accused = {},
               .quote = "It now asks customers who they are.",
               .conduct = {}});
    const auto picture = press.picture();
    REQUIRE(picture.disputes.size() == 1);
    CHECK(picture.disputes[0].events.back().kind == core::EventKind::Countermeasure);
}
