// Which part of the page each line stands in: navigation, comments, related stories …
#pragma once
#include <vector>

#include "extractor/page/document.h"
#include "extractor/page/fate.h"
#include "extractor/page/lines.h"

namespace extractor {

// The lines of a subtree are [first[node], end_of(node)).
class LineIndex {
public:
    LineIndex(const Document& document, const std::vector<Line>& lines);
    std::size_t first(NodeIndex node) const { return first_[node]; }
    std::size_t end(NodeIndex node) const;

private:
    const Document& document_;
    const std::vector<Line>& lines_;
    std::vector<std::uint32_t> first_;
};

// Kept, or the part's fate. An element that holds much of the page's running text is no such part,
// whatever its class says.
std::vector<Fate> read_parts(const Document& document, const std::vector<Line>& lines,
                             const LineIndex& index);

// Whether the line reads like running text.
bool is_good(const Line& line);

}  // namespace extractor
