// How soon they end is measured, not tested: `./dev bench hostile`. A page that takes its time for
// ever ends with the test's own limit, which is minutes away.
#include <algorithm>
#include <catch2/catch.hpp>

#include <sys/resource.h>

#include "core/text.h"
#include "extractor/extractor.h"
#include "extractor/page/document.h"
#include "extractor/page/limits.h"
#include "tests/hostile_pages.h"

namespace {

// Of the whole test program so far, the page and Catch included.
double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double kMegabytes = 4000;
#else
constexpr double kMegabytes = 200;
#endif

// The tree builder adds elements that nobody wrote: html, head and body, a tbody in every table.
constexpr std::size_t kDeepest = extractor::limits::kDepth * 3 / 2;
constexpr std::size_t kImplied = 16;

core::FetchedPage page_of(const HostilePage& hostile) {
    core::FetchedPage page;
    page.url = core::Url::parse("https://www.gazette.test/2025/06/03/lab-sues").value();
    page.content_type = "text/html; charset=utf-8";
    page.body = hostile.make();
    return page;
}

std::size_t depth_of(const extractor::Document& document) {
    const auto deepest =
        std::max_element(document.nodes.begin(), document.nodes.end(),
                         [](const auto& a, const auto& b) { return a.depth < b.depth; });
    return deepest == document.nodes.end() ? 0 : deepest->depth;
}

const HostilePage& one_of_them() {
    const auto at = GENERATE(range(std::size_t{0}, hostile_pages().size()));
    return hostile_pages()[at];
}

}  // namespace

TEST_CASE("the tree of a page made to break a parser is neither deep nor large",
          "[extractor][page][hostile]") {
    const auto& hostile = one_of_them();
    CAPTURE(hostile.what);
    const auto page = page_of(hostile);
    const auto document = extractor::read_document(page);
    if (!document) {
        CHECK(document.error().kind == core::Failure::Kind::TooLarge);
        return;
    }
    CHECK(depth_of(*document) <= kDeepest);
    CHECK(document->nodes.size() <= page.body.size() + kImplied);
    CHECK(peak_megabytes() < kMegabytes);
}

TEST_CASE("a page made to break a parser ends as an article, or with an error that has a name",
          "[extractor][page][hostile]") {
    const auto& hostile = one_of_them();
    CAPTURE(hostile.what);
    const auto page = page_of(hostile);
    const auto article = extractor::read_article(page);
    CHECK(peak_megabytes() < kMegabytes);
    if (article) {
        CHECK_FALSE(core::first_invalid_utf8(article->text));
        CHECK(article->blocks.back().span.end == article->text.size());
        return;
    }
    const auto kind = article.error().kind;
    CHECK((kind == core::Failure::Kind::TooLarge || kind == core::Failure::Kind::NoArticle ||
           kind == core::Failure::Kind::NotReadable));
    CHECK_FALSE(article.error().message.empty());
}
