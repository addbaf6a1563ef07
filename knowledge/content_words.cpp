#include "knowledge/content_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/text.h"

namespace knowledge {

namespace {

// Words that say nothing about what is claimed; sorted.
constexpr std::array<std::string_view, 62> kCommon{
    "about", "according", "after", "against", "all",   "also", "and",    "are",   "been",
    "but",   "can",       "did",   "does",    "for",   "from", "had",    "has",   "have",
    "her",   "his",       "into",  "it's",    "its",   "more", "new",    "not",   "now",
    "off",   "one",       "other", "our",     "out",   "over", "report", "said",  "say",
    "says",  "she",       "some",  "such",    "than",  "that", "the",    "their", "them",
    "there", "they",      "this",  "told",    "under", "upon", "used",   "using", "was",
    "were",  "what",      "when",  "which",   "who",   "will", "with",   "would"};

// The endings that make one word many; no linguistics, only enough to compare.
std::string lightly_stemmed(std::string word) {
    for (const std::string_view ending :
         {"ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "s", "'s"})
        if (word.size() > ending.size() + 3 && word.ends_with(ending)) {
            word.resize(word.size() - ending.size());
            break;
        }
    return word;
}

static_assert(std::is_sorted(kCommon.begin(), kCommon.end()));

// Takes letters, digits and everything that is not ASCII for parts of words.
template <class Each>
void for_each_word(std::string_view text, const Each& each) {
    std::string word;
    const auto take = [&] {
        if (!word.empty()) each(word);
        word.clear();
    };
    for (const char c : text) {
        if (core::is_alpha(c) || core::is_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0)
            word += core::to_lower(c);
        else
            take();
    }
    take();
}

// The parties are compared by themselves; their names would make everything alike.
std::vector<std::string> words_of_parties(const core::Claim& claim) {
    std::vector<std::string> words;
    for (const auto* parties : {&claim.claimant, &claim.accused})
        for (const auto& party : *parties)
            if (core::is_named(party.name))
                for_each_word(party.name, [&](const std::string& word) { words.push_back(word); });
    sort_once(words);
    return words;
}

}  // namespace

std::vector<std::uint32_t> content_words(const core::ClaimRecord& record, Numbers& numbers) {
    const auto names = words_of_parties(record.claim);
    std::vector<std::uint32_t> words;
    for_each_word(record.quote, [&](const std::string& word) {
        if (word.size() > 2 && !std::binary_search(kCommon.begin(), kCommon.end(), word) &&
            !std::binary_search(names.begin(), names.end(), word))
            words.push_back(
                numbers.emplace(lightly_stemmed(word), static_cast<std::uint32_t>(numbers.size()))
                    .first->second);
    });
    sort_once(words);
    return words;
}

}  // namespace knowledge
