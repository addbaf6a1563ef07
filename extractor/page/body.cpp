#include "extractor/page/body.h"

#include <algorithm>
#include <optional>

namespace extractor {

namespace {

constexpr double kNearlyAll = 0.8;  // of the page's text
constexpr double kLittle = 0.3;
constexpr double kNamedShare = 0.5;    // of the best element's text that a named one must hold
constexpr double kHeadlineCounts = 2;  // times what a named element below the headline holds
constexpr std::size_t kHeadlineDistance = 12;  // lines
constexpr double kLaterNeeds = 3;              // times the text of a body before it
constexpr double kArticleShare = 0.6;          // of the running text that an <article> must hold

// What each opinion weighs in the vote. What an element calls itself says more than how it reads,
// and JSON-LD's story more than both.
constexpr double kByText = 1;
constexpr double kByName = 1.5;
constexpr double kByTag = 1.2;
constexpr double kByStory = 2;
constexpr double kNearlyToldAll = 0.95;  // of the letters told, in the element that stands for them

// What a line speaks for its element being the article: its letters, or less than nothing.
double value_of(const Line& line) {
    if (line.is_good()) return line.size;
    if (line.link_share() >= 0.35) {
        if (line.ends_sentence && line.size >= 60 && line.link_share() < 0.75) return 0;
        return -10.0 - std::min<double>(line.linked, 60);
    }
    if (line.ends_sentence) return line.size * 0.6;
    return line.size < 30 ? -8.0 : -4.0;
}

// Short lines that lead nowhere are text too, if not as surely: lists, verse, results.
double good_of(const Line& line) {
    if (line.is_good()) return line.size;
    return line.link_share() < 0.35 ? 0.3 * line.size : 0;
}

bool may_hold_article(Tag tag) {
    switch (tag) {
        case Tag::Body:
        case Tag::Article:
        case Tag::Main:
        case Tag::Section:
        case Tag::Div:
        case Tag::Td:
        case Tag::Center:
        case Tag::Blockquote:
        case Tag::Form:
        case Tag::Table:
        case Tag::Tbody:
        case Tag::Tr:
        case Tag::Dd:
        case Tag::Fieldset:
        case Tag::Details:
        case Tag::Pre:
        case Tag::Other: return true;
        default: return false;
    }
}

class BodyFinder {
public:
    BodyFinder(const Document& document, const std::vector<Line>& lines,
               const std::vector<Fate>& parts, const LineIndex& index,
               std::optional<std::size_t> headline, const ToldLines* told);
    std::vector<NodeIndex> run() const;

private:
    double value(NodeIndex n) const { return values_[index_.end(n)] - values_[index_.first(n)]; }
    double good(NodeIndex n) const { return goods_[index_.end(n)] - goods_[index_.first(n)]; }
    NodeIndex most_text() const;
    NodeIndex nearly_all() const;
    NodeIndex named(NodeIndex by_text) const;
    NodeIndex article_in(NodeIndex by_text) const;
    std::optional<NodeIndex> told() const;
    double likeness(NodeIndex a, NodeIndex b) const;
    bool is_named(NodeIndex node) const;
    bool is_below_headline(NodeIndex node) const;
    std::vector<NodeIndex> with_likes(NodeIndex body) const;

