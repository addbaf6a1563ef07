#include "extractor/language/train/parameters.h"

#include <cmath>

namespace training {

namespace {

constexpr float kFirstDecay = 0.9F;
constexpr float kSecondDecay = 0.98F;
constexpr float kTiny = 1e-8F;

}  // namespace

void Parameter::initialise(std::size_t rows, std::size_t columns, float deviation, Random& random,
                           Density density) {
    rows_ = rows;
    columns_ = columns;
    density_ = density;
    value.resize(rows * columns);
    for (float& number : value) number = deviation > 0 ? deviation * random.normal() : 0.0F;
    gradient.assign(value.size(), 0.0F);
    first_ = gradient;
    second_ = gradient;
    average_ = value;
    if (density == Density::Sparse) is_touched_.assign(rows, 0);
}

void Parameter::touch(std::size_t row) {
    if (is_touched_[row] != 0) return;
    is_touched_[row] = 1;
    touched_.push_back(row);
}

double Parameter::squared_gradient() const {
    double sum = 0;
    const auto add = [&](std::size_t first, std::size_t last) {
        float part = 0;
        for (std::size_t at = first; at < last; ++at) part += gradient[at] * gradient[at];
        sum += part;
    };
    if (density_ == Density::Dense) add(0, gradient.size());
    for (const auto row : touched_) add(row * columns_, (row + 1) * columns_);
    return sum;
}

void Parameter::update(const Step& step, float gradient_scale) {
    if (density_ == Density::Dense) update(step, gradient_scale, 0, value.size());
    for (const auto row : touched_) {
        update({.rate = step.rate, .number = step.number}, gradient_scale, row * columns_,
               (row + 1) * columns_);
        is_touched_[row] = 0;
    }
    touched_.clear();
}

void Parameter::update(const Step& step, float gradient_scale, std::size_t first,
                       std::size_t last) {
    const auto number = static_cast<float>(step.number);
    const float first_share = 1.0F - std::pow(kFirstDecay, number);
    const float second_share = 1.0F / (1.0F - std::pow(kSecondDecay, number));
    const float rate = step.rate / first_share;
    const float shrink = step.rate * step.decay;
    for (std::size_t at = first; at < last; ++at) {
        const float slope = gradient[at] * gradient_scale;
        first_[at] = kFirstDecay * first_[at] + (1.0F - kFirstDecay) * slope;
        second_[at] = kSecondDecay * second_[at] + (1.0F - kSecondDecay) * slope * slope;
        value[at] -= rate * first_[at] / (std::sqrt(second_[at] * second_share) + kTiny) +
                     shrink * value[at];
        gradient[at] = 0;
    }
}

void Parameter::follow(float rate) {
    for (std::size_t at = 0; at < value.size(); ++at)
        average_[at] += rate * (value[at] - average_[at]);
}

}  // namespace training
