// Where a source leads: feed entries, sitemaps and their children, a section page's links.
#include <set>

#include "cli/crawl.h"

namespace cli {

namespace {

constexpr int kMaxSitemapDepth = 3;
constexpr std::size_t kMaxChildSitemaps = 500;  // a run

}  // namespace

core::Result<std::size_t> Crawl::follow(const store::SourceRow& source,
                                        const core::FetchedPage& page, int depth) {
    const core::Url& base = page.url ? *page.url : source.spec.url;
    switch (source.spec.kind) {
        case core::SourceKind::Feed: {
            const auto feed = crawler::read_feed(page);
            if (!feed) return tl::unexpected(feed.error());
            return follow_feed(source, base, *feed);
        }
        case core::SourceKind::Sitemap: {
            const auto sitemap = crawler::read_sitemap(page);
            if (!sitemap) return tl::unexpected(sitemap.error());
            return follow_sitemap(source, base, *sitemap, depth);
        }
        case core::SourceKind::Page: break;
    }
    return follow_links(source, base, page);
}

// Links of a section page to its own site; those to a source, itself among them, lead to no
// article.
std::size_t Crawl::follow_links(const store::SourceRow& source, const core::Url& base,
                                const core::FetchedPage& page) {
    std::set<std::string> sources;
    for (const auto& spec : context_.config.sources)
        sources.insert(core::canonical(spec.url).text());
    std::vector<store::FrontierRow> pages;
    const auto site = core::registrable_domain(base.host());
    const auto links = extractor::read_links(page);
    if (links.nofollow) return 0;
    for (const auto& link : links.links)
        if (core::registrable_domain(link.url.host()) == site &&
            !sources.contains(core::canonical(link.url).text()))
            pages.push_back({.url = link.url, .source = source.id});
    return enqueue(std::move(pages));
}

std::size_t Crawl::follow_feed(const store::SourceRow& source, const core::Url& base,
                               const crawler::Feed& feed) {
    std::vector<store::FrontierRow> pages;
    for (const auto& entry : feed.entries) {
        if (!entry.url) continue;
        const auto url = core::Url::parse(*entry.url, base);
        if (!url) continue;
        pages.push_back({.url = *url, .source = source.id});
        if (entry.published) pages.back().published = entry.published->at;
    }
    return enqueue(std::move(pages));
}

std::size_t Crawl::follow_sitemap(const store::SourceRow& source, const core::Url& base,
                                  const crawler::Sitemap& sitemap, int depth) {
    std::vector<store::FrontierRow> pages;
    for (const auto& entry : sitemap.entries) {
        const auto url = core::Url::parse(entry.url, base);
        if (!url) continue;
        // A sitemap may speak for its own site only (sitemaps.org, "Sitemap file location").
        if (core::registrable_domain(url->host()) != core::registrable_domain(base.host()))
            continue;
        if (sitemap.kind == crawler::SitemapKind::Index) {
            if (depth >= kMaxSitemapDepth || children_requested_ >= kMaxChildSitemaps) continue;
            ++children_requested_;
            request(*url, {}, ChildSitemap{source, depth + 1});
            continue;
        }
        pages.push_back({.url = *url, .source = source.id});
        if (entry.news && entry.news->published)
            pages.back().published = entry.news->published->at;
        else if (entry.lastmod)
            pages.back().published = entry.lastmod->at;
    }
    return enqueue(std::move(pages));
}

std::size_t Crawl::enqueue(std::vector<store::FrontierRow> pages) {
    const auto now = context_.clock.now();
    for (auto& page : pages) {
        page.url = core::canonical(page.url);
        page.due = now;
        page.first_seen = now;
    }
    return tools_.store.schedule().enqueue(pages);
}

}  // namespace cli
