// One window of tokens on its way through the network. Private to extractor/.
#pragma once
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "extractor/language/best_tree.h"
#include "extractor/language/parser_model.h"
#include "extractor/language/syntax.h"
#include "extractor/language/word_cache.h"

namespace extractor {

// Keeps its memory from one window to the next.
class ParserPass {
public:
    // Heads count within the window.
    void run(const std::shared_ptr<const ParserModel>& model, std::string_view text,
             std::span<const core::Span> tokens, std::span<ParsedToken> out);

private:
    void encode(const ParserModel& model, std::span<ParsedToken> out);
    void tell_tags(const ParserModel& model, std::span<ParsedToken> out);
    void convolve(const ModelLayer& layer);
    void recur(const ModelLayer& layer);
    void find_heads(const ParserModel& model);
    void score_arcs(const ParserModel& model);
    void label(const ParserModel& model, std::span<ParsedToken> out);

    std::span<float> row(std::vector<float>& matrix, std::size_t columns, std::size_t at) const {
        return std::span(matrix).subspan(at * columns, columns);
    }

    std::size_t width_ = 0;
    std::size_t count_ = 0;
    WordCache cache_;
    std::vector<std::string_view> words_;
    std::vector<float> vectors_;  // of the tokens, one after the other; so are the next ones
    std::vector<float> mapped_, memory_, scores_, views_, part_, products_;
    std::vector<float> arcs_, zeros_, head_scales_;
    std::vector<std::int32_t> heads_;
    RoundedRows rounded_, rounded_heads_;
    Panels head_panels_;
    TreeFinder finder_;
};

}  // namespace extractor
