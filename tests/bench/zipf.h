// Invented words with a natural distribution: the same everywhere, for measurements.
#pragma once
#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace zipf {

// Numbers from 0 whose frequency falls as 1/rank.
class Ranks {
public:
    explicit Ranks(std::size_t size) {
        double sum = 0;
        for (std::size_t rank = 1; rank <= size; ++rank)
            sums_.push_back(sum += 1 / (static_cast<double>(rank) + 2.7));
    }
    std::size_t operator()(std::mt19937& random) const {
        const double at = std::uniform_real_distribution<>(0, sums_.back())(random);
        return static_cast<std::size_t>(std::upper_bound(sums_.begin(), sums_.end(), at) -
                                        sums_.begin());
    }

private:
    std::vector<double> sums_;
};

// The word of a rank: frequent ones short, all pronounceable and different.
inline std::string word_of(std::size_t rank) {
    static constexpr const char* kSyllables[] = {"ta", "ri", "mo", "sel", "ku", "den", "pa", "vor",
                                                 "li", "ne", "ga", "tor", "be", "sul", "mi", "hon"};
    std::string word;
    for (std::size_t rest = rank + 1; rest > 0; rest /= 16) word += kSyllables[rest % 16];
    return word;
}

}  // namespace zipf
