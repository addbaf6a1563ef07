#include "extractor/language/integer_product.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <utility>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace extractor {

namespace {

// 12 bits and a sign: 2047 · 127 · 500 stays within 32 bits, and so does 2047² · 500.
constexpr float kLargest = 2047;

}  // namespace

// ── the two sides ──

void RoundedRows::assign(std::span<const float> values, std::size_t columns) {
    const std::size_t count = values.size() / columns;
    pairs_ = (columns + 1) / 2;
    values_.resize(count * 2 * pairs_);
    scales_.resize(count);
    for (std::size_t at = 0; at < count; ++at) {
        std::int16_t* to = &values_[at * 2 * pairs_];
        scales_[at] = round_row(values.subspan(at * columns, columns), kLargest, to);
        if (columns % 2 != 0) to[columns] = 0;
    }
}

void Panels::clear(std::size_t pairs, std::size_t columns) {
    pairs_ = pairs;
    columns_ = columns;
    values_.assign(count() * 2 * pairs_ * kColumns, 0);
}

std::int16_t* Panels::pair(std::size_t at, std::size_t column) {
    return &values_[2 * ((column / kColumns * pairs_ + at) * kColumns + column % kColumns)];
}

void Panels::assign(std::span<const std::int8_t> values, std::size_t columns) {
    const std::size_t rows = values.size() / columns;
    clear((rows + 1) / 2, columns);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column) {
            const std::int8_t value = values[row * columns + column];
            pair(row / 2, column)[row % 2] = value;
        }
}

void Panels::assign_transposed(const RoundedRows& rows) {
    clear(rows.pairs(), rows.count());
    for (std::size_t column = 0; column < rows.count(); ++column) {
        const std::int16_t* from = rows.row(column);
        std::int16_t* to = pair(0, column);
        for (std::size_t at = 0; at < pairs_; ++at)
            std::memcpy(to + at * 2 * kColumns, from + 2 * at, 2 * sizeof *from);
    }
}

// ── the product, for each kind of machine ──

namespace {

using Kernel = void (*)(const std::int16_t* left, const std::int16_t* panel, std::size_t pairs,
                        std::size_t count, std::int32_t* sums);

void multiply_anywhere(const std::int16_t* left, const std::int16_t* panel, std::size_t pairs,
                       std::size_t count, std::int32_t* sums) {
    for (std::size_t row = 0; row < count; ++row, left += 2 * pairs, sums += Panels::kColumns) {
        std::array<std::int32_t, Panels::kColumns> sum{};
        for (std::size_t at = 0; at < pairs; ++at) {
            const std::int32_t first = left[2 * at];
            const std::int32_t second = left[2 * at + 1];
            const std::int16_t* from = panel + at * 2 * Panels::kColumns;
            for (std::size_t c = 0; c < Panels::kColumns; ++c)
                sum[c] += first * from[2 * c] + second * from[2 * c + 1];
        }
        std::copy(sum.begin(), sum.end(), sums);
    }
}

#if defined(__x86_64__)

std::int32_t pair_at(const std::int16_t* numbers) {
    std::int32_t pair = 0;
    std::memcpy(&pair, numbers, sizeof pair);
    return pair;
}

template <std::size_t rows>
__attribute__((target("avx2"))) void tile_avx2(const std::int16_t* left, const std::int16_t* panel,
                                               std::size_t pairs, std::int32_t* sums) {
    __m256i sum[rows][4] = {};
    for (std::size_t at = 0; at < pairs; ++at) {
        const auto* from = reinterpret_cast<const __m256i*>(panel + at * 2 * Panels::kColumns);
        for (std::size_t row = 0; row < rows; ++row) {
            const __m256i pair = _mm256_set1_epi32(pair_at(left + 2 * (row * pairs + at)));
            for (std::size_t c = 0; c < 4; ++c)
                sum[row][c] = _mm256_add_epi32(
                    sum[row][c], _mm256_madd_epi16(pair, _mm256_loadu_si256(from + c)));
        }
    }
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t c = 0; c < 4; ++c)
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + row * Panels::kColumns + 8 * c),
                                sum[row][c]);
}

