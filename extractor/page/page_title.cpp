#include "extractor/page/page_title.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <unicode/uchar.h>

#include "core/text.h"
#include "extractor/page/authors.h"

namespace extractor {

namespace {

// Between a title and a name. Hyphens and slashes only between spaces.
constexpr std::array kSeparators = std::to_array<std::string_view>(
    {" | ", " - ", " – ",  " — ", " :: ", " · ", " • ", " » ", " « ", " › ",  " ‹ ", " // ", " / ",
     " ~ ", " ▷ ", " ＞ ", " > ", " < ",  " : ", "｜",  "│",   "|",   " -- ", "：",  " ― ",  "－"});

struct Cut {
    std::size_t begin = 0, end = 0;  // of the separator
};

std::optional<Cut> separator_at(std::string_view title, std::size_t at) {
    // All of them begin with a space, a bar or a character beyond ASCII.
    if (title[at] != ' ' && title[at] != '|' && static_cast<unsigned char>(title[at]) < 0x80)
        return std::nullopt;
    for (const auto mark : kSeparators)
        if (title.substr(at).starts_with(mark)) return Cut{at, at + mark.size()};
    return std::nullopt;
}

std::vector<Cut> cuts_of(std::string_view title) {
    std::vector<Cut> cuts;
    for (std::size_t at = 0; at < title.size();) {
        const auto cut = separator_at(title, at);
        if (cut) cuts.push_back(*cut);
        at = cut ? cut->end : at + 1;
    }
    return cuts;
}

// Equal, or one begins or ends with the other and is no mere letter or two of it.
bool names_outlet(std::string_view part, std::span<const std::string> outlet) {
    const auto key = outlet_key(part);
    if (key.empty()) return true;
    return std::any_of(outlet.begin(), outlet.end(), [&](const std::string& name) {
        if (key == name) return true;
        const auto shorter = std::min(key.size(), name.size());
        if (shorter < 4 || shorter * 3 < std::max(key.size(), name.size())) return false;
        return key.starts_with(name) || name.starts_with(key) || key.ends_with(name) ||
               name.ends_with(key);
    });
}

// "nyt" and "nytimes" for "The New York Times": a beginning of every word, in order.
bool is_short_for(std::string_view label, std::string_view name) {
    const auto folded = core::fold(name);
    std::size_t words = 0;
    for (const auto word : core::split(folded, ' ')) {
        std::size_t same = 0;
        while (same < word.size() && same < label.size() && word[same] == label[same]) ++same;
        if (same == 0 && word != "the" && word != "of") return false;
        words += same > 0 ? 1 : 0;
        label.remove_prefix(same);
    }
    return label.empty() && words > 1;
}

bool is_word_letter(UChar32 c) {
    if (c < 0x80)
        return core::is_alpha(static_cast<char>(c)) || core::is_digit(static_cast<char>(c));
    return u_isalnum(c) != 0 || u_isUAlphabetic(c) != 0;
}

std::vector<std::string> words_of(std::string_view text) {
    const auto folded = core::fold(text);
    std::vector<std::string> words;
    bool inside = false;
    for (std::size_t at = 0; at < folded.size();) {
        const auto begin = at;
        const auto c = static_cast<UChar32>(core::next_code_point(folded, at));
        const bool is_letter = is_word_letter(c);
        // Han and kana have no spaces: every character is a word.
        const bool alone = c >= 0x2E80 && c < 0xAC00;
        if (is_letter && (!inside || alone)) words.emplace_back();
        if (is_letter) words.back() += folded.substr(begin, at - begin);
        inside = is_letter && !alone;
    }
    return words;
}

// "Morning Echo: Rain expected". A colon is common in titles, so the name must be whole and long.
std::string_view without_heading_name(std::string_view title, std::span<const std::string> outlet) {
    constexpr std::size_t kLong = 8;
    constexpr std::ptrdiff_t kSpaces = 2;
    const auto colon = title.find(": ");
    if (colon == std::string_view::npos) return title;
    const auto rest = core::trim(title.substr(colon + 1));
    const auto name = title.substr(0, colon);
    const bool is_named = outlet_key(name).size() >= kLong && names_outlet(name, outlet) &&
                          std::count(rest.begin(), rest.end(), ' ') >= kSpaces;
    return is_named ? rest : title;
}

}  // namespace

std::string without_outlet(std::string_view title, std::span<const std::string> outlet) {
    auto rest = core::trim(title);
    for (;;) {
        const auto cuts = cuts_of(rest);
        if (cuts.empty()) break;
        const auto last = core::trim(rest.substr(cuts.back().end));
        const auto first = core::trim(rest.substr(0, cuts.front().begin));
        if (names_outlet(last, outlet)) {
            rest = core::trim(rest.substr(0, cuts.back().begin));
        } else if (names_outlet(first, outlet)) {
            rest = core::trim(rest.substr(cuts.front().end));
        } else {
            break;
        }
    }
    return std::string(without_heading_name(rest, outlet));
}

std::string outlet_in_title(std::string_view title, std::string_view domain_label) {
    const auto cuts = cuts_of(title);
    if (cuts.empty()) return "";
    const std::vector<std::string> outlet{outlet_key(domain_label)};
    for (const auto part : {core::trim(title.substr(cuts.back().end)),
                            core::trim(title.substr(0, cuts.front().begin))}) {
        const auto key = outlet_key(part);
        if (!key.empty() && names_outlet(part, outlet)) return std::string(part);
        // "nytimes" is short for "newyorktimes", "wsj" is not for "weather".
        if (is_short_for(outlet.front(), part)) return std::string(part);
    }
    return "";
}

TitleWords::TitleWords(std::string_view title) : words_(words_of(title)) {
    std::sort(words_.begin(), words_.end());
}

double TitleWords::likeness(const TitleWords& other) const {
    if (words_.empty() || other.words_.empty()) return 0;
    std::size_t common = 0;
    for (auto a = words_.begin(), b = other.words_.begin();
         a != words_.end() && b != other.words_.end();) {
        const auto order = a->compare(*b);
        common += order == 0 ? 1 : 0;
        if (order <= 0) ++a;
        if (order >= 0) ++b;
    }
    return 2.0 * static_cast<double>(common) /
           static_cast<double>(words_.size() + other.words_.size());
}

}  // namespace extractor
