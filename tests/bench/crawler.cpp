// How fast what was fetched is read: feeds and sitemaps in MB/s, robots.txt in files and questions.
#include "crawler/crawler.h"

#include <chrono>
#include <cstdio>
#include <string>

namespace {

using std::chrono::steady_clock;

template <class Work>
double seconds_of(int times, const Work& work) {
    const auto begin = steady_clock::now();
    for (int n = 0; n < times; ++n) work();
    return std::chrono::duration<double>(steady_clock::now() - begin).count() / times;
}

std::string feed_of(int items) {
    std::string feed = "<?xml version='1.0'?><rss version='2.0'><channel><title>Gazette</title>";
    for (int n = 0; n < items; ++n)
        feed +=
            "<item><title>Lab sues lab over a data set &amp; more</title><link>https://a.test/" +
            std::to_string(n) +
            "?a=1&amp;b=2</link><pubDate>Tue, 03 Jun 2025 14:03:00 GMT</pubDate><description>"
            "&lt;p&gt;The first lab says the second one took its outputs.&lt;/p&gt;"
            "</description></item>\n";
    return feed + "</channel></rss>";
}

std::string sitemap_of(int urls) {
    std::string map = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>";
    for (int n = 0; n < urls; ++n)
        map += "<url><loc>https://a.test/news/2025/06/03/story-" + std::to_string(n) +
               "</loc><lastmod>2025-06-03T14:03:00Z</lastmod></url>\n";
    return map + "</urlset>";
}

std::string robots_of(int rules) {
    std::string robots = "User-agent: *\nCrawl-delay: 2\n";
    for (int n = 0; n < rules; ++n)
        robots += "Disallow: /section-" + std::to_string(n) + "/*.pdf$\n";
    return robots;
}

template <class Read>
void report(const char* name, const std::string& body, const Read& read) {
    core::FetchedPage page;
    page.url = core::Url::parse("https://a.test/x.xml").value();
    page.body = body;
    const double seconds = seconds_of(10, [&] { static_cast<void>(read(page)); });
    std::printf("%-8s %7.1f MB/s  (%.1f MB in %.0f ms)\n", name,
                static_cast<double>(body.size()) / 1e6 / seconds,
                static_cast<double>(body.size()) / 1e6, seconds * 1e3);
}

}  // namespace

int main() {
    report("feed", feed_of(20'000), crawler::read_feed);
    report("sitemap", sitemap_of(50'000), crawler::read_sitemap);
    const auto text = robots_of(100);
    const double parse = seconds_of(1000, [&] { static_cast<void>(crawler::Robots::parse(text)); });
    const auto robots = crawler::Robots::parse(text);
    const double ask = seconds_of(100'000, [&] {
        static_cast<void>(robots.may_fetch("claimtrail", "/section-99/a/b.html"));
    });
    std::printf("robots   %7.1f us a file of 100 rules, %.2f us a question\n", parse * 1e6,
                ask * 1e6);
}
