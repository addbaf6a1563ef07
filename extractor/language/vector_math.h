// Functions of rows of numbers, the same on every machine: no fused or reordered operations, and no
// library's idea of exp(). Private to extractor/.
#pragma once
#include <cstdint>
#include <span>

namespace extractor {

void softmax(std::span<float> scores);

// First half: σ. Second half: tanh.
void open_gates(std::span<float> gates);

// memory ← before + gate · (candidate − before); nothing before: 0.
struct MemoryStep {
    const float* gate = nullptr;
    const float* candidate = nullptr;
    const float* before = nullptr;
};
void remember(const MemoryStep& step, std::span<float> memory);

void add(std::span<const float> more, std::span<float> sum);
void add_rectified(std::span<const float> more, std::span<float> sum);
void add_scaled(const std::int8_t* more, float scale, std::span<float> sum);
void rectify(std::span<float> values);

// Whole numbers up to `largest` that stand for the values; returns what one of them is worth.
float round_row(std::span<const float> values, float largest, std::int16_t* rounded);

// values = sums · scale · scales + offsets
struct Columns {
    const float* scales = nullptr;
    const float* offsets = nullptr;
};
void scale_sums(const std::int32_t* sums, float scale, const Columns& columns,
                std::span<float> values);

}  // namespace extractor
