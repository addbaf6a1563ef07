#include <catch2/catch.hpp>

#include "crawler/crawler.h"
#include "crawler/xml_text.h"

namespace {

core::FetchedPage page_with(std::string body, std::string type = "application/xml") {
    core::FetchedPage page;
    page.url = core::Url::parse("https://www.gazette.test/news/feed").value();
    page.content_type = std::move(type);
    page.body = std::move(body);
    return page;
}

crawler::Feed feed_of(const std::string& body) {
    auto feed = crawler::read_feed(page_with(body));
    if (!feed) FAIL(feed.error().message);
    return *feed;
}

crawler::FeedEntry only_entry(const std::string& body) {
    const auto feed = feed_of(body);
    REQUIRE(feed.entries.size() == 1);
    return feed.entries.front();
}

}  // namespace

TEST_CASE("What is no feed is not readable", "[crawler][feeds]") {
    const std::string body = GENERATE(
        as<std::string>{}, "", "   ", "hello", "<html><body><p>Hello</p></body></html>",
        "<!DOCTYPE html><html><head><title>rss</title></head><body><rss></rss></body></html>",
        "{\"items\":7}", "{", "[]", "<?xml version='1.0'?>", "<opml/>", std::string("\0\1\2", 3));
    const auto feed = crawler::read_feed(page_with(body));
    REQUIRE_FALSE(feed);
    CHECK(feed.error().kind == core::Failure::Kind::NotReadable);
    CHECK(feed.error().input == "https://www.gazette.test/news/feed");
}

TEST_CASE("Broken feeds give what can be read of them", "[crawler][feeds]") {
    struct Case {
        const char* body;
        std::size_t entries;
    };
    const auto [body, entries] = GENERATE(values<Case>({
        {"\n\n junk <?xml version='1.0'?><rss><channel><item><title>a</title></item>"
         "</channel></rss>",
         1},
        {"<rss><channel><item><title>a</title></item><item><title>b", 2},        // cut off
        {"<rss><channel><item><title>a<item><title>b</title></item></rss>", 2},  // unclosed
        {"<rss><channel><item><title>a</title><media:thumb url=x></item><item/></channel></rss>",
         2},
        {"<rss><channel><item><a b='1' b='2'/></item></channel></rss> trailing <x", 1},
        {"<channel><item/></channel>", 1},
        {"<RSS version='2.0'><Channel><Item><Title>a</Title></Item></Channel></RSS>", 1},
    }));
    CAPTURE(body);
    CHECK(feed_of(body).entries.size() == entries);
}

TEST_CASE("Entities of a stranger's making are not expanded", "[crawler][feeds]") {
    std::string laughs = "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\">";
    for (char name = 'b'; name <= 'j'; ++name) {
        laughs += std::string("<!ENTITY ") + name + " \"";
        for (int n = 0; n < 10; ++n) laughs += std::string("&") + char(name - 1) + ";";
        laughs += "\">";
    }
    const std::string body =
        GENERATE_COPY(laughs + "]><rss><channel><item><title>&j;</title></item></channel></rss>",
                      std::string("<!DOCTYPE r [<!ENTITY j SYSTEM 'file:///etc/passwd'>]>"
                                  "<rss><channel><item><title>&j;</title></item></channel></rss>"));
    CHECK(only_entry(body).title == "&j;");
}

TEST_CASE("Deep nesting ends early, not in a crash", "[crawler][feeds]") {
    std::string xml = "<rss><channel><item><title>a</title></item>", json = "{\"items\":";
    for (int n = 0; n < 200'000; ++n) xml += "<a>";
    for (int n = 0; n < 200'000; ++n) json += "[";
    const auto feed = feed_of(xml);
    CHECK(feed.entries.size() == 1);
    CHECK_FALSE(feed.problems.empty());
    CHECK_FALSE(crawler::read_feed(page_with(json)));
}

TEST_CASE("Feeds are bounded in bytes and entries", "[crawler][feeds]") {
    const auto large = crawler::read_feed(page_with(std::string((16 << 20) + 1, ' ')));
    REQUIRE_FALSE(large);
    CHECK(large.error().kind == core::Failure::Kind::TooLarge);
    std::string many = "<rss><channel>";
    for (int n = 0; n < 50'001; ++n) many += "<item/>";
    const auto feed = feed_of(many);
    CHECK(feed.entries.size() == 50'000);
    CHECK(feed.problems.front().find("50,000") != std::string::npos);
}

TEST_CASE("A feed is decoded by its header or declaration", "[crawler][feeds]") {
    const std::string body =
        "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>caf\xE9</title>"
        "</channel></rss>";
    CHECK(feed_of(body).title == "café");
}

TEST_CASE("Markup goes from a title, but not what only looks like it", "[crawler][feeds]") {
    CHECK(crawler::without_markup("a <b>c</b> &lt;d&gt; 1 < 2") == "a c <d> 1 < 2");
    CHECK(crawler::without_markup("<b") == "<b");
    CHECK(crawler::without_markup("") == "");
}
