#include <catch2/catch.hpp>
#include <string>

#include "core/text.h"
#include "extractor/page/document.h"
#include "extractor/page/main_text.h"
#include "extractor/page/metadata.h"

namespace {

using extractor::Metadata;

constexpr const char* kText =
    "<p>The reservoir above the town has reached its highest level in a decade, the water board "
    "said on Tuesday, and engineers opened the lower sluice during the night, as planned.</p>"
    "<p>Residents of the lower streets were told to move their cars. Nobody was hurt, and the "
    "bridge stayed open to traffic, a spokeswoman for the council said in the morning.</p>";

core::FetchedPage page_of(const std::string& html) {
    core::FetchedPage page;
    page.url = *core::Url::parse("https://www.morning-echo.example/news/reservoir-full");
    page.content_type = "text/html; charset=utf-8";
    page.fetched_at = core::parse_timestamp("2024-06-30T12:00:00Z")->at;
    page.body = html;
    return page;
}

Metadata read(const core::FetchedPage& page) {
    const auto document = extractor::read_document(page);
    REQUIRE(document);
    const auto main_text = extractor::find_main_text(*document);
    const auto written = extractor::write_text(*document, main_text);
    return extractor::read_metadata(*document, page, main_text, written.text);
}

// `head`: what stands in <head>; `top`: between the heading and the text.
Metadata read(const std::string& head, const std::string& top = "") {
    return read(
        page_of("<html><head><title>Reservoir above the town is full - Morning Echo"
                "</title>" +
                head + "</head><body><article><h1>Reservoir above the town is full</h1>" + top +
                kText + "</article></body></html>"));
}

std::string published(const Metadata& metadata) {
    return metadata.published ? core::to_text(*metadata.published) : "none";
}
std::string modified(const Metadata& metadata) {
    return metadata.modified ? core::to_text(*metadata.modified) : "none";
}
std::string authors(const Metadata& metadata) { return core::join(metadata.authors, " + "); }

std::string linked(const std::string& json) {
    return "<script type=\"application/ld+json\">" + json + "</script>";
}
std::string meta(const std::string& name, const std::string& content) {
    return "<meta name=\"" + name + "\" content=\"" + content + "\">";
}

std::string reason(const Metadata& metadata, std::string_view field) {
    for (const auto& each : metadata.reasons)
        if (each.field == field) return std::string(each.witness) + ": " + each.why;
    return "";
}

}  // namespace

TEST_CASE("A bare page is described by what its reader sees", "[extractor][metadata]") {
    const auto metadata = read("", "<p>By Jane Doe and John Roe</p><p>4 June 2024, 14:03 BST</p>");
    CHECK(metadata.title == "Reservoir above the town is full");
    CHECK(authors(metadata) == "Jane Doe + John Roe");
    CHECK(published(metadata) == "2024-06-04T13:03:00Z");
    CHECK(metadata.published->offset == std::chrono::minutes{60});
    CHECK(modified(metadata) == "none");
    CHECK(metadata.language == "en");
    CHECK(metadata.outlet.domain == "morning-echo.example");
    CHECK(reason(metadata, "authors") == "byline in the text: first in trust that names people");
}

TEST_CASE("JSON-LD tells of the story, whatever shape it has", "[extractor][metadata]") {
    const std::string story =
        R"({"@type": "NewsArticle", "headline": "Reservoir above the town is full",
            "datePublished": "2024-06-04T14:03:00+01:00", "dateModified": "2024-06-05T09:00:00Z",
            "author": [{"@type": "Person", "name": "Jane Doe"}, {"@id": "#roe"}],
            "publisher": {"@type": "Organization", "name": "The Morning Echo"}})";
    const std::string person = R"({"@type": "Person", "@id": "#roe", "name": "John Roe"})";
    const auto json = GENERATE_COPY(
        story + person, "[" + story + "," + person + "]",
        R"({"@context": "https://schema.org", "@graph": [)" + person + "," + story + "]}",
        R"({"@type": "WebPage", "mainEntity": )" + story + "}" + person,
        "// <![CDATA[\n" + story + ",\n" + person + "\n// ]]>");
    CAPTURE(json);
    const auto metadata = read(linked(json));
    CHECK(authors(metadata) == "Jane Doe + John Roe");
    CHECK(published(metadata) == "2024-06-04T13:03:00Z");
    CHECK(modified(metadata) == "2024-06-05T09:00:00Z");
    CHECK(metadata.outlet.name == "The Morning Echo");
    CHECK(reason(metadata, "published") == "JSON-LD: first in trust");
}

