// From treebank sentences to batches: the vocabulary, the joint tags, and the noise that makes a
// small treebank go further.
#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extractor/language/train/batch.h"
#include "extractor/language/train/treebank.h"

namespace training {

// Words that occur at least twice, by the fingerprint that the parser sees; row 0 is for all
// others.
class Vocabulary {
public:
    explicit Vocabulary(std::span<const Sentence> sentences);
    std::size_t row(std::uint32_t fingerprint) const;
    std::size_t size() const { return fingerprints_.size() + 1; }
    std::size_t frequency(std::size_t row) const { return frequencies_[row]; }
    std::span<const std::uint32_t> fingerprints() const { return fingerprints_; }  // ascending

private:
    std::vector<std::uint32_t> fingerprints_;
    std::vector<std::size_t> frequencies_;
};

// The pairs of tags that occur: one decision gives both.
class TagPairs {
public:
    using Pair = std::pair<extractor::Upos, extractor::Xpos>;
    explicit TagPairs(std::span<const Sentence> sentences);
    std::size_t index(Pair pair) const;  // of the most frequent pair if it is too rare to be known
    std::span<const Pair> pairs() const { return pairs_; }

private:
    std::vector<Pair> pairs_;  // most frequent first
};

struct Encoding {
    const Vocabulary& vocabulary;
    const TagPairs& tags;
};

// Of training sentences: some come as headlines, shouted, in small letters, or without their full
// stop; some words count as unknown, rare ones most of all.
Batch noisy_batch(std::span<const Sentence* const> sentences, const Encoding& encoding,
                  Random& random);
Batch plain_batch(std::span<const Sentence* const> sentences, const Encoding& encoding);

}  // namespace training
