// What training changes: tables of numbers with their gradients and Adam's memory of them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "extractor/language/train/random.h"

namespace training {

enum class Density { Dense, Sparse };  // sparse: a step touches few rows (embeddings)

struct Step {
    float rate = 0;
    std::size_t number = 1;  // counted from 1
    float decay = 0;         // weight decay of dense tables
};

// Single precision; a row of a Sparse table must be touch()ed when its gradient is added to.
class Parameter {
public:
    void initialise(std::size_t rows, std::size_t columns, float deviation, Random& random,
                    Density density = Density::Dense);

    std::size_t rows() const { return rows_; }
    std::size_t columns() const { return columns_; }
    float* row(std::size_t at) { return &value[at * columns_]; }
    const float* row(std::size_t at) const { return &value[at * columns_]; }
    float* gradient_row(std::size_t at) { return &gradient[at * columns_]; }
    void touch(std::size_t row);

    double squared_gradient() const;
    void update(const Step& step, float gradient_scale);  // then the gradient is zero again
    void follow(float rate);                              // average += rate · (value − average)
    void exchange_with_average() { value.swap(average_); }

    std::vector<float> value, gradient;

private:
    void update(const Step& step, float gradient_scale, std::size_t first, std::size_t last);
    std::size_t rows_ = 0;
    std::size_t columns_ = 0;
    Density density_ = Density::Dense;
    std::vector<float> first_, second_, average_;
    std::vector<std::size_t> touched_;
    std::vector<std::uint8_t> is_touched_;
};

}  // namespace training