TEST_CASE("Another story's JSON-LD is not believed", "[extractor][metadata]") {
    const auto metadata = read(linked(R"([
        {"@type": "ItemList", "itemListElement": [
            {"@type": "NewsArticle", "headline": "Otter seen", "url": "https://www.morning-echo.example/otter",
             "datePublished": "2024-01-01", "author": "Ann Lee"}]},
        {"@type": "NewsArticle", "headline": "Otter seen again", "datePublished": "2024-01-02",
         "url": "https://www.morning-echo.example/otter-2", "author": "Ann Lee"},
        {"@type": "NewsArticle", "headline": "Reservoir above the town is full",
         "mainEntityOfPage": {"@id": "https://www.morning-echo.example/news/reservoir-full"},
         "datePublished": "2024-06-04T10:00:00Z", "author": "Jane Doe"}])"));
    CHECK(authors(metadata) == "Jane Doe");
    CHECK(published(metadata) == "2024-06-04T10:00:00Z");
}

TEST_CASE("Published and modified are kept apart", "[extractor][metadata]") {
    struct Case {
        std::string head, top;
        const char* published;
        const char* modified;
    };
    const auto [head, top, first, last] = GENERATE(values<Case>({
        {meta("article:published_time", "2024-06-04T10:00:00Z") +
             meta("article:modified_time", "2024-06-06T10:00:00Z"),
         "", "2024-06-04T10:00:00Z", "2024-06-06T10:00:00Z"},
        {"", "<p>Published 4 June 2024, updated 6 June 2024</p>", "2024-06-04", "2024-06-06"},
        {"", "<p>Veröffentlicht am 4. Juni 2024</p><p>Aktualisiert: 6. Juni 2024</p>", "2024-06-04",
         "2024-06-06"},
        {"",
         "<p>Updated <time datetime=\"2024-06-06T10:00:00Z\">Thursday</time></p>"
         "<p><time datetime=\"2024-06-04T10:00:00Z\">Tuesday</time></p>",
         "2024-06-04T10:00:00Z", "2024-06-06T10:00:00Z"},
        {meta("date", "2024-06-04T10:00:00Z") + meta("lastmod", "2024-06-04T10:00:00Z"), "",
         "2024-06-04T10:00:00Z", "none"},
        {meta("parsely-pub-date", "2024-06-04T10:00:00Z"), "", "2024-06-04T10:00:00Z", "none"},
        {meta("dcterms.created", "2024-06-04"), "", "2024-06-04", "none"},
        {"", "<span itemprop=\"datePublished\" content=\"2024-06-04\">Tue</span>", "2024-06-04",
         "none"},
    }));
    CAPTURE(head, top);
    const auto metadata = read(head, top);
    CHECK(published(metadata) == first);
    CHECK(modified(metadata) == last);
}

TEST_CASE("What readers are shown as the day of publication outweighs JSON-LD alone",
          "[extractor][metadata]") {
    const auto told = linked(R"({"@type":"NewsArticle","datePublished":"2019-11-25T10:00:00Z",
                                 "dateModified":"2024-06-04T10:00:00Z"})");
    const std::string day = "<p>4 June 2024</p>";
    const std::string named =
        "<time data-testid=PublishDate datetime=\"2024-06-04T10:00:00Z\">4 June 2024</time>";
    struct Case {
        std::string head, top;
        const char* published;
    };
    const auto [head, top, first] = GENERATE_COPY(values<Case>({
        {told, day, "2019-11-25T10:00:00Z"},
        {told, named, "2024-06-04T10:00:00Z"},
        {told + meta("date", "June 4, 2024"), day, "2024-06-04"},
        {told + meta("date", "June 4, 2024") + meta("article:published_time", "2019-11-25"), day,
         "2019-11-25T10:00:00Z"},
        {told, "<time class=publish-date>3 June 2024</time>", "2019-11-25T10:00:00Z"},
        {told + meta("date", "June 4, 2024"), "<p>Updated 4 June 2024</p>", "2019-11-25T10:00:00Z"},
    }));
    CAPTURE(head, top);
    CHECK(published(read(head, top)) == first);
}

TEST_CASE("The date below the heading is the story's, the one above it the page's",
          "[extractor][metadata]") {
    const auto page = page_of(
        "<html><head><title>Reservoir is full</title></head><body><p>Saturday, 29 June 2024</p>"
        "<h1>Reservoir is full</h1><p>4 June 2024, reading time 3 min.</p>" +
        std::string(kText) + "</body></html>");
    CHECK(published(read(page)) == "2024-06-04");
}

