#include "extractor/language/segment.h"

#include <algorithm>
#include <iterator>

#include "extractor/extractor.h"
#include "extractor/language/sentence_ends.h"
#include "extractor/language/tokenize.h"

namespace extractor {

namespace {

void add_block(const core::Article& article, std::size_t block, Segments& segments) {
    const std::size_t first = segments.tokens.size();
    tokenize(article.text, article.blocks[block].span, segments.tokens);
    const auto tokens = std::span(segments.tokens).subspan(first);
    std::size_t begin = 0;
    for (const std::size_t end : sentence_ends(article.text, tokens)) {
        const core::Span span{tokens[begin].begin, tokens[end - 1].end};
        segments.sentences.push_back({span, first + begin, first + end, block});
        begin = end;
    }
}

}  // namespace

Segments segment(const core::Article& article) {
    Segments segments;
    segments.tokens.reserve(article.text.size() / 5 + 16);
    for (std::size_t block = 0; block < article.blocks.size(); ++block)
        add_block(article, block, segments);
    return segments;
}

std::vector<core::Span> sentences(const core::Article& article) {
    std::vector<core::Span> spans;
    std::ranges::transform(segment(article).sentences, std::back_inserter(spans), &Sentence::span);
    return spans;
}

}  // namespace extractor
