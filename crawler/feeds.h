// Feeds and sitemaps: bytes → entries. Part of the crawler's door.
// RSS 0.9x/1.0/2.0, Atom 0.3/1.0 (RFC 4287), JSON Feed 1.1, sitemaps.org 0.9 with news extension.
// Hostile input is bounded: 16 MiB, 50,000 entries, depth 256, no entity expansion, no network.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/page.h"
#include "core/result.h"
#include "core/time.h"
#include "core/url.h"
#include "core/vocabulary.h"

namespace crawler {

enum class FeedFormat { Rss2, Rss1, Rss09, Atom, Json };
std::string_view code(FeedFormat format);  // "rss2", …

struct FeedEntry {
    std::optional<std::string> guid;
    std::optional<std::string> url;    // as given, resolved against the feed where it can be
    std::optional<std::string> title;  // as published: with its markup, if it has any
    std::optional<core::Timestamp> published, updated;
    std::vector<std::string> authors;
    std::optional<std::string> summary, content_html;
};

struct Feed {
    FeedFormat format = FeedFormat::Rss2;
    std::optional<std::string> title, link, language;
    std::vector<std::string> hubs;  // that tell of news (WebSub); noted, not subscribed to
    std::vector<FeedEntry> entries;
    std::vector<std::string> problems;  // what was wrong and passed over
};
core::Result<Feed> read_feed(const core::FetchedPage& page);

// A list of feeds as feed readers write it (OPML 1.0 to 2.0): those with an http address.
struct ListedFeed {
    core::Url url;
    std::optional<std::string> title;
};
core::Result<std::vector<ListedFeed>> read_opml(std::string_view bytes);

enum class SitemapKind { Urlset, Index, Text, Rss, Atom };
std::string_view code(SitemapKind kind);

struct SitemapEntry {
    std::string url;
    std::optional<core::Timestamp> lastmod;
    struct News {
        std::optional<std::string> title, language;
        std::optional<core::Timestamp> published;
    };
    std::optional<News> news;
};

struct Sitemap {
    SitemapKind kind = SitemapKind::Urlset;
    std::vector<SitemapEntry> entries;
    std::vector<std::string> problems;
};
core::Result<Sitemap> read_sitemap(const core::FetchedPage& page);  // plain or gzip

}  // namespace crawler
