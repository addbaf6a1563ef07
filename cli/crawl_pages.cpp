// What became of a page: an article, the same as before, moved, not there, or out of reach.
#include <algorithm>

#include "cli/captures.h"
#include "cli/crawl.h"
#include "cli/crawl_outcome.h"

namespace cli {

namespace {

using namespace std::chrono_literals;
using core::Failure;

constexpr auto kNotAnArticle = 30 * 24h;  // looked at again, in case it became one
constexpr auto kRefused = 7 * 24h;

}  // namespace

void Crawl::next_visit(const store::FrontierRow& page, core::Instant published,
                       std::optional<store::Validators> validators) {
    const auto now = context_.clock.now();
    // Nobody publishes in the future: a date there must not keep a page young for ever.
    const auto known = std::min(published, page.first_seen.value_or(now));
    const auto next = crawler::next_look(context_.config.recheck, known, now);
    if (!next) return tools_.store.schedule().forget(page.url);
    tools_.store.schedule().visited(
        page.url,
        {.at = now, .next_due = *next, .validators = std::move(validators), .problem = {}});
}

void Crawl::page_done(const store::FrontierRow& page, const crawler::Outcome& outcome) {
    if (waits_for_twin(page, outcome)) return;
    page_came(page, outcome, moved_from(page, outcome));
    release_twins(page, outcome);
}

void Crawl::page_came(const store::FrontierRow& page, const crawler::Outcome& outcome,
                      std::optional<core::ArticleId> moved) {
    if (!outcome.result) return page_failed(page, outcome.result.error(), outcome);
    const auto* fetched = page_in(outcome);
    if (fetched == nullptr) return page_unchanged(page);
    const auto saved = tools_.pipeline.ingest(
        *fetched, keep_response(tools_.store, tools_.captures, *fetched, outcome.exchange), moved);
    if (!saved) return page_unread(page, *fetched, saved.error());
    ++figures_.articles;
    figures_.claims += static_cast<int>(saved->claims.size());
    page_saved(page, *fetched, *saved);
}

void Crawl::page_unchanged(const store::FrontierRow& page) {
    const auto now = context_.clock.now();
    if (const auto article = tools_.store.article_at(page.url)) {
        is_there(*article);
        return next_visit(page, page.published.value_or(page.first_seen.value_or(now)),
                          std::nullopt);
    }
    // What did not change is not here: the next time all of it is wanted.
    tools_.store.schedule().visited(
        page.url,
        {.at = now, .next_due = now + 24h, .validators = store::Validators{}, .problem = {}});
}

// Only a redirect that is meant to last says that an article has moved.
std::optional<core::ArticleId> Crawl::moved_from(const store::FrontierRow& page,
                                                 const crawler::Outcome& outcome) const {
    const auto& hops = outcome.redirects;
    const bool lasts = !hops.empty() && std::all_of(hops.begin(), hops.end(), [](const auto& hop) {
        return hop.status == 301 || hop.status == 308;
    });
    return lasts ? tools_.store.article_at(page.url) : std::nullopt;
}

void Crawl::page_saved(store::FrontierRow page, const core::FetchedPage& fetched,
                       const store::SavedArticle& saved) {
    auto schedule = tools_.store.schedule();
    const auto facts = tools_.store.article_facts(saved.id);
    const auto address = core::canonical(*fetched.url);
    if (saved.moved && address != page.url) {  // from now on it is looked at where it is
        schedule.forget(page.url);
        page.url = address;
        page.due = context_.clock.now();
        schedule.enqueue({page});
        requested_.insert(address.text());
    }
    const auto known = page.published.value_or(page.first_seen.value_or(context_.clock.now()));
    const bool dated = facts && facts->published;
    next_visit(page, dated ? facts->published->at : known, validators_of(fetched));
}

// An article that was gone is one again.
void Crawl::is_there(core::ArticleId article) {
    const auto record = tools_.store.article(article);
    if (record && record->status == core::ArticleStatus::Gone)
        tools_.store.mark(article, core::ArticleStatus::Ok);
}

// A page came, but no article could be read from it. Where there was one it keeps its text.
void Crawl::page_unread(const store::FrontierRow& page, const core::FetchedPage& fetched,
                        const Failure& failure) {
    whisper_failure(context_, failure, page.url);
    if (tools_.store.article_at(page.url)) {
        if (failure.kind == Failure::Kind::NoArticle)
            return page_missing(page, crawler::Missing::NotFound, failure);
        return try_again(page, crawler::next_try(page.failures + 1, std::nullopt), failure);
    }
    const auto now = context_.clock.now();
    tools_.store.schedule().visited(page.url, {.at = now,
                                               .next_due = now + kNotAnArticle,
                                               .validators = validators_of(fetched),
                                               .problem = problem_of(failure)});
}

void Crawl::page_missing(const store::FrontierRow& page, crawler::Missing answer,
                         const Failure& failure) {
    const auto now = context_.clock.now();
    const auto article = tools_.store.article_at(page.url);
    const auto absence = crawler::absence(answer, page.missing_since, now);
    if (absence.is_gone && article) {
        const auto record = tools_.store.article(*article);
        if (record && record->status != core::ArticleStatus::Gone)
            tools_.store.mark(*article, core::ArticleStatus::Gone);
    }
    if (!absence.next_look || (absence.is_gone && !article))
        return tools_.store.schedule().forget(page.url);
    if (!absence.is_gone) requested_.erase(page.url.text());  // a long crawl comes to it again
    tools_.store.schedule().visited(page.url, {.at = now,
                                               .next_due = *absence.next_look,
                                               .validators = {},
                                               .problem = problem_of(failure),
                                               .missing_since = absence.since});
}

void Crawl::page_failed(const store::FrontierRow& page, const Failure& failure,
                        const crawler::Outcome& outcome) {
    if (failure.kind == Failure::Kind::Gone)
        return page_missing(
            page, outcome.status == 410 ? crawler::Missing::Gone : crawler::Missing::NotFound,
            failure);
    const bool refused = failure.kind == Failure::Kind::Refused && !outcome.retry_after;
    const auto next = crawler::next_try(page.failures + 1, outcome.retry_after);
    try_again(page, refused && next ? std::optional<std::chrono::seconds>(kRefused) : next,
              failure);
}

void Crawl::try_again(const store::FrontierRow& page, std::optional<std::chrono::seconds> wait,
                      const Failure& failure) {
    auto schedule = tools_.store.schedule();
    if (!wait) return schedule.forget(page.url);
    const auto now = context_.clock.now();
    schedule.visited(page.url, {.at = now,
                                .next_due = now + *wait,
                                .validators = {},
                                .problem = problem_of(failure),
                                .missing_since = page.missing_since});
}

}  // namespace cli
