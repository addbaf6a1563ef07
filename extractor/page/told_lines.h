// JSON-LD's articleBody as a witness: which lines of the page it tells, too. It is asked how far
// the story reaches, and is no source of text.
#pragma once
#include <optional>
#include <vector>

#include "extractor/page/document.h"
#include "extractor/page/fate.h"
#include "extractor/page/lines.h"

namespace extractor {

struct ToldLines {
    std::vector<bool> is_told;  // one a line of the page; of very short ones it says nothing
    double shown = 0;           // share of the story told that the lines hold

    bool is_whole() const { return shown >= 0.7; }
};

// None if the page has no such witness, or one that tells little.
std::optional<ToldLines> find_told_lines(const Document& document, const std::vector<Line>& lines);

// Where the page shows nearly all that is told, what is kept behind its end is another's. Unless
// most of that stands beside the story's own lines: then the script tells the beginning only.
void drop_untold(const Document& document, const ToldLines& told, const std::vector<Line>& lines,
                 std::vector<Fate>& fates);

}  // namespace extractor
