// Tagger and dependency parser: one small network for both. Private to extractor/.
//
// What it was trained on, and how well it does: MODEL.md. Safe to call from several threads at
// once.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "core/text.h"
#include "extractor/language/syntax.h"

namespace extractor {

struct ParserModel;

class Parser {
public:
    static const Parser& builtin();
    // Nothing if the bytes are no model file. They must outlive the parser.
    static std::optional<Parser> from(std::string_view model_file);

    // A sentence's tokens are spans of `text`, as segment() gives them; out[i] is of tokens[i].
    // Sentences of more than kWindow tokens are parsed piece by piece, the later pieces hanging
    // from the first one as parataxis: time grows with the length only. Once `out` has been as long
    // before, nothing is allocated.
    static constexpr std::size_t kWindow = 160;
    void parse(std::string_view text, std::span<const core::Span> tokens,
               ParsedSentence& out) const;

private:
    explicit Parser(std::shared_ptr<const ParserModel> model) : model_(std::move(model)) {}
    std::shared_ptr<const ParserModel> model_;
};

}  // namespace extractor
