#include "extractor/page/told_lines.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "extractor/page/json.h"
#include "extractor/page/letters.h"
#include "extractor/page/limits.h"

namespace extractor {

namespace {

constexpr std::size_t kShingle = 4;     // words that must stand in a row
constexpr std::size_t kFewest = 40;     // shingles of a story that says something
constexpr std::size_t kMost = 200'000;  // of the story; what is behind is not compared
constexpr double kIsTold = 0.6;         // share of a line's shingles

constexpr std::uint64_t kLeastKept = 200;  // letters of the story, before what follows is dropped

using Hash = std::uint32_t;

// Calls `use` with a number for every row of kShingle words. Case and marks do not count.
template <class Use>
void each_shingle(std::string_view text, const Use& use) {
    std::array<Hash, kShingle> words{};
    std::size_t count = 0;
    Hash word = 0;
    const auto end_word = [&] {
        if (word == 0) return;
        words[count++ % kShingle] = word;
        word = 0;
        if (count < kShingle) return;
        Hash hash = 0;
        for (std::size_t n = count; n < count + kShingle; ++n)
            hash = (hash ^ words[n % kShingle]) * 2654435761u;
        use(hash);
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto c = core::next_code_point(text, at);
        const bool is_dense = is_han_or_kana(c);
        if (is_dense || is_mark(c)) end_word();
        if (is_mark(c)) continue;
        const auto letter =
            c < 0x80 ? static_cast<char32_t>(core::to_lower(static_cast<char>(c))) : c;
        word = (word ^ static_cast<Hash>(letter)) * 16777619u + 1;
        if (is_dense) end_word();
    }
    end_word();
}

// "Said &quot;no&quot;.<br/>Then": as text, with a space for every tag.
std::string without_tags(std::string_view html) {
    std::string text;
    text.reserve(html.size());
    for (std::size_t at = 0; at < html.size();) {
        const auto tag = std::min(html.find('<', at), html.size());
        text += html.substr(at, tag - at);
        if (tag == html.size()) break;
        const auto end = html.find('>', tag);
        if (end == std::string_view::npos) break;
        text += ' ';
        at = end + 1;
    }
    return text;
}

class Story {
public:
    void add(std::string_view text) {
        each_shingle(text, [&](Hash hash) {
            if (shingles_.size() < kMost) shingles_.push_back(hash);
        });
    }
    void finish() {
        std::sort(shingles_.begin(), shingles_.end());
        shingles_.erase(std::unique(shingles_.begin(), shingles_.end()), shingles_.end());
        seen_.resize(shingles_.size());
    }
    bool has(Hash hash) {
        const auto found = std::lower_bound(shingles_.begin(), shingles_.end(), hash);
        if (found == shingles_.end() || *found != hash) return false;
        seen_[static_cast<std::size_t>(found - shingles_.begin())] = true;
        return true;
    }
    std::size_t size() const { return shingles_.size(); }
    double seen() const {
        return static_cast<double>(std::count(seen_.begin(), seen_.end(), true)) /
               static_cast<double>(std::max<std::size_t>(seen_.size(), 1));
    }

private:
    std::vector<Hash> shingles_;
    std::vector<bool> seen_;
};

// Entries of a live blog have bodies of their own, and are seldom all told.
bool may_tell(std::string_view json) {
    constexpr auto npos = std::string_view::npos;
    return json.size() <= limits::kScriptBytes && json.find("articleBody") != npos &&
           json.find("liveBlogUpdate") == npos;
}

Story story_told(const Document& document) {
    Story story;
    for (const auto body : document.json_ld) {
        const auto text = document.at_source(body);
        if (!may_tell(text)) continue;
        const Json json(text);
        for (JsonIndex n = 0; n < json.nodes().size(); ++n)
            if (json.key(n) == "articleBody" && json.is(n, JsonNode::Kind::String))
                story.add(without_tags(resolve_entities(resolve_escapes(json.raw(n)))));
    }
    story.finish();
    return story;
}

bool tells(Story& story, std::string_view text) {
    std::size_t all = 0;
    std::size_t common = 0;
    each_shingle(text, [&](Hash hash) {
        ++all;
        if (story.has(hash)) ++common;
    });
    return all > 0 && static_cast<double>(common) >= kIsTold * static_cast<double>(all);
}

}  // namespace

std::optional<ToldLines> find_told_lines(const Document& document, const std::vector<Line>& lines) {
    auto story = story_told(document);
    if (story.size() < kFewest) return std::nullopt;
    ToldLines found;
    found.is_told.reserve(lines.size());
    for (const auto& line : lines)
        found.is_told.push_back(tells(story, core::cut(document.text, line.text)));
    found.shown = story.seen();
    return found;
}

void drop_untold(const Document& document, const ToldLines& told, const std::vector<Line>& lines,
                 std::vector<Fate>& fates) {
    if (!told.is_whole()) return;
    const auto last = std::find(told.is_told.rbegin(), told.is_told.rend(), true).base();
    const auto end = static_cast<std::size_t>(last - told.is_told.begin());
    const auto parent_of = [&](std::size_t n) { return document.nodes[lines[n].block].parent; };
    std::unordered_set<NodeIndex> parents;
    std::uint64_t kept = 0;
    for (std::size_t n = 0; n < end; ++n) {
        if (!told.is_told[n] || fates[n] != Fate::Kept) continue;
        parents.insert(parent_of(n));
        kept += lines[n].size;
    }
    if (kept < kLeastKept) return;
    std::uint64_t behind = 0;
    std::uint64_t beside = 0;  // of it, where the story stands
    for (auto n = end; n < fates.size(); ++n) {
        if (fates[n] != Fate::Kept) continue;
        behind += lines[n].size;
        if (parents.count(parent_of(n)) != 0) beside += lines[n].size;
    }
    if (beside * 2 > behind) return;
    for (auto n = end; n < fates.size(); ++n)
        if (fates[n] == Fate::Kept) fates[n] = Fate::Untold;
}

}  // namespace extractor
