#include "crawler/body.h"

#include <algorithm>

#include "core/text.h"

namespace crawler {
namespace {

constexpr std::size_t kMaxLayers = 3;

}  // namespace

BodyReader::BodyReader(std::string_view content_encoding, std::uint64_t most)
    : coding_(core::lower_ascii(core::trim(content_encoding))), most_(most) {
    for (const auto part : core::split(coding_, ',')) {
        const auto name = core::trim(part);
        if (name.empty() || name == "identity") continue;
        if (name == "gzip" || name == "x-gzip")
            layers_.emplace_back(Packing::Gzip);
        else if (name == "deflate")
            layers_.emplace_back(Packing::Deflate);
        else
            state_ = State::UnknownCoding;
    }
    if (layers_.size() > kMaxLayers) state_ = State::UnknownCoding;
    std::reverse(layers_.begin(), layers_.end());  // the last one named was applied last
}

BodyReader::State BodyReader::feed(std::string_view bytes) {
    received_ += bytes.size();
    if (state_ == State::Fine) pass_on(0, bytes);
    return state_;
}

// Depth is bounded by kMaxLayers.
bool BodyReader::pass_on(std::size_t layer, std::string_view bytes) {
    if (layer < layers_.size()) {
        const auto end = layers_[layer].feed(
            bytes, [&](std::string_view piece) { return pass_on(layer + 1, piece); });
        if (end == Inflater::State::Broken && state_ == State::Fine) state_ = State::Broken;
    } else if (bytes.size() > most_ - body_.size()) {
        state_ = State::TooLarge;
    } else {
        body_.append(bytes);
    }
    return state_ == State::Fine;
}

bool BodyReader::whole() const {
    if (received_ == 0) return true;
    return std::all_of(layers_.begin(), layers_.end(), [](const Inflater& layer) {
        return layer.state() == Inflater::State::Between;
    });
}

}  // namespace crawler
