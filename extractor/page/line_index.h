// Sums over the lines of any subtree, in constant or logarithmic time.
#pragma once
#include <cstdint>
#include <vector>

#include "extractor/page/document.h"
#include "extractor/page/lines.h"

namespace extractor {

class LineIndex {
public:
    LineIndex(const Document& document, const std::vector<Line>& lines);

    // The lines of a subtree are [first, end).
    std::size_t first(NodeIndex node) const { return first_[node]; }
    std::size_t end(NodeIndex node) const;

    // Letters in a subtree: all, in links, in lines that read like running text.
    struct Sums {
        std::uint32_t all = 0, linked = 0, good = 0;
    };
    Sums sums(NodeIndex node) const;
    double good_share(NodeIndex node) const;  // of the page's running text

private:
    const Document& document_;
    const std::vector<Line>& lines_;
    std::vector<std::uint32_t> first_;
    std::vector<Sums> sums_;  // of the lines before
};

}  // namespace extractor
