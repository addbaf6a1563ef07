// Listed names in a text: the trie walks folded words; letters and separators are compared where
// a name ends.
#include <algorithm>

#include "extractor/language/name_stages.h"

namespace extractor {
namespace {

constexpr std::size_t kLongestName = 16;  // words

// Spaces, hyphens and full stops may stand for each other, or be missing: "GPT 4", "GPT-4",
// "DeepSeek-R1", "Warner Bros Discovery".
bool is_soft(std::string_view gap) {
    static constexpr std::string_view kMiddleDot = "·";
    if (gap.empty() || is_blank(gap) || is_hyphen(gap) || gap == kMiddleDot) return true;
    return gap.front() == '.' && (gap.size() == 1 || is_blank(gap.substr(1)));
}

bool gaps_agree(std::string_view listed, std::string_view written) {
    if (listed == written) return true;
    if (is_apostrophe(listed)) return is_apostrophe(written);
    if (!listed.empty() && listed.front() == '.' && is_hyphen(written)) return false;  // "D-Mass."
    if (!is_soft(listed) || !is_soft(written)) return core::trim(listed) == core::trim(written);
    // "… at OpenAI. API keys …"
    return written.empty() || written.front() != '.' ||
           (!listed.empty() && listed.front() == '.') || written.size() == 1;
}

bool letters_agree(CaseRule rule, std::string_view listed, const Word& form,
                   std::string_view written, const NameWord& word) {
    if (rule == CaseRule::Any) return true;
    if (rule == CaseRule::Exact) return listed == written;
    return (!form.capital && !form.mixed) || word.capital || word.mixed ||
           word.kind != WordKind::Letters;
}

bool fits(const NameText& text, WordRange range, const Surface& surface) {
    const auto form = words_of(surface.text);
    for (std::size_t i = 0; i < form.size(); ++i) {
        const NameWord& word = text.words[range.first + i];
        if (!letters_agree(surface.letters, core::cut(surface.text, form[i].span), form[i],
                           text.cut(word), word))
            return false;
        if (i == 0) continue;
        const auto gap = core::cut(surface.text, {form[i - 1].span.end, form[i].span.begin});
        if (!gaps_agree(gap, text.gap(range.first + i - 1))) return false;
    }
    return true;
}

// "GPT-4" in "GPT-4o": words that touch are one, except where a script has no spaces.
bool touches(const NameText& text, std::size_t word) {
    const auto ideograph = WordKind::Ideograph;
    return word + 1 < text.words.size() && text.gap(word).empty() &&
           text.words[word].kind != ideograph && text.words[word + 1].kind != ideograph;
}

std::optional<ListedMatch> match_at(const NameText& text, const NameTrie& names,
                                    const std::vector<Surface>& surfaces,
                                    const std::vector<bool>& taken, std::size_t first) {
    std::optional<ListedMatch> longest;
    std::uint32_t node = NameTrie::kRoot;
    const std::size_t end = std::min(first + kLongestName, text.words.size());
    for (std::size_t i = first; i < end && !taken[i] && text.same_sentence(first, i); ++i) {
        node = names.step(node, names.number(text.words[i].folded));
        if (node == NameTrie::kNone) break;
        if (touches(text, i)) continue;
        ListedMatch match{.words = {first, i}};
        for (const std::size_t surface : names.surfaces(node))
            if (fits(text, match.words, surfaces[surface])) match.surfaces.push_back(surface);
        if (!match.surfaces.empty()) longest = std::move(match);
    }
    return longest;
}

}  // namespace

std::vector<ListedMatch> match_names(const NameText& text, const NameTrie& names,
                                     const std::vector<Surface>& surfaces,
                                     const std::vector<bool>& taken) {
    std::vector<ListedMatch> matches;
    for (std::size_t i = 0; i < text.words.size();) {
        const bool inside = i > 0 && touches(text, i - 1);
        auto match = inside ? std::nullopt : match_at(text, names, surfaces, taken, i);
        i = match ? match->words.last + 1 : i + 1;
        if (match) matches.push_back(*std::move(match));
    }
    return matches;
}

}  // namespace extractor
