#include <catch2/catch.hpp>

#include "crawler/crawler.h"

using crawler::FeedFormat;

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

std::string rss(const std::string& item) {
    return "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
           "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
           "xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>Gazette</title><item>" +
           item + "</item></channel></rss>";
}

std::string atom(const std::string& entry) {
    return "<feed xmlns='http://www.w3.org/2005/Atom'><title>Gazette</title><entry>" + entry +
           "</entry></feed>";
}

std::string written(const std::optional<core::Timestamp>& stamp) {
    return stamp ? core::to_text(stamp->at) : "none";
}

}  // namespace

TEST_CASE("An RSS 2.0 feed is read with all we want of it", "[crawler][feeds]") {
    const auto feed = feed_of(
        "<?xml version='1.0'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        "<title>The Gazette</title><link>https://www.gazette.test/</link><language>en-GB</language>"
        "<item><title>Lab sues lab</title><link>/2025/lab</link>"
        "<guid isPermaLink='false'>g-1</guid><pubDate>Tue, 03 Jun 2025 14:03:00 +0200</pubDate>"
        "<dc:creator>Ada Field</dc:creator><author>bo@gazette.test (Bo Reed)</author>"
        "<description>Short &lt;b&gt;text&lt;/b&gt;</description>"
        "<content:encoded><![CDATA[<p>Long &amp; full</p>]]></content:encoded></item>"
        "</channel></rss>");
    CHECK(feed.format == FeedFormat::Rss2);
    CHECK(feed.title == "The Gazette");
    CHECK(feed.link == "https://www.gazette.test/");
    CHECK(feed.language == "en-GB");
    CHECK(feed.problems.empty());
    REQUIRE(feed.entries.size() == 1);
    const auto& entry = feed.entries[0];
    CHECK(entry.title == "Lab sues lab");
    CHECK(entry.url == "https://www.gazette.test/2025/lab");
    CHECK(entry.guid == "g-1");
    CHECK(written(entry.published) == "2025-06-03T12:03:00Z");
    CHECK(entry.authors == std::vector<std::string>{"Ada Field", "Bo Reed"});
    CHECK(entry.summary == "Short <b>text</b>");
    CHECK(entry.content_html == "<p>Long &amp; full</p>");
}

TEST_CASE("An Atom feed is read with all we want of it", "[crawler][feeds]") {
    const auto feed = feed_of(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de' xml:base='https://a.test/x/'>"
        "<title type='html'>Der &lt;i&gt;Bote&lt;/i&gt;</title>"
        "<link rel='self' href='feed.atom'/><link href='/'/>"
        "<entry><id>tag:a.test,2025:1</id><title>Klage</title>"
        "<link rel='edit' href='edit/1'/><link rel='alternate' type='text/html' href='1.html'/>"
        "<published>2025-06-03T14:03:00Z</published><updated>2025-06-04T00:00:00+02:00</updated>"
        "<author><name>Ada Field</name><email>ada@a.test</email></author>"
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
        "<p>Ein <a href='x?a=1&amp;b=2'>Wort</a><br/></p></div></content></entry></feed>");
    CHECK(feed.format == FeedFormat::Atom);
    CHECK(feed.title == "Der <i>Bote</i>");
    CHECK(feed.link == "https://a.test/");
    CHECK(feed.language == "de");
    REQUIRE(feed.entries.size() == 1);
    const auto& entry = feed.entries[0];
    CHECK(entry.url == "https://a.test/x/1.html");
    CHECK(entry.guid == "tag:a.test,2025:1");
    CHECK(written(entry.published) == "2025-06-03T14:03:00Z");
    CHECK(written(entry.updated) == "2025-06-03T22:00:00Z");
    CHECK(entry.authors == std::vector<std::string>{"Ada Field"});
    CHECK(entry.content_html ==
          "<div><p>Ein <a href=\"https://a.test/x/x?a=1&amp;b=2\">Wort</a><br></p></div>");
}

