#include "extractor/language/train/export.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "extractor/language/parser_model.h"

namespace training {

namespace {

constexpr float kLargestByte = 127;

std::int8_t rounded(float value, float scale) {
    return static_cast<std::int8_t>(scale > 0 ? std::lround(value / scale) : 0);
}

// A weight matrix with its offsets, put together from the network's.
struct Map {
    Matrix weight;
    std::vector<float> offsets;

    void append(const Parameter& weights, const Parameter* bias) {
        Matrix wider;
        wider.clear(weights.rows(), weight.columns + weights.columns());
        for (std::size_t row = 0; row < wider.rows; ++row) {
            float* to = wider.row(row);
            if (weight.columns > 0) to = std::copy_n(weight.row(row), weight.columns, to);
            std::copy_n(weights.row(row), weights.columns(), to);
        }
        weight = std::move(wider);
        offsets.resize(weight.columns, 0.0F);
        if (bias != nullptr)
            std::copy(bias->value.begin(), bias->value.end(),
                      offsets.end() - static_cast<std::ptrdiff_t>(bias->columns()));
    }
};

Map map_of(const Linear& linear) {
    Map map;
    map.append(linear.weight, &linear.bias);
    return map;
}

// The three places of a window, which are rows of the weights, become columns: what a token says
// to the next one, to itself, to the one before.
Map map_of_convolution(const Linear& linear) {
    const std::size_t width = linear.weight.columns();
    Map map;
    map.weight.clear(width, 3 * width);
    for (std::size_t place = 0; place < 3; ++place)
        for (std::size_t row = 0; row < width; ++row)
            std::copy_n(linear.weight.row(place * width + row), width,
                        map.weight.row(row) + place * width);
    map.offsets.assign(3 * width, 0.0F);
    std::copy_n(linear.bias.value.begin(), width,
                map.offsets.begin() + static_cast<std::ptrdiff_t>(width));
    return map;
}

class Writer {
public:
    template <class T>
    void array(std::span<const T> values) {
        file_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
        pad();
    }
    void text(std::string_view text) {
        file_.append(text);
        pad();
    }
    void floats(const std::vector<float>& values) { array(std::span<const float>(values)); }

    void embedding(const Parameter& table) {
        std::vector<float> scales;
        std::vector<std::int8_t> bytes;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            float largest = 0;
            for (std::size_t at = 0; at < table.columns(); ++at)
                largest = std::max(largest, std::fabs(table.row(row)[at]));
            scales.push_back(largest / kLargestByte);
            for (std::size_t at = 0; at < table.columns(); ++at)
                bytes.push_back(rounded(table.row(row)[at], scales.back()));
        }
        floats(scales);
        array(std::span<const std::int8_t>(bytes));
    }

    void map(const Map& map) {
        std::vector<float> scales(map.weight.columns, 0.0F);
        for (std::size_t row = 0; row < map.weight.rows; ++row)
            for (std::size_t at = 0; at < scales.size(); ++at)
                scales[at] =
                    std::max(scales[at], std::fabs(map.weight.row(row)[at]) / kLargestByte);
        std::vector<std::int8_t> bytes;
        for (std::size_t row = 0; row < map.weight.rows; ++row)
            for (std::size_t at = 0; at < scales.size(); ++at)
                bytes.push_back(rounded(map.weight.row(row)[at], scales[at]));
        floats(scales);
        floats(map.offsets);
        array(std::span<const std::int8_t>(bytes));
    }

    std::string take() { return std::move(file_); }

private:
    void pad() {
        const auto padding = extractor::kModelPadding;
        file_.resize((file_.size() + padding - 1) / padding * padding, '\0');
    }
    std::string file_;
};

void write_head(const Shape& shape, const Encoding& encoding, Writer& writer) {
    const auto count = [](std::size_t value) { return static_cast<std::uint32_t>(value); };
    writer.text(extractor::kModelFormat);
    const std::vector<std::uint32_t> counts{
        count(shape.width),       count(shape.layers.size()),
        count(shape.tag_layer),   count(shape.arc_width),
        count(shape.label_width), count(encoding.vocabulary.fingerprints().size()),
        count(shape.tags)};
    writer.array(std::span<const std::uint32_t>(counts));
    std::vector<std::uint32_t> distances;
    for (std::size_t at = 0; at < shape.layers.size(); ++at)
        distances.push_back(count(distance_of_layer(shape, at)));
    writer.array(std::span<const std::uint32_t>(distances));
    writer.array(encoding.vocabulary.fingerprints());
    std::vector<std::uint8_t> pairs;
    for (const auto& [upos, xpos] : encoding.tags.pairs()) {
        pairs.push_back(static_cast<std::uint8_t>(upos));
        pairs.push_back(static_cast<std::uint8_t>(xpos));
    }
    writer.array(std::span<const std::uint8_t>(pairs));
}

Map views_of(const Network& network) {
    Map views;
    for (const Linear* linear : {&network.arcs.dependent, &network.arcs.head,
                                 &network.labels.dependent, &network.labels.head})
        views.append(linear->weight, &linear->bias);
    return views;
}

}  // namespace

std::string model_file(Network& network, const Encoding& encoding) {
    Writer writer;
    Encoder& encoder = network.encoder;
    write_head(network.shape, encoding, writer);
    writer.embedding(encoder.embedding.words);
    writer.embedding(encoder.embedding.pieces);
    for (const auto& layer : encoder.layers) {
        const auto parts = layer->parts();
        const bool convolution = parts.size() == 1;
        writer.map(convolution ? map_of_convolution(*parts[0]) : map_of(*parts[0]));
        if (!convolution) writer.map(map_of(*parts[1]));
    }
    Map told;
    told.append(encoder.told, nullptr);
    writer.map(map_of(encoder.tagger));
    writer.map(told);
    writer.map(views_of(network));
    writer.map(map_of(network.arcs.product));
    writer.map(map_of(network.labels.output));
    writer.floats(network.arcs.root.value);
    writer.floats(network.labels.root.value);
    writer.floats(network.arcs.distance.value);
    return writer.take();
}

}  // namespace training
