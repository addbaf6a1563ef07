// Which part of the page each line stands in: navigation, comments, related stories …
#pragma once
#include <vector>

#include "extractor/page/document.h"
#include "extractor/page/fate.h"
#include "extractor/page/headlines.h"
#include "extractor/page/line_index.h"
#include "extractor/page/lines.h"

namespace extractor {

// Kept, or the part's fate. An element that holds much of the page's running text is no such part,
// whatever its class says, nor are many of one kind that hold it together.
std::vector<Fate> read_parts(const Document& document, const std::vector<Line>& lines,
                             const LineIndex& index, const Headlines& headlines);

}  // namespace extractor
