// A sentence's words as the parser relates them. Private to extractor/.
#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <vector>

#include "extractor/language/syntax.h"

namespace extractor {

// Half-open range of a sentence's words.
struct Range {
    std::size_t begin = 0, end = 0;
    template <class Part>
    bool contains(const Part& part) const {
        return begin <= part.begin && part.end <= end;
    }
    bool holds(std::size_t word) const { return begin <= word && word < end; }
};

class Tree {
public:
    Tree() = default;  // of a sentence that is not parsed
    explicit Tree(ParsedSentence tokens);

    bool empty() const { return tokens_.empty(); }
    const ParsedToken& at(std::size_t word) const { return tokens_[word]; }
    Upos upos(std::size_t word) const { return tokens_[word].upos; }
    Relation relation(std::size_t word) const { return tokens_[word].relation; }
    std::optional<std::size_t> head(std::size_t word) const;
    bool is_any(std::size_t word, std::initializer_list<Relation> relations) const;

    std::span<const std::uint32_t> dependents(std::size_t word) const;  // ascending
    // The first dependent by one of the relations.
    std::optional<std::size_t> dependent(std::size_t word,
                                         std::initializer_list<Relation> relations) const;

    bool is_verb(std::size_t word) const { return tokens_[word].upos == Upos::Verb; }
    bool is_noun(std::size_t word) const;

    // From the first to the last word that depends on this one, itself included.
    Range reach(std::size_t word) const { return reach_[word]; }

    // Of the words in the range, the one on which the others depend.
    std::size_t top(Range range) const;

private:
    ParsedSentence tokens_;
    std::vector<std::uint32_t> dependents_, first_;  // of word w: [first_[w], first_[w + 1])
    std::vector<Range> reach_;
};

}  // namespace extractor
