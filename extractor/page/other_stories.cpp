#include "extractor/page/other_stories.h"

#include <algorithm>
#include <optional>

#include "extractor/page/live_entries.h"

namespace extractor {

namespace {

constexpr std::uint32_t kLeastBefore = 250;  // letters of running text below the headline
// More of them, with more of the page's running text, are the parts of one story.
constexpr std::size_t kMostStories = 4;
constexpr double kMostShare = 0.5;

class StoryCutter {
public:
    StoryCutter(const Document& document, const std::vector<Line>& lines, const LineIndex& index,
                const Headlines& headlines, std::vector<Fate>& fates)
        : document_(document), lines_(lines), index_(index), headlines_(headlines), fates_(fates) {}
    void run(std::size_t headline);

private:
    bool is_text(std::size_t line) const {
        return fates_[line] == Fate::Kept && lines_[line].is_good();
    }
    // Of an <article> that is a story of its own: its heading's line.
    std::optional<std::size_t> own_heading(NodeIndex article) const;

    bool is_signed(NodeIndex article) const;
    void cut(NodeIndex article);

    struct Story {
        NodeIndex article;
        bool is_whole;  // its heading is a link, or it has a title and a byline as the page has
    };
    const Document& document_;
    const std::vector<Line>& lines_;
    const LineIndex& index_;
    const Headlines& headlines_;
    std::vector<Fate>& fates_;
};

// There must be text in it and, before that, a heading that is not the page's.
std::optional<std::size_t> StoryCutter::own_heading(NodeIndex article) const {
    std::optional<std::size_t> heading;
    for (auto n = index_.first(article); n < index_.end(article); ++n) {
        const auto& block = document_.nodes[lines_[n].block];
        // A long title reads like running text.
        if (!is_heading(block.tag) && is_text(n)) return heading;
        if (!is_heading(block.tag) && !block.cues.has(Cue::Headline)) continue;
        if (headlines_.matches(core::cut(document_.text, lines_[n].text))) return std::nullopt;
        if (!heading) heading = n;
    }
    return std::nullopt;
}

void StoryCutter::run(std::size_t headline) {
    std::vector<Story> stories;
    std::uint32_t before = 0;
    auto line = headline;
    double share = 0;
    for (NodeIndex n = 0; n < document_.nodes.size();) {
        const auto first = index_.first(n);
        for (; line < first; ++line)
            if (is_text(line)) before += lines_[line].size;
        const bool may_be =
            document_.nodes[n].tag == Tag::Article && first > headline && before >= kLeastBefore;
        const auto heading = may_be ? own_heading(n) : std::nullopt;
        if (!heading) {
            ++n;
            continue;
        }
        stories.push_back({n, lines_[*heading].linked > 0 || is_signed(n)});
        share += index_.good_share(n);
        line = std::max(line, index_.end(n));
        n = document_.behind(n);
    }
    const bool may_be_parts = stories.size() > kMostStories && share > kMostShare;
    for (const auto& story : stories)
        if (!may_be_parts || story.is_whole) cut(story.article);
}

bool StoryCutter::is_signed(NodeIndex article) const {
    const auto begin = document_.nodes.begin() + article;
    const auto end = document_.nodes.begin() + document_.nodes[article].end;
    return std::any_of(begin, end, [](const Node& node) { return node.tag == Tag::H1; }) &&
           std::any_of(begin, end, [](const Node& node) { return node.cues.has(Cue::Byline); });
}

void StoryCutter::cut(NodeIndex article) {
    for (auto n = index_.first(article); n < index_.end(article); ++n)
        if (fates_[n] == Fate::Kept) fates_[n] = Fate::NextStory;
}

}  // namespace

void drop_other_stories(const Document& document, const std::vector<Line>& lines,
                        const LineIndex& index, const Headlines& headlines,
                        std::vector<Fate>& fates) {
    if (is_live(document) || !headlines.line()) return;
    StoryCutter(document, lines, index, headlines, fates).run(*headlines.line());
}

}  // namespace extractor
