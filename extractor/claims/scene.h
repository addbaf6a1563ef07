// One sentence with everything that the tables find in it. Private to extractor/.
#pragma once
#include <algorithm>
#include <cstddef>
#include <vector>

#include "extractor/claims/clues.h"
#include "extractor/claims/reading.h"
#include "extractor/claims/tree.h"

namespace extractor {

struct Scene {
    std::span<const ReadWord> words;
    std::vector<std::size_t> credited;  // words of the names that are credited
    std::vector<Match> acts;            // ascending, disjoint: the longest at each place
    std::vector<Match> conducts;        // ascending
    std::vector<Match> hedges, evidence, credits;
    Tree tree;  // empty where nothing of ours can be said

    core::Span span(Range range) const {
        return {words[range.begin].span.begin, words[range.end - 1].span.end};
    }
};

template <class List>
bool any_word(const Scene& scene, Range range, const List& list) {
    for (auto at = range.begin; at < range.end; ++at)
        if (std::find(list.begin(), list.end(), scene.words[at].lower) != list.end()) return true;
    return false;
}

Scene scene_of(std::span<const ReadWord> words, const Reading& reading);

}  // namespace extractor
