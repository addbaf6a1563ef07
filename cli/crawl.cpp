#include "cli/crawl.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/stop.h"

namespace cli {

namespace {

using namespace std::chrono_literals;
using core::Failure;

constexpr std::size_t kPagesAtOnce = 2000;  // taken from the frontier at a time
constexpr int kMaxFailures = 6;             // then a page is given up
constexpr auto kNotAnArticle = 30 * 24h;    // looked at again, in case it became one
constexpr auto kRefused = 7 * 24h;

store::Validators validators_of(const core::FetchedPage& page) {
    store::Validators validators;
    for (const auto& [name, value] : page.headers) {
        if (core::equals_ignoring_case(name, "etag")) validators.etag = value;
        if (core::equals_ignoring_case(name, "last-modified")) validators.last_modified = value;
    }
    return validators;
}

// 15 min, 30 min, 1 h, … at most a day; longer if the host asked for it.
std::chrono::seconds retry_after(int failures, std::optional<std::chrono::seconds> asked) {
    const std::chrono::seconds own =
        std::min<std::chrono::seconds>(24h, 15min * (1 << std::min(failures, 8)));
    return asked ? std::clamp<std::chrono::seconds>(*asked, own, 48h) : own;
}

std::chrono::seconds current_interval(const store::SourceRow& source) {
    return source.last_fetched ? source.next_due - *source.last_fetched : source.spec.every;
}

const core::FetchedPage* page_in(const crawler::Outcome& outcome) {
    return outcome.result ? std::get_if<core::FetchedPage>(&*outcome.result) : nullptr;
}

std::string problem_of(const Failure& failure) {
    return fmt::format("{}: {}", core::code(failure.kind), failure.message);
}

}  // namespace

Crawl::Crawl(const Context& context, const CrawlOptions& options, const Tools& tools)
    : context_(context), options_(options), tools_(tools) {
    if (const auto day = core::parse_day_range(options.since)) since_ = day->first;
}

void Crawl::sources_and_pages(core::RunId run) {
    run_ = run;
    request_due_sources();
    do {
        drain();
    } while (!stop_requested() && request_due_pages());
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
    if (options_.sources.empty()) return true;
    return std::any_of(options_.sources.begin(), options_.sources.end(), [&](const auto& name) {
        return name == source.spec.url.text() || name == source.spec.outlet ||
               name == core::registrable_domain(source.spec.url.host());
    });
}

void Crawl::request_due_sources() {
    // A source that is named is fetched now; otherwise those that are due.
    const auto sources = options_.sources.empty()
                             ? tools_.store.schedule().sources_due(context_.clock.now())
                             : tools_.store.schedule().sources();
    for (const auto& source : sources)
        if (source.active && wanted(source)) request(source.spec.url, source.validators, source);
}

bool Crawl::request_due_pages() {
    const auto before = jobs_.size();
    for (const auto& page : tools_.store.schedule().pages_due(context_.clock.now(), kPagesAtOnce))
        request_page(page);
    return jobs_.size() > before;
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
        if (!outcome) return;
        take(std::move(*outcome));
    }
}

