#include "extractor/language/train/encoder.h"

#include <algorithm>
#include <cmath>

namespace training {

void softmax(float* scores, std::size_t count) {
    const float top = *std::max_element(scores, scores + count);
    float sum = 0;
    for (std::size_t at = 0; at < count; ++at) {
        scores[at] = std::exp(scores[at] - top);
        sum += scores[at];
    }
    for (std::size_t at = 0; at < count; ++at) scores[at] /= sum;
}

double cross_entropy(float* chances, std::size_t count, std::size_t gold, float smoothing,
                     float scale) {
    const double loss = -std::log(std::max(chances[gold], 1e-9F));
    const float spread = smoothing / static_cast<float>(count);
    for (std::size_t at = 0; at < count; ++at) chances[at] = scale * (chances[at] - spread);
    chances[gold] -= scale * (1.0F - smoothing);
    return loss;
}

// ── embedding ──

namespace {

constexpr float kEmbeddingDeviation = 0.1F;

float ngram_scale(const Word& word) {
    return 1.0F /
           std::sqrt(static_cast<float>(std::max<std::size_t>(word.features.ngram_count, 1)));
}

}  // namespace

void Embedding::initialise(const Shape& shape, Random& random) {
    words.initialise(shape.vocabulary, shape.width, kEmbeddingDeviation, random, Density::Sparse);
    pieces.initialise(extractor::kPieceRows, shape.width, kEmbeddingDeviation, random,
                      Density::Sparse);
}

void Embedding::forward(const std::vector<Word>& words_seen, Matrix& out) const {
    const std::size_t width = words.columns();
    out.resize(words_seen.size(), width);
    for (std::size_t token = 0; token < words_seen.size(); ++token) {
        const Word& word = words_seen[token];
        float* to = out.row(token);
        std::copy_n(words.row(word.known), width, to);
        const auto add = [&](std::size_t row, float scale) {
            for (std::size_t at = 0; at < width; ++at) to[at] += scale * pieces.row(row)[at];
        };
        for (const auto row : word.features.affixes) add(row, 1.0F);
        for (std::size_t at = 0; at < word.features.ngram_count; ++at)
            add(word.features.ngrams[at], ngram_scale(word));
    }
}

void Embedding::backward(const std::vector<Word>& words_seen, const Matrix& gradient) {
    const std::size_t width = words.columns();
    for (std::size_t token = 0; token < words_seen.size(); ++token) {
        const Word& word = words_seen[token];
        const float* from = gradient.row(token);
        const auto add = [&](Parameter& table, std::size_t row, float scale) {
            table.touch(row);
            float* to = table.gradient_row(row);
            for (std::size_t at = 0; at < width; ++at) to[at] += scale * from[at];
        };
        add(words, word.known, 1.0F);
        for (const auto row : word.features.affixes) add(pieces, row, 1.0F);
        for (std::size_t at = 0; at < word.features.ngram_count; ++at)
            add(pieces, word.features.ngrams[at], ngram_scale(word));
    }
}

// ── encoder ──

std::size_t distance_of_layer(const Shape& shape, std::size_t layer) {
    if (shape.layers[layer] == 'R') return 0;
    const auto before = shape.layers.begin() + static_cast<std::ptrdiff_t>(layer);
    return 1 + static_cast<std::size_t>(std::count(shape.layers.begin(), before, 'C')) % 2;
}

Encoder::Encoder(const Shape& shape, Random& random) : tag_layer_(shape.tag_layer) {
    embedding.initialise(shape, random);
    for (std::size_t at = 0; at < shape.layers.size(); ++at) {
        const std::size_t distance = distance_of_layer(shape, at);
        if (distance == 0)
            layers.push_back(std::make_unique<Recurrence>(shape.width, random));
        else
            layers.push_back(std::make_unique<Convolution>(shape.width, distance, random));
    }
    tagger.initialise(shape.width, shape.tags, random);
    told.initialise(shape.tags, shape.width, 0.1F, random);
    dropouts_.resize(layers.size());
    inputs_.resize(layers.size() + 1);
    outputs_.resize(layers.size());
}

void Encoder::tell_tags(std::size_t at) {
    before_tags_ = inputs_[at];
    tagger.forward(before_tags_, tag_chances_);
    for (std::size_t token = 0; token < tag_chances_.rows; ++token)
        softmax(tag_chances_.row(token), tag_chances_.columns);
    add_product(tag_chances_, View(told.value.data(), told.rows(), told.columns()),
                inputs_[at].data.data());
}

void Encoder::add_layer(const Batch& batch, std::size_t at, const Noise& noise, Random& random) {
    layers[at]->forward(batch.bounds, inputs_[at], outputs_[at]);
    rectify(outputs_[at]);
    Matrix& next = inputs_[at + 1];
    next = outputs_[at];
    dropouts_[at].forward(next, noise.dropout, random);
    for (std::size_t k = 0; k < next.data.size(); ++k) next.data[k] += inputs_[at].data[k];
}

const Matrix& Encoder::forward(const Batch& batch, const Noise& noise, Random& random) {
    embedding.forward(batch.words, inputs_[0]);
    input_dropout_.forward(inputs_[0], noise.dropout, random);
    for (std::size_t at = 0; at <= layers.size(); ++at) {
        if (at == tag_layer_) tell_tags(at);
        if (at < layers.size()) add_layer(batch, at, noise, random);
    }
    return inputs_.back();
}

double Encoder::tags_backward(const Batch& batch, const Noise& noise, float scale,
                              Matrix& gradient) {
    add_product(View(tag_chances_).transposed(), gradient, told.gradient.data());
    Matrix from_told;
    from_told.clear(gradient.rows, told.rows());
    const View told_rows(told.value.data(), told.rows(), told.columns());
    add_product(gradient, told_rows.transposed(), from_told.data.data());
    double loss = 0;
    for (std::size_t token = 0; token < gradient.rows; ++token) {
        float* chances = tag_chances_.row(token);
        float* slope = from_told.row(token);
        float mean = 0;
        for (std::size_t tag = 0; tag < told.rows(); ++tag) mean += chances[tag] * slope[tag];
        for (std::size_t tag = 0; tag < told.rows(); ++tag)
            slope[tag] = chances[tag] * (slope[tag] - mean);
        loss += cross_entropy(chances, told.rows(), batch.tags[token], noise.smoothing, scale);
        for (std::size_t tag = 0; tag < told.rows(); ++tag) chances[tag] += slope[tag];
    }
    tagger.backward(before_tags_, tag_chances_, gradient);
    return loss;
}

double Encoder::backward(const Batch& batch, const Noise& noise, float scale, Matrix& gradient) {
    double loss = 0;
    Matrix inner;
    for (std::size_t at = layers.size() + 1; at-- > 0;) {
        if (at < layers.size()) {
            inner = gradient;
            dropouts_[at].backward(inner);
            rectify_gradient(outputs_[at], inner);
            layers[at]->backward(batch.bounds, inputs_[at], inner, gradient);
        }
        if (at == tag_layer_) loss = tags_backward(batch, noise, scale, gradient);
    }
    input_dropout_.backward(gradient);
    embedding.backward(batch.words, gradient);
    return loss;
}

std::vector<Parameter*> Encoder::parameters() {
    std::vector<Parameter*> all{&embedding.words, &embedding.pieces, &tagger.weight, &tagger.bias,
                                &told};
    for (const auto& layer : layers)
        for (Linear* part : layer->parts()) {
            all.push_back(&part->weight);
            all.push_back(&part->bias);
        }
    return all;
}

}  // namespace training
