#include "extractor/language/parser_model.h"

#include <algorithm>
#include <array>
#include <bit>

#include "extractor/language/word_features.h"

namespace extractor {

namespace {

constexpr std::size_t kMost = 1 << 16;  // of anything that is counted

// Takes one array after the other; an array that is not there makes it fail for good.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    bool failed() const { return failed_; }
    bool at_end() const { return at_ == bytes_.size(); }

    bool skip(std::string_view expected) {
        failed_ = failed_ || !bytes_.starts_with(expected);
        if (!failed_) advance(expected.size());
        return !failed_;
    }

    template <class T>
    std::span<const T> array(std::size_t count) {
        const std::size_t size = count * sizeof(T);
        if (failed_ || count > bytes_.size() || size > bytes_.size() - at_) {
            failed_ = true;
            return {};
        }
        // The file is in the binary's read-only data, made for being looked at like this.
        const auto* values = reinterpret_cast<const T*>(bytes_.data() + at_);
        advance(size);
        return {values, count};
    }

    std::vector<float> floats(std::size_t count) {
        const auto values = array<float>(count);
        return {values.begin(), values.end()};
    }

    Embedding embedding(std::size_t rows, std::size_t columns) {
        Embedding embedding{.columns = columns};
        embedding.scales = array<float>(rows);
        embedding.values = array<std::int8_t>(rows * columns);
        return embedding;
    }

    LinearMap linear(std::size_t rows, std::size_t columns) {
        LinearMap map;
        map.scales = floats(columns);
        map.offsets = floats(columns);
        const auto values = array<std::int8_t>(rows * columns);
        if (!failed_) map.panels.assign(values, columns);
        return map;
    }

private:
    void advance(std::size_t size) {
        at_ += size;
        at_ = std::min(bytes_.size(), (at_ + kModelPadding - 1) / kModelPadding * kModelPadding);
    }
    std::string_view bytes_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

constexpr std::size_t kCounts = sizeof(ModelCounts) / sizeof(std::uint32_t);

ModelCounts counts_of(std::span<const std::uint32_t> numbers) {
    std::array<std::uint32_t, kCounts> all{};
    std::copy_n(numbers.begin(), kCounts, all.begin());
    return std::bit_cast<ModelCounts>(all);
}

bool plausible(const ModelCounts& counts) {
    const auto within = [](std::size_t count) { return count > 0 && count < kMost; };
    return within(counts.width) && counts.width % 2 == 0 && within(counts.layers) &&
           within(counts.arc_width) && within(counts.label_width) && within(counts.known_words) &&
           within(counts.tags) && counts.tag_layer > 0 && counts.tag_layer <= counts.layers;
}

std::vector<ParsedToken> tags_of(std::span<const std::uint8_t> pairs) {
    std::vector<ParsedToken> tags;
    for (std::size_t at = 0; at + 1 < pairs.size(); at += 2)
        tags.push_back(
            {.upos = static_cast<Upos>(pairs[at]), .xpos = static_cast<Xpos>(pairs[at + 1])});
    return tags;
}

bool known(std::span<const std::uint8_t> pairs) {
    for (std::size_t at = 0; at + 1 < pairs.size(); at += 2)
        if (pairs[at] >= upos_names.size() || pairs[at + 1] >= xpos_names.size()) return false;
    return true;
}

ModelLayer layer(Reader& reader, std::size_t distance, std::size_t width) {
    ModelLayer result{.distance = distance};
    result.map = reader.linear(width, (distance > 0 ? 3 : 2) * width);
    if (distance == 0) result.output = reader.linear(width, width);
    return result;
}

}  // namespace

void LinearMap::apply(const RoundedRows& in, std::vector<float>& out) const {
    out.resize(in.count() * columns());
    multiply(in, panels, {.scales = scales.data(), .offsets = offsets.data()}, out);
}

std::optional<ParserModel> ParserModel::read(std::string_view bytes) {
    Reader reader(bytes);
    ParserModel model;
    if (!reader.skip(kModelFormat)) return std::nullopt;
    const auto counts = reader.array<std::uint32_t>(kCounts);
    if (reader.failed()) return std::nullopt;
    model.counts = counts_of(counts);
    if (!plausible(model.counts)) return std::nullopt;
    const auto [width, layers, tag_layer, arc, label, known_words, tags] = model.counts;

    const auto distances = reader.array<std::uint32_t>(layers);
    model.known_words = reader.array<std::uint32_t>(known_words);
    const auto pairs = reader.array<std::uint8_t>(2 * static_cast<std::size_t>(tags));
    if (reader.failed() || !known(pairs)) return std::nullopt;
    model.tags = tags_of(pairs);
    model.words = reader.embedding(known_words + 1, width);
    model.pieces = reader.embedding(kPieceRows, width);
    for (const auto distance : distances) model.layers.push_back(layer(reader, distance, width));
    model.tagger = reader.linear(width, tags);
    model.told = reader.linear(tags, width);
    model.views = reader.linear(width, 2 * (std::size_t{arc} + label));
    model.product = reader.linear(arc, arc);
    model.labels = reader.linear(label, relation_names.size());
    model.arc_root = reader.floats(arc);
    model.label_root = reader.floats(label);
    model.distances = reader.floats(2 * kFarthest + 1);
    if (reader.failed() || !reader.at_end()) return std::nullopt;
    return model;
}

}  // namespace extractor
