// Microdata, <time>, rel=author, elements called bylines, and what stands in lines near the
// heading.
#include <algorithm>
#include <array>

#include "extractor/page/byline_words.h"
#include "extractor/page/parted_text.h"
#include "extractor/page/statements.h"

namespace extractor {

namespace {

constexpr std::size_t kLinesBefore = 8;  // of the heading that may hold byline and date
constexpr std::size_t kLinesBehind = 16;
constexpr std::size_t kLinesOfEnd = 3;       // before and behind the story's end
constexpr std::size_t kLongestByline = 300;  // bytes of an element's text
constexpr std::size_t kLongestLine = 200;
constexpr std::size_t kBylineBegins = 60;    // bytes that tell whether a line is a byline
constexpr std::uint16_t kWordsOfLabel = 24;  // a line with more is no label
constexpr std::uint16_t kWordsOfName = 12;   // of a line that holds a name and its date
constexpr std::uint16_t kWordsOfNames = 8;   // of a line that holds nothing else
constexpr std::uint16_t kWordsOfDate = 9;    // of a line that may hold a date, however it ends
constexpr std::size_t kRunningText = 200;    // letters: the story has begun

// Parts of the page where other people's names and other stories' dates stand.
constexpr Cues kElsewhere{Cue::Related,       Cue::Comments,   Cue::Navigation,
                          Cue::Footer,        Cue::Newsletter, Cue::Consent,
                          Cue::Advertisement, Cue::Caption,    Cue::Credit};
// Whatever else its class says, "byline-caption" and "headline-footer" are the story's.
constexpr Cues kOfStory{Cue::Byline, Cue::Headline};

bool has_word(std::string_view words, std::string_view word) {
    for (const auto each : core::split(words, ' '))
        if (core::equals_ignoring_case(each, word)) return true;
    return false;
}

class MarkupReader {
public:
    MarkupReader(const Document& document, const MainText& main_text,
                 std::optional<NodeIndex> heading, Statements& statements)
        : document_(document), lines_(main_text.lines), fates_(main_text.fates), out_(statements) {
        find_region(heading.value_or(main_text.body));
    }

    void read() {
        for (NodeIndex n = 0; n < document_.nodes.size() && out_.size() < kMostStatements;) {
            const auto& node = document_.nodes[n];
            if (is_elsewhere(node)) {
                n = node.end;
                continue;
            }
            if (node.tag != Tag::Text) read_element(n, node);
            ++n;
        }
        for (auto n = first_line_; n < end_line_; ++n) read_line(lines_[n]);
        read_beginning();
        read_end();
    }

private:
    bool is_elsewhere(const Node& node) const {
        const bool is_aside = node.cues.any(kElsewhere) && !node.cues.any(kOfStory);
        return (is_aside || is_aside_tag(node.tag)) && !is_large(node);
    }
    static bool is_aside_tag(Tag tag) {
        return tag == Tag::Figure || tag == Tag::Figcaption || tag == Tag::Nav;
    }

    // An element with most of the page in it is no aside, whatever it is called.
    bool is_large(const Node& node) const { return size_of(node) * 2 > document_.text.size(); }

    // From a few lines before the story's heading to where its running text is under way.
    void find_region(NodeIndex begin) {
        const auto from = document_.nodes[begin].text_begin;
        const auto at = std::lower_bound(
            lines_.begin(), lines_.end(), from,
            [](const Line& line, std::size_t offset) { return line.text.end <= offset; });
        const auto heading = static_cast<std::size_t>(at - lines_.begin());
        first_line_ = heading - std::min(heading, kLinesBefore);
        end_line_ = std::min(lines_.size(), heading + 1);
        for (int running = 0; end_line_ < lines_.size() && running < 2; ++end_line_) {
            if (end_line_ > heading + kLinesBehind) break;
            if (lines_[end_line_].size > kRunningText) ++running;
        }
        if (first_line_ >= lines_.size()) return;
        text_begin_ = lines_[first_line_].text.begin;
        text_end_ = lines_[end_line_ - 1].text.end;
    }
    bool is_near(const Node& node) const {
        return node.text_begin >= text_begin_ && node.text_begin <= text_end_;
    }

    void add(Field field, Witness witness, std::string value, NodeIndex node) {
        state(out_, {field, witness, std::move(value), node});
    }

