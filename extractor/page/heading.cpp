// Which heading of a page is its story's.
#include "extractor/page/page_title.h"
#include "extractor/page/statements.h"

namespace extractor {

namespace {

bool is_told_of_page(Witness witness) {
    return witness == Witness::JsonLd || witness == Witness::OpenGraph ||
           witness == Witness::TitleElement || witness == Witness::Twitter;
}

std::vector<TitleWords> titles_told(const Statements& statements) {
    constexpr std::size_t kTitles = 8;
    std::vector<TitleWords> titles;
    for (const auto& statement : statements)
        if (statement.field == Field::Title && is_told_of_page(statement.witness) &&
            titles.size() < kTitles)
            titles.emplace_back(statement.value);
    return titles;
}

// A part of navigation that is marked up as a heading, or one for search engines alone.
bool is_for_machines(const Document& document, NodeIndex heading) {
    constexpr Cues kElsewhere{Cue::Navigation, Cue::Hidden};
    const auto& node = document.nodes[heading];
    return node.cues.any(kElsewhere) || document.nodes[node.parent].cues.any(kElsewhere);
}

class HeadingFinder {
public:
    HeadingFinder(const Document& document, NodeIndex body, std::vector<TitleWords> titles)
        : document_(document), body_(body), titles_(std::move(titles)) {}
    std::optional<NodeIndex> run();

private:
    void look_at(NodeIndex node);
    void compare(NodeIndex node, std::string_view text);

    static constexpr double kAlike = 0.4;
    static constexpr double kFirstRank = 0.1;  // what an <h1> is ahead
    static constexpr int kHeadings = 60;

    const Document& document_;
    NodeIndex body_;
    std::vector<TitleWords> titles_;
    Tag rank_ = Tag::H2;         // of the heading at hand
    NodeIndex heading_end_ = 0;  // behind it
    std::optional<NodeIndex> above_, best_;
    double most_ = kAlike;
    int count_ = 0;
};

std::optional<NodeIndex> HeadingFinder::run() {
    for (NodeIndex n = 0; n < document_.nodes.size() && count_ < kHeadings; ++n) {
        const auto& node = document_.nodes[n];
        const bool is_heading = node.tag == Tag::H1 || node.tag == Tag::H2;
        if (is_heading) {
            rank_ = node.tag;
            heading_end_ = node.end;
        }
        // Of "<h2><span class=kicker>…</span><span class=headline>…</span></h2>", the latter.
        if (is_heading || (n < heading_end_ && node.cues.has(Cue::Headline))) look_at(n);
    }
    return best_ ? best_ : above_;
}

void HeadingFinder::look_at(NodeIndex node) {
    const auto text = document_.text_of(node);
    if (text.size() < 4 || text.size() > 400) return;
    ++count_;
    if (document_.nodes[node].tag == Tag::H1 && (!above_ || node <= body_)) above_ = node;
    if (!is_for_machines(document_, node)) compare(node, text);
}

void HeadingFinder::compare(NodeIndex node, std::string_view text) {
    const TitleWords words(text);
    for (const auto& title : titles_) {
        const auto alike = title.likeness(words) + (rank_ == Tag::H1 ? kFirstRank : 0);
        if (alike <= most_) continue;
        most_ = alike;
        best_ = node;
    }
}

}  // namespace

std::optional<NodeIndex> find_heading(const Document& document, const MainText& main_text,
                                      const Statements& statements) {
    return HeadingFinder(document, main_text.body, titles_told(statements)).run();
}

}  // namespace extractor
