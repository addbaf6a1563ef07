// Tokens of one block of text, as Universal Dependencies' English treebanks cut them. Private to
// extractor/; see segment.h.
#pragma once
#include <string_view>
#include <vector>

#include "core/text.h"

namespace extractor {

// Appends the tokens of `block`, ascending and disjoint. Linear in the block's size.
void tokenize(std::string_view text, core::Span block, std::vector<core::Span>& tokens);

}  // namespace extractor
