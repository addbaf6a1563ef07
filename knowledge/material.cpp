#include "knowledge/material.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace knowledge {

namespace {

// Words that say nothing about what is claimed; sorted.
constexpr std::array<std::string_view, 62> kCommon{
    "about", "according", "after", "against", "all",   "also", "and",    "are",   "been",
    "but",   "can",       "did",   "does",    "for",   "from", "had",    "has",   "have",
    "her",   "his",       "into",  "its",     "it's",  "more", "new",    "not",   "now",
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

std::set<std::string> content_words(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    const auto take = [&] {
        if (word.size() > 2 && !std::binary_search(kCommon.begin(), kCommon.end(), word))
            words.insert(lightly_stemmed(word));
        word.clear();
    };
    for (const char c : text) {
        if (core::is_alpha(c) || core::is_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0)
            word += core::to_lower(c);
        else
            take();
    }
    take();
    return words;
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
        case ClaimKind::Admission:
        case ClaimKind::SelfClaim: return Role::Responds;
        case ClaimKind::Countermeasure:
        case ClaimKind::Policy: return Role::Acts;
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
    for (const auto& claim : claims) {
        const auto article = facts.find(claim.article);
        if (article == facts.end()) continue;
        items_.push_back(
            {&claim, article->second, article->second->day(), content_words(claim.quote)});
    }
    std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
        return std::tuple(a.day, a.article->id, a.record->id) <
               std::tuple(b.day, b.article->id, b.record->id);
    });
    for (std::size_t i = 0; i < items_.size(); ++i) index_.emplace(items_[i].record->id, i);
}

double overlap(const std::set<std::string>& a, const std::set<std::string>& b) {
    const auto least = std::min(a.size(), b.size());
    if (least == 0) return 0;
    std::size_t shared = 0;
    for (const auto& word : a.size() < b.size() ? a : b)
        shared += (a.size() < b.size() ? b : a).count(word);
    return static_cast<double>(shared) / static_cast<double>(least);
}

std::vector<std::string> named(const std::vector<core::Party>& parties) {
    std::vector<std::string> names;
    for (const auto& party : parties)
        if (core::is_named(party.name)) names.push_back(core::fold(party.name));
    std::sort(names.begin(), names.end());
    return names;
}

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& name) {
        return std::binary_search(b.begin(), b.end(), name);
    });
}

}  // namespace knowledge
