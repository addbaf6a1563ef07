// The pieces of the network, each with its gradient worked out by hand. A piece remembers what its
// forward() was given; backward() must follow it and adds to the gradients of what came in.
#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "extractor/language/train/matrix.h"
#include "extractor/language/train/parameters.h"

namespace training {

// Tokens of several sentences, one after the other; [first, last) are the bounds of a token's own.
struct Bounds {
    std::vector<std::size_t> first, last;
};

struct Linear {
    Parameter weight, bias;

    void initialise(std::size_t inputs, std::size_t outputs, Random& random);
    void forward(const View& in, Matrix& out) const;
    void backward(const View& in, const Matrix& out_gradient, Matrix& in_gradient);
};

// Zeroes a share of the numbers in training, and makes up for it by enlarging the others.
class Dropout {
public:
    void forward(Matrix& values, float rate, Random& random);  // rate 0: as if it were not there
    void backward(Matrix& gradient) const;

private:
    std::vector<float> factors_;
};

void rectify(Matrix& values);
void rectify_gradient(const Matrix& rectified, Matrix& gradient);

class Layer {
public:
    Layer() = default;
    Layer(const Layer&) = delete;
    Layer& operator=(const Layer&) = delete;
    virtual ~Layer() = default;
    virtual void forward(const Bounds& bounds, const Matrix& in, Matrix& out) = 0;
    virtual void backward(const Bounds& bounds, const Matrix& in, const Matrix& out_gradient,
                          Matrix& in_gradient) = 0;
    virtual std::vector<Linear*> parts() = 0;
};

// Each token with those `distance` before and after it.
class Convolution : public Layer {
public:
    Convolution(std::size_t width, std::size_t distance, Random& random);
    void forward(const Bounds& bounds, const Matrix& in, Matrix& out) override;
    void backward(const Bounds& bounds, const Matrix& in, const Matrix& out_gradient,
                  Matrix& in_gradient) override;
    std::vector<Linear*> parts() override { return {&linear_}; }

private:
    template <class Visit>
    void each_neighbour(const Bounds& bounds, const Visit& visit) const;
    std::size_t width_;
    std::size_t distance_;
    Linear linear_;
    Matrix window_, window_gradient_;
};

// A gated memory over the sentence, h ← h + z · (c − h), whose gate z and candidate c see only the
// token at hand: half of it runs forwards, half backwards.
class Recurrence : public Layer {
public:
    Recurrence(std::size_t width, Random& random);
    void forward(const Bounds& bounds, const Matrix& in, Matrix& out) override;
    void backward(const Bounds& bounds, const Matrix& in, const Matrix& out_gradient,
                  Matrix& in_gradient) override;
    std::vector<Linear*> parts() override { return {&gates_, &output_}; }

private:
    struct Half;
    template <class Visit>
    void each_step(const Bounds& bounds, const Visit& visit) const;
    std::size_t width_;
    Linear gates_, output_;
    Matrix gate_, memory_, memory_gradient_, gate_gradient_;
};

}  // namespace training
