// Where pages are looked for: what a robots.txt and a page that are given as sources stand for.
#include "cli/crawl_progress.h"
#include "tests/crawl_town.h"

using namespace crawl_town;

TEST_CASE("A robots.txt that is given as a sitemap stands for the sitemaps it names",
          "[cli][crawl][sitemap]") {
    Town town;
    town.configure("http://one.test/robots.txt");
    core::FetchedPage robots;
    robots.content_type = "text/plain";
    robots.body = "Sitemap: http://one.test/news.xml\nSitemap: http://other.example/map.xml\n";
    town.web.put("http://one.test/robots.txt", robots);
    town.web.put("http://one.test/news.xml", sitemap_of({kStory}));
    town.web.put(kStory, story("Quillmark accuses Parallax Labs"));
    CHECK(town.crawl_at(0s) ==
          Strings{"http://one.test/robots.txt", "http://one.test/news.xml", kStory});
    CHECK(town.failed_sources == 0);
}

TEST_CASE("A page that is given as a feed stands for the first feed it names", "[cli][crawl]") {
    Town town;
    town.configure("http://one.test/", core::SourceKind::Feed);
    town.web.put("http://one.test/",
                 "<html><head><title>One</title>"
                 "<link rel=alternate type='application/rss+xml' href=/feed>"
                 "<link rel=alternate type='application/rss+xml' href=/comments></head>"
                 "<body>Welcome</body></html>");
    town.web.put("http://one.test/feed", xml("<rss version='2.0'><channel><item><link>" + kStory +
                                             "</link></item></channel></rss>"));
    town.web.put(kStory, story("Quillmark accuses Parallax Labs"));
    CHECK(town.crawl_at(0s) == Strings{"http://one.test/", "http://one.test/feed", kStory});
    CHECK(town.failed_sources == 0);
}

TEST_CASE("A page that names no feed is no feed", "[cli][crawl]") {
    Town town;
    town.configure("http://one.test/", core::SourceKind::Feed);
    town.web.put("http://one.test/", "<html><title>One</title><p>Welcome</html>");
    town.crawl_at(0s);
    CHECK(town.failed_sources == 1);
}

TEST_CASE("A line of the log says what became of a page, or why nothing did", "[cli][crawl]") {
    const auto url = core::Url::parse("http://one.test/a").value();
    core::FetchedPage page;
    const crawler::Outcome good{.request = {.url = url, .memory = {}},
                                .result = page,
                                .status = 200,
                                .bytes = 13312,
                                .took = 35ms};
    CHECK(cli::log_line(good) == "crawl: 200, 13312 bytes in 35 ms: http://one.test/a");
    const crawler::Outcome bad{
        .request = {.url = url, .memory = {}},
        .result = core::fail(core::Failure::Kind::Refused, "robots.txt forbids it", url.text())};
    CHECK(cli::log_line(bad) == "crawl: refused: robots.txt forbids it: http://one.test/a");
}

TEST_CASE("Each source's fetches are counted with those of the pages it named", "[cli][crawl]") {
    OneStory town;
    town.web.put(kSource, crawler::NotModified{});
    town.web.put(kStory, core::Failure{core::Failure::Kind::Refused,
                                       "robots.txt forbids it in line 2 (Disallow: /)", kStory});
    town.crawl_at(2h);
    const auto all = town.store.schedule().source_figures(1000);
    REQUIRE(all.size() == 1);
    CHECK(all[0].fetches == 4);
    CHECK(all[0].not_modified == 1);
    CHECK(all[0].failed == 1);
    CHECK(all[0].forbidden == 1);
}

TEST_CASE("A body that came before is found again where it was kept first", "[cli][crawl]") {
    OneStory town;
    const auto first = town.store.last_capture(kStory);
    town.crawl_at(2h);
    const auto again = town.store.last_capture(kStory);
    REQUIRE(first);
    REQUIRE(again);
    CHECK(again->offset == first->offset);
    CHECK(again->sha256 == first->sha256);
    CHECK(town.store.revisions(town.article().facts.id).size() == 1);
}
