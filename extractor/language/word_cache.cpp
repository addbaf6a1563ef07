#include "extractor/language/word_cache.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "extractor/language/vector_math.h"
#include "extractor/language/word_features.h"

namespace extractor {

namespace {

std::size_t known_row(const ParserModel& model, std::uint32_t fingerprint) {
    const auto& words = model.known_words;
    const auto at = std::lower_bound(words.begin(), words.end(), fingerprint);
    if (at == words.end() || *at != fingerprint) return 0;
    return static_cast<std::size_t>(at - words.begin()) + 1;
}

void embed(const ParserModel& model, std::string_view word, std::span<float> vector) {
    const WordFeatures features = word_features(word);
    std::fill(vector.begin(), vector.end(), 0.0F);
    const auto add_row = [&](const Embedding& table, std::size_t row, float factor) {
        add_scaled(table.row(row), table.scales[row] * factor, vector);
    };
    add_row(model.words, known_row(model, features.word), 1);
    for (const auto row : features.affixes) add_row(model.pieces, row, 1);
    const auto ngrams = static_cast<float>(std::max<std::size_t>(features.ngram_count, 1));
    for (std::size_t at = 0; at < features.ngram_count; ++at)
        add_row(model.pieces, features.ngrams[at], 1 / std::sqrt(ngrams));
}

std::size_t place_of(std::string_view word, std::size_t places) {
    std::uint64_t hash = word.size();
    for (const char letter : word)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x9E3779B97F4A7C15ULL;
    return static_cast<std::size_t>(hash >> 32) % places;
}

}  // namespace

void WordCache::forget(const std::shared_ptr<const ParserModel>& model) {
    model_ = model;
    width_ = model->counts.width;
    mapped_width_ = model->layers.front().map.columns();
    keys_.assign(kPlaces, {});
    kept_.resize(kPlaces * (width_ + mapped_width_));
}

void WordCache::look_up(const std::shared_ptr<const ParserModel>& model,
                        std::span<const std::string_view> words, std::vector<float>& vectors,
                        std::vector<float>& mapped) {
    if (model_ != model) forget(model);
    vectors.resize(words.size() * width_);
    mapped.resize(words.size() * mapped_width_);
    missing_.clear();
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::size_t place = place_of(words[at], kPlaces);
        if (!keys_[place].holds(words[at])) {
            missing_.push_back(at);
            continue;
        }
        const float* from = &kept_[place * (width_ + mapped_width_)];
        std::copy_n(from, width_, &vectors[at * width_]);
        std::copy_n(from + width_, mapped_width_, &mapped[at * mapped_width_]);
    }
    if (!missing_.empty()) work_out(words, vectors, mapped);
}

void WordCache::work_out(std::span<const std::string_view> words, std::vector<float>& vectors,
                         std::vector<float>& mapped) {
    missing_vectors_.resize(missing_.size() * width_);
    for (std::size_t at = 0; at < missing_.size(); ++at)
        embed(*model_, words[missing_[at]],
              std::span(missing_vectors_).subspan(at * width_, width_));
    rounded_.assign(missing_vectors_, width_);
    model_->layers.front().map.apply(rounded_, missing_mapped_);
    for (std::size_t at = 0; at < missing_.size(); ++at) {
        const float* vector = &missing_vectors_[at * width_];
        const float* map = &missing_mapped_[at * mapped_width_];
        std::copy_n(vector, width_, &vectors[missing_[at] * width_]);
        std::copy_n(map, mapped_width_, &mapped[missing_[at] * mapped_width_]);
        keep(words[missing_[at]], vector, map);
    }
}

void WordCache::keep(std::string_view word, const float* vector, const float* mapped) {
    if (word.size() > kLongest) return;
    const std::size_t place = place_of(word, kPlaces);
    std::copy(word.begin(), word.end(), keys_[place].letters.begin());
    keys_[place].size = static_cast<std::uint8_t>(word.size());
    float* to = &kept_[place * (width_ + mapped_width_)];
    std::copy_n(mapped, mapped_width_, std::copy_n(vector, width_, to));
}

}  // namespace extractor
