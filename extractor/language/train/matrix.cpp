#include "extractor/language/train/matrix.h"

#include <algorithm>
#include <cassert>

namespace training {

namespace {

// Register blocking: 12 × 2 vectors of 16 numbers are accumulated at a time; panels of both sides
// are copied so that the innermost loop reads them one after the other.
using Lanes = float __attribute__((vector_size(64)));
constexpr std::size_t kLanes = 16;
constexpr std::size_t kTileRows = 12;
constexpr std::size_t kTileColumns = 2 * kLanes;
constexpr std::size_t kDepth = 256;
constexpr std::size_t kRowBlock = 10 * kTileRows;

struct Block {
    std::size_t row = 0, rows = 0;        // of the left side and the result
    std::size_t column = 0, columns = 0;  // of the right side and the result
    std::size_t depth = 0, depths = 0;
};

void pack_left(const View& left, const Block& block, float* panel) {
    for (std::size_t tile = 0; tile < block.rows; tile += kTileRows)
        for (std::size_t k = 0; k < block.depths; ++k) {
            const float* from = left.data + (block.row + tile) * left.row_step +
                                (block.depth + k) * left.column_step;
            for (std::size_t i = 0; i < kTileRows; ++i)
                *panel++ = tile + i < block.rows ? from[i * left.row_step] : 0.0F;
        }
}

void pack_right(const View& right, const Block& block, float* panel) {
    for (std::size_t tile = 0; tile < block.columns; tile += kTileColumns)
        for (std::size_t k = 0; k < block.depths; ++k) {
            const float* from = right.data + (block.depth + k) * right.row_step +
                                (block.column + tile) * right.column_step;
            for (std::size_t j = 0; j < kTileColumns; ++j)
                *panel++ = tile + j < block.columns ? from[j * right.column_step] : 0.0F;
        }
}

void multiply_tile(const float* left, const float* right, std::size_t depths, Lanes* sums) {
    Lanes sum[kTileRows][2] = {};
    for (std::size_t k = 0; k < depths; ++k) {
        Lanes low;
        Lanes high;
        __builtin_memcpy(&low, right + k * kTileColumns, sizeof low);
        __builtin_memcpy(&high, right + k * kTileColumns + kLanes, sizeof high);
#pragma GCC unroll 12
        for (std::size_t i = 0; i < kTileRows; ++i) {
            const float factor = left[k * kTileRows + i];
            sum[i][0] += factor * low;
            sum[i][1] += factor * high;
        }
    }
    for (std::size_t i = 0; i < kTileRows; ++i) {
        sums[2 * i] = sum[i][0];
        sums[2 * i + 1] = sum[i][1];
    }
}

void multiply_block(const Block& block, const float* left, const float* right, std::size_t step,
                    float* result) {
    alignas(64) Lanes sums[kTileRows * 2];
    const auto* values = reinterpret_cast<const float*>(sums);
    for (std::size_t column = 0; column < block.columns; column += kTileColumns)
        for (std::size_t row = 0; row < block.rows; row += kTileRows) {
            multiply_tile(left + row * block.depths, right + column * block.depths, block.depths,
                          sums);
            const auto rows = std::min(kTileRows, block.rows - row);
            const auto columns = std::min(kTileColumns, block.columns - column);
            for (std::size_t i = 0; i < rows; ++i) {
                float* to = result + (block.row + row + i) * step + block.column + column;
                for (std::size_t j = 0; j < columns; ++j) to[j] += values[i * kTileColumns + j];
            }
        }
}

std::size_t round_up(std::size_t value, std::size_t step) {
    return (value + step - 1) / step * step;
}

}  // namespace

void Matrix::resize(std::size_t row_count, std::size_t column_count) {
    rows = row_count;
    columns = column_count;
    data.resize(rows * columns);
}

void Matrix::clear(std::size_t row_count, std::size_t column_count) {
    rows = row_count;
    columns = column_count;
    data.assign(rows * columns, 0.0F);
}

View View::transposed() const {
    View result = *this;
    std::swap(result.rows, result.columns);
    std::swap(result.row_step, result.column_step);
    return result;
}

View View::rows_from(std::size_t first, std::size_t count) const {
    View result = *this;
    result.data += first * row_step;
    result.rows = count;
    return result;
}

void add_product(const View& left, const View& right, float* result) {
    assert(left.columns == right.rows);
    static std::vector<float> left_panel;
    static std::vector<float> right_panel;
    left_panel.resize(round_up(kRowBlock, kTileRows) * kDepth);
    right_panel.resize(round_up(right.columns, kTileColumns) * kDepth);
    Block block{.columns = right.columns};
    for (block.depth = 0; block.depth < right.rows; block.depth += kDepth) {
        block.depths = std::min(kDepth, right.rows - block.depth);
        pack_right(right, block, right_panel.data());
        for (block.row = 0; block.row < left.rows; block.row += kRowBlock) {
            block.rows = std::min(kRowBlock, left.rows - block.row);
            pack_left(left, block, left_panel.data());
            multiply_block(block, left_panel.data(), right_panel.data(), right.columns, result);
        }
    }
}

}  // namespace training