TEST_CASE("Impossible dates are refused, and the next witness is asked", "[extractor][metadata]") {
    const auto* const impossible =
        GENERATE("1970-01-01T00:00:00Z", "2024-08-01T00:00:00Z", "0000-00-00", "soon");
    CAPTURE(impossible);
    const auto metadata = read(meta("article:published_time", impossible), "<p>4 June 2024</p>");
    CHECK(published(metadata) == "2024-06-04");
}

TEST_CASE("The address decides between dates, and never alone against all",
          "[extractor][metadata]") {
    auto page = page_of("<html><head><title>Reservoir</title>" +
                        meta("article:published_time", "2024-06-20T10:00:00Z") +
                        meta("date", "2024-06-04T10:00:00Z") + "</head><body><h1>Reservoir</h1>" +
                        kText + "</body></html>");
    CHECK(published(read(page)) == "2024-06-20T10:00:00Z");
    page.url = *core::Url::parse("https://www.morning-echo.example/2024/06/04/reservoir");
    CHECK(published(read(page)) == "2024-06-04T10:00:00Z");
    page.url = *core::Url::parse("https://www.morning-echo.example/2019/01/02/reservoir");
    CHECK(published(read(page)) == "2024-06-20T10:00:00Z");
    page.body = std::string("<html><body><h1>Reservoir</h1>") + kText + "</body></html>";
    CHECK(published(read(page)) == "2019-01-02");
}

TEST_CASE("A clock on the page tells the zone of a moment in UTC", "[extractor][metadata]") {
    const auto metadata = read(meta("article:published_time", "2024-06-05T01:10:00Z"),
                               "<p>June 4, 2024, 9:10 p.m. EDT</p>");
    CHECK(published(metadata) == "2024-06-05T01:10:00Z");
    CHECK(core::to_text(metadata.published->day()) == "2024-06-04");
}

TEST_CASE("A title loses its outlet, and a heading that says the same wins",
          "[extractor][metadata]") {
    CHECK(read(meta("og:site_name", "Morning Echo")).title == "Reservoir above the town is full");
    auto page = page_of(
        "<html><head><title>Full to the brim | Morning Echo</title>"
        "<meta property=\"og:site_name\" content=\"Morning Echo\"></head><body>" +
        std::string(kText) + "</body></html>");
    CHECK(read(page).title == "Full to the brim");
    page.body =
        "<html><head><meta property=\"og:title\" content=\"Full to the brim\"></head>"
        "<body><h1>Morning Echo</h1>" +
        std::string(kText) + "</body></html>";
    CHECK(read(page).title == "Full to the brim");
}

TEST_CASE("Where all markup names the story otherwise, its heading is only the newest",
          "[extractor][metadata]") {
    const auto page = [](const std::string& twitter) {
        return page_of("<html><head><title>Flood watch in the valley | Morning Echo</title>" +
                       meta("og:title", "Flood watch in the valley") +
                       meta("og:site_name", "Morning Echo") + meta("twitter:title", twitter) +
                       linked(R"({"@type":"NewsArticle","headline":"Flood watch in the valley"})") +
                       "</head><body><h1>Bridge closed, mayor asks everybody to stay in</h1>" +
                       std::string(kText) + "</body></html>");
    };
    CHECK(read(page("Flood watch in the valley")).title == "Flood watch in the valley");
    CHECK(read(page("Mayor asks everybody to stay in")).title ==
          "Bridge closed, mayor asks everybody to stay in");
}

TEST_CASE("A kicker above its headline gets the mark that the markup has",
          "[extractor][metadata]") {
    const auto page = page_of(
        "<html><head><meta property=\"og:title\" content=\"Flood watch: Reservoir is full\">"
        "</head><body><h1><span>Flood watch</span> <span>Reservoir is full</span></h1>" +
        std::string(kText) + "</body></html>");
    CHECK(read(page).title == "Flood watch: Reservoir is full");
}

