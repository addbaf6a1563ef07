// What an editor decides, applied to what was found.
#include <algorithm>
#include <catch2/catch.hpp>

#include "core/text.h"
#include "knowledge/corrections.h"

using core::ClaimSlot;
using core::CorrectionKind;

namespace {

const std::string kText =
    "Quillmark accused Parallax of distilling Heron.\nParallax denied the accusation.";
const core::Span kAccusation{0, 47};
const core::Span kDenial{48, 80};

core::Claim claim(core::Span quote, const std::string& by, const std::string& about) {
    core::Claim claim;
    claim.quote = quote;
    claim.claimant = {{by, core::Span{quote.begin, quote.begin + by.size()}}};
    claim.accused = {{about, std::nullopt}};
    return claim;
}

// Two claims in the same words, and a denial that answers the second.
core::Findings findings() {
    core::Findings found;
    found.claims = {claim(kAccusation, "Quillmark", "Parallax"),
                    claim(kAccusation, "Quillmark", "Heron"),
                    claim(kDenial, "Parallax", "Parallax")};
    found.claims[2].responds_to = 1;
    return found;
}

core::Correction about(std::size_t nth, CorrectionKind kind, core::Span quote = kAccusation) {
    core::Correction correction;
    correction.id = {1};
    correction.kind = kind;
    correction.found = {{7}, std::string(core::cut(kText, quote)), nth};
    return correction;
}

core::Correction slot(ClaimSlot slot, std::vector<std::string> value) {
    auto correction = about(1, CorrectionKind::SetSlot);
    correction.slot = slot;
    correction.value = std::move(value);
    return correction;
}

core::Correction same(const std::string& name, const std::string& as) {
    core::Correction correction;
    correction.kind = CorrectionKind::MergeEntities;
    correction.name = name;
    correction.value = {as};
    return correction;
}

bool all_fit(const std::vector<knowledge::Fitting>& fittings) {
    return std::all_of(fittings.begin(), fittings.end(),
                       [](const auto& fitting) { return fitting.found.has_value(); });
}

std::string names(const std::vector<core::Party>& parties) {
    std::string all;
    for (const auto& party : parties) all += (all.empty() ? "" : "|") + party.name;
    return all;
}

}  // namespace

TEST_CASE("A rejected claim is gone, and what answered it answers nothing",
          "[knowledge][corrections]") {
    auto found = findings();
    const std::vector corrections{about(1, CorrectionKind::RejectClaim)};
    CHECK(all_fit(knowledge::apply(corrections, kText, found)));
    REQUIRE(found.claims.size() == 2);
    CHECK(names(found.claims[0].accused) == "Parallax");
    CHECK_FALSE(found.claims[1].responds_to);
}

TEST_CASE("Answers go on to what they answered when an earlier claim is rejected",
          "[knowledge][corrections]") {
    auto found = findings();
    const std::vector corrections{about(0, CorrectionKind::RejectClaim)};
    knowledge::apply(corrections, kText, found);
    CHECK(found.claims.at(1).responds_to == 0);
}

TEST_CASE("A slot is set in the claim that was meant and in no other", "[knowledge][corrections]") {
    auto found = findings();
    const std::vector corrections{
        slot(ClaimSlot::Accused, {"Lodestar", "Heron"}),  slot(ClaimSlot::Certainty, {"suspected"}),
        slot(ClaimSlot::Conduct, {"scraping", "piracy"}), slot(ClaimSlot::Kind, {"observation"}),
        slot(ClaimSlot::ObjectOwner, {"Quillmark"}),      slot(ClaimSlot::Via, {"The Ledger"}),
    };
    CHECK(all_fit(knowledge::apply(corrections, kText, found)));
    const auto& set = found.claims[1];
    CHECK(names(set.accused) == "Lodestar|Heron");
    CHECK(set.certainty == core::Certainty::Suspected);
    CHECK(set.conduct == std::vector{core::Conduct::Scraping, core::Conduct::Piracy});
    CHECK(set.kind == core::ClaimKind::Observation);
    CHECK(set.object_owner == "Quillmark");
    CHECK(names(set.via) == "The Ledger");
    CHECK(names(found.claims[0].accused) == "Parallax");
    CHECK(found.claims[0].certainty == core::Certainty::Asserted);
}

TEST_CASE("A party that keeps its name keeps the words that name it", "[knowledge][corrections]") {
    auto found = findings();
    const std::vector corrections{slot(ClaimSlot::Claimant, {"quillmark", "Tallis"})};
    knowledge::apply(corrections, kText, found);
    CHECK(found.claims[1].claimant[0].span == core::Span{0, 9});
    CHECK_FALSE(found.claims[1].claimant[1].span);
}

TEST_CASE("Slots may be emptied where nobody may stand in them", "[knowledge][corrections]") {
    auto found = findings();
    found.claims[1].via = {{"The Ledger", std::nullopt}};
    found.claims[1].object_owner = "Quillmark";
    const std::vector corrections{slot(ClaimSlot::Via, {}), slot(ClaimSlot::ObjectOwner, {})};
    knowledge::apply(corrections, kText, found);
    CHECK(found.claims[1].via.empty());
    CHECK_FALSE(found.claims[1].object_owner);
}

