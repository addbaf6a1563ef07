// Parses of those sentences of an article that may hold an attribution. Private to extractor/.
#pragma once
#include <vector>

#include "core/article.h"
#include "extractor/language/segment.h"
#include "extractor/language/syntax.h"
#include "extractor/language/tagging.h"

namespace extractor {

// One parse a sentence; empty where there is nothing to attribute.
using Parses = std::vector<ParsedSentence>;

// Parsing costs most of what reading an article costs, so only sentences with a cue word are
// parsed; their words are tagged anew.
Parses parse_cue_sentences(const core::Article& article, const Segments& segments,
                           Tagging& tagging);

}  // namespace extractor
