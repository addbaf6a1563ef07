#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

#include "extractor/language/integer_product.h"
#include "extractor/language/vector_math.h"

using extractor::Panels;
using extractor::RoundedRows;

namespace {

std::vector<float> some_numbers(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<float> numbers(count);
    for (float& number : numbers) number = (static_cast<float>(random() % 20001) - 10000) / 1000;
    return numbers;
}

}  // namespace

TEST_CASE("a product of whole numbers is exact, whatever its size", "[extractor][vector_math]") {
    const auto rows = GENERATE(as<std::size_t>(), 1, 5, 12, 31);
    const auto inner = GENERATE(as<std::size_t>(), 1, 93, 160);
    const auto columns = GENERATE(as<std::size_t>(), 1, 32, 51, 96);
    const auto numbers = some_numbers(rows * inner, 1);
    std::mt19937 random(2);
    std::vector<std::int8_t> weights(inner * columns);
    for (auto& weight : weights)
        weight = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    const std::vector<float> scales(columns, 0.5F);
    const std::vector<float> offsets(columns, 3);

    RoundedRows left;
    Panels right;
    left.assign(numbers, inner);
    right.assign(weights, columns);
    std::vector<float> result(rows * columns);
    multiply(left, right, {.scales = scales.data(), .offsets = offsets.data()}, result);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column) {
            std::int32_t sum = 0;
            for (std::size_t k = 0; k < inner; ++k)
                sum += left.row(row)[k] * weights[k * columns + column];
            const float expected = static_cast<float>(sum) * left.scale(row) * 0.5F + 3;
            CHECK(result[row * columns + column] == expected);
        }
}

TEST_CASE("a product with transposed rows pairs each row with each", "[extractor][vector_math]") {
    RoundedRows left, right;
    left.assign(std::vector<float>{1, 2, 3, 4, 5, 6}, 3);
    right.assign(std::vector<float>{1, 0, 0, 0, 1, 0}, 3);
    Panels panels;
    panels.assign_transposed(right);
    const std::vector<float> zeros(2, 0);
    std::vector<float> result(4);
    multiply(left, panels, {.scales = right.scales().data(), .offsets = zeros.data()}, result);
    CHECK(result[0] == Approx(1).margin(0.002));
    CHECK(result[1] == Approx(2).margin(0.002));
    CHECK(result[2] == Approx(4).margin(0.002));
    CHECK(result[3] == Approx(5).margin(0.002));
}

TEST_CASE("rounded rows stay within half a step of what they stand for",
          "[extractor][vector_math]") {
    const auto numbers = some_numbers(160, 3);
    RoundedRows rows;
    rows.assign(numbers, 160);
    for (std::size_t at = 0; at < numbers.size(); ++at)
        CHECK(std::fabs(static_cast<float>(rows.row(0)[at]) * rows.scale(0) - numbers[at]) <=
              rows.scale(0) * 0.501F);
    rows.assign(std::vector<float>(8, 0), 8);
    CHECK(rows.scale(0) == 0);
    CHECK(rows.row(0)[7] == 0);
}

TEST_CASE("gates and chances are close to the library's", "[extractor][vector_math]") {
    std::vector<float> gates{-200, -3, 0, 0.5, 200, -200, -3, 0, 0.5, 200};
    const auto before = gates;
    extractor::open_gates(gates);
    for (std::size_t at = 0; at < 5; ++at) {
        CHECK(gates[at] == Approx(1 / (1 + std::exp(-before[at]))).margin(1e-6));
        CHECK(gates[at + 5] == Approx(std::tanh(before[at + 5])).margin(1e-6));
    }
    std::vector<float> chances{1, 2, 3, -100};
    extractor::softmax(chances);
    CHECK(chances[0] == Approx(0.09003).margin(1e-5));
    CHECK(chances[2] == Approx(0.66524).margin(1e-5));
    CHECK(chances[3] == Approx(0).margin(1e-6));
}

TEST_CASE("memory opens with its gate", "[extractor][vector_math]") {
    const std::vector<float> gate{0, 1, 0.5}, candidate{8, 8, 8}, before{4, 4, 4};
    std::vector<float> memory(3);
    extractor::remember(
        {.gate = gate.data(), .candidate = candidate.data(), .before = before.data()}, memory);
    CHECK(memory == std::vector<float>{4, 8, 6});
    extractor::remember({.gate = gate.data(), .candidate = candidate.data()}, memory);
    CHECK(memory == std::vector<float>{0, 8, 4});
}
