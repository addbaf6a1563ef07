// How soon they end is measured, not tested: `./dev bench hostile`. A page that takes its time for
// ever ends with the test's own limit, which is minutes away.
#include <algorithm>
#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/text.h"
#include "extractor/extractor.h"
#include "extractor/page/document.h"
#include "extractor/page/limits.h"
#include "tests/hostile_pages.h"

namespace {

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

// As an article that holds together, or with an error that says what is wrong with the page.
bool ends_well(const core::FetchedPage& page) {
    using Kind = core::Failure::Kind;
    const auto article = extractor::read_article(page);
    if (article)
        return !core::first_invalid_utf8(article->text) &&
               article->blocks.back().span.end == article->text.size();
    const auto kind = article.error().kind;
    return !article.error().message.empty() &&
           (kind == Kind::TooLarge || kind == Kind::NoArticle || kind == Kind::NotReadable);
}

// How a process of its own ended that read the page, and what it needed.
struct End {
    int status = 0;
    double megabytes = 0;
};
End read_apart(const core::FetchedPage& page) {
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) _exit(ends_well(page) ? 0 : 1);
    End end;
    rusage usage{};
    wait4(child, &end.status, 0, &usage);
    end.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    return end;
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
}

TEST_CASE("a page made to break a parser ends as an article, or with an error that has a name",
          "[extractor][page][hostile]") {
    const auto& hostile = one_of_them();
    CAPTURE(hostile.what);
    const auto end = read_apart(page_of(hostile));
    CHECK(end.status == 0);
    CHECK(end.megabytes < kMegabytes);
}