    void read_element(NodeIndex n, const Node& node) {
        if (node.tag == Tag::H1) add(Field::Title, Witness::Heading, flat(n), n);
        if (node.attributes_begin == node.attributes_end) {
            if (node.tag == Tag::Time) read_time(n, node);
            return;
        }
        if (const auto itemprop = document_.value(n, AttributeName::Itemprop); !itemprop.empty())
            read_property(n, itemprop);
        if (node.tag == Tag::A || node.tag == Tag::Link) read_link(n, node);
        if (node.tag == Tag::Time || document_.has(n, AttributeName::DataTime)) read_time(n, node);
        if (node.cues.has(Cue::Byline) && is_near(node) && size_of(node) <= kLongestByline) {
            add(Field::Author, Witness::Byline, flat(n), n);
        }
    }

    static std::size_t size_of(const Node& node) { return node.text_end - node.text_begin; }

    std::string flat(NodeIndex n) const {
        const auto& node = document_.nodes[n];
        return size_of(node) > kLongestByline * 2 ? "" : parted_text(document_, n, node.text_end);
    }

    std::string said(NodeIndex n) const {
        for (const auto attribute : {AttributeName::Content, AttributeName::Datetime})
            if (const auto value = document_.value(n, attribute); !value.empty())
                return std::string(value);
        return flat(n);
    }

    void read_property(NodeIndex n, std::string_view names) {
        if (document_.nodes[n].tag == Tag::Meta && !document_.has(n, AttributeName::Itemprop))
            return;
        if (has_word(names, "headline"))
            add(Field::Title, Witness::Microdata, said(n), n);
        else if (has_word(names, "datePublished"))
            add(Field::Published, Witness::Microdata, said(n), n);
        else if (has_word(names, "dateModified"))
            add(Field::Modified, Witness::Microdata, said(n), n);
        else if ((has_word(names, "author") || has_word(names, "creator")) && is_near_or_bare(n))
            add(Field::Author, Witness::Microdata, name_in(n), n);
    }

    // Not behind the story's beginning, where other stories may follow; or without a text of its
    // own: <meta itemprop=author>.
    bool is_near_or_bare(NodeIndex n) const {
        const auto& node = document_.nodes[n];
        return node.text_begin <= text_end_ || size_of(node) == 0;
    }

    // <span itemprop=author><a itemprop=name>
    std::string name_in(NodeIndex n) const {
        std::string names;
        const auto end = std::min<NodeIndex>(document_.nodes[n].end, n + 40);
        for (auto child = n + 1; child < end; ++child) {
            if (!has_word(document_.value(child, AttributeName::Itemprop), "name")) continue;
            if (!names.empty()) names += " | ";
            names += said(child);
        }
        return names.empty() ? said(n) : names;
    }

    void read_link(NodeIndex n, const Node& node) {
        const auto rel = document_.value(n, AttributeName::Rel);
        if (has_word(rel, "author")) {
            if (node.tag == Tag::A && is_near(node))
                add(Field::Author, Witness::RelAuthor, flat(n), n);
            return;
        }
        if (node.tag != Tag::A || !is_near(node) || size_of(node) > 80) return;
        if (leads_to_person(document_.value(n, AttributeName::Href)))
            add(Field::Author, Witness::RelAuthor, flat(n), n);
    }

    // "/author/jane-doe", "/people/jane": a part of the path, with another behind it.
    static bool leads_to_person(std::string_view href) {
        if (href.find('@') != std::string_view::npos) return false;
        href = href.substr(0, href.find_first_of("?#"));
        while (href.ends_with('/')) href.remove_suffix(1);
        const auto parts = core::split(href, '/');
        for (std::size_t n = 1; n + 1 < parts.size(); ++n)
            if (is_byline_word(BylineWord::Place, core::lower_ascii(parts[n]))) return true;
        return false;
    }

    void read_time(NodeIndex n, const Node& node) {
        if (!is_near(node)) return;
        auto value = document_.value(n, AttributeName::Datetime);
        if (value.empty()) value = document_.value(n, AttributeName::DataTime);
        const auto text = value.empty() ? flat(n) : std::string(value);
        const auto field = is_update(n, node)        ? Field::Modified
                           : is_called(n, "publish") ? Field::Published
                                                     : Field::Dated;
        add(field, Witness::TimeElement, text, n);
    }

    bool is_called(NodeIndex n, std::string_view part) const {
        for (const auto attribute :
             {AttributeName::Class, AttributeName::DataKind, AttributeName::Id})
            if (core::lower_ascii(document_.value(n, attribute)).find(part) != std::string::npos)
                return true;
        return false;
    }

