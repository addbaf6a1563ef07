#include "extractor/claims/tree.h"

#include <algorithm>
#include <utility>

namespace extractor {

Tree::Tree(ParsedSentence tokens) : tokens_(std::move(tokens)) {
    const auto size = tokens_.size();
    first_.assign(size + 1, 0);
    for (const auto& token : tokens_)
        if (token.head != kNoHead) ++first_[static_cast<std::size_t>(token.head) + 1];
    for (std::size_t at = 0; at < size; ++at) first_[at + 1] += first_[at];
    dependents_.resize(first_.back());
    auto next = first_;
    for (std::size_t at = 0; at < size; ++at)
        if (const auto above = head(at))
            dependents_[next[*above]++] = static_cast<std::uint32_t>(at);
    reach_.reserve(size);
    for (std::size_t at = 0; at < size; ++at) reach_.push_back({at, at + 1});
    // Heads lead to the root, which bounds the way up.
    for (std::size_t at = 0; at < size; ++at)
        for (auto above = head(at); above; above = head(*above)) {
            auto& reach = reach_[*above];
            if (reach.holds(at)) continue;
            reach.begin = std::min(reach.begin, at);
            reach.end = std::max(reach.end, at + 1);
        }
}

std::optional<std::size_t> Tree::head(std::size_t word) const {
    const auto above = tokens_[word].head;
    if (above == kNoHead) return std::nullopt;
    return static_cast<std::size_t>(above);
}

bool Tree::is_any(std::size_t word, std::initializer_list<Relation> relations) const {
    return std::find(relations.begin(), relations.end(), tokens_[word].relation) != relations.end();
}

std::span<const std::uint32_t> Tree::dependents(std::size_t word) const {
    return std::span(dependents_).subspan(first_[word], first_[word + 1] - first_[word]);
}

std::optional<std::size_t> Tree::dependent(std::size_t word,
                                           std::initializer_list<Relation> relations) const {
    for (const auto below : dependents(word))
        if (is_any(below, relations)) return below;
    return std::nullopt;
}

bool Tree::is_noun(std::size_t word) const {
    const auto tag = tokens_[word].upos;
    return tag == Upos::Noun || tag == Upos::Propn || tag == Upos::Pron;
}

std::size_t Tree::top(Range range) const {
    for (auto at = range.begin; at < range.end; ++at) {
        const auto above = head(at);
        if (!above || !range.holds(*above)) return at;
    }
    return range.begin;
}

}  // namespace extractor
