// Pages that may be articles we have, at another address. A feed can name the new address of an
// article that has moved before its old address is due. That alike pages are one article is not
// guessed: the old address is asked, and says whether it leads on or is gone.
#include <algorithm>

#include "cli/crawl.h"
#include "cli/crawl_outcome.h"

namespace cli {

namespace {

constexpr std::size_t kMostWaiting = 50;

}  // namespace

// Puts a page off until the address of its twin was asked; false if there is nothing to wait for.
bool Crawl::waits_for_twin(const store::FrontierRow& page, const crawler::Outcome& outcome) {
    const auto* fetched = page_in(outcome);
    if (fetched == nullptr || page.last_fetched || waiting_.size() >= kMostWaiting) return false;
    const auto twin = tools_.pipeline.twin_of(*fetched);
    if (!twin) return false;
    const auto address = core::canonical(*tools_.store.article_facts(*twin)->url);
    if (const auto row = tools_.store.schedule().page(address))
        request(address, row->validators, *row);
    if (!is_under_way(address)) return false;  // it has answered in this run already
    waiting_.emplace(address.text(), Waiting{page, outcome});
    return true;
}

bool Crawl::is_under_way(const core::Url& url) const {
    return std::any_of(jobs_.begin(), jobs_.end(), [&](const auto& job) {
        const auto* page = std::get_if<store::FrontierRow>(&job.second);
        return page != nullptr && page->url == url;
    });
}

// The address that others waited for has answered.
void Crawl::release_twins(const store::FrontierRow& old, const crawler::Outcome& answer) {
    const bool is_gone = !answer.result && answer.result.error().kind == core::Failure::Kind::Gone;
    for (auto twin = waiting_.extract(old.url.text()); !twin.empty();
         twin = waiting_.extract(old.url.text())) {
        const auto& [page, outcome] = twin.mapped();
        if (tools_.store.article_at(page.url)) continue;  // the old address led there
        const auto moved = is_gone ? tools_.store.article_at(old.url) : std::nullopt;
        page_came(page, outcome, moved);
        if (moved && tools_.store.article_at(page.url) == moved)
            tools_.store.schedule().forget(old.url);
    }
}

}  // namespace cli
