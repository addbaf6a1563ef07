#include "extractor/page/parts.h"

#include <algorithm>
#include <array>
#include <optional>

#include "extractor/page/cards.h"

namespace extractor {

namespace {

// Which elements are judged by their names. On a paragraph most names say how it looks.
enum class On : std::uint8_t { Blocks, Paragraphs };

// What an element says of its part in the page, and how much of the page's running text it may
// hold, alone or with all others of its kind, before we disbelieve it.
struct Rule {
    Tag tag = Tag::Other;  // of that tag, or
    Cues cues;             // of these names
    Fate fate = Fate::Kept;
    double most = 0;
    double most_together = 0;
    On on = On::Blocks;
};

constexpr Rule tagged(Tag tag, Fate fate, double most, double most_together) {
    return {.tag = tag, .cues = {}, .fate = fate, .most = most, .most_together = most_together};
}
constexpr Rule named(Cue cue, Fate fate, double most, double most_together, On on = On::Blocks) {
    return {.tag = Tag::Other,
            .cues = {cue},
            .fate = fate,
            .most = most,
            .most_together = most_together,
            .on = on};
}

constexpr std::array rules{
    tagged(Tag::Nav, Fate::Navigation, 0.5, 0.6),
    tagged(Tag::Footer, Fate::Footer, 0.4, 0.5),
    tagged(Tag::Aside, Fate::Aside, 0.3, 0.5),
    tagged(Tag::Form, Fate::Form, 0.3, 0.4),
    tagged(Tag::Button, Fate::Form, 0.3, 0.3),
    tagged(Tag::Label, Fate::Form, 0.2, 0.3),
    tagged(Tag::Figcaption, Fate::Caption, 0.3, 0.5),
    tagged(Tag::Figure, Fate::Caption, 0.3, 0.4),
    tagged(Tag::Dialog, Fate::Widget, 0.6, 0.6),
    tagged(Tag::Address, Fate::Byline, 0.2, 0.3),
    tagged(Tag::Menu, Fate::Navigation, 0.3, 0.4),
    tagged(Tag::Video, Fate::Widget, 0.3, 0.3),
    tagged(Tag::Audio, Fate::Widget, 0.3, 0.3),
    tagged(Tag::Object, Fate::Widget, 0.3, 0.3),
    named(Cue::Comments, Fate::Comments, 0.85, 0.9),
    named(Cue::Consent, Fate::Consent, 0.7, 0.8),
    named(Cue::Paywall, Fate::Paywall, 0.2, 0.3),
    named(Cue::Modal, Fate::Widget, 0.6, 0.6),
    named(Cue::Navigation, Fate::Navigation, 0.3, 0.4, On::Paragraphs),
    named(Cue::Related, Fate::Related, 0.35, 0.5, On::Paragraphs),
    named(Cue::Share, Fate::Share, 0.2, 0.3, On::Paragraphs),
    named(Cue::Newsletter, Fate::Newsletter, 0.2, 0.3, On::Paragraphs),
    named(Cue::Advertisement, Fate::Advertisement, 0.3, 0.4),
    named(Cue::Meta, Fate::Meta, 0.2, 0.3),
    named(Cue::AuthorBox, Fate::AuthorBox, 0.3, 0.4, On::Paragraphs),
    named(Cue::Byline, Fate::Byline, 0.15, 0.25, On::Paragraphs),
    named(Cue::Caption, Fate::Caption, 0.2, 0.4, On::Paragraphs),
    named(Cue::Credit, Fate::Caption, 0.1, 0.2, On::Paragraphs),
    named(Cue::Hidden, Fate::Hidden, 0.2, 0.2, On::Paragraphs),
    named(Cue::Embed, Fate::Embed, 0.2, 0.25, On::Paragraphs),
    named(Cue::Footer, Fate::Footer, 0.3, 0.4),
    named(Cue::Sidebar, Fate::Aside, 0.55, 0.65),
    named(Cue::Widget, Fate::Widget, 0.25, 0.3),
};

// Names on these say something of the whole page ("comments-open", "has-sidebar"), or of what a row
// of data is about.
constexpr bool is_not_judged_by_name(Tag tag) {
    return tag == Tag::Html || tag == Tag::Body || tag == Tag::Main || tag == Tag::Article ||
           tag == Tag::Tbody || tag == Tag::Thead || tag == Tag::Tr || tag == Tag::Th;
}

constexpr std::size_t kNoRule = rules.size();
constexpr std::size_t kHiddenRule = rules.size() + 1;
constexpr double kMostHidden = 0.3;
constexpr std::uint32_t kLeastLead = 40;  // letters of a standfirst
constexpr std::size_t kLeadLines = 12;    // from the headline on that may hold it

class PartReader {
public:
    PartReader(const Document& document, const std::vector<Line>& lines, const LineIndex& index,
               const Headlines& headlines)
        : document_(document), lines_(lines), index_(index), headline_(headlines.line()) {}
    std::vector<Fate> run();

private:
    bool find_parts();
    void spare_leads(std::vector<Fate>& fates) const;
    std::size_t rule_of(NodeIndex node) const;
    bool holds(const Rule& rule, NodeIndex node) const;
    bool is_in_article(NodeIndex node) const;

