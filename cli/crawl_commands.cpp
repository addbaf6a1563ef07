// crawl and add: what a newsroom runs from cron or a timer.
#include <nlohmann/json.hpp>
#include <thread>

#include <fmt/format.h>

#include "cli/captures.h"
#include "cli/crawl.h"
#include "cli/crawl_choice.h"
#include "cli/home.h"
#include "cli/known_names.h"
#include "cli/stop.h"
#include "cli/version.h"

namespace cli {

namespace {

using namespace std::chrono_literals;

// Everything a crawl needs, opened in order and closed in reverse.
class Workshop {
public:
    Workshop(const Context& context, const CrawlOptions& options)
        : context_(context),
          store_(open_for_writing(context.home)),
          index_(open_index_for_writing(context.home, store_)),
          lexicon_(lexicon_of(context.config)),
          pipeline_(store_, index_, lexicon_, outlet_names(context.config.sources)),
          captures_(context.home.captures(), fmt::format("claimtrail/{}", kProgramVersion),
                    context.clock.now()),
          web_(crawler::open_web(
              fetch_options(context, options), [clock = context.clock] { return clock.now(); },
              robots_memory())),
          watcher_([this](const std::stop_token& done) { watch_for_stop(done); }) {
        store_.set_durability(store::Store::Durability::Settled);
    }

    store::Store& store() { return store_; }
    Crawl::Tools tools() { return {store_, pipeline_, *web_, captures_}; }

    // One run from begin to end, recorded also when it fails half-way.
    template <class Work>
    store::RunRow run(std::string_view command, Crawl& crawl, Work work) {
        const auto id = store_.schedule().begin_run(command, context_.clock.now());
        try {
            work(id);
            pipeline_.conclude();
        } catch (const std::exception& error) {
            end_run(id, command, crawl, error.what());
            throw;
        }
        return end_run(id, command, crawl, stop_requested() ? "interrupted" : "");
    }

private:
    store::RunRow end_run(core::RunId id, std::string_view command, const Crawl& crawl,
                          const char* problem) {
        auto figures = crawl.figures();
        figures.id = id;
        figures.command = command;
        figures.ended = context_.clock.now();
        if (*problem != '\0') figures.problem = problem;
        store_.schedule().end_run(figures);
        return figures;
    }
    static crawler::FetchOptions fetch_options(const Context& context,
                                               const CrawlOptions& options) {
        auto fetch = context.config.fetch;
        fetch.resolve = options.resolve;
        return fetch;
    }
    // Answers to requests for robots.txt are kept as any others are, and found again there.
    crawler::RobotsMemory robots_memory() {
        return {.recall =
                    [this](const core::Url& robots) {
                        return recall_response(store_, context_.home.captures(), robots);
                    },
                .keep =
                    [this](const core::FetchedPage& page, const crawler::Exchange& exchange) {
                        keep_response(store_, captures_, page, exchange);
                    }};
    }
    // The crawl waits in the network; a thread of its own passes the wish to stop on.
    void watch_for_stop(const std::stop_token& done) {
        while (!done.stop_requested()) {
            if (stop_requested()) return web_->interrupt();
            std::this_thread::sleep_for(50ms);
        }
    }

    const Context& context_;
    store::Store store_;
    search::IndexWriter index_;
    extractor::Lexicon lexicon_;
    Pipeline pipeline_;
    crawler::WarcWriter captures_;
    std::unique_ptr<crawler::Web> web_;
    std::jthread watcher_;  // last: it uses the others
};

std::string figures_json(const store::RunRow& run) {
    const nlohmann::ordered_json figures{{"run", run.id.value},
                                         {"command", run.command},
                                         {"fetched", run.fetched},
                                         {"not_modified", run.not_modified},
                                         {"failed", run.failed},
                                         {"articles", run.articles},
                                         {"claims", run.claims},
                                         {"interrupted", stop_requested().load()},
                                         {"ended", core::to_text(*run.ended)}};
    return figures.dump();
}

void tell_figures(const Context& context, const store::RunRow& run) {
    if (context.json()) print_line(figures_json(run));
    const bool quiet_failures = run.failed > 0 && context.loudness != Loudness::Verbose;
    tell(context,
         fmt::format("crawl: {} fetched, {} not modified, {} failed{}; {} articles, {} claims",
                     run.fetched, run.not_modified, run.failed,
                     quiet_failures ? " (-v says why)" : "", run.articles, run.claims));
}

// Sleeps until something is due, at most an hour, in steps short enough to be interrupted.
void wait_for_work(const Context& context, const store::Reader& store) {
    const auto now = context.clock.now();
    // Never at once: what is due but left alone (--since, --max-pages) would be asked for in a
    // circle.
    const auto due =
        std::clamp(store.schedule().next_due().value_or(now + 1h), now + 30s, now + 1h);
    while (!stop_requested() && context.clock.now() < due) std::this_thread::sleep_for(200ms);
}

std::optional<core::Failure> mistake_in(const Context& context, const CrawlOptions& options) {
    using Kind = core::Failure::Kind;
    if (!options.since.empty() && !core::parse_day_range(options.since))
        return core::Failure{Kind::BadDate, "--since is a day, month or year as in 2025-06-01",
                             options.since};
    if (context.config.sources.empty())
        return core::Failure{Kind::BadConfiguration,
                             "no sources yet; `claimtrail init` writes a configuration to start "
                             "from",
                             context.config_file.string()};
    const auto& all = context.config.sources;
    for (const auto& name : options.sources)
        if (std::none_of(all.begin(), all.end(),
                         [&](const auto& source) { return is_called(source, name); }))
            return core::Failure{Kind::BadConfiguration, "is no source of the configuration", name};
    return std::nullopt;
}

}  // namespace

Exit crawl(const Context& context, const CrawlOptions& options) {
    if (const auto mistake = mistake_in(context, options)) return refuse(context, *mistake);
    if (options.dry_run) return preview_crawl(context, options);
    Workshop workshop(context, options);
    workshop.store().schedule().set_sources(context.config.sources, context.clock.now());
    bool failed = false;
    do {
        Crawl one(context, options, workshop.tools());
        const auto run =
            workshop.run("crawl", one, [&](core::RunId id) { one.sources_and_pages(id); });
        tell_figures(context, run);
        failed = one.failed_sources() > 0;
        if (options.watch) wait_for_work(context, workshop.store());
    } while (options.watch && !stop_requested());
    if (stop_requested()) return Exit::Interrupted;
    return failed ? Exit::SomeFailed : Exit::Done;
}

Exit add(const Context& context, const std::vector<std::string>& urls) {
    std::vector<core::Url> pages;
    for (const auto& text : urls) {
        const auto url = core::Url::parse(text);
        if (!url) return refuse(context, {url.error().kind, url.error().message, text});
        pages.push_back(*url);
    }
    const CrawlOptions options;
    Workshop workshop(context, options);
    Crawl one(context, options, workshop.tools());
    const auto run = workshop.run("add", one, [&](core::RunId id) { one.pages(id, pages); });
    tell_figures(context, run);
    if (stop_requested()) return Exit::Interrupted;
    for (const auto& page : pages)
        if (!workshop.store().article_at(page))
            complain(context.format, {core::Failure::Kind::NoArticle,
                                      "no article was read there; -v says why", page.text()});
    return static_cast<std::size_t>(run.articles) == pages.size() ? Exit::Done : Exit::SomeFailed;
}

}  // namespace cli
