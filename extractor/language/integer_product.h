// Products of matrices of small whole numbers: exact, hence the same on every machine, whatever
// the width of its vectors. Private to extractor/.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extractor/language/vector_math.h"

namespace extractor {

// Rows of numbers rounded to 12 bits, each row with its own scale: the left side of a product.
class RoundedRows {
public:
    void assign(std::span<const float> values, std::size_t columns);

    std::size_t count() const { return scales_.size(); }
    std::size_t pairs() const { return pairs_; }  // of numbers in a row; an odd last one gets a 0
    const std::int16_t* row(std::size_t at) const { return &values_[at * 2 * pairs_]; }
    float scale(std::size_t at) const { return scales_[at]; }
    std::span<const float> scales() const { return scales_; }

private:
    std::size_t pairs_ = 0;
    std::vector<std::int16_t> values_;
    std::vector<float> scales_;
};

// The right side, in panels of 32 columns; within a panel the numbers of two successive rows that
// belong to one column stand side by side.
class Panels {
public:
    static constexpr std::size_t kColumns = 32;

    void assign(std::span<const std::int8_t> values, std::size_t columns);  // row by row
    void assign_transposed(const RoundedRows& rows);

    std::size_t columns() const { return columns_; }
    std::size_t pairs() const { return pairs_; }
    std::size_t count() const { return (columns_ + kColumns - 1) / kColumns; }
    const std::int16_t* panel(std::size_t at) const { return &values_[at * 2 * pairs_ * kColumns]; }

private:
    void clear(std::size_t pairs, std::size_t columns);
    std::int16_t* pair(std::size_t at, std::size_t column);
    std::size_t pairs_ = 0;
    std::size_t columns_ = 0;
    std::vector<std::int16_t> values_;
};

// A part of the result: `count` rows from `first` on, times one panel.
struct Tile {
    static constexpr std::size_t kRows = 12;
    std::size_t first = 0;
    std::size_t count = 0;  // at most kRows
    std::size_t panel = 0;
};

// sums[r · 32 + c] becomes row `first + r` of left times column c of the panel.
void multiply(const RoundedRows& left, const Panels& right, const Tile& tile, std::int32_t* sums);

// result[r · columns + c] = row r · column c · scale(r) · scales[c] + offsets[c]
void multiply(const RoundedRows& left, const Panels& right, const Columns& columns,
              std::span<float> result);

}  // namespace extractor