    struct Part {
        NodeIndex node;
        std::size_t rule;
    };
    const Document& document_;
    const std::vector<Line>& lines_;
    const LineIndex& index_;
    std::optional<std::size_t> headline_;  // the line
    std::array<bool, rules.size() + 2> disbelieved_{};
    std::vector<Part> parts_;
};

std::vector<Fate> PartReader::run() {
    // What is disbelieved once stays so: at most one round a rule, in practice one or two.
    for (int round = 0; round < 6 && !find_parts(); ++round) continue;
    std::vector<Fate> fates(lines_.size(), Fate::Kept);
    const auto cut = [&](NodeIndex node, Fate fate) {
        std::fill(fates.begin() + static_cast<std::ptrdiff_t>(index_.first(node)),
                  fates.begin() + static_cast<std::ptrdiff_t>(index_.end(node)), fate);
    };
    for (const auto& part : parts_)
        cut(part.node, part.rule == kHiddenRule ? Fate::Hidden : rules[part.rule].fate);
    spare_leads(fates);
    for (const auto node : find_cards(document_, lines_, index_))
        if (fates[index_.first(node)] == Fate::Kept) cut(node, Fate::Related);
    return fates;
}

// Byline, buttons and the standfirst often stand in one element that is called after the former.
void PartReader::spare_leads(std::vector<Fate>& fates) const {
    if (!headline_) return;
    const auto end = std::min(fates.size(), *headline_ + kLeadLines);
    for (auto n = *headline_; n < end; ++n) {
        const auto& block = document_.nodes[lines_[n].block];
        const bool is_lead = block.cues.has(Cue::Lead) && lines_[n].size >= kLeastLead;
        if (is_lead && (fates[n] == Fate::Byline || fates[n] == Fate::Share)) fates[n] = Fate::Kept;
    }
}

// False if a rule was disbelieved, so that what its parts hid must be looked at again.
bool PartReader::find_parts() {
    parts_.clear();
    std::array<double, rules.size() + 2> together{};
    for (NodeIndex n = 1; n < document_.nodes.size();) {
        const auto& node = document_.nodes[n];
        const bool is_empty = node.tag == Tag::Text || index_.first(n) == index_.end(n);
        const auto rule = is_empty ? kNoRule : rule_of(n);
        if (rule == kNoRule) {
            ++n;
            continue;
        }
        parts_.push_back({n, rule});
        together[rule] += index_.good_share(n);
        n = document_.behind(n);
    }
    bool believed = true;
    for (std::size_t rule = 0; rule < together.size(); ++rule) {
        if (rule == kNoRule) continue;
        const double most = rule == kHiddenRule ? kMostHidden : rules[rule].most_together;
        if (together[rule] <= most) continue;
        disbelieved_[rule] = true;
        believed = false;
    }
    return believed;
}

std::size_t PartReader::rule_of(NodeIndex n) const {
    const auto& node = document_.nodes[n];
    if (node.hidden && !(disbelieved_[kHiddenRule] && is_in_article(n))) return kHiddenRule;
    const bool has_headline =
        headline_ && index_.first(n) <= *headline_ && *headline_ < index_.end(n);
    if (has_headline) return kNoRule;
    // A run inside of a line takes the line's fate.
    if (!is_block(node.tag) && node.tag != Tag::Other) return kNoRule;
    for (std::size_t rule = 0; rule < rules.size(); ++rule)
        if (!disbelieved_[rule] && holds(rules[rule], n) &&
            index_.good_share(n) <= rules[rule].most)
            return rule;
    return kNoRule;
}

bool PartReader::is_in_article(NodeIndex node) const {
    for (; node > 0; node = document_.nodes[node].parent)
        if (document_.nodes[node].cues.has(Cue::Body) || document_.nodes[node].tag == Tag::Article)
            return true;
    return false;
}

bool PartReader::holds(const Rule& rule, NodeIndex n) const {
    const auto& node = document_.nodes[n];
    if (rule.cues.empty()) {
        if (node.tag != rule.tag) return false;
        if (node.tag != Tag::Figure) return true;
        for (auto in = n + 1; in < node.end; ++in)
            if (document_.nodes[in].tag == Tag::Blockquote) return false;
        return true;
    }
    if (!node.cues.any(rule.cues) || is_not_judged_by_name(node.tag)) return false;
    const bool is_text = node.tag == Tag::P || is_heading(node.tag);
    if (is_text && rule.on == On::Blocks) return false;
    // "Skip" and "search" may be what a paragraph is about; a trail of links is not.
    if (is_text && rule.fate == Fate::Navigation) {
        const auto sums = index_.sums(n);
        return sums.linked * 2 > sums.all;
    }
    // "Teaser" is also what stands above an article.
    return rule.fate != Fate::Related || index_.sums(n).linked > 0;
}

}  // namespace

std::vector<Fate> read_parts(const Document& document, const std::vector<Line>& lines,
                             const LineIndex& index, const Headlines& headlines) {
    return PartReader(document, lines, index, headlines).run();
}

}  // namespace extractor