TEST_CASE("A JSON feed is read with all we want of it", "[crawler][feeds]") {
    const auto feed = feed_of(R"({"version":"https://jsonfeed.org/version/1.1","title":"Gazette",
        "home_page_url":"https://a.test/","language":"en","items":[
        {"id":7,"url":"/1","title":"One","date_published":"2025-06-03T14:03:00Z",
         "authors":[{"name":"Ada Field"}],"summary":"S","content_html":"<p>C</p>"},
        {"id":"8","external_url":"https://b.test/2","author":{"name":"Bo Reed"}}, 5]})");
    CHECK(feed.format == FeedFormat::Json);
    CHECK(feed.title == "Gazette");
    CHECK(feed.problems.size() == 1);
    REQUIRE(feed.entries.size() == 2);
    CHECK(feed.entries[0].guid == "7");
    CHECK(feed.entries[0].url == "https://www.gazette.test/1");
    CHECK(written(feed.entries[0].published) == "2025-06-03T14:03:00Z");
    CHECK(feed.entries[0].authors == std::vector<std::string>{"Ada Field"});
    CHECK(feed.entries[0].content_html == "<p>C</p>");
    CHECK(feed.entries[1].url == "https://b.test/2");
    CHECK(feed.entries[1].authors == std::vector<std::string>{"Bo Reed"});
}

TEST_CASE("Every format is told by its root", "[crawler][feeds]") {
    struct Case {
        const char* body;
        FeedFormat format;
    };
    const auto [body, format] = GENERATE(values<Case>({
        {"<rss version='2.0'><channel/></rss>", FeedFormat::Rss2},
        {"<rss version='0.91'><channel/></rss>", FeedFormat::Rss09},
        {"<rss><channel/></rss>", FeedFormat::Rss2},
        {"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
         "xmlns='http://purl.org/rss/1.0/'><channel/></rdf:RDF>",
         FeedFormat::Rss1},
        {"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
         "xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel/></rdf:RDF>",
         FeedFormat::Rss09},
        {"<feed xmlns='http://purl.org/atom/ns#' version='0.3'/>", FeedFormat::Atom},
        {"<feed/>", FeedFormat::Atom},
        {"{\"items\":[]}", FeedFormat::Json},
    }));
    CAPTURE(body);
    CHECK(feed_of(body).format == format);
}

TEST_CASE("Titles are what was published, with the markup they were written in",
          "[crawler][feeds]") {
    struct Case {
        std::string body;
        const char* title;
    };
    const auto [body, title] = GENERATE(values<Case>({
        {rss("<title>Plain  and\n spaced </title>"), "Plain and spaced"},
        {rss("<title>R&amp;amp;D &amp;#8217;s</title>"), "R&D ’s"},
        {rss("<title><![CDATA[R&amp;D]]></title>"), "R&D"},
        {rss("<title>R&D & more</title>"), "R&D & more"},
        {rss("<title>caf&eacute;&nbsp;&hellip;</title>"), "café …"},
        {rss("<title>It&#146;s</title>"), "It’s"},
        {rss("<title>a\x08 b\x1e</title>"), "a b"},
        {rss("<title>5 &lt; 6</title>"), "5 < 6"},
        {rss("<title>&unheard; of</title>"), "&unheard; of"},
        {atom("<title type='html'>&lt;b&gt;Bold&lt;/b&gt; &amp;amp; more</title>"),
         "<b>Bold</b> &amp; more"},
        {atom("<title type='text'>5 &lt; 6</title>"), "5 < 6"},
        {atom("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <b>b</b></div>"
              "</title>"),
         "A <b>b</b>"},
        {atom("<title>A <b>b</b></title>"), "A <b>b</b>"},
        {atom("<title type='xhtml' xml:base='http://a.test/x/'><div "
              "xmlns='http://www.w3.org/1999/xhtml'><a href='y'>b</a></div></title>"),
         "<a href=\"http://a.test/x/y\">b</a>"},
        {rss("<title><p>A</p></title>"), "<p>A</p>"},
        {rss("<title>&lt;p&gt;A&lt;/p&gt;</title>"), "<p>A</p>"},
        {rss("<title><![CDATA[&lt;p&gt;A]]></title>"), "&lt;p&gt;A"},
        {atom("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>The &lt;i> tag</div>"
              "</title>"),
         "The &lt;i&gt; tag"},
        {atom("<title mode='base64'> Qm9sZCA8Yj4= </title>"), "Bold <b>"},
        {atom("<title type='application/octet-stream'>Qm9sZA==</title>"), "Bold"},
        {atom("<title mode='base64'>not base 64!</title>"), "not base 64!"},
    }));
    CAPTURE(body);
    CHECK(only_entry(body).title == title);
}

