// Where a source leads: feed entries, sitemaps and their children, a section page's links.
#include <algorithm>
#include <set>

#include "cli/crawl.h"

namespace cli {

namespace {

constexpr int kMaxSitemapDepth = 3;
constexpr std::size_t kMaxChildSitemaps = 2000;  // of a source

// A sitemap may speak for its own site only (sitemaps.org, "Sitemap file location").
std::optional<core::Url> own_address(const crawler::SitemapEntry& entry, const core::Url& base) {
    auto url = core::Url::parse(entry.url, base);
    if (!url || core::registrable_domain(url->host()) != core::registrable_domain(base.host()))
        return std::nullopt;
    return std::move(*url);
}

crawler::Sitemap index_of(std::vector<std::string> addresses) {
    crawler::Sitemap index{.kind = crawler::SitemapKind::Index, .entries = {}, .problems = {}};
    for (auto& address : addresses)
        index.entries.push_back({.url = std::move(address), .lastmod = {}, .news = {}});
    return index;
}

// A robots.txt that is given as a sitemap stands for the sitemaps it names.
crawler::Sitemap sitemaps_named_by(const core::FetchedPage& robots) {
    return index_of(crawler::Robots::parse(robots.body).sitemaps());
}

// A page that is given as a feed stands for the feed it names (RSS autodiscovery): the first one,
// as in feed readers. Others are of comments, or the same in another format.
crawler::Sitemap feeds_named_by(const core::FetchedPage& page, const core::Url& base) {
    for (const auto& feed : extractor::read_links(page).feeds)
        if (feed != base) return index_of({feed.text()});
    return index_of({});
}

}  // namespace

core::Result<std::size_t> Crawl::follow(const Place& place, const core::FetchedPage& page) {
    const core::Url& base = page.url ? *page.url : place.url;
    switch (place.source.spec.kind) {
        case core::SourceKind::Feed: {
            const auto feed = crawler::read_feed(page);
            if (feed) return follow_feed(place, base, *feed);
            if (const auto feeds = feeds_named_by(page, base); !feeds.entries.empty())
                return follow_index(place, base, feeds);
            return tl::unexpected(feed.error());
        }
        case core::SourceKind::Sitemap: {
            if (base.path() == "/robots.txt")
                return follow_index(place, base, sitemaps_named_by(page));
            const auto sitemap = crawler::read_sitemap(page);
            if (!sitemap) return tl::unexpected(sitemap.error());
            return follow_sitemap(place, base, *sitemap);
        }
        case core::SourceKind::Page: break;
    }
    return follow_links(place, base, page);
}

// Links of a section page to its own site; those to a source, itself among them, lead to no
// article.
std::size_t Crawl::follow_links(const Place& place, const core::Url& base,
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
            pages.push_back({.url = link.url, .source = place.source.id});
    return enqueue(std::move(pages));
}

std::size_t Crawl::follow_feed(const Place& place, const core::Url& base,
                               const crawler::Feed& feed) {
    std::vector<store::FrontierRow> pages;
    for (const auto& entry : feed.entries) {
        if (!entry.url) continue;
        const auto url = core::Url::parse(*entry.url, base);
        if (!url) continue;
        pages.push_back({.url = *url, .source = place.source.id});
        if (entry.published) pages.back().published = entry.published->at;
    }
    return enqueue(std::move(pages));
}

std::size_t Crawl::follow_sitemap(const Place& place, const core::Url& base,
                                  const crawler::Sitemap& sitemap) {
    if (sitemap.kind == crawler::SitemapKind::Index) return follow_index(place, base, sitemap);
    std::vector<store::FrontierRow> pages;
    for (const auto& entry : sitemap.entries) {
        const auto url = own_address(entry, base);
        if (!url) continue;
        pages.push_back({.url = *url, .source = place.source.id});
        if (entry.news && entry.news->published)
            pages.back().published = entry.news->published->at;
        else if (entry.lastmod)
            pages.back().published = entry.lastmod->at;
    }
    return enqueue(std::move(pages));
}

// What an index names is remembered: it is looked at again even where the index itself did not
// change or the first attempt failed.
std::size_t Crawl::follow_index(const Place& place, const core::Url& base,
                                const crawler::Sitemap& index) {
    if (place.depth >= kMaxSitemapDepth) return 0;
    std::vector<store::NamedSitemap> named;
    for (const auto& entry : index.entries) {
        const auto url = own_address(entry, base);
        if (!url || is_source(*url) || *url == place.url) continue;
        named.push_back({.url = *url, .lastmod = {}});
        if (entry.lastmod) named.back().lastmod = entry.lastmod->at;
    }
    using List = store::Schedule::Naming::List;
    return tools_.store.schedule().set_children(
        {.source = place.source.id,
         .index = place.url,
         .depth = place.depth + 1,
         .list = index.problems.empty() ? List::Whole : List::Cut,
         .most = kMaxChildSitemaps},
        named, context_.clock.now());
}

bool Crawl::is_source(const core::Url& url) const {
    return std::any_of(sources_.begin(), sources_.end(),
                       [&](const auto& source) { return source.second.spec.url == url; });
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
