// One crawl: what is due is fetched, kept, ingested; what it leads to is put on the frontier.
#pragma once
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "cli/commands.h"
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
    // What a request was made for.
    struct ChildSitemap {
        store::SourceRow source;
        int depth;
    };
    using Job = std::variant<store::SourceRow, store::FrontierRow, ChildSitemap>;

    void request(const core::Url& url, const store::Validators& validators, Job job);
    void request_due_sources();
    bool request_due_pages();
    void request_page(const store::FrontierRow& page);
    void drain();
    void take(crawler::Outcome outcome);
    void log(const crawler::Outcome& outcome);

    void source_done(const store::SourceRow& source, const crawler::Outcome& outcome);
    std::string source_failed(const store::SourceRow& source, const core::Failure& failure);
    void child_done(const ChildSitemap& child, const crawler::Outcome& outcome);
    void page_done(const store::FrontierRow& page, const crawler::Outcome& outcome);
    void page_failed(const store::FrontierRow& page, const core::Failure& failure,
                     const crawler::Outcome& outcome);
    core::CaptureId keep(const core::FetchedPage& page);

    // How many pages of it were new.
    core::Result<std::size_t> follow(const store::SourceRow& source, const core::FetchedPage& page,
                                     int depth);
    std::size_t follow_links(const store::SourceRow& source, const core::Url& base,
                             const core::FetchedPage& page);
    std::size_t follow_feed(const store::SourceRow& source, const core::Url& base,
                            const crawler::Feed& feed);
    std::size_t follow_sitemap(const store::SourceRow& source, const core::Url& base,
                               const crawler::Sitemap& sitemap, int depth);
    std::size_t enqueue(std::vector<store::FrontierRow> pages);

    bool wanted(const store::SourceRow& source) const;
    void next_visit(const store::FrontierRow& page, core::Instant published,
                    std::optional<store::Validators> validators);

    const Context& context_;
    const CrawlOptions& options_;
    Tools tools_;
    std::optional<core::Instant> since_;
    core::RunId run_{0};
    store::RunRow figures_;
    std::int64_t next_tag_ = 0;
    std::unordered_map<std::int64_t, Job> jobs_;
    std::set<std::string> requested_;  // addresses of this run: none is asked for twice
    std::size_t pages_requested_ = 0, children_requested_ = 0, failures_ = 0;
};

}  // namespace cli