    const Document& document_;
    const LineIndex& index_;
    std::optional<std::size_t> headline_;
    std::vector<double> values_, goods_;  // sums of the lines before, cut ones not counted
    std::vector<double> tolds_;           // the same of what JSON-LD tells; empty if it tells none
};

BodyFinder::BodyFinder(const Document& document, const std::vector<Line>& lines,
                       const std::vector<Fate>& parts, const LineIndex& index,
                       std::optional<std::size_t> headline, const ToldLines* told)
    : document_(document),
      index_(index),
      headline_(headline),
      values_(lines.size() + 1),
      goods_(lines.size() + 1) {
    for (std::size_t n = 0; n < lines.size(); ++n) {
        const bool counts = parts[n] == Fate::Kept;
        values_[n + 1] = values_[n] + (counts ? value_of(lines[n]) : 0);
        goods_[n + 1] = goods_[n] + (counts ? good_of(lines[n]) : 0);
    }
    if (told == nullptr || !told->is_whole()) return;
    tolds_.resize(lines.size() + 1);
    for (std::size_t n = 0; n < lines.size(); ++n)
        tolds_[n + 1] =
            tolds_[n] + (parts[n] == Fate::Kept && told->is_told[n] ? lines[n].size : 0);
}

// The element with the most running text, what is in it of other things subtracted.
NodeIndex BodyFinder::most_text() const {
    NodeIndex best = 0;
    double most = -1e9;
    for (NodeIndex n = 0; n < document_.nodes.size(); ++n) {
        if (!may_hold_article(document_.nodes[n].tag)) continue;
        const double its = value(n);
        if (its < most) continue;
        most = its;
        best = n;
    }
    return best;
}

// The smallest element that holds nearly all text, where lists of short lines outweigh paragraphs.
NodeIndex BodyFinder::nearly_all() const {
    NodeIndex best = 0;
    for (NodeIndex n = 0; n < document_.nodes.size(); ++n)
        if (may_hold_article(document_.nodes[n].tag) && good(n) >= kNearlyAll * good(0)) best = n;
    return best;
}

bool BodyFinder::is_named(NodeIndex node) const {
    return document_.nodes[node].cues.has(Cue::Body) && may_hold_article(document_.nodes[node].tag);
}

bool BodyFinder::is_below_headline(NodeIndex node) const {
    const auto first = index_.first(node);
    return headline_ && *headline_ < index_.end(node) &&
           (first <= *headline_ || first - *headline_ <= kHeadlineDistance);
}

// The element that calls itself the article's text, if it holds enough of it.
NodeIndex BodyFinder::named(NodeIndex by_text) const {
    NodeIndex best = by_text;
    double most = kNamedShare * good(by_text);
    for (NodeIndex n = 0; n < document_.nodes.size(); ++n) {
        if (!is_named(n)) continue;
        double its = good(n);
        if (its <= 0) continue;
        if (best == by_text && is_below_headline(n)) its *= kHeadlineCounts;
        const bool is_inside = best != by_text && document_.is_within(n, best);
        // What comes first on the page is the story; what is loaded behind it may be longer.
        const double needed = best == by_text || is_inside ? 1 : kLaterNeeds;
        if (is_inside ? its >= 0.9 * most : its > needed * most) {
            most = std::max(most, its);
            best = n;
        }
    }
    return best;
}

// Other elements of the same kind that hold text: an article in several containers.
std::vector<NodeIndex> BodyFinder::with_likes(NodeIndex body) const {
    std::vector<NodeIndex> bodies{body};
    const auto name = document_.value(body, AttributeName::Class);
    if (name.empty()) return bodies;
    for (NodeIndex n = 0; n < document_.nodes.size(); ++n) {
        const auto& node = document_.nodes[n];
        if (n == body || node.tag != document_.nodes[body].tag || document_.is_within(n, body) ||
            document_.is_within(body, n) || node.depth != document_.nodes[body].depth ||
            document_.value(n, AttributeName::Class) != name || good(n) <= 0 || value(n) <= 0)
            continue;
        bodies.push_back(n);
    }
    std::sort(bodies.begin(), bodies.end());
    return bodies;
}

// The <article> that holds most of what the element with the most text does, if that holds more.
NodeIndex BodyFinder::article_in(NodeIndex by_text) const {
    NodeIndex best = by_text;
    double most = kArticleShare * good(by_text);
    for (auto n = by_text + 1; n < document_.nodes[by_text].end; ++n) {
        if (document_.nodes[n].tag != Tag::Article || good(n) <= most) continue;
        most = good(n);
        best = n;
    }
    return best;
}

// The smallest element that holds nearly all of what JSON-LD tells.
std::optional<NodeIndex> BodyFinder::told() const {
    if (tolds_.empty() || tolds_.back() == 0) return std::nullopt;
    NodeIndex best = 0;
    for (NodeIndex n = 0; n < document_.nodes.size(); ++n) {
        const auto its = tolds_[index_.end(n)] - tolds_[index_.first(n)];
        if (may_hold_article(document_.nodes[n].tag) && its >= kNearlyToldAll * tolds_.back())
            best = n;
    }
    return best;
}

// Share of running text that two elements have in common: one lies in the other, or outside.
double BodyFinder::likeness(NodeIndex a, NodeIndex b) const {
    if (a == b) return 1;
    const bool is_nested = document_.is_within(a, b) || document_.is_within(b, a);
    const auto all = good(a) + good(b);
    return is_nested && all > 0 ? 2 * std::min(good(a), good(b)) / all : 0;
}

// Each opinion speaks for all elements, as far as they are like its own.
std::vector<NodeIndex> BodyFinder::run() const {
    struct Opinion {
        NodeIndex body;
        double weight;
    };
    const auto by_value = most_text();
    const auto by_text = good(by_value) < kLittle * good(0) ? nearly_all() : by_value;
    std::vector<Opinion> opinions{{by_text, kByText}};
    if (const auto by_name = named(by_text); by_name != by_text)
        opinions.push_back({by_name, kByName});
    if (const auto by_tag = article_in(by_text); by_tag != by_text)
        opinions.push_back({by_tag, kByTag});
    if (const auto by_story = told()) opinions.push_back({*by_story, kByStory});
    const auto support = [&](const Opinion& candidate) {
        double votes = 0;
        for (const auto& opinion : opinions)
            votes += opinion.weight * likeness(opinion.body, candidate.body);
        return votes;
    };
    const auto best = std::max_element(
        opinions.begin(), opinions.end(),
        [&](const Opinion& a, const Opinion& b) { return support(a) < support(b); });
    return with_likes(best->body);
}

}  // namespace

std::vector<NodeIndex> find_bodies(const Document& document, const std::vector<Line>& lines,
                                   const std::vector<Fate>& parts, const LineIndex& index,
                                   const Headlines& headlines, const ToldLines* told) {
    return BodyFinder(document, lines, parts, index, headlines.line(), told).run();
}

}  // namespace extractor
