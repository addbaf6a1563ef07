// On whose word each article's claim rests.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "core/text.h"
#include "knowledge/material.h"

namespace knowledge {

namespace {

// Repeats an earlier quote so closely that it was hardly found out a second time.
constexpr double kNearlyVerbatim = 0.85;
constexpr std::size_t kWordsToTell = 6;  // fewer words agree by chance
constexpr std::size_t kCompared = 64;    // earlier claims that are looked at

// As common nouns, in small letters: "a post on X" is one, "The Washington Post" is an outlet.
constexpr std::array<std::string_view, 12> kDocumentWords{
    "memo",  "filing", "complaint", "lawsuit", "paper",      "letter",
    "court", "study",  "document",  "records", "transcript", "preprint"};
constexpr std::array<std::string_view, 6> kPostWords{"post",  "posts", "thread",
                                                     "tweet", "blog",  "video"};
constexpr std::array<std::string_view, 7> kPlatforms{"x",      "twitter", "linkedin", "reddit",
                                                     "github", "bluesky", "youtube"};

template <std::size_t N>
bool has_one(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

core::OriginKind kind_of(std::string_view via) {
    bool is_document = false;
    bool is_post = has_one(kPlatforms, core::lower_ascii(via));
    for (const auto word : core::split(via, ' ')) {
        is_document = is_document || has_one(kDocumentWords, word);
        is_post = is_post || has_one(kPostWords, word);
    }
    if (is_post) return core::OriginKind::Speaker;
    return is_document ? core::OriginKind::Document : core::OriginKind::Outlet;
}

std::string outlet_name(const core::ArticleFacts& article) {
    return article.outlet.name.value_or(
        article.outlet.domain.value_or(article.title.value_or("article " + to_text(article.id))));
}

// Follows "according to A", and from A's own article to whom that credits, and so on. What an
// article has without credit is its own, unless it copies an earlier one.
class Chains {
public:
    explicit Chains(const Group& group) : group_(group) {
        for (std::size_t i = 0; i < group.size(); ++i) {
            const auto& outlet = group[i]->article->outlet;
            first_in_.emplace(group[i]->article->id, i);
            if (outlet.name) first_of_.emplace(outlet_key(*outlet.name), i);
            if (outlet.domain) first_of_.emplace(outlet_key(*outlet.domain), i);
            for (const auto& via : group[i]->claim().via) credited_.insert(outlet_key(via.name));
        }
    }

    core::Origin end_of(std::size_t start) const {
        std::vector<std::size_t> way{start};
        for (;;) {
            const auto at = way.back();
            const auto next = next_after(at);
            if (!next) return end_at(at);
            const auto seen = std::find(way.begin(), way.end(), *next);
            // A credits B and B credits A: one origin, the earliest of those in the circle.
            if (seen != way.end()) return own(*std::min_element(seen, way.end()));
            way.push_back(*next);
        }
    }

private:
    std::optional<std::size_t> next_after(std::size_t at) const {
        const auto& via = group_[at]->claim().via;
        if (!via.empty()) return article_of(via.back().name, at);
        return is_credited(at) ? std::nullopt : copied_by(at);
    }

    // The outlet's own article in this group, the earliest.
    std::optional<std::size_t> article_of(std::string_view outlet, std::size_t reader) const {
        const auto found = first_of_.find(outlet_key(outlet));
        if (found == first_of_.end()) return std::nullopt;
        const bool itself = group_[found->second]->article->id == group_[reader]->article->id;
        return itself ? std::nullopt : std::optional(found->second);
    }

    // The earlier item that this one copies: its article is a copy, or its words are the same.
    std::optional<std::size_t> copied_by(std::size_t at) const {
        const Item& item = *group_[at];
        if (item.article->duplicate_of)
            if (const auto original = first_in_.find(*item.article->duplicate_of);
                original != first_in_.end())
                return original->second;
        if (item.words.size() < kWordsToTell) return std::nullopt;
        for (std::size_t i = 0; i < std::min(at, kCompared); ++i) {
            const Item& earlier = *group_[i];
            const bool is_copy =
                earlier.article->id != item.article->id && earlier.words.size() >= kWordsToTell &&
                overlap(item.words, earlier.words) >= kNearlyVerbatim && sizes_agree(item, earlier);
            if (is_copy) return i;
        }
        return std::nullopt;
    }
    static bool sizes_agree(const Item& a, const Item& b) {
        const auto least = std::min(a.words.size(), b.words.size());
        const auto most = std::max(a.words.size(), b.words.size());
        return static_cast<double>(least) >= kNearlyVerbatim * static_cast<double>(most);
    }

    bool is_credited(std::size_t at) const {
        const auto& outlet = group_[at]->article->outlet;
        return (outlet.name && credited_.contains(outlet_key(*outlet.name))) ||
               (outlet.domain && credited_.contains(outlet_key(*outlet.domain)));
    }

    core::Origin end_at(std::size_t at) const {
        const auto& via = group_[at]->claim().via;
        if (via.empty()) return own(at);
        const auto& name = via.back().name;
        return {name, kind_of(name), {}};
    }

    core::Origin own(std::size_t at) const {
        const auto kind = is_credited(at) ? core::OriginKind::Outlet : core::OriginKind::Article;
        return {outlet_name(*group_[at]->article), kind, group_[at]->article->id};
    }

    const Group& group_;
    std::unordered_map<std::string, std::size_t> first_of_;  // outlet → its earliest item
    std::unordered_map<core::ArticleId, std::size_t> first_in_;
    std::set<std::string> credited_;
};

// Names that differ in spelling only are one origin; what is known of its article is kept.
std::vector<core::Origin> distinct(const std::vector<core::Origin>& origins) {
    std::map<std::string, core::Origin> by_name;
    for (const auto& origin : origins) {
        auto [known, is_new] = by_name.emplace(outlet_key(origin.name), origin);
        if (!is_new && !known->second.article) known->second.article = origin.article;
    }
    std::vector<core::Origin> all;
    all.reserve(by_name.size());
    for (auto& [name, origin] : by_name) all.push_back(std::move(origin));
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

std::string outlet_key(std::string_view name) {
    auto key = core::fold(name);
    if (key.starts_with("the ")) key.erase(0, 4);
    return key;
}

Origins origins_of(const Group& group) {
    const Chains chains(group);
    Origins origins;
    for (std::size_t i = 0; i < group.size(); ++i) origins.of.push_back(chains.end_of(i));
    origins.distinct = distinct(origins.of);
    return origins;
}

}  // namespace knowledge
