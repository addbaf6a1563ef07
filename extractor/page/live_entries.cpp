#include "extractor/page/live_entries.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "extractor/page/date_text.h"
#include "extractor/page/json.h"
#include "extractor/page/limits.h"
#include "extractor/page/line_index.h"

namespace extractor {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kFewest = 2;         // entries of a live blog
constexpr std::size_t kNamed = 3;          // elements called entries, from which a page is live
constexpr std::size_t kMostTold = 1'000;   // entries in JSON-LD that are looked at
constexpr std::size_t kTelling = 40;       // bytes that two tellings of an entry begin with alike
constexpr std::size_t kLongestTime = 120;  // bytes of a <time>'s text

bool says_it_is_live(std::string_view json) { return json.find("LiveBlogPosting") != npos; }

std::optional<core::Timestamp> moment(std::string_view value) {
    if (value.empty() || value.size() > kLongestTime) return std::nullopt;
    const auto date = read_date(value, {});
    if (!date || !date->stamp.has_time) return std::nullopt;
    return date->stamp;
}

std::string beginning(std::string_view text) {
    auto words = core::collapse_spaces(text.substr(0, 4 * kTelling));
    if (words.size() > kTelling) words.resize(kTelling);
    return words;
}

// Begin, on the page, with the same words as in JSON-LD's liveBlogUpdate.
using ToldEntries = std::unordered_map<std::string, core::Timestamp>;

void read_update(const Json& json, JsonIndex update, ToldEntries& told) {
    const auto posted = moment(json.text(json.member(update, "datePublished")));
    if (!posted) return;
    for (const std::string_view key : {"headline", "articleBody"}) {
        auto words = beginning(json.text(json.member(update, key)));
        if (!words.empty()) told.emplace(std::move(words), *posted);
    }
}

ToldEntries entries_told(const Document& document) {
    ToldEntries told;
    for (const auto body : document.json_ld) {
        const auto text = document.at_source(body);
        if (!says_it_is_live(text) || text.size() > limits::kScriptBytes) continue;
        const Json json(text);
        for (JsonIndex n = 0; n < json.nodes().size(); ++n) {
            if (json.key(n) != "liveBlogUpdate") continue;
            for (auto update = n + 1; update < json.end(n) && told.size() < kMostTold;
                 update = json.end(update))
                read_update(json, update, told);
        }
    }
    return told;
}

// A stretch of the page that is one entry: [begin, end) of its nodes, and of its lines.
struct Entry {
    NodeIndex begin = 0;
    NodeIndex end = 0;
    std::size_t first_line = 0;
    std::size_t end_line = 0;
};

class EntryReader {
public:
    EntryReader(const Document& document, const MainText& main_text)
        : document_(document),
          main_text_(main_text),
          index_(document, main_text.lines),
          told_(entries_told(document)) {}
    std::vector<LiveLine> run();

private:
    std::vector<Entry> by_elements() const;
    std::vector<Entry> by_times() const;
    bool is_entry(NodeIndex node) const;
    bool holds_text(std::size_t first, std::size_t end) const;
    std::optional<core::Timestamp> posted(const Entry& entry, NodeIndex behind) const;
    std::optional<core::Timestamp> told(const Entry& entry) const;
    std::optional<core::Timestamp> time_at(NodeIndex node) const;
    std::size_t first_kept() const;

