// Which article is meant where one credits an outlet: of the outlet's articles that came before it,
// the one that tells what it tells.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "knowledge/material.h"

namespace knowledge {

namespace {

constexpr std::size_t kCompared = 32;       // articles of the outlet: the last before
constexpr std::chrono::hours kEarlier{12};  // by which a page may be dated too late
constexpr double kSaidAlike = 1;            // what a shared side weighs beside shared words

double likeness(const Item& a, const Item& b) {
    if (role_of(a.claim().kind) != role_of(b.claim().kind)) return 0;
    const bool sides = meet(a.claimants, b.claimants) && meet(a.accused, b.accused);
    return overlap(a.words, b.words) + (sides ? kSaidAlike : 0);
}

// How much of what one article tells is found in the other.
double likeness(const Group& told, const Group& earlier) {
    double sum = 0;
    for (const Item* item : told) {
        double best = 0;
        for (const Item* other : earlier) best = std::max(best, likeness(*item, *other));
        sum += best;
    }
    return sum;
}

core::Instant told_at(const core::ArticleFacts& article) {
    return article.published ? article.published->at : article.retrieved;
}

}  // namespace

Credits::Credits(const Material& material) : material_(material) {
    for (const Item& item : material.items()) {
        auto& items = items_of_[item.article->id];
        if (items.empty()) {
            articles_.push_back(item.article);
            for (auto& key : keys_of(item.article->outlet))
                if (auto& own = articles_of_[key]; own.empty() || own.back() != item.article)
                    own.push_back(item.article);
        }
        items.push_back(&item);
    }
    for (const auto* article : articles_)
        for (const auto& credit : material.credited_in(article->id))
            for (const auto& outlet : outlets_in(credit, material.outlets()))
                note_source(*article, outlet_key(outlet));
}

// An outlet is credited many times in an article, and looked for once.
void Credits::note_source(const core::ArticleFacts& article, const std::string& outlet) {
    const auto [source, is_new] = sources_[article.id].emplace(outlet, nullptr);
    if (is_new) source->second = choose(article, outlet);
}

// Of equals the latest.
const core::ArticleFacts* Credits::choose(const core::ArticleFacts& article,
                                          const std::string& outlet) const {
    const auto found = articles_of_.find(outlet);
    if (found == articles_of_.end()) return nullptr;
    const auto& told = items_of_.at(article.id);
    const core::ArticleFacts* best = nullptr;
    double most = 0;
    std::size_t compared = 0;
    for (auto it = found->second.rbegin(); it != found->second.rend() && compared < kCompared;
         ++it) {
        if (*it == &article || told_at(**it) > told_at(article) + kEarlier) continue;
        ++compared;
        const auto score = likeness(told, items_of_.at((*it)->id));
        if (best != nullptr && score <= most) continue;
        best = *it;
        most = score;
    }
    return best;
}

const core::ArticleFacts* Credits::source_of(core::ArticleId article,
                                             std::string_view outlet) const {
    const auto known = sources_.find(article);
    if (known == sources_.end()) return nullptr;
    const auto source = known->second.find(outlet_key(outlet));
    return source == known->second.end() ? nullptr : source->second;
}

std::vector<core::CreditLink> Credits::links() const {
    std::vector<core::CreditLink> links;
    for (const auto* article : articles_)
        for (const auto& credit : material_.credited_in(article->id))
            for (const auto& outlet : outlets_in(credit, material_.outlets()))
                if (const auto* source = source_of(article->id, outlet))
                    links.push_back({article->id, credit, source->id});
    return links;
}

}  // namespace knowledge
