#include <catch2/catch.hpp>

#include "tests/knowledge_press.h"

namespace {

core::Claim claim(std::vector<std::string> claimant, std::vector<std::string> accused) {
    press::Press press;
    press.article("A", "2026-06-10")
        .says({.claimant = std::move(claimant), .accused = std::move(accused)});
    return press.claims()[0].claim;
}

std::vector<core::Topic> topics_of(const core::Claim& claim,
                                   const std::vector<core::Entity>& entities = {}) {
    return knowledge::topics_of({&claim, 1}, knowledge::Parties(entities)).front();
}

struct Case {
    std::vector<std::string> claimant, accused, topics;
};

}  // namespace

TEST_CASE("A claim belongs to whom it speaks about, else to who speaks", "[knowledge][topics]") {
    const auto [claimant, accused, topics] = GENERATE(values<Case>({
        {{"Quillmark"}, {"Parallax"}, {"parallax"}},
        {{"Quillmark"}, {"Parallax", "Nimbus"}, {"nimbus", "parallax"}},
        {{"Quillmark"}, {"Nimbus", "Parallax", "NIMBUS"}, {"nimbus", "parallax"}},
        {{"Quillmark"}, {}, {"quillmark"}},
        {{"Quillmark"}, {"(unnamed)"}, {"quillmark"}},
        {{"Quillmark"}, {"AI labs (unnamed)"}, {"ai labs"}},
        {{"Quillmark"}, {"AI labs"}, {"ai labs"}},
        {{"(article)"}, {}, {""}},
        {{}, {}, {""}},
    }));
    CHECK(topics_of(claim(claimant, accused)) == topics);
}