void multiply_avx2(const std::int16_t* left, const std::int16_t* panel, std::size_t pairs,
                   std::size_t count, std::int32_t* sums) {
    constexpr std::size_t rows = 3;
    for (; count >= rows; count -= rows, left += rows * 2 * pairs, sums += rows * Panels::kColumns)
        tile_avx2<rows>(left, panel, pairs, sums);
    for (; count > 0; --count, left += 2 * pairs, sums += Panels::kColumns)
        tile_avx2<1>(left, panel, pairs, sums);
}

template <std::size_t rows>
__attribute__((target("avx512f,avx512bw,avx512vnni"))) void tile_avx512(const std::int16_t* left,
                                                                        const std::int16_t* panel,
                                                                        std::size_t pairs,
                                                                        std::int32_t* sums) {
    __m512i sum[rows][2] = {};
    for (std::size_t at = 0; at < pairs; ++at) {
        const auto* from = panel + at * 2 * Panels::kColumns;
        const __m512i low = _mm512_loadu_si512(from);
        const __m512i high = _mm512_loadu_si512(from + Panels::kColumns);
        for (std::size_t row = 0; row < rows; ++row) {
            const __m512i pair = _mm512_set1_epi32(pair_at(left + 2 * (row * pairs + at)));
            sum[row][0] = _mm512_dpwssd_epi32(sum[row][0], pair, low);
            sum[row][1] = _mm512_dpwssd_epi32(sum[row][1], pair, high);
        }
    }
    for (std::size_t row = 0; row < rows; ++row) {
        _mm512_storeu_si512(sums + row * Panels::kColumns, sum[row][0]);
        _mm512_storeu_si512(sums + row * Panels::kColumns + 16, sum[row][1]);
    }
}

template <std::size_t... more>
constexpr auto avx512_tiles(std::index_sequence<more...>) {
    return std::array{tile_avx512<more + 1>...};
}

void multiply_avx512(const std::int16_t* left, const std::int16_t* panel, std::size_t pairs,
                     std::size_t count, std::int32_t* sums) {
    static constexpr auto tiles = avx512_tiles(std::make_index_sequence<Tile::kRows>());
    tiles[count - 1](left, panel, pairs, sums);
}

#endif

Kernel best_kernel() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw"))
        return multiply_avx512;
    if (__builtin_cpu_supports("avx2")) return multiply_avx2;
#endif
    return multiply_anywhere;
}

}  // namespace

void multiply(const RoundedRows& left, const Panels& right, const Tile& tile, std::int32_t* sums) {
    assert(left.pairs() == right.pairs() && tile.count <= Tile::kRows);
    static const Kernel kernel = best_kernel();
    kernel(left.row(tile.first), right.panel(tile.panel), left.pairs(), tile.count, sums);
}

void multiply(const RoundedRows& left, const Panels& right, const Columns& columns,
              std::span<float> result) {
    std::array<std::int32_t, Tile::kRows * Panels::kColumns> sums;
    for (Tile tile; tile.first < left.count(); tile.first += Tile::kRows) {
        tile.count = std::min(Tile::kRows, left.count() - tile.first);
        for (tile.panel = 0; tile.panel < right.count(); ++tile.panel) {
            multiply(left, right, tile, sums.data());
            const std::size_t begin = tile.panel * Panels::kColumns;
            const std::size_t end = std::min(begin + Panels::kColumns, right.columns());
            for (std::size_t row = 0; row < tile.count; ++row)
                scale_sums(
                    &sums[row * Panels::kColumns], left.scale(tile.first + row),
                    {columns.scales + begin, columns.offsets + begin},
                    result.subspan((tile.first + row) * right.columns() + begin, end - begin));
        }
    }
}

}  // namespace extractor
