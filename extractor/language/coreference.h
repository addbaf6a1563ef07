// Whom pronouns and definite nouns stand for: "he", "they", "the ChatGPT maker", "both companies".
// Private to extractor/.
//
// What is not clear stays open: a wrong speaker is worse than none.
#pragma once
#include <cstddef>
#include <vector>

#include "core/article.h"
#include "core/text.h"
#include "extractor/language/names.h"
#include "extractor/language/segment.h"
#include "extractor/language/tagging.h"

namespace extractor {

struct Referent {
    core::Span span;                    // of Article::text: the pronoun or noun phrase
    std::vector<std::size_t> entities;  // indices into Names::entities; empty: unresolved
    double confidence = 0;
};

// Every third-person pronoun and definite noun phrase that could stand for an entity, ascending.
// Linear in the text's size.
std::vector<Referent> resolve(const core::Article& article, const Segments& segments,
                              const Names& names);
std::vector<Referent> resolve(const Segments& segments, const Names& names, const Tagging& tagging);

}  // namespace extractor
