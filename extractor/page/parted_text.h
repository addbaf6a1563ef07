// An element's or a line's text with its parts kept apart.
#pragma once
#include <cstddef>
#include <string>

#include "extractor/page/document.h"

namespace extractor {

// From the node on up to `text_end` of Document::text, with bars where blocks and links end, and
// spaces where elements do: what stands side by side on the screen need not be parted in the page.
std::string parted_text(const Document& document, NodeIndex from, std::size_t text_end);

}  // namespace extractor
