// Sentences and tokens of an article's text. Private to extractor/.
//
// Tokens follow Universal Dependencies' English treebanks: "don't" is "do" + "n't", "OpenAI's" is
// "OpenAI" + "’s", "state-of-the-art" is seven tokens, "$5.6" is two, "GPT-4" and "U.S." are one.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/article.h"
#include "core/text.h"

namespace extractor {

struct Sentence {
    core::Span span;        // without the white space around it
    std::size_t begin = 0;  // its tokens: Segments::tokens[begin, end)
    std::size_t end = 0;
    std::size_t block = 0;  // index into Article::blocks
};

struct Segments {
    std::vector<core::Span> tokens;   // of Article::text, ascending, disjoint, none empty
    std::vector<Sentence> sentences;  // in reading order; none runs across a block's end

    std::span<const core::Span> tokens_of(const Sentence& sentence) const {
        return std::span(tokens).subspan(sentence.begin, sentence.end - sentence.begin);
    }
};

// Linear in the text's size, for any text whatever.
Segments segment(const core::Article& article);

}  // namespace extractor