    // "Updated <time>": the words before it on its line, or what it is called.
    bool is_update(NodeIndex n, const Node& node) const {
        const auto begin = node.text_begin > 60 ? node.text_begin - 60 : 0;
        auto before = core::cut(document_.text, {begin, node.text_end});
        const auto own = node.text_end - node.text_begin;
        if (const auto line = before.substr(0, before.size() - own).rfind('\n');
            line != std::string_view::npos)
            before.remove_prefix(line + 1);
        // Of <time class="entry-date updated">, the second is what hAtom wants of any date.
        const bool is_either = is_called(n, "publi") || is_called(n, "entry-date");
        return (!is_either && (is_called(n, "updat") || is_called(n, "modif"))) ||
               is_update_text(before);
    }
    // The last of several words counts: "Published 1 May. Updated".
    static bool is_update_text(std::string_view before) {
        const auto valid = core::repair_utf8(before);
        return has_byline_word(BylineWord::Updated, core::fold(valid));
    }

    void read_line(const Line& line) {
        if (line.text.size() > kLongestLine || stands_elsewhere(line.node)) return;
        const auto text = parted_text(document_, line.node, line.text.end);
        const bool is_label = line.words <= kWordsOfLabel && !line.ends_sentence;
        // "4 June 2024, 3 min." ends like a sentence.
        if ((is_label || line.words <= kWordsOfDate) &&
            (std::any_of(text.begin(), text.end(), core::is_digit) || has_wide_digit(text)))
            add(Field::Dated, Witness::TextDate, text, line.node);
        if (begins_byline(core::fold(text.substr(0, kBylineBegins))))
            add(Field::Author, Witness::Line, text, line.node);
        else if (is_label && line.words <= kWordsOfName)
            add(Field::Author, Witness::LoneLine, text, line.node);
    }
    bool stands_elsewhere(NodeIndex n) const {
        for (; n != 0; n = document_.nodes[n].parent) {
            if (document_.nodes[n].cues.any(kOfStory)) return false;
            if (is_elsewhere(document_.nodes[n])) return true;
        }
        return false;
    }
    // Small newsrooms' systems know no authors: their names are typed above the first paragraph.
    void read_beginning() {
        auto first = first_line_;
        while (first < lines_.size() && !(fates_[first] == Fate::Kept && lines_[first].is_good()))
            ++first;
        if (first == first_line_ || first == lines_.size()) return;
        const auto& line = lines_[first - 1];
        const bool is_short = line.words >= 2 && line.words <= kWordsOfNames;
        if (!is_short || line.ends_sentence || line.linked > 0 || stands_elsewhere(line.node) ||
            is_heading(document_.nodes[line.block].tag))
            return;
        add(Field::Author, Witness::Signature, parted_text(document_, line.node, line.text.end),
            line.node);
    }
    // Where the story ends, agencies and magazines name their writers.
    void read_end() {
        auto last = lines_.size();
        while (last > 0 && fates_[last - 1] != Fate::Kept) --last;
        const auto begin = last - std::min(last, kLinesOfEnd);
        for (auto n = begin; n < std::min(lines_.size(), last + kLinesOfEnd); ++n) {
            if (lines_[n].text.size() > kLongestLine) continue;
            auto text = parted_text(document_, lines_[n].node, lines_[n].text.end);
            while (!text.empty() && (text.front() == '(' || text.front() == '[')) text.erase(0, 1);
            if (begins_byline(core::fold(text.substr(0, kBylineBegins))))
                add(Field::Author, Witness::EndLine, text, lines_[n].node);
            else if (n + 1 == last && is_signature(lines_[n]))
                add(Field::Author, Witness::Signature, text, lines_[n].node);
        }
    }
    // A story's last line, of a few words, all bold.
    static bool is_signature(const Line& line) {
        return line.words >= 2 && line.words <= 4 && !line.ends_sentence && line.linked == 0 &&
               line.strong == line.size;
    }
    static bool has_wide_digit(std::string_view text) {
        return text.find("年") != std::string_view::npos || text.find("\xD9\xA0") < text.size() ||
               text.find("\xD9\xA2") < text.size();
    }

    const Document& document_;
    const std::vector<Line>& lines_;
    const std::vector<Fate>& fates_;
    Statements& out_;
    std::size_t first_line_ = 0, end_line_ = 0;
    std::size_t text_begin_ = 0, text_end_ = 0;
};

}  // namespace

void collect_markup(const Document& document, const MainText& main_text,
                    std::optional<NodeIndex> heading, Statements& statements) {
    MarkupReader(document, main_text, heading, statements).read();
}

}  // namespace extractor
