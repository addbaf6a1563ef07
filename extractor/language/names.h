// Whom and what an article names. Private to extractor/.
#pragma once
#include <cstddef>
#include <vector>

#include "core/article.h"
#include "core/entity.h"
#include "core/text.h"
#include "extractor/extractor.h"
#include "extractor/language/segment.h"

namespace extractor {

struct Mention {
    core::Span span;         // of Article::text, without a possessive "’s"
    std::size_t entity = 0;  // index into Names::entities
    double confidence = 1;   // < 1: a misspelling, a short form, or a name that no list knows
};

// One entity per thing named, one type per name; every mention of it, short forms
// ("Lutnick" after "Howard Lutnick") and possessives included. A product that no list knows has
// the parent that the article tells of.
struct Names {
    std::vector<core::Entity> entities;
    std::vector<Mention> mentions;  // ascending, disjoint
};

// Linear in the text's size.
Names find_names(const core::Article& article, const Segments& segments, const Lexicon& lexicon);

}  // namespace extractor