TEST_CASE("Names come from the page's story, not from around it", "[extractor][metadata]") {
    struct Case {
        std::string head, top;
        const char* authors;
    };
    const auto [head, top, names] = GENERATE(values<Case>({
        {meta("author", "Jane Doe"), "", "Jane Doe"},
        {meta("author", "Jane Doe"), "<p>By Jane Doe and John Roe</p>", "Jane Doe + John Roe"},
        {meta("author", "Morning Echo"), "<p>By Jane Doe</p>", "Jane Doe"},
        {meta("article:author", "https://www.facebook.com/echo"), "<a rel=author>Jane Doe</a>",
         "Jane Doe"},
        {"", "<div class=byline><span>By</span> <a href=\"/people/jane\">Jane Doe</a></div>",
         "Jane Doe"},
        {"", "<div class=author><a>Jane Doe</a> <a>John Roe</a></div>", "Jane Doe + John Roe"},
        {"", "<div class=byline><b>Jane Doe</b><span>Morning Echo</span></div>", "Jane Doe"},
        {"", "<p>Photo by Ann Lee</p><p>By Jane Doe</p>", "Jane Doe"},
        {"", "<figure><figcaption>By Ann Lee</figcaption></figure><p>By Jane Doe</p>", "Jane Doe"},
        {linked(
             R"({"@type":"NewsArticle","author":{"@type":"Organization","name":"Morning Echo"}})"),
         "<p>By Jane Doe</p>", "Jane Doe"},
        {linked(
             R"({"@type":"NewsArticle","author":{"name":"Jane Doe, Chief Officer and Head of X"}})"),
         "", "Jane Doe"},
        {linked(R"({"@type":"Article","author":{"givenName":"Jane","familyName":"Doe"}})"), "",
         "Jane Doe"},
        {"", "<p>Jane Doe 4 June 2024</p>", "Jane Doe"},
        {"", "<p>Flooded Bridge in Springfield Station, 4 June 2024</p>", ""},
        {"", "<p>Flood Watch</p>", ""},
        {"", "<nav><a href=\"/author/ann\">Ann Lee</a></nav>", ""},
        {meta("article:author", "https://social.example/profile/echo"), "", ""},
        {meta("author", "Jane Doe"), "<div class=byline>Jane Doe<a>John Roe</a></div>",
         "Jane Doe + John Roe"},
        {meta("author", "Jane Doe"), "<div class=byline>Jane Doe<span>Flood Writer</span></div>",
         "Jane Doe"},
        {meta("author", "Morning Echo"), "", "Morning Echo"},
        {meta("author", "Reuters"), "", "Reuters"},
        {meta("author", "Staff"), "", ""},
        {meta("author", "Morning Echo"), "<p>AP, SPRINGFIELD</p>", "AP"},
        {linked(R"({"@type":"NewsArticle","author":[{"name":"Jane Doe"},{"name":"AP"}]})"), "",
         "Jane Doe + AP"},
        {"", "", ""},
    }));
    CAPTURE(head, top);
    CHECK(authors(read(head, top)) == names);
}

TEST_CASE("Who took the pictures or edited the text is no author, whatever the markup says",
          "[extractor][metadata]") {
    const auto two = meta("author", "Jane Doe") + meta("author", "Ann Lee");
    struct Case {
        std::string top;
        const char* authors;
    };
    const auto [top, names] = GENERATE(values<Case>({
        {"<p>By Jane Doe</p><p>Photography by Ann Lee</p>", "Jane Doe"},
        {"<p>By <a>Jane Doe</a></p><p>Edited by <a>Ann Lee</a></p>", "Jane Doe"},
        {"<p>By Jane Doe</p><div class=byline>Contributions from <a>Ann Lee</a></div>", "Jane Doe"},
        {"<p>By Jane Doe and Ann Lee</p><p>Photos by Ann Lee</p>", "Jane Doe + Ann Lee"},
        {"<p>Photos by Ann Lee and Jane Doe</p>", "Jane Doe + Ann Lee"},
        {"<p>Photos by Ann Lee, words by Jane Doe</p>", "Jane Doe + Ann Lee"},
    }));
    CAPTURE(top);
    CHECK(authors(read(two, top)) == names);
}

TEST_CASE("A teaser's byline above the heading is another story's", "[extractor][metadata]") {
    const std::string byline = "<p class=byline>By Ann Lee</p>";
    const auto above = [&](const std::string& what) {
        const auto page =
            page_of("<html><head><title>Reservoir is full</title></head><body>" + what + byline +
                    "<h1>Reservoir is full</h1>" + std::string(kText) + "</body></html>");
        return authors(read(page));
    };
    CHECK(above("<h3><a href=/otter>Otter seen again</a></h3>") == "");
    CHECK(above("<p>News</p>") == "Ann Lee");
}

