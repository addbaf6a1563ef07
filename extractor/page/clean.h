// Lines within the article's elements that are none of its own words: judged by how they read, how
// long they are and where they stand.
#pragma once
#include <vector>

#include "extractor/page/document.h"
#include "extractor/page/fate.h"
#include "extractor/page/lines.h"

namespace extractor {

// Changes the fate of lines that were kept so far.
void clean(const Document& document, const std::vector<Line>& lines, std::vector<Fate>& fates);

}  // namespace extractor
