// Feeds named by lists of feeds, and hubs named by feeds.
#include <catch2/catch.hpp>

#include "crawler/crawler.h"

namespace {

core::FetchedPage page_with(const std::string& body) {
    core::FetchedPage page;
    page.url = core::Url::parse("https://www.gazette.test/a/feed.xml").value();
    page.body = body;
    return page;
}

}  // namespace

TEST_CASE("The feeds of an OPML list are found in all its folders", "[crawler][feeds]") {
    const auto feeds = crawler::read_opml(
        "<?xml version=\"1.0\"?><opml version=\"2.0\"><head><title>Mine</title></head><body>"
        "<outline text=\"AI &amp; law\"><outline type=\"rss\" text=\"short\" title=\"The "
        "Gazette\" xmlUrl=\"https://gazette.test/feed?a=1&amp;b=2\" htmlUrl=\"https://x.test\"/>"
        "<outline><outline text=\"Echo\" xmlUrl=\"http://echo.test/rss\"/></outline></outline>"
        "<outline text=\"no address\"/><outline text=\"mail\" xmlUrl=\"mailto:a@b.test\"/>"
        "<outline xmlurl=\"http://bare.test/\"></body></opml>");
    REQUIRE(feeds);
    REQUIRE(feeds->size() == 3);
    CHECK(feeds->at(0).url.text() == "https://gazette.test/feed?a=1&b=2");
    CHECK(feeds->at(0).title == "The Gazette");
    CHECK(feeds->at(1).url.text() == "http://echo.test/rss");
    CHECK(feeds->at(1).title == "Echo");
    CHECK_FALSE(feeds->at(2).title);
}

TEST_CASE("What is no OPML is said to be none", "[crawler][feeds]") {
    const auto* const bytes = GENERATE("", "{}", "<rss><channel/></rss>", "<html><p>no");
    CAPTURE(bytes);
    const auto feeds = crawler::read_opml(bytes);
    REQUIRE_FALSE(feeds);
    CHECK(feeds.error().kind == core::Failure::Kind::NotReadable);
}

TEST_CASE("A deep or endless OPML ends early, not in a crash", "[crawler][feeds]") {
    std::string deep = "<opml><body>";
    for (int n = 0; n < 200'000; ++n) deep += "<outline xmlUrl='http://a.test/'>";
    const auto feeds = crawler::read_opml(deep);
    REQUIRE(feeds);
    CHECK(feeds->size() <= 256);
}

TEST_CASE("The hubs that a feed names are noted", "[crawler][feeds]") {
    const auto body = GENERATE(
        "<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel><atom:link rel='hub' "
        "href='https://hub.test/'/><item><title>a</title></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='HUB' href='//hub.test'/><link "
        "rel='self' href='https://x.test/'/></feed>",
        R"({"version":"https://jsonfeed.org/version/1.1","hubs":[{"type":"WebSub",)"
        R"("url":"https://hub.test/"},7,{"url":3}],"items":[]})");
    CAPTURE(body);
    const auto feed = crawler::read_feed(page_with(body));
    REQUIRE(feed);
    REQUIRE_FALSE(feed->hubs.empty());
    CHECK(feed->hubs[0] == "https://hub.test/");
}
