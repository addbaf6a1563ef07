#include <catch2/catch.hpp>
#include <string>

#include "extractor/extractor.h"

namespace {

extractor::PageLinks links_of(std::string html) {
    core::FetchedPage page;
    page.url = core::Url::parse("https://www.gazette.test/ai/").value();
    page.content_type = "text/html";
    page.body = std::move(html);
    return extractor::read_links(page);
}

}  // namespace

TEST_CASE("links are resolved, in order, each address once, with its words", "[extractor][links]") {
    const auto links = links_of(
        "<a href='/2025/lab-sues'><img></a><a href='/2025/lab-sues#more'>Lab <b>sues</b></a>"
        "<a href='//cdn.gazette.test/x'>X</a><a href='#top'>Top</a><a href='mailto:a@b.test'>M</a>"
        "<a href='other'>Other</a><a>No address</a><a href='javascript:void(0)'>J</a>");
    REQUIRE(links.links.size() == 3);
    CHECK(links.links[0].url.text() == "https://www.gazette.test/2025/lab-sues");
    CHECK(links.links[0].text == "Lab sues");
    CHECK(links.links[1].url.text() == "https://cdn.gazette.test/x");
    CHECK(links.links[2].url.text() == "https://www.gazette.test/ai/other");
    CHECK_FALSE(links.nofollow);
}

TEST_CASE("a page's <base> is what its links are resolved against", "[extractor][links]") {
    const auto links = links_of("<base href='/deep/er/'><a href='x'>x</a>");
    REQUIRE(links.links.size() == 1);
    CHECK(links.links[0].url.text() == "https://www.gazette.test/deep/er/x");
}

TEST_CASE("links that must not be followed are left out", "[extractor][links]") {
    CHECK(links_of("<a rel='sponsored nofollow' href='/x'>x</a>").links.empty());
    const auto content = GENERATE(as<std::string>(), "noindex, nofollow", "NOFOLLOW", "none");
    CAPTURE(content);
    CHECK(links_of("<meta name=robots content='" + content + "'>").nofollow);
}

TEST_CASE("feeds are found by their type", "[extractor][links]") {
    const auto links = links_of(
        "<link rel='alternate' type='application/rss+xml' href='/feed.xml'>"
        "<link rel=alternate type=application/feed+json href=feed.json>"
        "<link rel='alternate' hreflang=de href='/de/'><link rel=stylesheet type=text/xml href=a>");
    REQUIRE(links.feeds.size() == 2);
    CHECK(links.feeds[0].text() == "https://www.gazette.test/feed.xml");
    CHECK(links.feeds[1].text() == "https://www.gazette.test/ai/feed.json");
}
