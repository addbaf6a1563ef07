#include "extractor/language/train/network.h"

#include <algorithm>

#include "extractor/language/best_tree.h"
#include "extractor/language/syntax.h"

namespace training {

namespace {

std::vector<std::size_t> best_columns(const Matrix& scores) {
    std::vector<std::size_t> best(scores.rows);
    for (std::size_t at = 0; at < scores.rows; ++at) {
        const float* row = scores.row(at);
        best[at] = static_cast<std::size_t>(std::max_element(row, row + scores.columns) - row);
    }
    return best;
}

std::vector<std::size_t> best_heads(const Batch& batch, const ArcHead& arcs) {
    extractor::TreeFinder finder;
    std::vector<std::size_t> all(batch.size());
    std::vector<std::int32_t> heads;
    for (std::size_t at = 0; at + 1 < batch.starts.size(); ++at) {
        const Matrix& scores = arcs.scores(at);
        heads.resize(scores.rows);
        finder.find({.scores = scores.data, .size = scores.rows}, heads);
        for (std::size_t d = 0; d < scores.rows; ++d)
            all[batch.starts[at] + d] = heads[d] == extractor::kNoHead
                                            ? Batch::kRoot
                                            : batch.starts[at] + static_cast<std::size_t>(heads[d]);
    }
    return all;
}

}  // namespace

Network::Network(const Shape& wanted, Random& random)
    : shape(wanted), encoder(shape, random), arcs(shape, random), labels(shape, random) {}

Losses Network::learn(const Batch& batch, const Noise& noise, Random& random) {
    const float scale = 1.0F / static_cast<float>(batch.size());
    const Matrix& in = encoder.forward(batch, noise, random);
    Matrix gradient;
    gradient.clear(in.rows, in.columns);
    Losses losses;
    arcs.forward(batch, in, noise, random);
    losses.arcs = arcs.backward(batch, in, scale, gradient);
    labels.forward(batch.heads, in, noise, random);
    losses.labels = labels.backward(batch, in, noise, scale, gradient);
    losses.tags = encoder.backward(batch, noise, scale, gradient);
    return losses;
}

Prediction Network::predict(const Batch& batch) {
    Random none(0);
    const Matrix& in = encoder.forward(batch, {}, none);
    Prediction prediction;
    prediction.tags = best_columns(encoder.tag_chances());
    arcs.forward(batch, in, {}, none);
    prediction.heads = best_heads(batch, arcs);
    labels.forward(prediction.heads, in, {}, none);
    prediction.relations = best_columns(labels.scores());
    return prediction;
}

std::vector<Parameter*> Network::parameters() {
    auto all = encoder.parameters();
    for (const auto& part : {arcs.parameters(), labels.parameters()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace training
