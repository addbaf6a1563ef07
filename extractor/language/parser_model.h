// The parser's numbers, as the training program left them. Private to extractor/.
//
// A model file: a line of text that names the format; counts (32-bit, little-endian); then
// tables in the order of ParserModel's members, each padded to 16 bytes. A linear map is its scales
// (32-bit floats, one a column), its offsets (likewise), and its bytes row by row; an embedding is
// its scales, one a row, and its bytes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extractor/language/integer_product.h"
#include "extractor/language/syntax.h"

namespace extractor {

inline constexpr std::string_view kModelFormat = "claimtrail parser model 1\n";
inline constexpr std::size_t kModelPadding = 16;

// Distances between head and dependent beyond this count as this; row kFarthest is distance 0.
inline constexpr std::size_t kFarthest = 20;

struct ModelCounts {
    std::uint32_t width = 0;  // of a token's vector
    std::uint32_t layers = 0;
    std::uint32_t tag_layer = 0;  // the tags are told before the layer of this number
    std::uint32_t arc_width = 0;
    std::uint32_t label_width = 0;
    std::uint32_t known_words = 0;
    std::uint32_t tags = 0;
};

// Bytes times a scale per row. A view of the model's bytes.
struct Embedding {
    std::span<const float> scales;
    std::span<const std::int8_t> values;
    std::size_t columns = 0;

    const std::int8_t* row(std::size_t at) const { return &values[at * columns]; }
};

struct LinearMap {
    Panels panels;
    std::vector<float> scales;
    std::vector<float> offsets;

    std::size_t columns() const { return panels.columns(); }
    void apply(const RoundedRows& in, std::vector<float>& out) const;
};

// A convolution's map gives what a token says to the one `distance` after it, to itself, and to
// the one `distance` before it; a recurrence's gives gates and candidates.
struct ModelLayer {
    std::size_t distance = 0;  // 0: a recurrence
    LinearMap map;
    LinearMap output;  // of a recurrence
};

struct ParserModel {
    ModelCounts counts;
    std::span<const std::uint32_t> known_words;  // fingerprints, ascending; row 0 is for all others
    std::vector<ParsedToken> tags;               // their upos and xpos
    Embedding words, pieces;
    std::vector<ModelLayer> layers;
    LinearMap tagger, told;
    LinearMap views;  // of a token: as dependent and head of an arc, then of a label
    LinearMap product, labels;
    std::vector<float> arc_root, label_root, distances;

    // Nothing if the bytes are not such a model. They must outlive it and be aligned to 4.
    static std::optional<ParserModel> read(std::string_view bytes);
};

}  // namespace extractor