void Crawl::take(crawler::Outcome outcome) {
    const auto job = jobs_.extract(outcome.request.tag);
    if (job.empty()) return;
    log(outcome);
    if (!outcome.result) {
        ++figures_.failed;
        whisper(context_, fmt::format("crawl: {}: {}", problem_of(outcome.result.error()),
                                      outcome.request.url.text()));
    } else if (page_in(outcome) != nullptr) {
        ++figures_.fetched;
    } else {
        ++figures_.not_modified;
    }
    struct Visitor {
        Crawl& crawl;
        const crawler::Outcome& outcome;
        void operator()(const store::SourceRow& s) const { crawl.source_done(s, outcome); }
        void operator()(const store::FrontierRow& p) const { crawl.page_done(p, outcome); }
        void operator()(const ChildSitemap& c) const { crawl.child_done(c, outcome); }
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
    using crawler::SourceResult;
    auto result = SourceResult::Failed;
    store::Visit visit{.at = context_.clock.now(), .next_due = {}, .validators = {}, .problem = {}};
    if (!outcome.result) {
        visit.problem = source_failed(source, outcome.result.error());
    } else if (const auto* page = page_in(outcome)) {
        const auto found = follow(source, *page, 0);
        if (found) {
            result = *found > 0 ? SourceResult::News : SourceResult::NothingNew;
            visit.validators = validators_of(*page);
        } else {
            visit.problem = source_failed(source, found.error());
        }
    } else {
        result = SourceResult::NotModified;
    }
    const bool failed = result == SourceResult::Failed;
    const auto interval = crawler::next_interval({.base = source.spec.every,
                                                  .current = current_interval(source),
                                                  .failures = failed ? source.failures + 1 : 0},
                                                 result);
    visit.next_due = visit.at + std::max(interval, outcome.retry_after.value_or(0s));
    tools_.store.schedule().visited(source.id, visit);
}

std::string Crawl::source_failed(const store::SourceRow& source, const Failure& failure) {
    ++failures_;
    complain(context_.format, {failure.kind, failure.message, source.spec.url.text()});
    return problem_of(failure);
}

void Crawl::child_done(const ChildSitemap& child, const crawler::Outcome& outcome) {
    const auto* page = page_in(outcome);
    if (page == nullptr) return;
    if (const auto found = follow(child.source, *page, child.depth); !found)
        whisper(context_, fmt::format("crawl: {}: {}", problem_of(found.error()),
                                      outcome.request.url.text()));
}

core::CaptureId Crawl::keep(const core::FetchedPage& page) {
    const auto kept = tools_.captures.write(page);
    return tools_.store.keep({.url = *page.url,
                              .fetched_at = page.fetched_at,
                              .status = page.status,
                              .content_type = page.content_type,
                              .sha256 = kept.sha256,
                              .warc_file = kept.file,
                              .offset = kept.offset,
                              .length = kept.length});
}

void Crawl::next_visit(const store::FrontierRow& page, core::Instant published,
                       std::optional<store::Validators> validators) {
    const auto now = context_.clock.now();
    const auto next = crawler::next_look(context_.config.recheck, published, now);
    if (!next) return tools_.store.schedule().forget(page.url);
    tools_.store.schedule().visited(
        page.url,
        {.at = now, .next_due = *next, .validators = std::move(validators), .problem = {}});
}

void Crawl::page_done(const store::FrontierRow& page, const crawler::Outcome& outcome) {
    const auto known = page.published.value_or(page.first_seen.value_or(context_.clock.now()));
    if (!outcome.result) return page_failed(page, outcome.result.error(), outcome);
    const auto* fetched = page_in(outcome);
    if (fetched == nullptr) return next_visit(page, known, std::nullopt);
    const auto saved = tools_.pipeline.ingest(*fetched, keep(*fetched));
    if (!saved) {
        whisper(context_, fmt::format("crawl: {}: {}", problem_of(saved.error()), page.url.text()));
        return tools_.store.schedule().visited(page.url,
                                               {.at = context_.clock.now(),
                                                .next_due = context_.clock.now() + kNotAnArticle,
                                                .validators = validators_of(*fetched),
                                                .problem = problem_of(saved.error())});
    }
    ++figures_.articles;
    figures_.claims += static_cast<int>(saved->claims.size());
    const auto facts = tools_.store.article_facts(saved->id);
    const bool dated = facts && facts->published;
    next_visit(page, dated ? facts->published->at : known, validators_of(*fetched));
}

void Crawl::page_failed(const store::FrontierRow& page, const Failure& failure,
                        const crawler::Outcome& outcome) {
    auto schedule = tools_.store.schedule();
    if (failure.kind == Failure::Kind::Gone) {
        if (const auto article = tools_.store.article_at(page.url))
            tools_.store.mark(*article, core::ArticleStatus::Gone);
        return schedule.forget(page.url);
    }
    if (page.failures + 1 >= kMaxFailures) return schedule.forget(page.url);
    const auto now = context_.clock.now();
    const auto wait = failure.kind == Failure::Kind::Refused && !outcome.retry_after
                          ? std::chrono::seconds(kRefused)
                          : retry_after(page.failures, outcome.retry_after);
    schedule.visited(
        page.url,
        {.at = now, .next_due = now + wait, .validators = {}, .problem = problem_of(failure)});
}

}  // namespace cli
