#include "extractor/page/main_text.h"

#include <algorithm>
#include <unordered_set>

#include "extractor/page/body.h"
#include "extractor/page/captions.h"
#include "extractor/page/clean.h"
#include "extractor/page/headlines.h"
#include "extractor/page/other_stories.h"
#include "extractor/page/parts.h"
#include "extractor/page/told_lines.h"

namespace extractor {

namespace {

constexpr std::size_t kLeadDistance = 14;     // lines between a lead and the text, at most
constexpr int kLeadLevels = 6;                // of elements around a lead that may call it so
constexpr std::uint32_t kShortest = 25;       // letters of a line that needs no full stop
constexpr std::uint32_t kLeastRepeated = 50;  // letters of a line that is not said twice
constexpr std::size_t kHeadlineLines = 5;     // at the article's start that may be its headline

class Judge {
public:
    explicit Judge(const Document& document, MainText& out)
        : document_(document),
          lines_(out.lines),
          fates_(out.fates),
          index_(document, out.lines),
          headlines_(document, out.lines) {}
    std::vector<NodeIndex> run();

private:
    void judge_place();
    void judge_lines();
    Fate fate_of(std::size_t n);
    bool is_lead(const Line& line) const;
    bool is_label(std::size_t n) const;
    void drop_left_headings();
    bool is_left(std::size_t heading) const;
    Tag tag(const Line& line) const { return document_.nodes[line.block].tag; }
    std::string_view text(const Line& line) const { return core::cut(document_.text, line.text); }

    const Document& document_;
    const std::vector<Line>& lines_;
    std::vector<Fate>& fates_;
    LineIndex index_;
    Headlines headlines_;
    std::vector<NodeIndex> bodies_;
    std::unordered_set<std::string_view> seen_;
    std::size_t kept_ = 0;
};

std::vector<NodeIndex> Judge::run() {
    fates_ = read_parts(document_, lines_, index_, headlines_);
    drop_other_stories(document_, lines_, index_, headlines_, fates_);
    const auto told = find_told_lines(document_, lines_);
    bodies_ = find_bodies(document_, lines_, fates_, index_, headlines_, told ? &*told : nullptr);
    judge_place();
    judge_lines();
    for (const auto line : find_captions(document_, lines_, index_, fates_))
        fates_[line] = Fate::Caption;
    clean(document_, lines_, fates_);
    if (told) drop_untold(document_, *told, lines_, fates_);
    drop_left_headings();
    return bodies_;
}

// "Recommended by our editors", when what was recommended is gone.
void Judge::drop_left_headings() {
    for (std::size_t n = 0; n < lines_.size(); ++n)
        if (fates_[n] == Fate::Kept && is_heading(tag(lines_[n])) && is_left(n))
            fates_[n] = Fate::Related;
}

// Whether the smallest element that holds the heading and more holds nothing else that is kept, but
// what leads elsewhere.
bool Judge::is_left(std::size_t heading) const {
    if (lines_[heading].ends_sentence) return false;  // a standfirst
    auto node = lines_[heading].block;
    while (node > 0 && index_.end(node) - index_.first(node) < 2)
        node = document_.nodes[node].parent;
    bool leads_elsewhere = false;
    if (index_.first(node) != heading) return false;
    for (auto n = heading + 1; n < index_.end(node); ++n) {
        if (fates_[n] == Fate::Kept) return false;
        leads_elsewhere = leads_elsewhere || fates_[n] == Fate::Links || fates_[n] == Fate::Related;
    }
    return leads_elsewhere;
}

// What stands outside of the bodies is dropped, but for the lead between headline and text.
void Judge::judge_place() {
    const auto first = index_.first(bodies_.front());
    std::optional<std::size_t> headline;
    for (std::size_t n = 0; n < first; ++n)
        if (tag(lines_[n]) == Tag::H1) headline = n;
    auto body = bodies_.begin();
    for (std::size_t n = 0; n < lines_.size(); ++n) {
        if (fates_[n] != Fate::Kept) continue;
        while (body != bodies_.end() && index_.end(*body) <= n) ++body;
        const bool is_inside = body != bodies_.end() && index_.first(*body) <= n;
        const bool may_lead = n < first && first - n <= kLeadDistance && headline && n > *headline;
        if (!is_inside && !(may_lead && is_lead(lines_[n]))) fates_[n] = Fate::Outside;
    }
}

bool Judge::is_lead(const Line& line) const {
    if (line.size < 30 || line.link_share() > 0.3) return false;
    auto node = line.node;
    for (int level = 0; level < kLeadLevels && node > 0; ++level) {
        node = document_.nodes[node].parent;
        const auto& element = document_.nodes[node];
        if (element.tag == Tag::H1 || element.cues.any({Cue::Headline, Cue::Byline}))
            return element.tag == Tag::H2 && element.cues.has(Cue::Lead);
        if (element.cues.has(Cue::Lead) || element.tag == Tag::H2) return true;
    }
    return false;
}

void Judge::judge_lines() {
    for (std::size_t n = 0; n < lines_.size(); ++n) {
        if (fates_[n] != Fate::Kept) continue;
        fates_[n] = fate_of(n);
        if (fates_[n] == Fate::Kept) ++kept_;
    }
}

Fate Judge::fate_of(std::size_t n) {
    const auto& line = lines_[n];
    if (tag(line) == Tag::H1) return Fate::Title;
    if (kept_ < kHeadlineLines && !line.ends_sentence && headlines_.matches(text(line)))
        return Fate::Title;
    if (line.link_share() > 0.8 || (line.link_share() > 0.6 && !line.ends_sentence))
        return Fate::Links;
    if (is_label(n)) return Fate::Label;
    // A question may be put to several people.
    const bool may_return = text(line).ends_with('?') || is_heading(tag(line));
    if (line.size > kLeastRepeated && !seen_.insert(text(line)).second && !may_return)
        return Fate::Repeated;
    return Fate::Kept;
}

// Short, no sentence, and not in an element that holds sentences.
bool Judge::is_label(std::size_t n) const {
    const auto& line = lines_[n];
    const bool goes_on = n + 1 < lines_.size() && lines_[n + 1].after_break;
    return line.size < kShortest && !line.ends_sentence && tag(line) == Tag::Div &&
           !line.after_break && !goes_on;
}

}  // namespace

MainText find_main_text(const Document& document) {
    MainText main_text;
    main_text.lines = lines_of(document);
    main_text.body = Judge(document, main_text).run().front();
    return main_text;
}

}  // namespace extractor
