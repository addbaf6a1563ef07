#include "extractor/page/line_index.h"

#include <algorithm>

namespace extractor {

LineIndex::LineIndex(const Document& document, const std::vector<Line>& lines)
    : document_(document), lines_(lines), first_(document.nodes.size()), sums_(lines.size() + 1) {
    std::uint32_t line = 0;
    for (NodeIndex n = 0; n < document.nodes.size(); ++n) {
        while (line < lines.size() && lines[line].text.begin < document.nodes[n].text_begin) ++line;
        first_[n] = line;
    }
    for (std::size_t n = 0; n < lines.size(); ++n) {
        sums_[n + 1].all = sums_[n].all + lines[n].size;
        sums_[n + 1].linked = sums_[n].linked + lines[n].linked;
        sums_[n + 1].good = sums_[n].good + (lines[n].is_good() ? lines[n].size : 0u);
    }
}

std::size_t LineIndex::end(NodeIndex node) const {
    const auto begin = lines_.begin() + first_[node];
    return static_cast<std::size_t>(
        std::lower_bound(begin, lines_.end(), document_.nodes[node].text_end,
                         [](const Line& line, std::size_t at) { return line.text.begin < at; }) -
        lines_.begin());
}

LineIndex::Sums LineIndex::sums(NodeIndex node) const {
    const auto& before = sums_[first(node)];
    const auto& after = sums_[end(node)];
    return {.all = after.all - before.all,
            .linked = after.linked - before.linked,
            .good = after.good - before.good};
}

double LineIndex::good_share(NodeIndex node) const {
    const auto all = sums_.back().good;
    return all == 0 ? 0 : static_cast<double>(sums(node).good) / all;
}

}  // namespace extractor
