#include <catch2/catch.hpp>

#include "tests/knowledge_press.h"

namespace {

core::Claim claim(std::vector<std::string> claimant, std::vector<std::string> accused) {
    press::Press press;
    press.article("A", "2026-06-10")
        .says({.claimant = std::move(claimant), .accused = std::move(accused)});
    return press.claims()[0].claim;
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
    CHECK(knowledge::topics_of(claim(claimant, accused)) == topics);
}
