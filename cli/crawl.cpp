#include "cli/crawl.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/crawl_choice.h"
#include "cli/crawl_outcome.h"
#include "cli/stop.h"

namespace cli {

namespace {

using namespace std::chrono_literals;
using core::Failure;

constexpr std::size_t kPagesAtOnce = 2000;      // taken from the frontier at a time
constexpr std::size_t kMaxChildSitemaps = 500;  // a run
constexpr auto kMayBeLost = 1s;                 // of work, by a power cut

template <class Row>
std::chrono::seconds current_interval(const Row& row, std::chrono::seconds first) {
    return row.last_fetched ? std::chrono::seconds(row.next_due - *row.last_fetched) : first;
}

}  // namespace

Crawl::Crawl(const Context& context, const CrawlOptions& options, const Tools& tools)
    : context_(context), options_(options), tools_(tools), progress_(context) {
    if (const auto day = core::parse_day_range(options.since)) since_ = day->first;
}

void Crawl::sources_and_pages(core::RunId run) {
    run_ = run;
    request_due_sources();
    std::size_t before = 0;
    do {
        drain();
        before = requested_.size();
        request_due_children();
        request_due_pages();
    } while (!stop_requested() && requested_.size() > before);
}

void Crawl::pages(core::RunId run, const std::vector<core::Url>& urls) {
    run_ = run;
    for (const auto& url : urls) {
        auto page = tools_.store.schedule().page(core::canonical(url));
        if (!page) {
            page = store::FrontierRow{.url = core::canonical(url)};
            page->due = context_.clock.now();
            page->first_seen = page->due;
            tools_.store.schedule().enqueue({*page});
        }
        page->validators = {};  // asked for by hand: fetched even if it did not change
        request_page(*page);
    }
    drain();
}

void Crawl::request(const core::Url& url, const store::Validators& validators, Job job) {
    if (!requested_.insert(url.text()).second) return;
    const auto tag = next_tag_++;
    jobs_.emplace(tag, std::move(job));
    tools_.web.add({.url = url,
                    .memory = {.etag = validators.etag, .last_modified = validators.last_modified},
                    .tag = tag});
}

bool Crawl::wanted(const store::SourceRow& source) const {
    return is_chosen(source.spec, options_.sources);
}

// A source that is named is fetched now, and all that hangs on it; otherwise what is due.
void Crawl::request_due_sources() {
    const auto now = context_.clock.now();
    for (const auto& source : tools_.store.schedule().sources())
        if (source.active && wanted(source)) sources_.emplace(source.id, source);
    for (const auto& [id, source] : sources_) {
        const bool named = !options_.sources.empty();
        if (named || source.next_due <= now) request(source.spec.url, source.validators, source);
        if (!named) continue;
        for (const auto& child : tools_.store.schedule().children(id)) request_child(child);
    }
    request_due_children();
}

void Crawl::request_due_children() {
    auto schedule = tools_.store.schedule();
    for (const auto& child : schedule.children_due(context_.clock.now(), kMaxChildSitemaps))
        request_child(child);
}

void Crawl::request_child(const store::ChildSitemap& child) {
    const auto source = sources_.find(child.source);
    if (source == sources_.end() || children_requested_ >= kMaxChildSitemaps) return;
    const auto before = jobs_.size();
    request(child.url, child.validators, Child{child, source->second});
    children_requested_ += jobs_.size() - before;
}

void Crawl::request_due_pages() {
    for (const auto& page : tools_.store.schedule().pages_due(context_.clock.now(), kPagesAtOnce))
        request_page(page);
}

void Crawl::request_page(const store::FrontierRow& page) {
    if (options_.max_pages != 0 && pages_requested_ >= options_.max_pages) return;
    if (since_ && page.published && *page.published < *since_) return;
    const auto before = jobs_.size();
    request(page.url, page.validators, page);
    pages_requested_ += jobs_.size() - before;
}

void Crawl::drain() {
    while (!stop_requested()) {
        auto outcome = tools_.web.next();
        if (!outcome) break;
        take(std::move(*outcome));
        if (std::chrono::steady_clock::now() - settled_ > kMayBeLost) settle();
    }
    settle();
}

// To the disk: captures first, because the store's catalogue leads to them.
void Crawl::settle() {
    tools_.captures.sync();
    tools_.store.settle();
    settled_ = std::chrono::steady_clock::now();
}

void Crawl::take(const crawler::Outcome& outcome) {
    const auto job = jobs_.extract(outcome.request.tag);
    if (job.empty()) return;
    log(outcome);
    if (!outcome.result) {
        ++figures_.failed;
    } else if (page_in(outcome) != nullptr) {
        ++figures_.fetched;
    } else {
        ++figures_.not_modified;
    }
    progress_.heard(outcome, figures_, jobs_.size());
    struct Visitor {
        Crawl& crawl;
        const crawler::Outcome& outcome;
        void operator()(const store::SourceRow& s) const { crawl.source_done(s, outcome); }
        void operator()(const store::FrontierRow& p) const { crawl.page_done(p, outcome); }
        void operator()(const Child& c) const { crawl.child_done(c, outcome); }
    };
    std::visit(Visitor{*this, outcome}, job.mapped());
}

void Crawl::log(const crawler::Outcome& outcome) {
    tools_.store.schedule().log(
        {.run = run_,
         .url = outcome.request.url,
         .at = context_.clock.now(),
         .status = outcome.status,
         .bytes = outcome.bytes,
         .took = outcome.took,
         .problem =
             outcome.result ? std::nullopt : std::optional(problem_of(outcome.result.error()))});
}

void Crawl::source_done(const store::SourceRow& source, const crawler::Outcome& outcome) {
    const Place place{.source = source,
                      .url = source.spec.url,
                      .interval = current_interval(source, source.spec.every),
                      .failures = source.failures};
    tools_.store.schedule().visited(source.id, visit_of(place, outcome));
    request_due_children();
}

void Crawl::child_done(const Child& child, const crawler::Outcome& outcome) {
    const Place place{.source = child.source,
                      .url = child.sitemap.url,
                      .depth = child.sitemap.depth,
                      .interval = current_interval(child.sitemap, child.source.spec.every),
                      .failures = child.sitemap.failures};
    tools_.store.schedule().visited_child(child.sitemap.url, visit_of(place, outcome));
    request_due_children();
}

store::Visit Crawl::visit_of(const Place& place, const crawler::Outcome& outcome) {
    using crawler::SourceResult;
    auto result = SourceResult::Failed;
    store::Visit visit{.at = context_.clock.now(), .next_due = {}, .validators = {}, .problem = {}};
    if (!outcome.result) {
        visit.problem = place_failed(place, outcome.result.error());
    } else if (const auto* page = page_in(outcome)) {
        const auto found = follow(place, *page);
        if (found) {
            result = *found > 0 ? SourceResult::News : SourceResult::NothingNew;
            visit.validators = validators_of(*page);
        } else {
            visit.problem = place_failed(place, found.error());
        }
    } else {
        result = SourceResult::NotModified;
    }
    const bool failed = result == SourceResult::Failed;
    const auto interval = crawler::next_interval({.base = place.source.spec.every,
                                                  .current = place.interval,
                                                  .failures = failed ? place.failures + 1 : 0},
                                                 result);
    visit.next_due = visit.at + std::max(interval, outcome.retry_after.value_or(0s));
    return visit;
}

std::string Crawl::place_failed(const Place& place, const Failure& failure) {
    ++failures_;
    complain(context_.format, {failure.kind, failure.message, place.url.text()});
    return problem_of(failure);
}

}  // namespace cli
