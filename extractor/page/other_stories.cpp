#include "extractor/page/other_stories.h"

#include <algorithm>

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
    bool is_own_story(NodeIndex article) const;

    const Document& document_;
    const std::vector<Line>& lines_;
    const LineIndex& index_;
    const Headlines& headlines_;
    std::vector<Fate>& fates_;
};

// Whether the <article> has text and, before it, a heading that is not the page's.
bool StoryCutter::is_own_story(NodeIndex article) const {
    bool has_heading = false;
    for (auto n = index_.first(article); n < index_.end(article); ++n) {
        const auto& block = document_.nodes[lines_[n].block];
        if (is_text(n)) return has_heading;
        if (!is_heading(block.tag) && !block.cues.has(Cue::Headline)) continue;
        if (headlines_.matches(core::cut(document_.text, lines_[n].text))) return false;
        has_heading = true;
    }
    return false;
}

void StoryCutter::run(std::size_t headline) {
    std::vector<NodeIndex> stories;
    std::uint32_t before = 0;
    auto line = headline;
    double share = 0;
    for (NodeIndex n = 0; n < document_.nodes.size();) {
        const auto first = index_.first(n);
        for (; line < first; ++line)
            if (is_text(line)) before += lines_[line].size;
        if (document_.nodes[n].tag != Tag::Article || first <= headline || before < kLeastBefore ||
            !is_own_story(n)) {
            ++n;
            continue;
        }
        stories.push_back(n);
        share += index_.good_share(n);
        line = std::max(line, index_.end(n));
        n = document_.behind(n);
    }
    if (stories.size() > kMostStories && share > kMostShare) return;
    for (const auto n : stories)
        for (auto at = index_.first(n); at < index_.end(n); ++at)
            if (fates_[at] == Fate::Kept) fates_[at] = Fate::NextStory;
}

}  // namespace

bool is_live(const Document& document) {
    const auto says_so = [&](core::Span body) {
        return document.at_source(body).find("LiveBlogPosting") != std::string_view::npos;
    };
    if (std::any_of(document.json_ld.begin(), document.json_ld.end(), says_so)) return true;
    return std::count_if(document.nodes.begin(), document.nodes.end(),
                         [](const Node& node) { return node.cues.has(Cue::Live); }) >= 3;
}

void drop_other_stories(const Document& document, const std::vector<Line>& lines,
                        const LineIndex& index, const Headlines& headlines,
                        std::vector<Fate>& fates) {
    if (is_live(document) || !headlines.line()) return;
    StoryCutter(document, lines, index, headlines, fates).run(*headlines.line());
}

}  // namespace extractor
