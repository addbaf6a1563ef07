// From vectors to a tree: which token is whose head, and by which relation.
#pragma once
#include <cstddef>
#include <vector>

#include "extractor/language/parser_model.h"
#include "extractor/language/train/encoder.h"

namespace training {

using extractor::kFarthest;
inline constexpr std::size_t kDistances = 2 * kFarthest + 1;

// Row of the distance table for a head at `head` and its dependent at `dependent`.
std::size_t distance_row(std::size_t dependent, std::size_t head);

// score(d, h) = (W dependent(d) + b) · head(h) + distance(h − d); the root is a head of its own.
class ArcHead {
public:
    ArcHead(const Shape& shape, Random& random);
    void forward(const Batch& batch, const Matrix& in, const Noise& noise, Random& random);
    double backward(const Batch& batch, const Matrix& in, float scale, Matrix& in_gradient);
    std::vector<Parameter*> parameters();

    // Scores of a sentence: a row for each dependent, the root first.
    const Matrix& scores(std::size_t sentence) const { return scores_[sentence]; }

    Linear dependent, head, product;
    Parameter root, distance;

private:
    void score(const Batch& batch, std::size_t sentence);
    void score_backward(const Batch& batch, std::size_t sentence);

    Dropout dependent_dropout_, head_dropout_;
    Matrix dependents_, heads_, products_;
    Matrix dependent_gradient_, head_gradient_, product_gradient_;
    std::vector<Matrix> scores_;
};

// score(d, h) = W relu(dependent(d) + head(h)) + b, for the heads that are given.
class LabelHead {
public:
    LabelHead(const Shape& shape, Random& random);
    void forward(const std::vector<std::size_t>& heads, const Matrix& in, const Noise& noise,
                 Random& random);
    double backward(const Batch& batch, const Matrix& in, const Noise& noise, float scale,
                    Matrix& in_gradient);
    std::vector<Parameter*> parameters();
    const Matrix& scores() const { return scores_; }

    Linear dependent, head, output;
    Parameter root;

private:
    Dropout dropout_;
    Matrix dependents_, heads_, hidden_, dropped_, scores_;
};

}  // namespace training
