#include "extractor/page/captions.h"

#include <algorithm>

namespace extractor {

namespace {

constexpr std::size_t kMostLines = 2;    // that stand with a picture: caption and credit
constexpr int kLevels = 4;               // of elements around the line that may hold the picture
constexpr std::uint32_t kLongest = 320;  // letters
constexpr NodeIndex kMostNodes = 60;     // of an element that holds picture and caption
constexpr double kMostShare = 0.25;      // of the page's running text, together

class CaptionFinder {
public:
    CaptionFinder(const Document& document, const std::vector<Line>& lines, const LineIndex& index,
                  const std::vector<Fate>& fates)
        : document_(document), lines_(lines), index_(index), fates_(fates) {}
    std::vector<std::size_t> run() const;

private:
    template <class Is>
    bool holds(NodeIndex node, const Is& is) const;
    bool holds_picture(NodeIndex node) const;
    bool holds_heading(NodeIndex node) const;
    bool holds_captioned(NodeIndex node) const;
    std::size_t kept_lines(NodeIndex node) const;
    bool is_caption(const Line& line) const;

    const Document& document_;
    const std::vector<Line>& lines_;
    const LineIndex& index_;
    const std::vector<Fate>& fates_;
};

std::vector<std::size_t> CaptionFinder::run() const {
    std::vector<std::size_t> captions;
    double share = 0;
    for (std::size_t n = 0; n < lines_.size(); ++n) {
        if (fates_[n] != Fate::Kept || !is_caption(lines_[n])) continue;
        captions.push_back(n);
        if (lines_[n].is_good()) share += index_.good_share(lines_[n].block);
    }
    if (share > kMostShare) captions.clear();
    return captions;
}

template <class Is>
bool CaptionFinder::holds(NodeIndex node, const Is& is) const {
    const auto begin = document_.nodes.begin() + node;
    return std::any_of(begin, begin + (document_.nodes[node].end - node), is);
}

bool CaptionFinder::holds_picture(NodeIndex node) const {
    return holds(node, [](const Node& in) { return in.tag == Tag::Img || in.tag == Tag::Picture; });
}

// A headline, a picture and a line are the story's beginning, or an item of a list.
bool CaptionFinder::holds_heading(NodeIndex node) const {
    return holds(node, [](const Node& in) { return is_heading(in.tag); });
}

// A picture that has its caption already.
bool CaptionFinder::holds_captioned(NodeIndex node) const {
    for (auto in = node; in < document_.nodes[node].end; ++in)
        if (document_.nodes[in].tag == Tag::Figure && index_.first(in) < index_.end(in))
            return true;
    return false;
}

std::size_t CaptionFinder::kept_lines(NodeIndex node) const {
    const auto at = [&](std::size_t n) { return fates_.begin() + static_cast<std::ptrdiff_t>(n); };
    return static_cast<std::size_t>(
        std::count(at(index_.first(node)), at(index_.end(node)), Fate::Kept));
}

// Words around a picture of their own paragraph are no caption.
bool CaptionFinder::is_caption(const Line& line) const {
    const auto& nodes = document_.nodes;
    // A block of many lines is looked at once for each of them.
    const bool is_small = nodes[line.block].end - line.block <= kMostNodes;
    if (!is_small || line.size > kLongest || is_heading(nodes[line.block].tag) ||
        holds_picture(line.block))
        return false;
    // Two paragraphs and their picture are an item of a list.
    const std::size_t most = nodes[line.block].tag == Tag::P ? 1 : kMostLines;
    auto node = line.block;
    for (int level = 0; level < kLevels && node > 0; ++level) {
        node = nodes[node].parent;
        const bool is_alone = nodes[node].end - node <= kMostNodes && kept_lines(node) <= most;
        if (!is_alone || nodes[node].tag == Tag::Article || nodes[node].tag == Tag::Main)
            return false;
        if (holds_picture(node)) return !holds_captioned(node) && !holds_heading(node);
    }
    return false;
}

}  // namespace

std::vector<std::size_t> find_captions(const Document& document, const std::vector<Line>& lines,
                                       const LineIndex& index, const std::vector<Fate>& fates) {
    return CaptionFinder(document, lines, index, fates).run();
}

}  // namespace extractor
