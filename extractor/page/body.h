// The elements that hold the article.
#pragma once
#include <vector>

#include "extractor/page/document.h"
#include "extractor/page/fate.h"
#include "extractor/page/headlines.h"
#include "extractor/page/line_index.h"
#include "extractor/page/lines.h"
#include "extractor/page/told_lines.h"

namespace extractor {

// In reading order, none inside of another. Several opinions are asked, and a weighted vote
// decides: the running text, what elements are called, <article>, and what JSON-LD tells, if it
// does. `parts`: what read_parts() said of each line.
std::vector<NodeIndex> find_bodies(const Document& document, const std::vector<Line>& lines,
                                   const std::vector<Fate>& parts, const LineIndex& index,
                                   const Headlines& headlines, const ToldLines* told);

}  // namespace extractor
