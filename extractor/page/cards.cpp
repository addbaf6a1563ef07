#include "extractor/page/cards.h"

#include <algorithm>

#include "extractor/page/word_table.h"

namespace extractor {

namespace {

constexpr std::size_t kFewest = 3;        // alike elements in a row
constexpr std::size_t kMostLines = 8;     // of one
constexpr std::uint32_t kLeading = 30;    // letters of a link that an item begins with
constexpr std::uint32_t kMostText = 450;  // letters of one outside of links
constexpr double kMostShare = 0.4;        // of the page's running text, together

class CardFinder {
public:
    CardFinder(const Document& document, const std::vector<Line>& lines, const LineIndex& index)
        : document_(document), lines_(lines), index_(index) {}
    std::vector<NodeIndex> run();

private:
    void look_at_children(NodeIndex parent);
    void end_row();
    bool is_card(NodeIndex node) const;
    bool is_headline(const Line& line) const;
    std::uint32_t kind_of(NodeIndex node) const;

    const Document& document_;
    const std::vector<Line>& lines_;
    const LineIndex& index_;
    std::vector<NodeIndex> row_;
    std::vector<NodeIndex> cards_;
};

std::vector<NodeIndex> CardFinder::run() {
    for (NodeIndex n = 0; n < document_.nodes.size(); ++n)
        if (document_.nodes[n].end > n + kFewest && is_block(document_.nodes[n].tag))
            look_at_children(n);
    return std::move(cards_);
}

void CardFinder::look_at_children(NodeIndex parent) {
    std::uint32_t kind = 0;
    for (auto n = parent + 1; n < document_.nodes[parent].end; n = document_.behind(n)) {
        if (index_.first(n) == index_.end(n)) continue;
        const auto its_kind = kind_of(n);
        if (its_kind != kind || !is_card(n)) end_row();
        kind = its_kind;
        if (is_card(n)) row_.push_back(n);
    }
    end_row();
}

void CardFinder::end_row() {
    if (row_.size() >= kFewest) {
        double share = 0;
        for (const auto n : row_) share += index_.good_share(n);
        if (share <= kMostShare) cards_.insert(cards_.end(), row_.begin(), row_.end());
    }
    row_.clear();
}

// One line is a link of several words; what else there is, is short.
bool CardFinder::is_card(NodeIndex node) const {
    const auto tag = document_.nodes[node].tag;
    if (tag == Tag::P || tag == Tag::Text || is_heading(tag) || !is_block(tag)) return false;
    const auto first = index_.first(node);
    const auto end = index_.end(node);
    const auto sums = index_.sums(node);
    if (end - first > kMostLines || sums.all - sums.linked > kMostText) return false;
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(first),
                       lines_.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const Line& line) { return is_headline(line); });
}

bool CardFinder::is_headline(const Line& line) const {
    const bool is_heading_line = is_heading(document_.nodes[line.block].tag);
    if (line.leading >= kLeading && line.link_share() > 0.15 &&
        document_.nodes[line.block].tag == Tag::Li)
        return true;
    return line.words >= 3 && line.link_share() > (is_heading_line ? 0.4 : 0.8);
}

std::uint32_t CardFinder::kind_of(NodeIndex node) const {
    const auto name = document_.value(node, AttributeName::Class);
    return hash_of(name.substr(0, name.find(' '))) * 31 +
           static_cast<std::uint32_t>(document_.nodes[node].tag) + 1;
}

}  // namespace

std::vector<NodeIndex> find_cards(const Document& document, const std::vector<Line>& lines,
                                  const LineIndex& index) {
    return CardFinder(document, lines, index).run();
}

}  // namespace extractor
