// The whole network: encoder, arcs and labels, trained together.
#pragma once
#include <vector>

#include "extractor/language/train/heads.h"

namespace training {

struct Losses {
    double tags = 0;
    double arcs = 0;
    double labels = 0;
    double all() const { return tags + arcs + labels; }
};

// What the network makes of a batch.
struct Prediction {
    std::vector<std::size_t> tags;
    std::vector<std::size_t> relations;
    std::vector<std::size_t> heads;  // of the batch, or Batch::kRoot
};

class Network {
public:
    Network(const Shape& shape, Random& random);

    // Adds the gradient of the mean loss per token; returns the losses' sums.
    Losses learn(const Batch& batch, const Noise& noise, Random& random);
    Prediction predict(const Batch& batch);

    std::vector<Parameter*> parameters();

    Shape shape;
    Encoder encoder;
    ArcHead arcs;
    LabelHead labels;
};

}  // namespace training
