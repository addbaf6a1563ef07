// What reading a page costs beside a bare Gumbo parse of the same bytes, in the same run.
//
//   bench_page [FOLDER…]     pages: the .html files below the folders, else pages made up here
//
// Both are timed over the same pages in turn, in seconds of this process's own: a busy machine
// lengthens those, too, but both alike.
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include <gumbo.h>

#include "extractor/extractor.h"

namespace {

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

template <class Work>
double seconds_of(const Work& work) {
    const auto begin = cpu_seconds();
    work();
    return cpu_seconds() - begin;
}

// A page of about that many bytes, with as much around the text as a news page has.
std::string page_of(std::size_t bytes) {
    std::string page =
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Lab sues lab - Gazette"
        "</title>"
        "<script>var a = {};</script><style>.a{color:red}</style></head><body><nav><ul>";
    for (int n = 0; n < 20; ++n)
        page += "<li class='menu-item'><a href='/section/" + std::to_string(n) + "'>Part</a></li>";
    page += "</ul></nav><article class='post'><h1>Lab sues lab</h1><div class='entry-content'>";
    for (int n = 0; page.size() < bytes; ++n) {
        page += "<p data-track='x" + std::to_string(n) +
                "' class='para'>The first laboratory said on <a href='/tag/tuesday'>Tuesday</a> "
                "that the second one, which denies it, took " +
                std::to_string(n) +
                " outputs of its model to train its own, and asked a court to stop it.</p>\n"
                "<!-- slot -->";
        page += "<script>window.slots.push({id: " + std::to_string(n) +
                ", sizes: [[300, 250], [320, 50]], lazy: true, group: 'inline'});</script>";
        if (n % 8 == 0)
            page += "<aside class='related'><h3>Read more</h3><a href='/x'>Other story</a></aside>";
    }
    return page + "</div></article><footer>Gazette</footer></body></html>";
}

std::vector<std::string> pages_below(const std::filesystem::path& folder) {
    std::vector<std::string> pages;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".html") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        pages.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return pages;
}

void bare_parse(const std::string& html) {
    gumbo_destroy_output(&kGumboDefaultOptions,
                         gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
}

std::size_t read_page(const std::string& html) {
    core::FetchedPage page;
    page.body = html;
    page.content_type = "text/html";
    const auto article = extractor::read_article(page);
    nlohmann::ordered_json json{{"text", article ? article->text : std::string()},
                                {"title", article ? article->title.value_or("") : std::string()}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).size();
}

void report(const char* name, const std::vector<std::string>& pages, int times) {
    double bare = 0;
    double ours = 0;
    std::size_t bytes = 0;
    std::size_t out = 0;
    for (int n = 0; n < times; ++n) {
        for (const auto& html : pages) {
            bytes += html.size();
            bare += seconds_of([&] { bare_parse(html); });
            ours += seconds_of([&] { out += read_page(html); });
        }
    }
    const auto count = static_cast<double>(pages.size()) * times;
    const auto megabytes = static_cast<double>(bytes) / 1e6;
    std::printf(
        "%-14s %6.0f pages  bare Gumbo %7.1f MB/s %7.1f pages/s   ours %7.1f MB/s "
        "%7.1f pages/s   x%.2f   (%zu bytes out)\n",
        name, count, megabytes / bare, count / bare, megabytes / ours, count / ours, bare / ours,
        out);
}

}  // namespace

int main(int argc, char** argv) {
    for (int n = 1; n < argc; ++n) report(argv[n], pages_below(argv[n]), 3);
    if (argc > 1) return 0;
    for (const std::size_t kilobytes : {10u, 100u, 1000u, 10000u})
        report((std::to_string(kilobytes) + " kB").c_str(), {page_of(kilobytes * 1000)},
               kilobytes < 1000 ? 50 : 3);
}
