#include <catch2/catch.hpp>

#include "crawler/crawler.h"
#include "crawler/gzip.h"

using crawler::SitemapKind;

namespace {

core::FetchedPage page_with(std::string body) {
    core::FetchedPage page;
    page.url = core::Url::parse("https://www.gazette.test/maps/map.xml").value();
    page.content_type = "application/xml";
    page.body = std::move(body);
    return page;
}

crawler::Sitemap map_of(const std::string& body) {
    auto map = crawler::read_sitemap(page_with(body));
    if (!map) FAIL(map.error().message);
    return *map;
}

std::vector<std::string> urls_of(const crawler::Sitemap& map) {
    std::vector<std::string> urls;
    for (const auto& entry : map.entries) urls.push_back(entry.url);
    return urls;
}

const std::string kNews =
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
    "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url>"
    "<loc>https://www.gazette.test/1?a=1&amp;b=2</loc><lastmod>2025-06-03</lastmod>"
    "<news:news><news:publication><news:name>Gazette</news:name><news:language>en</news:language>"
    "</news:publication><news:publication_date>2025-06-03T14:03:00+02:00</news:publication_date>"
    "<news:title>Labs &amp; law</news:title></news:news></url></urlset>";

}  // namespace

TEST_CASE("A news sitemap is read with its titles and dates", "[crawler][sitemaps]") {
    const auto map = map_of(kNews);
    CHECK(map.kind == SitemapKind::Urlset);
    REQUIRE(map.entries.size() == 1);
    const auto& entry = map.entries[0];
    CHECK(entry.url == "https://www.gazette.test/1?a=1&b=2");
    REQUIRE(entry.lastmod);
    CHECK(core::to_text(*entry.lastmod) == "2025-06-03");
    REQUIRE(entry.news);
    CHECK(entry.news->title == "Labs & law");
    CHECK(entry.news->language == "en");
    REQUIRE(entry.news->published);
    CHECK(core::to_text(entry.news->published->at) == "2025-06-03T12:03:00Z");
}

TEST_CASE("Sitemaps of every kind give their addresses", "[crawler][sitemaps]") {
    struct Case {
        const char* body;
        SitemapKind kind;
        std::vector<std::string> urls;
    };
    const auto [body, kind, urls] = GENERATE(values<Case>({
        {"<sitemapindex><sitemap><loc>https://a.test/1.xml</loc></sitemap></sitemapindex>",
         SitemapKind::Index,
         {"https://a.test/1.xml"}},
        {"<urlset><url><loc>\n https://a.test/1 </loc></url><url><loc/></url></urlset>",
         SitemapKind::Urlset,
         {"https://a.test/1"}},
        {"<urlset xmlns='http://nowhere.test/'><url><loc>/2</loc></url></urlset>",
         SitemapKind::Urlset,
         {"https://www.gazette.test/2"}},
        {"https://a.test/1\r\nhttps://a.test/2\n\nnonsense\n",
         SitemapKind::Text,
         {"https://a.test/1", "https://a.test/2"}},
        {"<rss version='2.0'><channel><item><link>https://a.test/1</link></item></channel></rss>",
         SitemapKind::Rss,
         {"https://a.test/1"}},
        {"<feed><entry><link href='https://a.test/1'/></entry></feed>",
         SitemapKind::Atom,
         {"https://a.test/1"}},
        // forgotten ends, forgotten tags, cut off
        {"<sitemapindex><sitemap><loc>https://a.test/1</loc><loc>https://a.test/2</loc></sitemap>"
         "</sitemapindex>",
         SitemapKind::Index,
         {"https://a.test/1", "https://a.test/2"}},
        {"<sitemapindex><sitemap>https://a.test/1</sitemap></sitemapindex>",
         SitemapKind::Index,
         {"https://a.test/1"}},
        {"<urlset><url><loc>https://a.test/1</loc></url><url><loc>https://a.test/2",
         SitemapKind::Urlset,
         {"https://a.test/1", "https://a.test/2"}},
    }));
    CAPTURE(body);
    const auto map = map_of(body);
    CHECK(map.kind == kind);
    CHECK(urls_of(map) == urls);
}

TEST_CASE("A gzip sitemap is unpacked, whatever it is called", "[crawler][sitemaps]") {
    CHECK(map_of(crawler::gzip_member(kNews)).entries.size() == 1);
    auto damaged = crawler::gzip_member(kNews);
    damaged.resize(damaged.size() - 20);
    const auto map = crawler::read_sitemap(page_with(damaged));
    if (map) CHECK_FALSE(map->problems.empty());
}

TEST_CASE("A gzip bomb is read up to 50 MiB", "[crawler][sitemaps]") {
    std::string bomb;
    const auto member = crawler::gzip_member(std::string(10 << 20, ' '));
    for (int n = 0; n < 30; ++n) bomb += member;
    CHECK_FALSE(crawler::read_sitemap(page_with(bomb)));
}

TEST_CASE("What is no sitemap is not readable", "[crawler][sitemaps]") {
    const std::string body =
        GENERATE(as<std::string>{}, "", "nothing here", "<html><body/></html>", "{}", "\x1f\x8b");
    const auto map = crawler::read_sitemap(page_with(body));
    REQUIRE_FALSE(map);
    CHECK(map.error().kind == core::Failure::Kind::NotReadable);
}

TEST_CASE("More than 50,000 addresses are not read", "[crawler][sitemaps]") {
    std::string many = "<urlset>";
    for (int n = 0; n < 50'010; ++n) many += "<url><loc>https://a.test/</loc></url>";
    const auto map = map_of(many);
    CHECK(map.entries.size() == 50'000);
    CHECK_FALSE(map.problems.empty());
}
