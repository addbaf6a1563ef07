#include "extractor/claims/confidence.h"

#include <array>
#include <cmath>

namespace extractor {

namespace {

struct Weight {
    bool Grounds::*ground;
    double weight;
};

// Log odds, fitted once to 380 claims that people had judged; see docs/decisions.md.
constexpr double kBase = -0.84;
constexpr std::array kWeights{
    Weight{&Grounds::names_claimant, 0.65}, Weight{&Grounds::names_accused, 0.22},
    Weight{&Grounds::tells_conduct, 0.76},  Weight{&Grounds::plain_act, 0.27},
    Weight{&Grounds::own_voice, -0.52},     Weight{&Grounds::has_many, -0.40},
    Weight{&Grounds::is_hedged, 0.45}};

}  // namespace

double confidence_of(const Grounds& grounds) {
    double odds = kBase;
    for (const auto& [ground, weight] : kWeights)
        if (grounds.*ground) odds += weight;
    const double share = 1 / (1 + std::exp(-odds));
    return std::round(share * 100) / 100;
}

}  // namespace extractor
