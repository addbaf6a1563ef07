// Captions that no element calls so: what stands alone with a picture. Private to main_text.cpp.
#pragma once
#include <vector>

#include "extractor/page/document.h"
#include "extractor/page/fate.h"
#include "extractor/page/line_index.h"
#include "extractor/page/lines.h"

namespace extractor {

// Of the lines that are kept so far; none where they would be a large part of the page's text:
// then the pictures are the story's steps.
std::vector<std::size_t> find_captions(const Document& document, const std::vector<Line>& lines,
                                       const LineIndex& index, const std::vector<Fate>& fates);

}  // namespace extractor
