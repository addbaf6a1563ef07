#include "knowledge/material.h"

#include <algorithm>
#include <array>
#include <tuple>

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

template <class Word>
void sort_once(std::vector<Word>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
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

// Numbers for words, so that comparing claims compares numbers.
class Numbers {
public:
    std::uint32_t of(std::string word) {
        return numbers_.emplace(std::move(word), static_cast<std::uint32_t>(numbers_.size()))
            .first->second;
    }

private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

std::vector<std::uint32_t> content_words(const core::ClaimRecord& record, Numbers& numbers) {
    const auto names = words_of_parties(record.claim);
    std::vector<std::uint32_t> words;
    for_each_word(record.quote, [&](const std::string& word) {
        if (word.size() > 2 && !std::binary_search(kCommon.begin(), kCommon.end(), word) &&
            !std::binary_search(names.begin(), names.end(), word))
            words.push_back(numbers.of(lightly_stemmed(word)));
    });
    sort_once(words);
    return words;
}

Item item_of(const core::ClaimRecord& record, const core::ArticleFacts& article, Numbers& numbers) {
    Item item{.record = &record, .article = &article, .day = article.day()};
    item.words = content_words(record, numbers);
    for (const auto& party : record.claim.claimant) {
        if (core::is_named(party.name)) item.claimants.push_back(core::fold(party.name));
        if (party.name.ends_with(core::kUnnamedSuffix))
            item.groups.push_back(core::fold(party.name));
    }
    sort_once(item.claimants);
    sort_once(item.groups);
    return item;
}

std::string text_of(const std::optional<core::Url>& url) { return url ? url->text() : ""; }

// Ids decide only between what is the same in every other respect.
bool is_before(const Item& a, const Item& b) {
    const auto key = [](const Item& item) {
        const auto& facts = *item.article;
        return std::tuple(item.day, facts.published ? facts.published->at : facts.retrieved,
                          text_of(facts.url), facts.input_id.value_or(""), facts.title.value_or(""),
                          item.claim().quote, std::string_view(item.record->quote),
                          item.claim().kind, item.article->id, item.record->id);
    };
    return key(a) < key(b);
}

}  // namespace

Role role_of(core::ClaimKind kind) {
    using core::ClaimKind;
    switch (kind) {
        case ClaimKind::Accusation:
        case ClaimKind::Observation:
        case ClaimKind::Investigation:
        case ClaimKind::Opinion: return Role::Accuses;
        case ClaimKind::Denial: return Role::Denies;
        case ClaimKind::Response:
        case ClaimKind::Admission: return Role::Responds;
        case ClaimKind::SelfClaim: return Role::Boasts;
        case ClaimKind::Countermeasure: return Role::Acts;
        case ClaimKind::Policy: return Role::Rules;
        case ClaimKind::Ruling: return Role::Decides;
        case ClaimKind::Settlement: return Role::Settles;
        case ClaimKind::Background: return Role::Recalls;
    }
    return Role::Recalls;
}

Material::Material(std::span<const core::ClaimRecord> claims,
                   std::span<const core::ArticleFacts> articles) {
    std::unordered_map<core::ArticleId, const core::ArticleFacts*> facts;
    for (const auto& article : articles) facts.emplace(article.id, &article);
    Numbers numbers;
    for (const auto& claim : claims) {
        const auto article = facts.find(claim.article);
        if (article == facts.end()) continue;
        items_.push_back(item_of(claim, *article->second, numbers));
    }
    std::sort(items_.begin(), items_.end(), is_before);
}

double overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    const auto least = std::min(a.size(), b.size());
    if (least == 0) return 0;
    std::size_t shared = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        const auto left = *i;
        const auto right = *j;
        shared += left == right ? 1 : 0;
        i += left <= right ? 1 : 0;
        j += right <= left ? 1 : 0;
    }
    return static_cast<double>(shared) / static_cast<double>(least);
}

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& name) {
        return std::binary_search(b.begin(), b.end(), name);
    });
}

}  // namespace knowledge
