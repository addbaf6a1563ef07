#include <catch2/catch.hpp>
#include <string>

#include "extractor/extractor.h"

namespace {

using Kind = core::BlockKind;

const std::string kLead =
    "The trial of the two laboratories has begun, and we report from the court all through the "
    "day, until it rises.";
const std::string kFirst =
    "The judge asked both sides for their opening statements, which took an hour, and adjourned "
    "for lunch.";
const std::string kSecond =
    "A witness for the first laboratory said that she had seen the logs herself, in March, on two "
    "machines.";

std::string p(const std::string& text) { return "<p>" + text + "</p>"; }

core::Article read(const std::string& entries, const std::string& updates = "") {
    core::FetchedPage page;
    page.url = core::Url::parse("https://www.gazette.test/live/trial").value();
    page.content_type = "text/html; charset=utf-8";
    page.body =
        "<title>Trial of the labs, live</title><script type='application/ld+json'>"
        R"({"@type":"LiveBlogPosting","headline":"Trial of the labs, live","liveBlogUpdate":[)" +
        updates + "]}</script><main><h1>Trial of the labs, live</h1>" + p(kLead) + entries +
        "</main>";
    return extractor::read_article(page).value();
}

struct Found {
    Kind kind;
    std::string posted;
};

Found block_of(const core::Article& article, const std::string& text) {
    for (const auto& block : article.blocks)
        if (core::cut(article.text, block.span) == text)
            return {block.kind, block.posted ? core::to_zoned_text(*block.posted) : "not known"};
    FAIL("no such block: " + text);
    return {};
}

const std::string kMorning = "<time datetime='2025-06-03T10:05:00+01:00'>10.05</time>";
const std::string kNoon = "<time datetime='2025-06-03T12:40:00+01:00'>12.40</time>";

}  // namespace

TEST_CASE("the entries of a live blog keep the times at which they were posted",
          "[extractor][live]") {
    const auto entries = GENERATE(
        as<std::string>(),
        "<article>" + kMorning + "<h2>Court opens</h2>" + p(kFirst) + "</article><article>" +
            kNoon + "<h2>First witness</h2>" + p(kSecond) + "</article>",
        "<div class=live-post><h2>Court opens</h2>" + p(kFirst) + kMorning +
            "</div><div class=live-post><h2>First witness</h2>" + p(kSecond) + kNoon + "</div>",
        "<ol><li class=live-entry>" + kMorning + "<h2>Court opens</h2>" + p(kFirst) +
            "</li><li class=live-entry>" + kNoon + "<h2>First witness</h2>" + p(kSecond) +
            "</li></ol>",
        "<div>" + kMorning + "</div><h2>Court opens</h2><div>" + p(kFirst) + "</div><div>" + kNoon +
            "</div><h2>First witness</h2><div>" + p(kSecond) + "</div>");
    CAPTURE(entries);
    const auto article = read(entries);
    const auto lead = block_of(article, kLead);
    CHECK(lead.kind == Kind::Paragraph);
    CHECK(lead.posted == "not known");
    const auto first = block_of(article, kFirst);
    CHECK(first.kind == Kind::LiveEntry);
    CHECK(first.posted == "2025-06-03T10:05:00+01:00");
    const auto second = block_of(article, kSecond);
    CHECK(second.kind == Kind::LiveEntry);
    CHECK(second.posted == "2025-06-03T12:40:00+01:00");
    const auto heading = block_of(article, "First witness");
    CHECK(heading.kind == Kind::Heading);
    CHECK(heading.posted == second.posted);
}

TEST_CASE("JSON-LD may tell when an entry was posted, a clock alone does not",
          "[extractor][live]") {
    const auto entries =
        "<div><time>10.05</time></div>" + p(kFirst) + "<div><time>12.40</time></div>" + p(kSecond);
    const auto article = read(entries, R"({"@type":"BlogPosting","articleBody":")" + kSecond +
                                           R"(","datePublished":"2025-06-03T11:40:00Z"})");
    CHECK(block_of(article, kFirst).kind == Kind::LiveEntry);
    CHECK(block_of(article, kFirst).posted == "not known");
    CHECK(block_of(article, kSecond).posted == "2025-06-03T11:40:00Z");
}

TEST_CASE("a story with two times in it is no live blog", "[extractor][live]") {
    core::FetchedPage page;
    page.content_type = "text/html; charset=utf-8";
    page.body = "<article><h1>Labs in court</h1>" + p(kLead) + kMorning + p(kFirst) + kNoon +
                p(kSecond) + "</article>";
    const auto article = extractor::read_article(page).value();
    CHECK(block_of(article, kSecond).kind == Kind::Paragraph);
    CHECK(block_of(article, kSecond).posted == "not known");
}
