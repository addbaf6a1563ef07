#include "extractor/language/parser_pass.h"

#include <algorithm>

#include "extractor/language/vector_math.h"

namespace extractor {

namespace {

std::size_t best(std::span<const float> scores) {
    return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) -
                                    scores.begin());
}

std::size_t distance_row(std::size_t dependent, std::size_t head) {
    if (head > dependent) return kFarthest + std::min(head - dependent, kFarthest);
    return kFarthest - std::min(dependent - head, kFarthest);
}

}  // namespace

void ParserPass::run(const std::shared_ptr<const ParserModel>& model, std::string_view text,
                     std::span<const core::Span> tokens, std::span<ParsedToken> out) {
    width_ = model->counts.width;
    count_ = tokens.size();
    words_.clear();
    for (const auto& token : tokens) words_.push_back(core::cut(text, token));
    cache_.look_up(model, words_, vectors_, mapped_);
    encode(*model, out);
    rounded_.assign(vectors_, width_);
    model->views.apply(rounded_, views_);
    find_heads(*model);
    label(*model, out);
    for (std::size_t at = 0; at < count_; ++at) out[at].head = heads_[at];
}

// ── from words to vectors that know their sentence ──

void ParserPass::encode(const ParserModel& model, std::span<ParsedToken> out) {
    for (std::size_t at = 0; at <= model.layers.size(); ++at) {
        if (at == model.counts.tag_layer) tell_tags(model, out);
        if (at == model.layers.size()) break;
        const ModelLayer& layer = model.layers[at];
        if (at > 0) {  // the first map depends on the words alone: the cache gave it
            rounded_.assign(vectors_, width_);
            layer.map.apply(rounded_, mapped_);
        }
        if (layer.distance > 0)
            convolve(layer);
        else
            recur(layer);
        add_rectified(memory_, vectors_);
    }
}

void ParserPass::tell_tags(const ParserModel& model, std::span<ParsedToken> out) {
    rounded_.assign(vectors_, width_);
    model.tagger.apply(rounded_, scores_);
    const std::size_t tags = model.tags.size();
    for (std::size_t at = 0; at < count_; ++at) {
        const auto scores = row(scores_, tags, at);
        out[at] = model.tags[best(scores)];
        softmax(scores);
    }
    rounded_.assign(scores_, tags);
    model.told.apply(rounded_, mapped_);
    add(mapped_, vectors_);
}

// What a token was told by the one before it, by itself, by the one after it.
void ParserPass::convolve(const ModelLayer& layer) {
    memory_.resize(count_ * width_);
    const auto told = [&](std::size_t by, std::size_t place) {
        return row(mapped_, 3 * width_, by).subspan(place * width_, width_);
    };
    for (std::size_t at = 0; at < count_; ++at) {
        const auto sum = row(memory_, width_, at);
        std::ranges::copy(told(at, 1), sum.begin());
        if (at >= layer.distance) add(told(at - layer.distance, 0), sum);
        if (at + layer.distance < count_) add(told(at + layer.distance, 2), sum);
    }
}

void ParserPass::recur(const ModelLayer& layer) {
    memory_.resize(count_ * width_);
    const std::size_t half = width_ / 2;
    const auto step = [&](std::size_t at, std::size_t from, const float* before) {
        const float* gates = &mapped_[at * 2 * width_ + from];
        remember({.gate = gates, .candidate = gates + width_, .before = before},
                 row(memory_, width_, at).subspan(from, half));
    };
    for (std::size_t at = 0; at < count_; ++at) open_gates(row(mapped_, 2 * width_, at));
    for (std::size_t at = 0; at < count_; ++at)
        step(at, 0, at == 0 ? nullptr : &memory_[(at - 1) * width_]);
    for (std::size_t at = count_; at-- > 0;)
        step(at, half, at + 1 == count_ ? nullptr : &memory_[(at + 1) * width_ + half]);
    rounded_.assign(memory_, width_);
    layer.output.apply(rounded_, memory_);
}

// ── from vectors to a tree ──

void ParserPass::find_heads(const ParserModel& model) {
    score_arcs(model);
    heads_.resize(count_);
    finder_.find({.scores = arcs_, .size = count_}, heads_);
}

void ParserPass::score_arcs(const ParserModel& model) {
    const std::size_t arc = model.counts.arc_width;
    const std::size_t step = model.views.columns();
    part_.resize(count_ * arc);
    for (std::size_t at = 0; at < count_; ++at)
        std::copy_n(&views_[at * step], arc, &part_[at * arc]);
    rectify(part_);
    rounded_.assign(part_, arc);
    model.product.apply(rounded_, products_);

    part_.resize((count_ + 1) * arc);
    for (std::size_t at = 0; at < count_; ++at)
        std::copy_n(&views_[at * step + arc], arc, &part_[(at + 1) * arc]);
    rectify(part_);
    std::ranges::copy(model.arc_root, part_.begin());
    rounded_heads_.assign(part_, arc);
    head_panels_.assign_transposed(rounded_heads_);

    rounded_.assign(products_, arc);
    zeros_.assign(count_ + 1, 0.0F);
    arcs_.resize(count_ * (count_ + 1));
    multiply(rounded_, head_panels_,
             {.scales = rounded_heads_.scales().data(), .offsets = zeros_.data()}, arcs_);
    for (std::size_t d = 0; d < count_; ++d)
        for (std::size_t h = 0; h < count_; ++h)
            arcs_[d * (count_ + 1) + h + 1] += model.distances[distance_row(d, h)];
}

void ParserPass::label(const ParserModel& model, std::span<ParsedToken> out) {
    const std::size_t width = model.counts.label_width;
    const std::size_t step = model.views.columns();
    const std::size_t as_dependent = 2 * static_cast<std::size_t>(model.counts.arc_width);
    part_.resize(count_ * width);
    for (std::size_t at = 0; at < count_; ++at) {
        const auto sum = row(part_, width, at);
        std::copy_n(&views_[at * step + as_dependent], width, sum.begin());
        const auto head = static_cast<std::size_t>(heads_[at]);
        add(heads_[at] == kNoHead ? std::span<const float>(model.label_root)
                                  : row(views_, step, head).subspan(as_dependent + width, width),
            sum);
    }
    rectify(part_);
    rounded_.assign(part_, width);
    model.labels.apply(rounded_, scores_);
    for (std::size_t at = 0; at < count_; ++at)
        out[at].relation = static_cast<Relation>(best(row(scores_, relation_names.size(), at)));
}

}  // namespace extractor
