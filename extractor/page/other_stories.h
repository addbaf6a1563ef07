// Stories that a page goes on with behind its own: loaded as one scrolls, or nested in it.
#pragma once
#include <vector>

#include "extractor/page/document.h"
#include "extractor/page/fate.h"
#include "extractor/page/headlines.h"
#include "extractor/page/line_index.h"
#include "extractor/page/lines.h"

namespace extractor {

// Not of a live blog, whose entries are its own.
void drop_other_stories(const Document& document, const std::vector<Line>& lines,
                        const LineIndex& index, const Headlines& headlines,
                        std::vector<Fate>& fates);

}  // namespace extractor
