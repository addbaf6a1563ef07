#include "extractor/page/headlines.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "extractor/page/word_table.h"

namespace extractor {

namespace {

constexpr std::size_t kLongestHeadline = 400;
constexpr double kAlike = 0.8;  // share of the text's words
constexpr double kWhole = 0.5;  // share of the headline's words: a site's name may be the rest

constexpr std::array<std::string_view, 3> meta_names{"og:title", "twitter:title", "title"};

// Bytes at `at` that are no part of a word: ASCII's marks and the general punctuation of Unicode
// (quotes, dashes, ellipsis), which pages spell now so, now so.
std::size_t mark_at(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) return core::is_alpha(text[at]) || core::is_digit(text[at]) ? 0 : 1;
    return c == 0xE2 && text.substr(at).size() >= 3 &&
                   (static_cast<unsigned char>(text[at + 1]) & 0xFE) == 0x80
               ? 3
               : 0;
}

}  // namespace

Headlines::Headlines(const Document& document, const std::vector<Line>& lines) {
    if (document.title) add(*document.title);
    for (const auto node : document.metas) {
        auto name = document.value(node, AttributeName::Property);
        if (name.empty()) name = document.value(node, AttributeName::Name);
        if (std::find(meta_names.begin(), meta_names.end(), name) != meta_names.end())
            add(document.value(node, AttributeName::Content));
    }
    const auto matching = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
        return is_heading(document.nodes[line.block].tag) &&
               matches(core::cut(document.text, line.text));
    });
    if (matching != lines.end()) line_ = static_cast<std::size_t>(matching - lines.begin());
    const auto heading = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
        return document.nodes[line.block].tag == Tag::H1;
    });
    if (heading != lines.end()) add(core::cut(document.text, heading->text));
}

Headlines::Words Headlines::words_of(std::string_view text) {
    Words words;
    const auto folded = core::lower_ascii(text.substr(0, kLongestHeadline));
    for (std::size_t at = 0; at < folded.size();) {
        const auto mark = mark_at(folded, at);
        if (mark > 0) {
            at += mark;
            continue;
        }
        const auto begin = at;
        while (at < folded.size() && mark_at(folded, at) == 0) ++at;
        words.push_back(hash_of(std::string_view(folded).substr(begin, at - begin)));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

void Headlines::add(std::string_view text) {
    auto words = words_of(text);
    if (!words.empty()) known_.push_back(std::move(words));
}

bool Headlines::matches(std::string_view text) const {
    if (text.size() > kLongestHeadline) return false;
    const auto words = words_of(text);
    if (words.empty()) return false;
    return std::any_of(known_.begin(), known_.end(), [&](const Words& headline) {
        Words both;
        std::set_intersection(words.begin(), words.end(), headline.begin(), headline.end(),
                              std::back_inserter(both));
        const auto common = static_cast<double>(both.size());
        return common >= kAlike * static_cast<double>(words.size()) &&
               common >= kWhole * static_cast<double>(headline.size());
    });
}

}  // namespace extractor
