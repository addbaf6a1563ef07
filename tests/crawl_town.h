// A web and a clock of the test's own, and what a crawl makes of them.
#pragma once
#include <catch2/catch.hpp>
#include <set>

#include "cli/crawl.h"
#include "tests/crawl_pages.h"
#include "tests/fake_web.h"
#include "tests/temp_dir.h"

namespace crawl_town {

using namespace std::chrono_literals;
using core::ArticleStatus;

inline const core::Instant kStart = core::parse_timestamp("2026-06-15T18:00:00Z")->at;
inline const std::string kSource = "http://one.test/sitemap.xml";
inline const std::string kStory = "http://one.test/story";

// A home in memory, crawled again and again.
class Town {
public:
    Town() {
        context_.config.recheck = {{std::chrono::hours(24 * 365), 1h}};
        context_.loudness = cli::Loudness::Quiet;
    }
    void configure(const std::string& address, core::SourceKind kind = core::SourceKind::Sitemap) {
        context_.config.sources.push_back({.url = url(address), .kind = kind, .every = 1h});
        store.schedule().set_sources(context_.config.sources, kStart);
    }
    // What was asked, in one crawl at this time after the start.
    Strings crawl_at(std::chrono::seconds after, const cli::CrawlOptions& options = {}) {
        context_.clock = cli::Clock::standing_at(kStart + after);
        web.forget_asked();
        cli::Crawl crawl(context_, options, {store, pipeline_, web, captures_});
        const auto run = store.schedule().begin_run("crawl", kStart + after);
        crawl.sources_and_pages(run);
        pipeline_.conclude();
        failed_sources = crawl.failed_sources();
        figures = crawl.figures();
        return web.asked_urls();
    }
    core::ArticleRecord article(const std::string& address = kStory) const {
        const auto id = store.article_at(url(address));
        REQUIRE(id);
        return *store.article(*id);
    }
    std::optional<core::Instant> due(const std::string& address = kStory) const {
        const store::Reader& reader = store;
        const auto page = reader.schedule().page(url(address));
        REQUIRE(page);
        if (page->due == core::Instant::max()) return std::nullopt;
        return page->due;
    }

    FakeWeb web;
    store::Store store = store::Store::in_memory();
    std::size_t failed_sources = 0;
    store::RunRow figures;

private:
    TempDir dir_;
    search::IndexWriter index_ = search::IndexWriter::in_memory(store.uuid());
    cli::Pipeline pipeline_{store, index_, extractor::Lexicon::builtin(), {}};
    crawler::WarcWriter captures_{dir_.path(), "claimtrail/test", kStart};
    cli::Context context_{.home = {dir_.path()},
                          .config_file = {},
                          .config = {},
                          .clock = cli::Clock::standing_at(kStart)};
};

// One story, found through a sitemap, stored at the start.
struct OneStory : Town {
    OneStory() {
        configure(kSource);
        web.put(kSource, sitemap_of({kStory}));
        web.put(kStory, story("Quillmark accuses Parallax Labs"));
        CHECK(crawl_at(0s) == Strings{kSource, kStory});
        REQUIRE(article().status == ArticleStatus::Ok);
    }
};

inline bool was_asked(const Strings& asked, const std::string& address) {
    return std::find(asked.begin(), asked.end(), address) != asked.end();
}

inline constexpr auto kUnreachable = core::Failure::Kind::Unreachable;

}  // namespace crawl_town