    const Document& document_;
    const MainText& main_text_;
    LineIndex index_;
    ToldEntries told_;
};

std::size_t EntryReader::first_kept() const {
    const auto& fates = main_text_.fates;
    return static_cast<std::size_t>(std::find(fates.begin(), fates.end(), Fate::Kept) -
                                    fates.begin());
}

bool EntryReader::holds_text(std::size_t first, std::size_t end) const {
    const auto at = [&](std::size_t n) {
        return main_text_.fates.begin() + static_cast<std::ptrdiff_t>(n);
    };
    return std::find(at(first), at(end), Fate::Kept) != at(end);
}

bool EntryReader::is_entry(NodeIndex node) const {
    const auto& element = document_.nodes[node];
    if (!is_block(element.tag) || document_.is_within(main_text_.body, node)) return false;
    const bool is_called_so = element.cues.has(Cue::Live) || element.tag == Tag::Article;
    return is_called_so && holds_text(index_.first(node), index_.end(node));
}

// Elements that are called entries, or stories of their own: the outermost of those that hold no
// two others.
std::vector<Entry> EntryReader::by_elements() const {
    std::vector<Entry> entries;  // the last of the page first
    for (auto n = static_cast<NodeIndex>(document_.nodes.size()); n-- > 0;) {
        if (!is_entry(n)) continue;
        const auto end = document_.nodes[n].end;
        const bool holds_one = !entries.empty() && entries.back().begin < end;
        const bool holds_two = entries.size() > 1 && entries[entries.size() - 2].begin < end;
        if (holds_two) continue;
        if (holds_one) entries.pop_back();
        entries.push_back({n, end, index_.first(n), index_.end(n)});
    }
    std::reverse(entries.begin(), entries.end());
    return entries;
}

// Else what stands between two times.
std::vector<Entry> EntryReader::by_times() const {
    std::vector<Entry> entries;
    const auto& body = document_.nodes[main_text_.body];
    const auto first = first_kept();
    for (auto n = main_text_.body; n < body.end; ++n) {
        const auto& node = document_.nodes[n];
        const bool is_time = node.tag == Tag::Time || document_.has(n, AttributeName::DataTime);
        if (!is_time || node.hidden || index_.first(n) < first) continue;
        if (!entries.empty()) {
            entries.back().end = n;
            entries.back().end_line = index_.first(n);
        }
        entries.push_back({n, body.end, index_.first(n), index_.end(main_text_.body)});
    }
    std::erase_if(entries, [&](const Entry& entry) {
        return entry.end_line <= entry.first_line || !holds_text(entry.first_line, entry.end_line);
    });
    return entries;
}

std::optional<core::Timestamp> EntryReader::time_at(NodeIndex node) const {
    const auto tag = document_.nodes[node].tag;
    if (const auto time = moment(document_.value(node, AttributeName::Datetime))) return time;
    if (const auto time = moment(document_.value(node, AttributeName::DataTime))) return time;
    return tag == Tag::Time ? moment(document_.text_of(node)) : std::nullopt;
}

std::optional<core::Timestamp> EntryReader::told(const Entry& entry) const {
    for (auto n = entry.first_line; n < entry.end_line && !told_.empty(); ++n) {
        const auto text = core::cut(document_.text, main_text_.lines[n].text);
        if (const auto found = told_.find(beginning(text)); found != told_.end())
            return found->second;
    }
    return std::nullopt;
}

// `behind`: where the entry before ends. A time between the two is this one's.
std::optional<core::Timestamp> EntryReader::posted(const Entry& entry, NodeIndex behind) const {
    for (auto n = entry.begin; n < entry.end; ++n)
        if (const auto time = time_at(n)) return time;
    for (auto n = entry.begin; n-- > behind;)
        if (const auto time = time_at(n)) return time;
    return told(entry);
}

std::vector<LiveLine> EntryReader::run() {
    auto entries = by_elements();
    const bool are_elements = entries.size() >= kFewest;
    if (!are_elements) entries = by_times();
    if (entries.size() < kFewest) return {};
    std::vector<LiveLine> lines(main_text_.lines.size());
    auto behind = entries.front().begin;
    for (const auto& entry : entries) {
        std::fill(lines.begin() + static_cast<std::ptrdiff_t>(entry.first_line),
                  lines.begin() + static_cast<std::ptrdiff_t>(entry.end_line),
                  LiveLine{.is_entry = true,
                           .element = are_elements ? entry.begin : 0,
                           .posted = posted(entry, behind)});
        behind = entry.end;
    }
    return lines;
}

}  // namespace

bool is_live(const Document& document) {
    if (std::any_of(document.json_ld.begin(), document.json_ld.end(),
                    [&](core::Span body) { return says_it_is_live(document.at_source(body)); }))
        return true;
    const auto named = std::count_if(document.nodes.begin(), document.nodes.end(),
                                     [](const Node& node) { return node.cues.has(Cue::Live); });
    return static_cast<std::size_t>(named) >= kNamed;
}

std::vector<LiveLine> read_live_entries(const Document& document, const MainText& main_text) {
    if (!is_live(document)) return {};
    return EntryReader(document, main_text).run();
}

}  // namespace extractor
