#include "extractor/language/vector_math.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

namespace extractor {

// ── the functions, to be compiled for each kind of machine ──

namespace {

constexpr float kRounder = 12582912.0F;  // 1.5 · 2²³: + and − it rounds to the nearest whole number

// Cephes' expf: 2ⁿ times a polynomial over [−½ ln 2, ½ ln 2]; exact to about 2 units in 10⁷.
[[gnu::always_inline]] inline float exponential(float value) {
    value = value < -87.0F ? -87.0F : value;
    value = value > 87.0F ? 87.0F : value;
    const float whole = (value * 1.44269504F + kRounder) - kRounder;
    const float rest = (value - whole * 0.693359375F) + whole * 2.12194440e-4F;
    float sum = 1.9875691500e-4F;
    sum = sum * rest + 1.3981999507e-3F;
    sum = sum * rest + 8.3334519073e-3F;
    sum = sum * rest + 4.1665795894e-2F;
    sum = sum * rest + 1.6666665459e-1F;
    sum = sum * rest + 5.0000001201e-1F;
    sum = (sum * rest) * rest + rest + 1.0F;
    const auto power = std::bit_cast<float>((static_cast<std::int32_t>(whole) + 127) << 23);
    return sum * power;
}

struct Softmax {
    [[gnu::always_inline]] static void run(std::span<float> scores) {
        const float top = *std::max_element(scores.begin(), scores.end());
        float* score = scores.data();
        for (std::size_t at = 0; at < scores.size(); ++at) score[at] = exponential(score[at] - top);
        std::array<float, 8> sums{};  // the order of additions does not depend on the machine
        for (std::size_t at = 0; at < scores.size(); ++at) sums[at % sums.size()] += score[at];
        float sum = 0;
        for (const float part : sums) sum += part;
        const float factor = 1.0F / sum;
        for (std::size_t at = 0; at < scores.size(); ++at) score[at] *= factor;
    }
};

struct OpenGates {
    [[gnu::always_inline]] static void run(std::span<float> gates) {
        const std::size_t half = gates.size() / 2;
        float* gate = gates.data();
        float* candidate = gates.data() + half;
        for (std::size_t at = 0; at < half; ++at) gate[at] = 1.0F / (1.0F + exponential(-gate[at]));
        for (std::size_t at = 0; at < half; ++at)
            candidate[at] = 1.0F - 2.0F / (1.0F + exponential(2.0F * candidate[at]));
    }
};

struct AddScaled {
    [[gnu::always_inline]] static void run(const std::int8_t* more, float scale,
                                           std::span<float> sum) {
        float* to = sum.data();
        for (std::size_t at = 0; at < sum.size(); ++at)
            to[at] += scale * static_cast<float>(more[at]);
    }
};

// Of numbers without their sign, the larger is the one whose bits are the larger number.
[[gnu::always_inline]] inline float largest_magnitude(std::span<const float> values) {
    std::int32_t most = 0;
    for (const float value : values) {
        const std::int32_t magnitude = std::bit_cast<std::int32_t>(value) & 0x7FFFFFFF;
        most = magnitude > most ? magnitude : most;
    }
    return std::bit_cast<float>(most);
}

struct RoundRow {
    [[gnu::always_inline]] static void run(std::span<const float> values, float largest,
                                           std::int16_t* rounded, float& worth) {
        const float most = largest_magnitude(values);
        const float factor = most > 0 ? largest / most : 0.0F;
        worth = most / largest;
        const float* from = values.data();
        for (std::size_t at = 0; at < values.size(); ++at) {
            const float whole = (from[at] * factor + kRounder) - kRounder;
            rounded[at] = static_cast<std::int16_t>(static_cast<std::int32_t>(whole));
        }
    }
};

struct ScaleSums {
    [[gnu::always_inline]] static void run(const std::int32_t* sums, float scale,
                                           const Columns& columns, std::span<float> values) {
        float* to = values.data();
        const float* scales = columns.scales;
        const float* offsets = columns.offsets;
        for (std::size_t at = 0; at < values.size(); ++at)
            to[at] = static_cast<float>(sums[at]) * scale * scales[at] + offsets[at];
    }
};

// ── the choice among them ──

#if defined(__x86_64__)
// Wider vectors, but no fused operations: these would round otherwise.
template <class Function, class... Arguments>
[[gnu::target("avx2")]] void run_wide(Arguments... arguments) {
    Function::run(arguments...);
}
bool has_wide_vectors() {
    static const bool has = __builtin_cpu_supports("avx2") != 0;
    return has;
}
template <class Function, class... Arguments>
void run_best(Arguments... arguments) {
    if (has_wide_vectors()) return run_wide<Function, Arguments...>(arguments...);
    Function::run(arguments...);
}
#else
template <class Function, class... Arguments>
void run_best(Arguments... arguments) {
    Function::run(arguments...);
}
#endif

}  // namespace

void softmax(std::span<float> scores) { run_best<Softmax>(scores); }

void open_gates(std::span<float> gates) { run_best<OpenGates>(gates); }

void add_scaled(const std::int8_t* more, float scale, std::span<float> sum) {
    run_best<AddScaled>(more, scale, sum);
}

float round_row(std::span<const float> values, float largest, std::int16_t* rounded) {
    float worth = 0;
    run_best<RoundRow, std::span<const float>, float, std::int16_t*, float&>(values, largest,
                                                                             rounded, worth);
    return worth;
}

void scale_sums(const std::int32_t* sums, float scale, const Columns& columns,
                std::span<float> values) {
    run_best<ScaleSums, const std::int32_t*, float, const Columns&, std::span<float>>(
        sums, scale, columns, values);
}

void remember(const MemoryStep& step, std::span<float> memory) {
    float* to = memory.data();
    if (step.before == nullptr) {
        for (std::size_t at = 0; at < memory.size(); ++at)
            to[at] = step.gate[at] * step.candidate[at];
        return;
    }
    for (std::size_t at = 0; at < memory.size(); ++at) {
        const float before = step.before[at];
        to[at] = before + step.gate[at] * (step.candidate[at] - before);
    }
}

void add(std::span<const float> more, std::span<float> sum) {
    for (std::size_t at = 0; at < sum.size(); ++at) sum[at] += more[at];
}

void add_rectified(std::span<const float> more, std::span<float> sum) {
    for (std::size_t at = 0; at < sum.size(); ++at) sum[at] += more[at] > 0 ? more[at] : 0.0F;
}

void rectify(std::span<float> values) {
    for (float& value : values) value = value > 0 ? value : 0.0F;
}

}  // namespace extractor
