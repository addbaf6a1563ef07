#include "tests/hostile_pages.h"

namespace {

std::string times(std::size_t count, const std::function<std::string(std::size_t)>& part) {
    std::string all;
    for (std::size_t n = 0; n < count; ++n) all += part(n);
    return all;
}
std::string times(std::size_t count, const std::string& part) {
    return times(count, [&](std::size_t) { return part; });
}
std::string number(std::size_t n) { return std::to_string(n); }

std::string json_ld(const std::string& json) {
    return "<script type=application/ld+json>" + json + "</script><p>x";
}
std::string state(const std::string& json) {
    return "<script id=state type=application/json>" + json + "</script><p>x";
}

}  // namespace

const std::vector<HostilePage>& hostile_pages() {
    static const std::vector<HostilePage> pages{
        // Trees that grow faster than their pages.
        {"200,000 nested elements", [] { return times(200'000, "<div>") + "x"; }},
        {"200,000 nested spans", [] { return times(200'000, "<span>") + "x"; }},
        {"500 kB of nested <div>", [] { return times(100'000, "<div>"); }},
        {"60 kB of <i>", [] { return times(20'000, "<i>"); }},
        {"27 kB of formatting elements in paragraphs",
         [] { return times(2'000, [](auto n) { return "<b id=" + number(n) + "><p>"; }); }},
        {"the same, ten times as many",
         [] { return times(20'000, [](auto n) { return "<b id=" + number(n) + "><p>x"; }); }},
        {"misnested formatting", [] { return times(100'000, "<b><div></b>"); }},
        {"links in links", [] { return times(100'000, "<a href=x><p>"); }},
        {"tables in tables", [] { return times(50'000, "<table><tr><td>"); }},
        {"tables without cells", [] { return times(50'000, "<table><div>x"); }},
        {"selects", [] { return times(50'000, "<div><select></div><input>"); }},
        {"headings, lists and definitions",
         [] { return times(100'000, "<li><dd><h1><ul></p></form>"); }},
        // Much of one thing.
        {"a million attributes",
         [] { return "<p " + times(1'000'000, [](auto n) { return " a" + number(n); }) + ">x"; }},
        {"attributes of a second body",
         [] { return times(50'000, [](auto n) { return "<body data-" + number(n) + "=x>"; }); }},
        {"10 MB of text", [] { return "<p>" + times(1'000'000, "more words"); }},
        {"10 MB of lines", [] { return times(1'000'000, "more<br>x\n"); }},
        {"90,000 bold lines of one block",
         [] {
             return "<div>" +
                    times(90'000, "<b></b>The laboratory said so on Tuesday, again.<br>") +
                    "</div>";
         }},
        {"10 MB of sentences in alike elements",
         [] {
             return times(120'000, "<div class=a><p>It said so, on Tuesday, and again.</p></div>");
         }},
        {"10 MB of tags", [] { return times(2'500'000, "<p>x"); }},
        {"10 MB of end tags", [] { return times(2'500'000, "</b>"); }},
        {"10 MB of '<'", [] { return std::string(10'000'000, '<'); }},
        {"10 MB of entities", [] { return times(2'000'000, "&amp;"); }},
        {"10 MB of headlines",
         [] { return times(200'000, "<h2><a href=/x>Court to hear both labs</a></h2>"); }},
        {"10 MB of times",
         [] { return times(200'000, "<time datetime=2024-06-04T10:00>4 June 2024</time><p>"); }},
        {"10 MB of bylines", [] { return times(300'000, "<p class=byline>By Jane Doe</p>"); }},
        // What is opened and never closed.
        {"10 MB of opened comments", [] { return times(2'500'000, "<!--"); }},
        {"opened scripts", [] { return times(1'000'000, "<script>"); }},
        {"scripts in comments", [] { return times(500'000, "<script><!--<script>"); }},
        {"opened drawings", [] { return times(500'000, "<svg><title>"); }},
        {"drawings that text breaks out of", [] { return times(500'000, "<svg><p>"); }},
        {"opened templates", [] { return times(500'000, "<template>"); }},
        {"opened titles", [] { return times(500'000, "<title></titl"); }},
        {"plain text to the end", [] { return times(500'000, "<plaintext><p>x"); }},
        {"unclosed quotes", [] { return times(500'000, "<p class=\"a'"); }},
        {"foreign content", [] { return times(100'000, "<math><mi><svg><desc>"); }},
        // Bytes that are no text.
        {"NUL bytes", [] { return std::string(1'000'000, '\0') + "<p>\0</p>"; }},
        {"broken UTF-8", [] { return times(1'000'000, "\xC3\xE2\x80"); }},
        // Scripts that metadata and stories are read from.
        {"JSON of opened objects", [] { return json_ld(times(1'000'000, "{\"a\":")); }},
        {"JSON of quotes", [] { return json_ld(times(1'000'000, "\"a\",")); }},
        {"JSON of stories",
         [] {
             return json_ld("[" +
                            times(40'000, R"({"@type":"NewsArticle","author":{"@id":"x"}},)"));
         }},
        {"page state of paragraphs",
         [] { return state("[" + times(50'000, R"([{"type":"p","text":"so it said"},)")); }},
        {"64 bodies of JSON",
         [] {
             return times(64,
                          json_ld(R"({"articleBody":")" + times(10'000, "it said so, ") + "\"}"));
         }},
    };
    return pages;
}
