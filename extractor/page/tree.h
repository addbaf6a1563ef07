// Filtered bytes → Gumbo's tree → the flat arrays of a Document.
#pragma once
#include <string_view>

#include "extractor/page/document.h"
#include "extractor/page/prefilter.h"

namespace extractor {

// `page`: what was filtered. Fills nodes, attributes, text, values, metas, links, title, lang and
// base_href. Fails with TooLarge where the tree would not fit into limits::kParserBytes.
core::Result<void> read_tree(std::string_view page, const Prefiltered& filtered,
                             Document& document);

}  // namespace extractor
