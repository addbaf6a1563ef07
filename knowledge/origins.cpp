// On whose word each article's claim rests.
#include <algorithm>
#include <array>
#include <map>

#include "core/text.h"
#include "knowledge/material.h"

namespace knowledge {

namespace {

// Repeats an earlier quote so closely that it was hardly found out a second time.
constexpr double kNearlyVerbatim = 0.85;
constexpr std::size_t kWordsToTell = 6;  // fewer words agree by chance

constexpr std::array<std::string_view, 12> kDocumentWords{
    "memo",  "filing", "complaint", "lawsuit", "paper",      "letter",
    "court", "study",  "document",  "records", "transcript", "preprint"};
constexpr std::array<std::string_view, 8> kPostWords{"post", "thread", "tweet",  " x",
                                                     "blog", "video",  "github", "reddit"};

core::OriginKind kind_of(std::string_view via) {
    const auto folded = core::fold(via);
    const auto has = [&](std::string_view word) { return folded.find(word) != std::string::npos; };
    if (std::any_of(kDocumentWords.begin(), kDocumentWords.end(), has))
        return core::OriginKind::Document;
    if (std::any_of(kPostWords.begin(), kPostWords.end(), has)) return core::OriginKind::Speaker;
    return core::OriginKind::Outlet;
}

std::string outlet_name(const core::ArticleFacts& article) {
    return article.outlet.name.value_or(
        article.outlet.domain.value_or(article.title.value_or("article " + to_text(article.id))));
}

bool is_outlet(const core::ArticleFacts& article, std::string_view name) {
    const auto folded = core::fold(name);
    return (article.outlet.name && core::fold(*article.outlet.name) == folded) ||
           (article.outlet.domain && core::fold(*article.outlet.domain) == folded);
}

core::Origin own(const Item& item) {
    return {outlet_name(*item.article), core::OriginKind::Article, item.article->id};
}

// Follows "according to A", and from A's own article to whom that credits, and so on.
class Chain {
public:
    explicit Chain(const Group& group) : group_(group) {}

    core::Origin end_of(const Item& start) const {
        const Item* item = &start;
        std::vector<const Item*> seen;
        for (;;) {
            seen.push_back(item);
            if (item->claim().via.empty()) return uncredited(*item);
            const auto& credited = item->claim().via.back().name;
            const Item* next = article_by(credited, *item);
            // A credits B and B credits A: the loop ends with whom it began.
            if (next == nullptr || std::find(seen.begin(), seen.end(), next) != seen.end())
                return named_origin(credited, next);
            item = next;
        }
    }

private:
    // The outlet's own article in this group, the earliest.
    const Item* article_by(std::string_view outlet, const Item& reader) const {
        for (const Item* other : group_)
            if (other->article->id != reader.article->id && is_outlet(*other->article, outlet))
                return other;
        return nullptr;
    }

    static core::Origin named_origin(const std::string& name, const Item* where) {
        core::Origin origin{name, kind_of(name), {}};
        if (where != nullptr) origin.article = where->article->id;
        return origin;
    }

    // Without a credit it is the article's own, unless it copies an earlier one, or others credit
    // this outlet for it: then it is the outlet that they name.
    core::Origin uncredited(const Item& item) const {
        if (item.words.size() >= kWordsToTell)
            for (const Item* other : group_) {
                if (other == &item || other->day > item.day) break;
                if (other->article->id != item.article->id &&
                    overlap(item.words, other->words) >= kNearlyVerbatim &&
                    overlap(other->words, item.words) >= kNearlyVerbatim)
                    return end_of(*other);
            }
        for (const Item* other : group_)
            for (const auto& via : other->claim().via)
                if (is_outlet(*item.article, via.name))
                    return {via.name, core::OriginKind::Outlet, item.article->id};
        return own(item);
    }

    const Group& group_;
};

// Names that differ in spelling only are one origin; what is known of its article is kept.
std::vector<core::Origin> distinct(const std::vector<core::Origin>& origins) {
    std::map<std::string, core::Origin> by_name;
    for (const auto& origin : origins) {
        auto [known, is_new] = by_name.emplace(core::fold(origin.name), origin);
        if (!is_new && !known->second.article) known->second.article = origin.article;
    }
    std::vector<core::Origin> all;
    for (auto& [name, origin] : by_name) all.push_back(std::move(origin));
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

Origins origins_of(const Group& group) {
    const Chain chain(group);
    Origins origins;
    for (const Item* item : group) origins.of.push_back(chain.end_of(*item));
    origins.distinct = distinct(origins.of);
    return origins;
}

}  // namespace knowledge
