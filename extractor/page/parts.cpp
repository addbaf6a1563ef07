#include "extractor/page/parts.h"

#include <algorithm>
#include <array>

namespace extractor {

namespace {

// What an element says of its part in the page, and how much of the page's running text it may
// hold before we disbelieve it.
struct PartRule {
    Cue cue;
    Fate fate;
    double most;
};
constexpr std::array part_rules{
    PartRule{Cue::Comments, Fate::Comments, 0.85},
    PartRule{Cue::Consent, Fate::Consent, 0.5},
    PartRule{Cue::Navigation, Fate::Navigation, 0.3},
    PartRule{Cue::Related, Fate::Related, 0.35},
    PartRule{Cue::Share, Fate::Share, 0.2},
    PartRule{Cue::Newsletter, Fate::Newsletter, 0.2},
    PartRule{Cue::Advertisement, Fate::Advertisement, 0.3},
    PartRule{Cue::Paywall, Fate::Paywall, 0.2},
    PartRule{Cue::Meta, Fate::Meta, 0.2},
    PartRule{Cue::AuthorBox, Fate::AuthorBox, 0.2},
    PartRule{Cue::Byline, Fate::Byline, 0.1},
    PartRule{Cue::Caption, Fate::Caption, 0.2},
    PartRule{Cue::Credit, Fate::Caption, 0.1},
    PartRule{Cue::Hidden, Fate::Hidden, 0.2},
    PartRule{Cue::Footer, Fate::Footer, 0.3},
    PartRule{Cue::Widget, Fate::Widget, 0.25},
};

struct TagRule {
    Tag tag;
    Fate fate;
    double most;
};
constexpr std::array tag_rules{
    TagRule{Tag::Nav, Fate::Navigation, 0.5},     TagRule{Tag::Footer, Fate::Footer, 0.4},
    TagRule{Tag::Aside, Fate::Aside, 0.3},        TagRule{Tag::Form, Fate::Form, 0.3},
    TagRule{Tag::Button, Fate::Form, 0.3},        TagRule{Tag::Label, Fate::Form, 0.2},
    TagRule{Tag::Figcaption, Fate::Caption, 0.3}, TagRule{Tag::Figure, Fate::Caption, 0.3},
    TagRule{Tag::Dialog, Fate::Widget, 0.3},      TagRule{Tag::Address, Fate::Byline, 0.2},
    TagRule{Tag::Menu, Fate::Navigation, 0.3},    TagRule{Tag::Video, Fate::Widget, 0.3},
    TagRule{Tag::Audio, Fate::Widget, 0.3},       TagRule{Tag::Object, Fate::Widget, 0.3},
};

// Names on these say something of the whole page ("comments-open", "has-sidebar").
constexpr bool is_whole(Tag tag) {
    return tag == Tag::Html || tag == Tag::Body || tag == Tag::Main || tag == Tag::Article;
}

class PartReader {
public:
    PartReader(const Document& document, const std::vector<Line>& lines, const LineIndex& index)
        : document_(document), lines_(lines), index_(index), sums_(lines.size() + 1) {
        for (std::size_t n = 0; n < lines.size(); ++n)
            sums_[n + 1] = sums_[n] + (is_good(lines[n]) ? lines[n].size : 0u);
    }
    std::vector<Fate> run();

private:
    Fate fate_of(NodeIndex node) const;
    double share(NodeIndex node) const {
        return sums_.back() == 0
                   ? 0
                   : static_cast<double>(sums_[index_.end(node)] - sums_[index_.first(node)]) /
                         sums_.back();
    }

    const Document& document_;
    const std::vector<Line>& lines_;
    const LineIndex& index_;
    std::vector<std::uint32_t> sums_;
};

std::vector<Fate> PartReader::run() {
    std::vector<Fate> fates(lines_.size(), Fate::Kept);
    for (NodeIndex n = 1; n < document_.nodes.size();) {
        const auto fate = document_.nodes[n].tag == Tag::Text ? Fate::Kept : fate_of(n);
        if (fate == Fate::Kept) {
            ++n;
            continue;
        }
        std::fill(fates.begin() + static_cast<std::ptrdiff_t>(index_.first(n)),
                  fates.begin() + static_cast<std::ptrdiff_t>(index_.end(n)), fate);
        n = document_.behind(n);
    }
    return fates;
}

Fate PartReader::fate_of(NodeIndex n) const {
    const auto& node = document_.nodes[n];
    if (node.text_begin == node.text_end) return Fate::Kept;
    if (node.hidden && !document_.nodes[node.parent].hidden && share(n) < 0.5) return Fate::Hidden;
    // A run inside of a line takes the line's fate only where it is the whole line.
    const bool is_part = is_block(node.tag) || node.tag == Tag::Other;
    for (const auto& rule : tag_rules)
        if (node.tag == rule.tag && share(n) <= rule.most && is_part) return rule.fate;
    if (node.cues.empty() || is_whole(node.tag) || !is_part || node.cues.has(Cue::Body))
        return Fate::Kept;
    for (const auto& rule : part_rules)
        if (node.cues.has(rule.cue) && share(n) <= rule.most) return rule.fate;
    return Fate::Kept;
}

}  // namespace

LineIndex::LineIndex(const Document& document, const std::vector<Line>& lines)
    : document_(document), lines_(lines), first_(document.nodes.size()) {
    std::uint32_t line = 0;
    for (NodeIndex n = 0; n < document.nodes.size(); ++n) {
        while (line < lines.size() && lines[line].text.begin < document.nodes[n].text_begin) ++line;
        first_[n] = line;
    }
}

std::size_t LineIndex::end(NodeIndex node) const {
    const auto begin = lines_.begin() + first_[node];
    return static_cast<std::size_t>(
        std::lower_bound(begin, lines_.end(), document_.nodes[node].text_end,
                         [](const Line& line, std::size_t at) { return line.text.begin < at; }) -
        lines_.begin());
}

std::vector<Fate> read_parts(const Document& document, const std::vector<Line>& lines,
                             const LineIndex& index) {
    return PartReader(document, lines, index).run();
}

bool is_good(const Line& line) {
    return line.size >= 60 && line.link_share() < 0.35 &&
           (line.ends_sentence || line.commas > 0 || line.size >= 120);
}

}  // namespace extractor
