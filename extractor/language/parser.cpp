#include "extractor/language/parser.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "embedded/extractor.h"
#include "extractor/language/parser_model.h"
#include "extractor/language/parser_pass.h"

namespace extractor {

namespace {

// Where a long sentence is best cut, best places first.
constexpr std::array<std::string_view, 3> cuts{".!?;", ":", ","};

// A window is at least half full, so that a text of commas alone is cut into few.
std::size_t window_end(std::string_view text, std::span<const core::Span> tokens) {
    if (tokens.size() <= Parser::kWindow) return tokens.size();
    for (const auto marks : cuts)
        for (std::size_t end = Parser::kWindow; end > Parser::kWindow / 2; --end) {
            const auto token = core::cut(text, tokens[end - 1]);
            if (token.size() == 1 && marks.find(token.front()) != std::string_view::npos)
                return end;
        }
    return Parser::kWindow;
}

// Heads of a later window count from its own start; its root hangs from the first one's.
void join(ParsedSentence& sentence, std::size_t begin, std::size_t end, std::int32_t root) {
    for (std::size_t at = begin; at < end; ++at) {
        ParsedToken& token = sentence[at];
        if (token.head != kNoHead) {
            token.head += static_cast<std::int32_t>(begin);
        } else {
            token.head = root;
            token.relation = Relation::Parataxis;
        }
    }
}

std::int32_t root_of(std::span<const ParsedToken> sentence) {
    const auto root = std::ranges::find(sentence, kNoHead, &ParsedToken::head);
    return static_cast<std::int32_t>(root - sentence.begin());
}

}  // namespace

const Parser& Parser::builtin() {
    static const Parser parser = [] {
        auto read = from(embedded::extractor::parser_model());
        assert(read && "the embedded model is one of ours");
        return *std::move(read);
    }();
    return parser;
}

std::optional<Parser> Parser::from(std::string_view model_file) {
    auto model = ParserModel::read(model_file);
    if (!model) return std::nullopt;
    return Parser(std::make_shared<const ParserModel>(*std::move(model)));
}

void Parser::parse(std::string_view text, std::span<const core::Span> tokens,
                   ParsedSentence& out) const {
    static thread_local ParserPass pass;  // memory only: no result depends on what it held
    out.resize(tokens.size());
    std::int32_t root = kNoHead;
    for (std::size_t begin = 0; begin < tokens.size();) {
        const std::size_t size = window_end(text, tokens.subspan(begin));
        pass.run(model_, text, tokens.subspan(begin, size), std::span(out).subspan(begin, size));
        if (begin == 0)
            root = root_of(out);
        else
            join(out, begin, begin + size, root);
        begin += size;
    }
}

}  // namespace extractor
