// An article's words as the attributions are read from them. Private to extractor/.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "extractor/language/segment.h"
#include "extractor/language/syntax.h"
#include "extractor/language/tagging.h"

namespace extractor {

// Half-open range of token indices.
struct TokenRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool empty() const { return begin >= end; }
    std::size_t size() const { return end - begin; }
    bool contains(std::size_t token) const { return begin <= token && token < end; }
};

struct Quotation {
    TokenRange words;   // with its marks
    bool open = false;  // has no closing mark: goes on in the next paragraph
    bool is_double = true;
};

inline constexpr std::size_t kNoQuotation = static_cast<std::size_t>(-1);

// Looks into the article, segments and tagging it was made from.
struct Passage {
    const core::Article& article;
    const Segments& segments;
    const Tagging& tagging;
    std::vector<Quotation> quotations;      // ascending, disjoint
    std::vector<std::size_t> quotation_of;  // per token: index or kNoQuotation
    std::vector<std::size_t> sentence_of;   // per token
    std::vector<ParsedSentence> parses;     // per sentence: empty if it was not parsed

    const TaggedWord& word(std::size_t i) const { return tagging.words[i]; }
    WordClass tag(std::size_t i) const { return tagging.words[i].tag; }
    std::string_view lower(std::size_t i) const { return tagging.words[i].lower; }
    bool quoted(std::size_t i) const { return quotation_of[i] != kNoQuotation; }
    TokenRange sentence(std::size_t i) const {
        const Sentence& sentence = segments.sentences[sentence_of[i]];
        return {sentence.begin, sentence.end};
    }
    std::size_t block(std::size_t i) const { return segments.sentences[sentence_of[i]].block; }
    bool glued(std::size_t i) const {  // no space before it
        return i > 0 && segments.tokens[i - 1].end == segments.tokens[i].begin;
    }
};

Passage read_passage(const core::Article& article, const Segments& segments, const Tagging& tagging,
                     std::vector<ParsedSentence> parses = {});

}  // namespace extractor
