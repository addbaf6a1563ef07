#include <catch2/catch.hpp>
#include <functional>
#include <string>

#include <sys/resource.h>

#include "extractor/page/document.h"

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

double cpu_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

// The page itself, and the machinery of the test, included.
double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double kSeconds = 20;
constexpr double kMegabytes = 4000;
#else
constexpr double kSeconds = 1;
constexpr double kMegabytes = 200;
#endif

struct Hostile {
    const char* what;
    std::function<std::string()> page;
};

}  // namespace

TEST_CASE("pages made to break a parser end soon, and small", "[extractor][page][hostile]") {
    const auto [what, make] = GENERATE(values<Hostile>({
        {"200,000 nested elements", [] { return times(200'000, "<div>") + "x"; }},
        {"200,000 nested spans", [] { return times(200'000, "<span>") + "x"; }},
        {"60 kB of <i>", [] { return times(20'000, "<i>"); }},
        {"unlike formatting elements in paragraphs",
         [] { return times(2'000, [](auto n) { return "<b id=" + number(n) + "><p>"; }); }},
        {"the same, ten times as many",
         [] { return times(20'000, [](auto n) { return "<b id=" + number(n) + "><p>x"; }); }},
        {"misnested formatting", [] { return times(100'000, "<b><div></b>"); }},
        {"links in links", [] { return times(100'000, "<a href=x><p>"); }},
        {"tables in tables", [] { return times(50'000, "<table><tr><td>"); }},
        {"tables without cells", [] { return times(50'000, "<table><div>x"); }},
        {"selects", [] { return times(50'000, "<div><select></div><input>"); }},
        {"a million attributes",
         [] { return "<p " + times(1'000'000, [](auto n) { return " a" + number(n); }) + ">x"; }},
        {"attributes of a second body",
         [] { return times(50'000, [](auto n) { return "<body data-" + number(n) + "=x>"; }); }},
        {"10 MB of text", [] { return "<p>" + times(1'000'000, "more words"); }},
        {"10 MB of tags", [] { return times(2'500'000, "<p>x"); }},
        {"10 MB of end tags", [] { return times(2'500'000, "</b>"); }},
        {"10 MB of '<'", [] { return std::string(10'000'000, '<'); }},
        {"10 MB of entities", [] { return times(2'000'000, "&amp;"); }},
        {"10 MB of opened comments", [] { return times(2'500'000, "<!--"); }},
        {"opened scripts", [] { return times(1'000'000, "<script>"); }},
        {"scripts in comments", [] { return times(500'000, "<script><!--<script>"); }},
        {"opened drawings", [] { return times(500'000, "<svg><title>"); }},
        {"drawings that text breaks out of", [] { return times(500'000, "<svg><p>"); }},
        {"opened templates", [] { return times(500'000, "<template>"); }},
        {"opened titles", [] { return times(500'000, "<title></titl"); }},
        {"unclosed quotes", [] { return times(500'000, "<p class=\"a'"); }},
        {"headings, lists and definitions",
         [] { return times(100'000, "<li><dd><h1><ul></p></form>"); }},
        {"NUL bytes", [] { return std::string(1'000'000, '\0') + "<p>\0</p>"; }},
        {"broken UTF-8", [] { return times(1'000'000, "\xC3\xE2\x80"); }},
        {"foreign content", [] { return times(100'000, "<math><mi><svg><desc>"); }},
    }));
    CAPTURE(what);
    core::FetchedPage page;
    page.content_type = "text/html; charset=utf-8";
    page.body = make();
    const auto begin = cpu_seconds();
    const auto read = extractor::read_document(page);
    CHECK(cpu_seconds() - begin < kSeconds);
    CHECK(peak_megabytes() < kMegabytes);
    if (!read) CHECK(read.error().kind == core::Failure::Kind::TooLarge);
}
