#include "core/vocabulary.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

namespace {

bool is_code(std::string_view code) {
    return !code.empty() &&
           code.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
}

}  // namespace

TEMPLATE_TEST_CASE("Every word of a vocabulary has a code of its own and says what it means",
                   "[core][vocabulary]", core::ClaimKind, core::Conduct, core::EvidenceType,
                   core::Certainty, core::EntityType, core::BlockKind, core::OriginKind,
                   core::ArticleStatus, core::DateBasis, core::SourceKind, core::EventKind,
                   core::DisputeState, core::ConductFamily) {
    std::set<std::string_view> codes;
    for (const auto& row : core::Vocabulary<TestType>::terms) {
        CAPTURE(row.code);
        CHECK(is_code(row.code));
        CHECK(codes.insert(row.code).second);
        CHECK_FALSE(row.label.empty());
        CHECK_FALSE(row.meaning.empty());
        CHECK(core::from_code<TestType>(row.code) == row.value);
        CHECK(core::code(row.value) == row.code);
    }
}

TEST_CASE("A word that is in no vocabulary is refused", "[core][vocabulary]") {
    CHECK_FALSE(core::from_code<core::ClaimKind>("rumour"));
    CHECK_FALSE(core::from_code<core::Conduct>(""));
    CHECK_FALSE(core::from_code<core::Certainty>("Denied"));
}

TEST_CASE("Conducts of one quarrel share a family", "[core][vocabulary]") {
    CHECK(core::family(core::Conduct::Distillation) == core::family(core::Conduct::AccountFraud));
    CHECK(core::family(core::Conduct::Piracy) == core::family(core::Conduct::Scraping));
    CHECK(core::family(core::Conduct::Piracy) != core::family(core::Conduct::Distillation));
}