TEST_CASE("A correction follows its claim into an edited sentence, and no further",
          "[knowledge][corrections]") {
    struct Case {
        const char* sentence;
        bool fits;
    };
    const auto [sentence, fits] = GENERATE(values<Case>({
        {"Quillmark on Monday accused Parallax of distilling Heron.", true},
        {"Quillmark accused Parallax of distilling its Heron model.", true},
        {"The harbour festival drew a record crowd at the weekend.", false},
        {"Quillmark praised the city for its harbour festival.", false},
    }));
    CAPTURE(sentence);
    const std::string text = sentence;
    core::Findings found;
    found.claims = {claim({0, text.size()}, "Quillmark", "Parallax")};
    const std::vector corrections{about(0, CorrectionKind::RejectClaim)};
    const auto fittings = knowledge::apply(corrections, text, found);
    CHECK(all_fit(fittings) == fits);
    if (fits) CHECK(fittings[0].found->quote == text);
    CHECK(found.claims.empty() == fits);
}

TEST_CASE("Where fewer claims are found in the same words than were, none is taken for another",
          "[knowledge][corrections]") {
    auto found = findings();
    found.claims.erase(found.claims.begin() + 1);
    found.claims.back().responds_to.reset();
    const std::vector corrections{about(1, CorrectionKind::RejectClaim)};
    CHECK_FALSE(all_fit(knowledge::apply(corrections, kText, found)));
    CHECK(found.claims.size() == 2);
}

TEST_CASE("A party that holds both names is named once", "[knowledge][corrections]") {
    auto found = findings();
    found.claims[0].accused = {{"Parallax", std::nullopt}, {"Lodestar", std::nullopt}};
    found.entities = {{{.name = "Lodestar", .parent = "Parallax"}, {}}};
    const std::vector corrections{same("Parallax", "Lodestar")};
    knowledge::apply(corrections, kText, found);
    CHECK(names(found.claims[0].accused) == "Lodestar");
    CHECK_FALSE(found.entities[0].entity.parent);
}

TEST_CASE("What is undone changes nothing", "[knowledge][corrections]") {
    auto found = findings();
    auto rejected = about(0, CorrectionKind::RejectClaim);
    rejected.undone = core::Instant{};
    auto merged = same("Heron", "Lodestar");
    merged.undone = core::Instant{};
    const std::vector corrections{rejected, merged};
    CHECK(all_fit(knowledge::apply(corrections, kText, found)));
    CHECK(found.claims.size() == 3);
    CHECK(names(found.claims[1].accused) == "Heron");
}

TEST_CASE("Two names of one entity are one everywhere", "[knowledge][corrections]") {
    auto found = findings();
    found.claims[0].object_owner = "PARALLAX";
    found.citations = {{"Parallax", std::nullopt, kDenial}};
    found.entities = {{{.name = "Parallax"}, {{18, 26}, {48, 56}}},
                      {{.name = "Quillmark"}, {{0, 9}}}};
    const std::vector corrections{same("parallax", "Parallax Labs")};
    SECTION("the name that stays is in the article") {
        found.entities.push_back({{.name = "Parallax Labs"}, {{30, 32}}});
        knowledge::apply(corrections, kText, found);
        REQUIRE(found.entities.size() == 2);
        CHECK(found.entities[1].mentions.size() == 3);
        CHECK(found.entities[1].mentions[1] == core::Span{30, 32});
    }
    SECTION("it is not") {
        knowledge::apply(corrections, kText, found);
        REQUIRE(found.entities.size() == 2);
        CHECK(found.entities[0].entity.name == "Parallax Labs");
        CHECK(found.entities[0].entity.aliases == std::vector<std::string>{"Parallax"});
    }
    CHECK(names(found.claims[0].accused) == "Parallax Labs");
    CHECK(found.claims[0].object_owner == "Parallax Labs");
    CHECK(found.citations[0].outlet == "Parallax Labs");
}

TEST_CASE("A claim is known as it was found, whatever was decided before",
          "[knowledge][corrections]") {
    const std::string quote(core::cut(kText, kAccusation));
    const auto record = [&](std::int64_t id) {
        core::ClaimRecord claim{.id = {id}, .article = {7}};
        claim.quote = quote;
        return claim;
    };
    SECTION("the second in the same words") {
        const std::vector claims{record(1), record(2)};
        CHECK(knowledge::found_claim(claims[1], claims, {}).nth == 1);
    }
    SECTION("behind one that was rejected") {
        const std::vector claims{record(2)};
        const std::vector earlier{about(0, CorrectionKind::RejectClaim)};
        CHECK(knowledge::found_claim(claims[0], claims, earlier).nth == 1);
    }
    SECTION("corrected before, and edited since") {
        auto edited = record(2);
        edited.quote = "Something else by now.";
        auto before = slot(ClaimSlot::Accused, {"Lodestar"});
        before.claim = core::ClaimId{2};
        CHECK(knowledge::found_claim(edited, {{edited}}, {{before}}) == *before.found);
    }
}

TEST_CASE("What a slot cannot hold is named", "[knowledge][corrections]") {
    struct Case {
        ClaimSlot slot;
        std::vector<std::string> value;
        const char* says;
    };
    const auto [slot, value, says] = GENERATE(values<Case>({
        {ClaimSlot::Certainty, {"sure"}, "'sure' is no certainty; one of: denied"},
        {ClaimSlot::Conduct, {"scraping", "theft"}, "'theft' is no conduct"},
        {ClaimSlot::Kind, {"accusation", "denial"}, "holds one value"},
        {ClaimSlot::Accused, {}, "at least one value"},
        {ClaimSlot::Via, {""}, "no empty value"},
        {ClaimSlot::Claimant, {"A\nB"}, "line ends"},
        {ClaimSlot::Claimant, {"\xFF\xFE"}, "not UTF-8"},
        {ClaimSlot::Accused, {std::string(1001, 'x')}, "longer than 1000 bytes"},
    }));
    const auto mistake = knowledge::mistake_in(slot, value);
    REQUIRE(mistake);
    CHECK(mistake->find(says) != std::string::npos);
}
