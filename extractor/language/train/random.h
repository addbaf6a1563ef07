// Repeatable chance: the same seed gives the same training run.
#pragma once
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace training {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t bits() {  // SplitMix64
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    float uniform() { return static_cast<float>(bits() >> 40) * 0x1p-24F; }  // [0, 1)
    float normal() {
        const float radius = std::sqrt(-2.0F * std::log(1.0F - uniform()));
        return radius * std::cos(6.2831853F * uniform());
    }
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(bits() % end); }

    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t left = items.size(); left > 1; --left)
            std::swap(items[left - 1], items[below(left)]);
    }

private:
    std::uint64_t state_;
};

}  // namespace training
