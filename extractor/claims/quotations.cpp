#include "extractor/claims/quotations.h"

#include <algorithm>
#include <string_view>

#include "extractor/claims/words.h"

namespace extractor {

namespace {

constexpr std::size_t kLongest = 16;  // sentences; more is a mark that somebody forgot

enum class Mark { None, Opening, Closing, Either };

Mark mark_of(std::string_view lower) {
    if (lower == "“" || lower == "``" || lower == "«" || lower == "„") return Mark::Opening;
    if (lower == "”" || lower == "''" || lower == "»") return Mark::Closing;
    return lower == "\"" ? Mark::Either : Mark::None;
}

// The first mark in the sentences of a paragraph, from `at` on.
Mark first_mark(const std::vector<Scene>& scenes, const std::vector<Sentence>& sentences,
                std::size_t at) {
    const auto block = sentences[at].block;
    for (; at < sentences.size() && sentences[at].block == block; ++at)
        for (const auto& word : scenes[at].words)
            if (const auto mark = mark_of(word.lower); mark != Mark::None) return mark;
    return Mark::None;
}

}  // namespace

std::vector<std::optional<std::size_t>> quotations_in(const std::vector<Scene>& scenes,
                                                      const std::vector<Sentence>& sentences) {
    std::vector<std::optional<std::size_t>> begins(sentences.size());
    std::optional<std::size_t> open;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (open && i - *open >= kLongest) open.reset();
        const auto words = scenes[i].words;
        const auto first = words.empty() ? Mark::None : mark_of(words.front().lower);
        const bool is_new_block = i > 0 && sentences[i].block != sentences[i - 1].block;
        const bool reopens = open && is_new_block && first != Mark::None && first != Mark::Closing;
        if (open && is_new_block && !reopens && first_mark(scenes, sentences, i) != Mark::Closing)
            open.reset();
        begins[i] = open;
        if (!open && first != Mark::None && first != Mark::Closing) begins[i] = i;
        for (std::size_t at = reopens ? 1 : 0; at < words.size(); ++at) {
            const auto mark = mark_of(words[at].lower);
            if (mark == Mark::None) continue;
            if (open && mark != Mark::Opening)
                open.reset();
            else if (!open && mark != Mark::Closing)
                open = i;
        }
    }
    return begins;
}

}  // namespace extractor