TEST_CASE("A name that stands alone above the first paragraph is the writer's",
          "[extractor][metadata]") {
    const auto alone = [](const std::string& line) {
        return authors(read(meta("author", "Morning Echo"), "<p>4 June 2024</p>" + line));
    };
    CHECK(alone("<p>Jane Doe</p>") == "Jane Doe");
    CHECK(alone("<p>Jane Doe/John Roe</p>") == "Jane Doe + John Roe");
    CHECK(alone("<p>Rain at night</p>") == "Morning Echo");
    CHECK(alone("<p>Flooded Bridge in Springfield</p>") == "Morning Echo");
    CHECK(alone("<h2>Jane Doe</h2>") == "Morning Echo");
    CHECK(alone("<p><a href=/places/jane>Jane Doe</a></p>") == "Morning Echo");
}

TEST_CASE("A story may name its writer where it ends", "[extractor][metadata]") {
    const auto* const end = GENERATE("<p>(Reporting by Jane Doe; editing by Ann Lee)</p>",
                                     "<p>Text: Jane Doe</p>", "<p><b>Jane Doe</b></p>");
    CAPTURE(end);
    const auto page = page_of(
        "<html><head><title>Reservoir is full</title></head><body><article>"
        "<h1>Reservoir is full</h1>" +
        std::string(kText) + end + "</article></body></html>");
    CHECK(authors(read(page)) == "Jane Doe");
}

TEST_CASE("Figures that may be two days are read as others say", "[extractor][metadata]") {
    CHECK(published(read("", "<p>05/06/2024</p>")) == "2024-05-06");
    CHECK(published(read("", "<p>06/07/2024</p>")) == "2024-06-07");
    CHECK(published(read("", "<p>07/06/2024</p>")) == "2024-06-07");  // July is yet to come
    CHECK(published(read(meta("dc.date", "05/06/2024") + meta("lastmod", "2024-06-05"))) ==
          "2024-06-05");
    auto page = page_of("<html><body><h1>Reservoir</h1><p>04/05/2024</p>" + std::string(kText) +
                        "</body></html>");
    page.url = *core::Url::parse("https://www.morning-echo.example/2024/05/reservoir");
    CHECK(published(read(page)) == "2024-05-04");
}

TEST_CASE("An outlet is named by the page, else by its title", "[extractor][metadata]") {
    CHECK(read("<meta property=\"og:site_name\" content=\"The Morning Echo\">").outlet.name ==
          "The Morning Echo");
    CHECK(read(meta("application-name", "Echo")).outlet.name == "Echo");
    CHECK(read("").outlet.name == "Morning Echo");
}

TEST_CASE("The canonical address stays within the site", "[extractor][metadata]") {
    struct Case {
        const char* told;
        const char* address;
    };
    const auto [told, address] = GENERATE(values<Case>({
        {"https://www.morning-echo.example/reservoir?utm_source=x#top",
         "https://www.morning-echo.example/reservoir"},
        {"/reservoir", "https://www.morning-echo.example/reservoir"},
        {"https://amp.morning-echo.example/reservoir",
         "https://amp.morning-echo.example/reservoir"},
        {"https://elsewhere.example/reservoir", "none"},
        {"https://www.morning-echo.example/", "none"},
        {"javascript:alert(1)", "none"},
    }));
    CAPTURE(told);
    const auto metadata = read("<link rel=canonical href=\"" + std::string(told) + "\">");
    CHECK((metadata.canonical_url ? metadata.canonical_url->text() : "none") == address);
}

TEST_CASE("Wishes to robots come from page and header", "[extractor][metadata]") {
    auto page =
        page_of("<html><head><meta name=ROBOTS content=\"NoIndex, nofollow\"></head><body>" +
                std::string(kText) + "</body></html>");
    page.headers = {{"X-Robots-Tag", "noarchive, noindex"}};
    CHECK(read(page).robots == std::vector<std::string>{"noindex", "nofollow", "noarchive"});
}

TEST_CASE("A page full of witnesses is read in bounded time", "[extractor][metadata]") {
    std::string head;
    for (int n = 0; n < 200'000; ++n) head += "<meta name=author content=\"A B\">";
    std::string json = "[";
    for (int n = 0; n < 60'000; ++n) json += R"({"@type":"WebSite","@type":"WebSite"},)";
    head +=
        linked(json) + linked(std::string(1'000'000, '{')) + linked(std::string(1'000'000, '"'));
    const auto metadata = read(head);
    CHECK(metadata.title == "Reservoir above the town is full");
}
