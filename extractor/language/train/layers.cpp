#include "extractor/language/train/layers.h"

#include <algorithm>
#include <cmath>

namespace training {

void Linear::initialise(std::size_t inputs, std::size_t outputs, Random& random) {
    weight.initialise(inputs, outputs, 1.0F / std::sqrt(static_cast<float>(inputs)), random);
    bias.initialise(1, outputs, 0, random);
}

void Linear::forward(const View& in, Matrix& out) const {
    out.resize(in.rows, weight.columns());
    for (std::size_t at = 0; at < in.rows; ++at)
        std::copy(bias.value.begin(), bias.value.end(), out.row(at));
    add_product(in, View(weight.value.data(), weight.rows(), weight.columns()), out.data.data());
}

void Linear::backward(const View& in, const Matrix& out_gradient, Matrix& in_gradient) {
    add_product(in.transposed(), out_gradient, weight.gradient.data());
    for (std::size_t at = 0; at < out_gradient.rows; ++at)
        for (std::size_t column = 0; column < out_gradient.columns; ++column)
            bias.gradient[column] += out_gradient.row(at)[column];
    const View weights(weight.value.data(), weight.rows(), weight.columns());
    add_product(out_gradient, weights.transposed(), in_gradient.data.data());
}

void Dropout::forward(Matrix& values, float rate, Random& random) {
    factors_.clear();
    if (rate <= 0) return;
    factors_.resize(values.data.size());
    const auto threshold = static_cast<std::uint64_t>(rate * 256);
    const float scale = 256.0F / static_cast<float>(256 - threshold);
    std::uint64_t bits = 0;
    for (std::size_t at = 0; at < factors_.size(); ++at) {
        bits = at % 8 == 0 ? random.bits() : bits >> 8;
        factors_[at] = (bits & 255) < threshold ? 0.0F : scale;
    }
    backward(values);
}

void Dropout::backward(Matrix& gradient) const {
    if (factors_.empty()) return;
    for (std::size_t at = 0; at < factors_.size(); ++at) gradient.data[at] *= factors_[at];
}

void rectify(Matrix& values) {
    for (float& value : values.data) value = std::max(value, 0.0F);
}

void rectify_gradient(const Matrix& rectified, Matrix& gradient) {
    for (std::size_t at = 0; at < gradient.data.size(); ++at)
        gradient.data[at] = rectified.data[at] > 0 ? gradient.data[at] : 0.0F;
}

// ── convolution ──

Convolution::Convolution(std::size_t width, std::size_t distance, Random& random)
    : width_(width), distance_(distance) {
    linear_.initialise(3 * width, width, random);
}

// visit(token, neighbour, which of the three)
template <class Visit>
void Convolution::each_neighbour(const Bounds& bounds, const Visit& visit) const {
    for (std::size_t token = 0; token < bounds.first.size(); ++token) {
        if (token >= bounds.first[token] + distance_) visit(token, token - distance_, 0);
        visit(token, token, 1);
        if (token + distance_ < bounds.last[token]) visit(token, token + distance_, 2);
    }
}

void Convolution::forward(const Bounds& bounds, const Matrix& in, Matrix& out) {
    window_.clear(in.rows, 3 * width_);
    each_neighbour(bounds, [&](std::size_t token, std::size_t neighbour, std::size_t place) {
        std::copy_n(in.row(neighbour), width_, window_.row(token) + place * width_);
    });
    linear_.forward(window_, out);
}

void Convolution::backward(const Bounds& bounds, const Matrix& /*in*/, const Matrix& out_gradient,
                           Matrix& in_gradient) {
    window_gradient_.clear(window_.rows, window_.columns);
    linear_.backward(window_, out_gradient, window_gradient_);
    each_neighbour(bounds, [&](std::size_t token, std::size_t neighbour, std::size_t place) {
        const float* from = window_gradient_.row(token) + place * width_;
        float* to = in_gradient.row(neighbour);
        for (std::size_t at = 0; at < width_; ++at) to[at] += from[at];
    });
}

// ── recurrence ──

Recurrence::Recurrence(std::size_t width, Random& random) : width_(width) {
    gates_.initialise(width, 2 * width, random);
    output_.initialise(width, width, random);
}

// One step of one half: numbers [begin, end) of a token and of the one that the memory comes from.
struct Recurrence::Half {
    std::size_t token, before, begin, end;
    bool starts;  // nothing is remembered yet
};

template <class Visit>
void Recurrence::each_step(const Bounds& bounds, const Visit& visit) const {
    const std::size_t count = bounds.first.size();
    const std::size_t half = width_ / 2;
    for (std::size_t token = 0; token < count; ++token) {
        const bool starts = token == bounds.first[token];
        visit(Half{token, starts ? token : token - 1, 0, half, starts});
    }
    for (std::size_t token = count; token-- > 0;) {
        const bool starts = token + 1 == bounds.last[token];
        visit(Half{token, starts ? token : token + 1, half, width_, starts});
    }
}

void Recurrence::forward(const Bounds& bounds, const Matrix& in, Matrix& out) {
    gates_.forward(in, gate_);
    for (std::size_t token = 0; token < in.rows; ++token) {
        float* row = gate_.row(token);
        for (std::size_t at = 0; at < width_; ++at) row[at] = 1.0F / (1.0F + std::exp(-row[at]));
        for (std::size_t at = width_; at < 2 * width_; ++at) row[at] = std::tanh(row[at]);
    }
    memory_.resize(in.rows, width_);
    each_step(bounds, [&](const Half& half) {
        const float* gate = gate_.row(half.token);
        float* memory = memory_.row(half.token);
        const float* before = memory_.row(half.before);
        const float kept = half.starts ? 0.0F : 1.0F;
        for (std::size_t at = half.begin; at < half.end; ++at) {
            const float old = half.starts ? 0.0F : kept * before[at];
            memory[at] = old + gate[at] * (gate[width_ + at] - old);
        }
    });
    output_.forward(memory_, out);
}

void Recurrence::backward(const Bounds& bounds, const Matrix& in, const Matrix& out_gradient,
                          Matrix& in_gradient) {
    memory_gradient_.clear(in.rows, width_);
    output_.backward(memory_, out_gradient, memory_gradient_);
    gate_gradient_.resize(in.rows, 2 * width_);
    const auto step = [&](const Half& half) {
        const float* gate = gate_.row(half.token);
        const float* before = memory_.row(half.before);
        const float* gradient = memory_gradient_.row(half.token);
        float* to_before = memory_gradient_.row(half.before);
        float* to_gate = gate_gradient_.row(half.token);
        for (std::size_t at = half.begin; at < half.end; ++at) {
            const float open = gate[at];
            const float candidate = gate[width_ + at];
            const float old = half.starts ? 0.0F : before[at];
            to_gate[at] = gradient[at] * (candidate - old) * open * (1 - open);
            to_gate[width_ + at] = gradient[at] * open * (1 - candidate * candidate);
            if (!half.starts) to_before[at] += gradient[at] * (1 - open);
        }
    };
    // Backwards through time: each half the other way round.
    std::vector<Half> steps;
    each_step(bounds, [&](const Half& half) { steps.push_back(half); });
    std::for_each(steps.rbegin(), steps.rend(), step);
    gates_.backward(in, gate_gradient_, in_gradient);
}

}  // namespace training