TEST_CASE("An entry's address is found where it stands", "[crawler][feeds]") {
    struct Case {
        std::string body;
        const char* url;
    };
    const auto [body, url] = GENERATE(values<Case>({
        {rss("<link> https://a.test/1\n</link>"), "https://a.test/1"},
        {rss("<link>2</link>"), "https://www.gazette.test/news/2"},
        {rss("<guid>https://a.test/3</guid>"), "https://a.test/3"},
        {rss("<link/><guid isPermaLink='true'>https://a.test/4</guid>"), "https://a.test/4"},
        {rss("<atom:link rel='alternate' href='https://a.test/5'/>"), "https://a.test/5"},
        {rss("<atom:link rel='self' href='https://a.test/no'/><link>https://a.test/6</link>"),
         "https://a.test/6"},
        {rss("<link>https://a.test/7?a=1&b=2</link>"), "https://a.test/7?a=1&b=2"},
        {rss("<link><![CDATA[https://a.test/8?a=1&b=2]]></link>"), "https://a.test/8?a=1&b=2"},
        {atom("<link href='https://a.test/9?a=1&amp;b=2'/>"), "https://a.test/9?a=1&b=2"},
        {atom("<link type='application/pdf' href='/p.pdf'/><link href='/10'/>"),
         "https://www.gazette.test/10"},
        {"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/b/'><entry xml:base='c/'>"
         "<link href='11'/></entry></feed>",
         "https://www.gazette.test/b/c/11"},
    }));
    CAPTURE(body);
    CHECK(only_entry(body).url == url);
}

TEST_CASE("Dates are read from every element that holds one", "[crawler][feeds]") {
    struct Case {
        std::string body;
        const char* published;
        const char* updated;
    };
    const auto [body, published, updated] = GENERATE(values<Case>({
        {rss("<pubDate>Tue, 03 Jun 2025 14:03:00 GMT</pubDate>"), "2025-06-03T14:03:00Z", "none"},
        {rss("<dc:date>2025-06-03T14:03:00Z</dc:date>"), "2025-06-03T14:03:00Z", "none"},
        {rss("<dc:date>2025-06-04</dc:date><pubDate>Tue, 03 Jun 2025 14:03:00 GMT</pubDate>"),
         "2025-06-03T14:03:00Z", "none"},
        {rss("<pubDate>recently</pubDate>"), "none", "none"},
        {rss("<atom:updated>2025-06-05T00:00:00Z</atom:updated>"), "none", "2025-06-05T00:00:00Z"},
        {atom("<issued>2025-06-03T14:03:00Z</issued><modified>2025-06-05T00:00:00Z</modified>"),
         "2025-06-03T14:03:00Z", "2025-06-05T00:00:00Z"},
    }));
    CAPTURE(body);
    const auto entry = only_entry(body);
    CHECK(written(entry.published) == published);
    CHECK(written(entry.updated) == updated);
}

TEST_CASE("People are called by their names", "[crawler][feeds]") {
    struct Case {
        const char* written;
        const char* name;
    };
    const auto [author, name] = GENERATE(values<Case>({
        {"jo@a.test (Jo Lee)", "Jo Lee"},
        {"Jo Lee (jo@a.test)", "Jo Lee"},
        {"Jo Lee <jo@a.test>", "Jo Lee"},
        {"  Jo\n Lee ", "Jo Lee"},
        {"(Jo Lee)", "Jo Lee"},
        {"Jo Lee (Berlin)", "Jo Lee"},
        {"jo@a.test", "jo@a.test"},
    }));
    CAPTURE(author);
    CHECK(only_entry(rss("<dc:creator><![CDATA[" + std::string(author) + "]]></dc:creator>"))
              .authors == std::vector<std::string>{name});
}
