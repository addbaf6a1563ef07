// Sentences as the network sees them.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "extractor/language/train/layers.h"
#include "extractor/language/word_features.h"

namespace training {

struct Word {
    std::size_t known = 0;  // row of the word table; 0: not in the vocabulary
    extractor::WordFeatures features;
};

// Several sentences; heads count within the batch.
struct Batch {
    static constexpr std::size_t kRoot = SIZE_MAX;

    std::vector<Word> words;
    Bounds bounds;
    std::vector<std::size_t> starts;  // first token of each sentence, and the end
    std::vector<std::size_t> tags;    // gold, as are the next two
    std::vector<std::size_t> relations;
    std::vector<std::size_t> heads;

    std::size_t size() const { return words.size(); }
};

}  // namespace training
