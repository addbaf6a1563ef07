#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "extractor/language/best_tree.h"
#include "extractor/language/syntax.h"

namespace {

using Heads = std::vector<std::int32_t>;

bool is_tree(const Heads& heads) {
    int roots = 0;
    for (std::size_t at = 0; at < heads.size(); ++at) {
        roots += heads[at] == extractor::kNoHead ? 1 : 0;
        auto up = static_cast<std::int32_t>(at);
        for (std::size_t steps = 0; up != extractor::kNoHead; ++steps) {
            if (steps > heads.size()) return false;
            up = heads[static_cast<std::size_t>(up)];
        }
    }
    return roots == 1;
}

float sum(const Heads& heads, const std::vector<float>& scores) {
    float total = 0;
    for (std::size_t at = 0; at < heads.size(); ++at)
        total += scores[at * (heads.size() + 1) + static_cast<std::size_t>(heads[at] + 1)];
    return total;
}

// The best of all trees, by trying all choices of heads.
float best_sum(std::size_t size, const std::vector<float>& scores) {
    Heads heads(size, extractor::kNoHead);
    float best = -1e9F;
    for (;;) {
        if (is_tree(heads)) best = std::max(best, sum(heads, scores));
        std::size_t at = 0;
        while (at < size && ++heads[at] == static_cast<std::int32_t>(size)) heads[at++] = -1;
        if (at == size) return best;
    }
}

}  // namespace

TEST_CASE("the tree found is the best of all trees", "[extractor][best_tree]") {
    const auto size = GENERATE(as<std::size_t>(), 1, 2, 3, 4, 5);
    const auto range = GENERATE(3U, 40U, 1000U);  // small: many ties
    std::mt19937 random(static_cast<unsigned>(size * range));
    extractor::TreeFinder finder;
    for (int round = 0; round < 60; ++round) {
        std::vector<float> scores(size * (size + 1));
        for (float& score : scores) score = static_cast<float>(random() % range) / 8;
        Heads heads(size);
        finder.find({.scores = scores, .size = size}, heads);
        REQUIRE(is_tree(heads));
        CHECK(sum(heads, scores) == best_sum(size, scores));
    }
}

TEST_CASE("cycles within cycles are resolved", "[extractor][best_tree]") {
    // 0 and 1 want each other, 2 wants 0 and 0's pair wants 2; only 3 wants the root a little.
    const std::vector<float> scores{
        0, 0, 9, 8, 1,  //
        0, 9, 0, 7, 0,  //
        0, 9, 1, 0, 2,  //
        3, 1, 1, 1, 0,
    };
    Heads heads(4);
    extractor::TreeFinder().find({.scores = scores, .size = 4}, heads);
    CHECK(is_tree(heads));
    CHECK(sum(heads, scores) == best_sum(4, scores));
}
