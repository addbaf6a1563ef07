// A whole training run.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "extractor/language/train/examples.h"
#include "extractor/language/train/network.h"
#include "extractor/language/train/score.h"

namespace training {

struct Schedule {
    std::size_t epochs = 34;
    std::size_t batch_tokens = 600;
    float rate = 2e-3F;         // of Adam, after the warm-up; falls to nothing along a cosine
    float steady_share = 0.2F;  // of all steps before it falls
    float decay = 1e-5F;
    Noise noise{.dropout = 0.35F, .smoothing = 0.05F};
};

// Calls after_epoch(epoch, losses per token) with the averaged weights in the network, and leaves
// them there.
void train(Network& network, std::span<const Sentence> sentences, const Encoding& encoding,
           const Schedule& schedule, Random& random,
           const std::function<void(std::size_t, const Losses&)>& after_epoch);

Score evaluate(Network& network, std::span<const Sentence> sentences, const Encoding& encoding);

}  // namespace training
