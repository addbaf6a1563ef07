#include "extractor/language/train/heads.h"

#include <algorithm>
#include <cmath>

#include "extractor/language/syntax.h"

namespace training {

namespace {

constexpr float kNever = -1e9F;

void add(float* to, const float* from, std::size_t count, float factor = 1) {
    for (std::size_t at = 0; at < count; ++at) to[at] += factor * from[at];
}

float dot(const float* a, const float* b, std::size_t count) {
    float sum = 0;
    for (std::size_t at = 0; at < count; ++at) sum += a[at] * b[at];
    return sum;
}

}  // namespace

std::size_t distance_row(std::size_t dependent, std::size_t head) {
    if (head > dependent) return kFarthest + std::min(head - dependent, kFarthest);
    return kFarthest - std::min(dependent - head, kFarthest);
}

// ── arcs ──

ArcHead::ArcHead(const Shape& shape, Random& random) {
    dependent.initialise(shape.width, shape.arc_width, random);
    head.initialise(shape.width, shape.arc_width, random);
    product.initialise(shape.arc_width, shape.arc_width, random);
    for (float& value : product.weight.value) value *= 0.5F;
    root.initialise(1, shape.arc_width, 0.3F, random);
    distance.initialise(1, kDistances, 0, random);
}

void ArcHead::forward(const Batch& batch, const Matrix& in, const Noise& noise, Random& random) {
    dependent.forward(in, dependents_);
    head.forward(in, heads_);
    rectify(dependents_);
    rectify(heads_);
    dependent_dropout_.forward(dependents_, noise.dropout, random);
    head_dropout_.forward(heads_, noise.dropout, random);
    product.forward(dependents_, products_);
    scores_.resize(batch.starts.size() - 1);
    for (std::size_t at = 0; at < scores_.size(); ++at) score(batch, at);
}

void ArcHead::score(const Batch& batch, std::size_t sentence) {
    const std::size_t start = batch.starts[sentence];
    const std::size_t size = batch.starts[sentence + 1] - start;
    const View products = View(products_).rows_from(start, size);
    Matrix pairs;
    pairs.clear(size, size);
    add_product(products, View(heads_).rows_from(start, size).transposed(), pairs.data.data());
    Matrix& scores = scores_[sentence];
    scores.resize(size, size + 1);
    for (std::size_t d = 0; d < size; ++d) {
        float* row = scores.row(d);
        row[0] = dot(products_.row(start + d), root.value.data(), products_.columns);
        for (std::size_t h = 0; h < size; ++h)
            row[h + 1] = h == d ? kNever : pairs.row(d)[h] + distance.value[distance_row(d, h)];
    }
}

void ArcHead::score_backward(const Batch& batch, std::size_t sentence) {
    const Matrix& scores = scores_[sentence];  // holds the gradient by now
    const std::size_t start = batch.starts[sentence];
    const std::size_t size = scores.rows;
    const std::size_t width = products_.columns;
    View pairs(scores);
    pairs.data += 1;
    pairs.columns = size;
    add_product(pairs, View(heads_).rows_from(start, size), product_gradient_.row(start));
    add_product(pairs.transposed(), View(products_).rows_from(start, size),
                head_gradient_.row(start));
    for (std::size_t d = 0; d < size; ++d) {
        const float* row = scores.row(d);
        add(product_gradient_.row(start + d), root.value.data(), width, row[0]);
        add(root.gradient.data(), products_.row(start + d), width, row[0]);
        for (std::size_t h = 0; h < size; ++h) distance.gradient[distance_row(d, h)] += row[h + 1];
    }
}

double ArcHead::backward(const Batch& batch, const Matrix& in, float scale, Matrix& in_gradient) {
    product_gradient_.clear(in.rows, products_.columns);
    head_gradient_.clear(in.rows, heads_.columns);
    dependent_gradient_.clear(in.rows, dependents_.columns);
    double loss = 0;
    for (std::size_t sentence = 0; sentence < scores_.size(); ++sentence) {
        Matrix& scores = scores_[sentence];
        const std::size_t start = batch.starts[sentence];
        for (std::size_t d = 0; d < scores.rows; ++d) {
            const std::size_t gold = batch.heads[start + d];
            softmax(scores.row(d), scores.columns);
            loss += cross_entropy(scores.row(d), scores.columns,
                                  gold == Batch::kRoot ? 0 : gold - start + 1, 0, scale);
        }
        score_backward(batch, sentence);
    }
    product.backward(dependents_, product_gradient_, dependent_gradient_);
    dependent_dropout_.backward(dependent_gradient_);
    head_dropout_.backward(head_gradient_);
    rectify_gradient(dependents_, dependent_gradient_);
    rectify_gradient(heads_, head_gradient_);
    dependent.backward(in, dependent_gradient_, in_gradient);
    head.backward(in, head_gradient_, in_gradient);
    return loss;
}

std::vector<Parameter*> ArcHead::parameters() {
    return {&dependent.weight, &dependent.bias, &head.weight, &head.bias,
            &product.weight,   &product.bias,   &root,        &distance};
}

// ── labels ──

LabelHead::LabelHead(const Shape& shape, Random& random) {
    dependent.initialise(shape.width, shape.label_width, random);
    head.initialise(shape.width, shape.label_width, random);
    output.initialise(shape.label_width, extractor::relation_names.size(), random);
    root.initialise(1, shape.label_width, 0.1F, random);
}

void LabelHead::forward(const std::vector<std::size_t>& heads, const Matrix& in, const Noise& noise,
                        Random& random) {
    dependent.forward(in, dependents_);
    head.forward(in, heads_);
    hidden_ = dependents_;
    for (std::size_t token = 0; token < in.rows; ++token) {
        const bool is_root = heads[token] == Batch::kRoot;
        add(hidden_.row(token), is_root ? root.value.data() : heads_.row(heads[token]),
            hidden_.columns);
    }
    rectify(hidden_);
    dropped_ = hidden_;
    dropout_.forward(dropped_, noise.dropout, random);
    output.forward(dropped_, scores_);
}

double LabelHead::backward(const Batch& batch, const Matrix& in, const Noise& noise, float scale,
                           Matrix& in_gradient) {
    double loss = 0;
    for (std::size_t token = 0; token < in.rows; ++token) {
        softmax(scores_.row(token), scores_.columns);
        loss += cross_entropy(scores_.row(token), scores_.columns, batch.relations[token],
                              noise.smoothing, scale);
    }
    Matrix gradient;
    Matrix to_heads;
    gradient.clear(hidden_.rows, hidden_.columns);
    to_heads.clear(hidden_.rows, hidden_.columns);
    output.backward(dropped_, scores_, gradient);
    dropout_.backward(gradient);
    rectify_gradient(hidden_, gradient);
    for (std::size_t token = 0; token < in.rows; ++token) {
        const bool is_root = batch.heads[token] == Batch::kRoot;
        add(is_root ? root.gradient.data() : to_heads.row(batch.heads[token]), gradient.row(token),
            gradient.columns);
    }
    dependent.backward(in, gradient, in_gradient);
    head.backward(in, to_heads, in_gradient);
    return loss;
}

std::vector<Parameter*> LabelHead::parameters() {
    return {&dependent.weight, &dependent.bias, &head.weight, &head.bias,
            &output.weight,    &output.bias,    &root};
}

}  // namespace training
