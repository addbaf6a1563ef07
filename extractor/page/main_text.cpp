#include "extractor/page/main_text.h"

#include <algorithm>
#include <unordered_set>

#include "extractor/page/parts.h"

namespace extractor {

namespace {

double value_of(const Line& line) {
    if (is_good(line)) return line.size;
    if (line.link_share() >= 0.35) return -10.0 - std::min<double>(line.linked, 60);
    if (line.ends_sentence) return line.size * 0.6;
    return line.size < 30 ? -8.0 : -4.0;
}

// The subtree with the most running text, what is in it of other things subtracted.
NodeIndex best_subtree(const Document& document, const std::vector<Line>& lines,
                       const std::vector<Fate>& parts, const LineIndex& index) {
    std::vector<double> sums(lines.size() + 1);
    for (std::size_t n = 0; n < lines.size(); ++n)
        sums[n + 1] = sums[n] + (parts[n] == Fate::Kept ? value_of(lines[n]) : 0.0);
    NodeIndex best = 0;
    double most = -1e9;
    for (NodeIndex n = 0; n < document.nodes.size(); ++n) {
        const auto& node = document.nodes[n];
        if (node.tag == Tag::Text || !is_block(node.tag)) continue;
        double value = sums[index.end(n)] - sums[index.first(n)];
        if (node.cues.has(Cue::Body)) value *= 1.2;
        if (value >= most) {
            most = value;
            best = n;
        }
    }
    return best;
}

}  // namespace

MainText find_main_text(const Document& document) {
    MainText main_text;
    main_text.lines = lines_of(document);
    const auto& lines = main_text.lines;
    const LineIndex index(document, lines);
    main_text.fates = read_parts(document, lines, index);
    auto& fates = main_text.fates;
    main_text.body = best_subtree(document, lines, fates, index);
    const auto first = index.first(main_text.body);
    const auto end = index.end(main_text.body);
    std::unordered_set<std::string_view> seen;
    for (std::size_t n = 0; n < lines.size(); ++n) {
        if (fates[n] != Fate::Kept) continue;
        const auto& line = lines[n];
        const auto tag = document.nodes[line.block].tag;
        if (n < first || n >= end)
            fates[n] = Fate::Outside;
        else if (tag == Tag::H1)
            fates[n] = Fate::Title;
        else if (line.link_share() > 0.6)
            fates[n] = Fate::Links;
        else if (line.size < 25 && !line.ends_sentence && tag == Tag::Div && !line.after_break &&
                 !(n + 1 < end && lines[n + 1].after_break))
            fates[n] = Fate::Label;
        else if (line.size > 50 && !seen.insert(core::cut(document.text, line.text)).second)
            fates[n] = Fate::Repeated;
    }
    return main_text;
}

}  // namespace extractor
