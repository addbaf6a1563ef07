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
    Chains(const Group& group, const Material& material, const Credits& credits)
        : group_(group), material_(material), sources_(credits) {
        for (std::size_t i = 0; i < group.size(); ++i) {
            first_in_.emplace(group[i]->article->id, i);
            for (auto& key : keys_of(group[i]->article->outlet)) first_of_.emplace(key, i);
            credits_.push_back(credits_of(*group[i], material));
            for (const auto& name : credits_.back()) credited_.insert(outlet_key(name));
            if (!credits_.back().empty())
                credits_in_.try_emplace(group[i]->article->id, credits_.back());
        }
        share_credits();
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
    // Whom a claim is credited to, nearest first; an outlet that credits itself credits nobody.
    static std::vector<std::string> credits_of(const Item& item, const Material& material) {
        std::vector<std::string> credits;
        for (const auto& via : item.claim().via) credits.push_back(via.name);
        if (credits.empty()) credits = material.credited_by(item);
        const auto own = keys_of(item.article->outlet);
        std::vector<std::string> names;
        for (const auto& credit : credits)
            for (auto& name : outlets_in(credit, material.outlets()))
                if (std::find(own.begin(), own.end(), outlet_key(name)) == own.end())
                    names.push_back(std::move(name));
        return names;
    }

    // What an article says once without its credit is said of the same report; so is what an outlet
    // that it credits elsewhere has said before it.
    void share_credits() {
        for (std::size_t i = 0; i < group_.size(); ++i) {
            if (!credits_[i].empty()) continue;
            const auto article = group_[i]->article->id;
            if (const auto found = credits_in_.find(article); found != credits_in_.end()) {
                credits_[i] = found->second;
                continue;
            }
            for (const auto& credit : material_.credited_in(article))
                for (auto& name : outlets_in(credit, material_.outlets()))
                    if (const auto told = article_of(name, i); told && *told < i)
                        credits_[i].push_back(std::move(name));
        }
    }

    std::optional<std::size_t> next_after(std::size_t at) const {
        if (const auto original = original_of(at)) return original;
        if (!credits_[at].empty()) return article_of(credits_[at].back(), at);
        return is_credited(at) ? std::nullopt : copied_by(at);
    }

    // The outlet's own article in this group, the earliest.
    std::optional<std::size_t> article_of(std::string_view outlet, std::size_t reader) const {
        const auto found = first_of_.find(outlet_key(outlet));
        if (found == first_of_.end()) return std::nullopt;
        const bool itself = group_[found->second]->article->id == group_[reader]->article->id;
        return itself ? std::nullopt : std::optional(found->second);
    }

    // A copy rests on what it copies, whatever it credits.
    std::optional<std::size_t> original_of(std::size_t at) const {
        const auto& copied = group_[at]->article->duplicate_of;
        if (!copied) return std::nullopt;
        const auto original = first_in_.find(*copied);
        return original == first_in_.end() ? std::nullopt : std::optional(original->second);
    }

    // The earlier item whose words this one repeats.
    std::optional<std::size_t> copied_by(std::size_t at) const {
        const Item& item = *group_[at];
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
        const auto keys = keys_of(group_[at]->article->outlet);
        return std::any_of(keys.begin(), keys.end(),
                           [&](const std::string& key) { return credited_.contains(key); });
    }

    core::Origin end_at(std::size_t at) const {
        if (credits_[at].empty()) return own(at);
        return end_beyond(group_[at]->article->id, credits_[at].back());
    }

    // The credited outlet's article does not say the same, but it may tell of it on the word of
    // another: as long as it credits one outlet only, it is followed.
    core::Origin end_beyond(core::ArticleId article, std::string name) const {
        std::set<core::ArticleId> seen{article};
        for (const auto* source = sources_.source_of(article, name);
             source != nullptr && seen.insert(source->id).second;
             source = sources_.source_of(source->id, name)) {
            const auto& credits = material_.credited_in(source->id);
            if (credits.size() != 1) break;
            const auto outlets = outlets_in(credits.front(), material_.outlets());
            if (outlets.size() != 1) break;
            const auto own_keys = keys_of(source->outlet);
            if (std::find(own_keys.begin(), own_keys.end(), outlet_key(outlets.front())) !=
                own_keys.end())
                break;
            name = outlets.front();
        }
        const auto told = first_of_.find(outlet_key(name));
        if (told != first_of_.end()) return own(told->second);
        return {name, kind_of(name), {}};
    }

    core::Origin own(std::size_t at) const {
        const auto kind = is_credited(at) ? core::OriginKind::Outlet : core::OriginKind::Article;
        return {outlet_name(*group_[at]->article), kind, group_[at]->article->id};
    }

    const Group& group_;
    const Material& material_;
    const Credits& sources_;
    std::vector<std::vector<std::string>> credits_;          // of each item
    std::unordered_map<std::string, std::size_t> first_of_;  // outlet → its earliest item
    std::unordered_map<core::ArticleId, std::size_t> first_in_;
    std::unordered_map<core::ArticleId, std::vector<std::string>> credits_in_;
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

Origins origins_of(const Group& group, const Material& material, const Credits& credits) {
    const Chains chains(group, material, credits);
    Origins origins;
    for (std::size_t i = 0; i < group.size(); ++i) origins.of.push_back(chains.end_of(i));
    origins.distinct = distinct(origins.of);
    return origins;
}

}  // namespace knowledge
