// Lists of other stories that do not say so: several alike elements in a row, each a linked
// headline with a few words.
#pragma once
#include <vector>

#include "extractor/page/document.h"
#include "extractor/page/line_index.h"
#include "extractor/page/lines.h"

namespace extractor {

// The cards, each an element.
std::vector<NodeIndex> find_cards(const Document& document, const std::vector<Line>& lines,
                                  const LineIndex& index);

}  // namespace extractor
