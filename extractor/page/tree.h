// Filtered bytes → Gumbo's tree → the flat arrays of a Document.
#pragma once
#include <string>

#include "extractor/page/document.h"

namespace extractor {

// Fills nodes, attributes, text, values, metas, links, title, lang and base_href.
// Fails with TooLarge where the tree would not fit into limits::kParserBytes.
core::Result<void> read_tree(const std::string& html, Document& document);

}  // namespace extractor
