// One crawl: what is due is fetched, kept, ingested; what it leads to is put on the frontier.
#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "cli/commands.h"
#include "cli/crawl_jobs.h"
#include "cli/crawl_progress.h"
#include "cli/pipeline.h"
#include "crawler/crawler.h"
#include "store/store.h"

namespace cli {

class Crawl {
public:
    struct Tools {
        store::Store& store;
        Pipeline& pipeline;
        crawler::Web& web;
        crawler::WarcWriter& captures;
    };
    Crawl(const Context& context, const CrawlOptions& options, const Tools& tools);

    // Everything that is due now, and what is found on the way.
    void sources_and_pages(core::RunId run);
    // These pages, whatever the frontier says.
    void pages(core::RunId run, const std::vector<core::Url>& urls);

    const store::RunRow& figures() const { return figures_; }
    std::size_t failed_sources() const { return failures_; }

private:
    void request(const core::Url& url, const store::Validators& validators, Job job);
    void request_due_sources();
    void request_due_children();
    void request_due_pages();
    void request_child(const store::ChildSitemap& child);
    void request_page(const store::FrontierRow& page);
    void drain();
    void settle();
    void take(const crawler::Outcome& outcome);
    void log(const crawler::Outcome& outcome);

    void source_done(const store::SourceRow& source, const crawler::Outcome& outcome);
    void child_done(const Child& child, const crawler::Outcome& outcome);
    store::Visit visit_of(const Place& place, const crawler::Outcome& outcome);
    std::string place_failed(const Place& place, const core::Failure& failure);

    void page_done(const store::FrontierRow& page, const crawler::Outcome& outcome);
    void page_came(const store::FrontierRow& page, const crawler::Outcome& outcome,
                   std::optional<core::ArticleId> moved);
    void page_unchanged(const store::FrontierRow& page);
    void page_saved(store::FrontierRow page, const core::FetchedPage& fetched,
                    const store::SavedArticle& saved);
    void page_unread(const store::FrontierRow& page, const core::FetchedPage& fetched,
                     const core::Failure& failure);
    void page_missing(const store::FrontierRow& page, crawler::Missing answer,
                      const core::Failure& failure);
    void page_failed(const store::FrontierRow& page, const core::Failure& failure,
                     const crawler::Outcome& outcome);
    void try_again(const store::FrontierRow& page, std::optional<std::chrono::seconds> wait,
                   const core::Failure& failure);
    std::optional<core::ArticleId> moved_from(const store::FrontierRow& page,
                                              const crawler::Outcome& outcome) const;
    bool waits_for_twin(const store::FrontierRow& page, const crawler::Outcome& outcome);
    bool is_under_way(const core::Url& url) const;
    void release_twins(const store::FrontierRow& old, const crawler::Outcome& answer);
    void is_there(core::ArticleId article);

    // How many pages and sitemaps of it were new.
    core::Result<std::size_t> follow(const Place& place, const core::FetchedPage& page);
    std::size_t follow_links(const Place& place, const core::Url& base,
                             const core::FetchedPage& page);
    std::size_t follow_feed(const Place& place, const core::Url& base, const crawler::Feed& feed);
    std::size_t follow_sitemap(const Place& place, const core::Url& base,
                               const crawler::Sitemap& sitemap);
    std::size_t follow_index(const Place& place, const core::Url& base,
                             const crawler::Sitemap& index);
    std::size_t enqueue(std::vector<store::FrontierRow> pages);

    bool wanted(const store::SourceRow& source) const;
    bool is_source(const core::Url& url) const;
    void next_visit(const store::FrontierRow& page, core::Instant published,
                    std::optional<store::Validators> validators);

    const Context& context_;
    const CrawlOptions& options_;
    Tools tools_;
    CrawlProgress progress_;
    std::optional<core::Instant> since_;
    core::RunId run_{0};
    store::RunRow figures_;
    std::int64_t next_tag_ = 0;
    std::unordered_map<std::int64_t, Job> jobs_;
    std::unordered_multimap<std::string, Waiting> waiting_;  // by the address they wait for
    std::map<core::SourceId, store::SourceRow> sources_;     // active and wanted
    std::set<std::string> requested_;  // addresses of this run: none is asked for twice
    std::chrono::steady_clock::time_point settled_ = std::chrono::steady_clock::now();
    std::size_t pages_requested_ = 0, children_requested_ = 0, failures_ = 0;
};

}  // namespace cli
