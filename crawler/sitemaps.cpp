#include <algorithm>

#include "core/charset.h"
#include "core/text.h"
#include "crawler/feed_parts.h"
#include "crawler/feeds.h"
#include "crawler/gzip.h"
#include "crawler/xml_text.h"

namespace crawler {
namespace {

using Kind = core::Failure::Kind;
using Node = XmlTree::Node;
constexpr std::size_t kMaxUnpacked = 50 << 20;  // what sitemaps.org allows a file to be
constexpr std::size_t kMaxProblems = 20;

void note(std::vector<std::string>& problems, std::string problem) {
    if (problems.size() < kMaxProblems) problems.push_back(std::move(problem));
}

// Sitemaps are written by hand as often as not: their namespace is seldom what it should be.
bool is_ours(const XmlTree& tree, Node node, std::string_view name) {
    const auto space = tree.space(node);
    return tree.is_element(node) && tree.name(node) == name && space != Namespace::News &&
           space != Namespace::Other;
}

bool is_news(const XmlTree& tree, Node node, std::string_view name) {
    return tree.is_element(node) && tree.name(node) == name &&
           tree.space(node) != Namespace::Sitemap;
}

SitemapEntry::News read_news(const XmlTree& tree, Node news) {
    SitemapEntry::News read;
    for (Node node = tree.first_child(news); node != XmlTree::none;
         node = tree.next_within(node, news)) {
        if (is_news(tree, node, "title")) read.title = filled(undo_entities(tree.text(node)));
        if (is_news(tree, node, "language")) read.language = filled(tree.text(node));
        if (is_news(tree, node, "publication_date"))
            read.published = core::parse_any_date(tree.text(node));
    }
    return read;
}

class SitemapReader {
public:
    SitemapReader(const XmlTree& tree, Base base) : tree_(tree), base_(std::move(base)) {}

    core::Result<Sitemap> read() {
        const Node root = tree_.root();
        const bool index = root != XmlTree::none && is_ours(tree_, root, "sitemapindex");
        if (root == XmlTree::none || (!index && !is_ours(tree_, root, "urlset")))
            return core::fail(Kind::NotReadable, "not a sitemap");
        map_.kind = index ? SitemapKind::Index : SitemapKind::Urlset;
        for (Node node = root; node != XmlTree::none; node = tree_.next_within(node, root)) {
            if (!is_ours(tree_, node, index ? "sitemap" : "url")) continue;
            if (map_.entries.size() == kMaxEntries) {
                note(map_.problems, "more than 50,000 entries: the rest was not read");
                break;
            }
            read_entry(node);
        }
        for (const auto& problem : tree_.problems()) note(map_.problems, problem);
        return std::move(map_);
    }

private:
    // Some forget to close an entry before the next, some leave out `loc` around the address.
    void read_entry(Node top) {
        SitemapEntry entry;
        for (Node node = tree_.first_child(top); node != XmlTree::none; node = tree_.next(node)) {
            if (is_ours(tree_, node, "loc")) {
                if (!entry.url.empty()) finish(std::exchange(entry, {}));
                entry.url = base_.resolve(tree_.text(node));
            }
            if (is_ours(tree_, node, "lastmod") && !entry.lastmod)
                entry.lastmod = core::parse_any_date(tree_.text(node));
            if (is_news(tree_, node, "news") && !entry.news) entry.news = read_news(tree_, node);
            const auto bare = tree_.own_text(node);
            if (entry.url.empty() && bare.find("://") != bare.npos) entry.url = base_.resolve(bare);
        }
        finish(std::move(entry));
    }

    void finish(SitemapEntry entry) {
        if (entry.url.empty())
            note(map_.problems, "an entry without an address");
        else if (map_.entries.size() < kMaxEntries)
            map_.entries.push_back(std::move(entry));
    }

    const XmlTree& tree_;
    Base base_;
    Sitemap map_;
};

// One address a line.
core::Result<Sitemap> read_text(std::string_view text, const Base& base) {
    Sitemap map{.kind = SitemapKind::Text, .entries = {}, .problems = {}};
    for (const auto line : core::split(text, '\n')) {
        const auto address = core::trim(line);
        if (address.empty()) continue;
        const auto low = core::lower_ascii(address.substr(0, 8));
        if (!low.starts_with("http://") && !low.starts_with("https://")) {
            note(map.problems, "a line that is no address");
            continue;
        }
        if (map.entries.size() == kMaxEntries) {
            note(map.problems, "more than 50,000 entries: the rest was not read");
            break;
        }
        map.entries.push_back({.url = base.resolve(address), .lastmod = {}, .news = {}});
    }
    if (map.entries.empty()) return core::fail(Kind::NotReadable, "not a sitemap");
    return map;
}

Sitemap from_feed(Feed feed) {
    Sitemap map;
    map.kind = feed.format == FeedFormat::Atom ? SitemapKind::Atom : SitemapKind::Rss;
    map.problems = std::move(feed.problems);
    for (auto& entry : feed.entries)
        if (entry.url)
            map.entries.push_back({.url = std::move(*entry.url),
                                   .lastmod = entry.updated ? entry.updated : entry.published,
                                   .news = {}});
    return map;
}

core::Result<Sitemap> read_any(std::string_view text, const Base& base) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == text.npos) return core::fail(Kind::NotReadable, "an empty sitemap");
    if (text.substr(begin, 4) == "http" || text.substr(0, 4096).find('<') == text.npos)
        return read_text(text, base);
    const auto tree = XmlTree::parse(readable_xml(text));
    auto map = SitemapReader(tree, base).read();
    if (map) return map;
    if (auto feed = read_xml_feed(text, base)) return from_feed(std::move(*feed));
    return map;
}

std::string name_of(const core::FetchedPage& page) {
    return page.url ? page.url->text() : std::string();
}

}  // namespace

std::string_view code(SitemapKind kind) {
    switch (kind) {
        case SitemapKind::Urlset: return "urlset";
        case SitemapKind::Index: return "index";
        case SitemapKind::Text: return "text";
        case SitemapKind::Rss: return "rss";
        case SitemapKind::Atom: return "atom";
    }
    return "urlset";
}

core::Result<Sitemap> read_sitemap(const core::FetchedPage& page) {
    std::optional<UnpackedBytes> unpacked;
    if (looks_like_gzip(page.body)) unpacked = gunzip(page.body, kMaxUnpacked);
    const std::string& bytes = unpacked ? unpacked->bytes : page.body;
    if (bytes.size() > kMaxUnpacked)
        return core::fail(Kind::TooLarge, "a sitemap of more than 50 MiB", name_of(page));
    const auto type = unpacked ? std::string() : page.content_type;
    auto map = read_any(core::decode(bytes, type, core::Markup::Xml).text, Base(page.url));
    if (!map) {
        map.error().input = name_of(page);
    } else if (unpacked && unpacked->end != Unpacked::Whole) {
        note(map->problems, unpacked->end == Unpacked::TooLarge
                                ? "more than 50 MiB unpacked: the rest was not read"
                                : "the gzip stream is damaged: read up to there");
    }
    return map;
}

}  // namespace crawler
