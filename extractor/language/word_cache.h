// What the parser works out of a word alone, kept for the next time it occurs. Private to
// extractor/.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "extractor/language/parser_model.h"

namespace extractor {

// A fixed number of places, each for the last word that fell upon it: some 5 MB in all. A function
// of the word in effect, whatever it holds. Belongs to one thread.
class WordCache {
public:
    // The words' vectors, and what the first layer's map makes of them, one after the other.
    void look_up(const std::shared_ptr<const ParserModel>& model,
                 std::span<const std::string_view> words, std::vector<float>& vectors,
                 std::vector<float>& mapped);

private:
    static constexpr std::size_t kPlaces = 2048;
    static constexpr std::size_t kLongest = 23;  // letters; longer words are worked out anew

    struct Key {
        std::array<char, kLongest> letters{};
        std::uint8_t size = 0;  // 0: nothing is kept here
        bool holds(std::string_view word) const {
            return word == std::string_view(letters.data(), size);
        }
    };

    void forget(const std::shared_ptr<const ParserModel>& model);
    void work_out(std::span<const std::string_view> words, std::vector<float>& vectors,
                  std::vector<float>& mapped);
    void keep(std::string_view word, const float* vector, const float* mapped);

    std::shared_ptr<const ParserModel> model_;
    std::size_t width_ = 0, mapped_width_ = 0;
    std::vector<Key> keys_;
    std::vector<float> kept_;  // of each place: vector, then map
    std::vector<std::size_t> missing_;
    std::vector<float> missing_vectors_, missing_mapped_;
    RoundedRows rounded_;
};

}  // namespace extractor
