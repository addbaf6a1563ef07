#include <catch2/catch.hpp>
#include <string>

#include "extractor/extractor.h"

namespace {

core::Result<core::Article> read(std::string html) {
    core::FetchedPage page;
    page.url = core::Url::parse("https://www.gazette.test/2025/lab-sues").value();
    page.content_type = "text/html; charset=utf-8";
    page.body = std::move(html);
    return extractor::read_article(page);
}

const std::string kFirst =
    "The first laboratory said on Tuesday that the second one, which denies it, took the outputs "
    "of its model to train its own.";
const std::string kSecond =
    "A court in the north of the country will hear both sides in June, according to its calendar, "
    "and may decide in autumn.";
const std::string kThird =
    "Neither of the two companies answered questions about who had opened the accounts, or when "
    "they had been closed again.";

std::string p(const std::string& text) { return "<p>" + text + "</p>"; }

}  // namespace

TEST_CASE("an article is its paragraphs, and nothing of what stands around",
          "[extractor][article]") {
    const auto around = GENERATE(
        as<std::string>(), "<nav><ul><li><a href=/a>Politics</a></li></ul></nav>",
        "<div class=related-stories><a href=/x>Another laboratory sues a third one, too</a></div>",
        "<div id=comments><p>I think that both of them are wrong, and that nobody will "
        "win.</p></div>",
        "<aside><p>Sign up to our newsletter, which comes every day at noon.</p></aside>",
        "<footer><p>All rights reserved, by the Gazette, since it was founded in "
        "1921.</p></footer>",
        "<form><label>Your name</label><input name=n></form>",
        "<div style='display:none'><p>This is not for anybody to see, ever, at all.</p></div>");
    CAPTURE(around);
    const auto article = read("<body>" + around + "<div class=x>" + p(kFirst) + p(kSecond) +
                              p(kThird) + "</div>" + around);
    REQUIRE(article);
    CHECK(article->text == kFirst + "\n" + kSecond + "\n" + kThird);
    REQUIRE(article->blocks.size() == 3);
    CHECK(core::cut(article->text, article->blocks[1].span) == kSecond);
}

TEST_CASE("blocks keep what they are", "[extractor][article]") {
    const auto article =
        read("<article>" + p(kFirst) + "<h2>What the court says</h2><blockquote>" + p(kSecond) +
             "</blockquote><ul><li>" + kThird + "</li></ul></article>");
    REQUIRE(article);
    REQUIRE(article->blocks.size() == 4);
    CHECK(article->blocks[0].kind == core::BlockKind::Paragraph);
    CHECK(article->blocks[1].kind == core::BlockKind::Heading);
    CHECK(article->blocks[2].kind == core::BlockKind::Quotation);
    CHECK(article->blocks[3].kind == core::BlockKind::ListItem);
}

TEST_CASE("a single line break in the midst of a sentence is a space", "[extractor][article]") {
    const auto article = read(
        "<div>The first laboratory said<br>on Tuesday that it sues, and that "
        "it will not wait any longer.<br>" +
        kSecond + "<br><br>" + kThird);
    REQUIRE(article);
    CHECK(article->blocks.size() == 3);
    CHECK(article->text.starts_with("The first laboratory said on Tuesday"));
}

TEST_CASE("a page without running text is no article", "[extractor][article]") {
    const auto article = read("<title>x</title><ul><li><a href=/x>y</a></ul>");
    REQUIRE_FALSE(article);
    CHECK(article.error().kind == core::Failure::Kind::NoArticle);
    CHECK(article.error().input == "https://www.gazette.test/2025/lab-sues");
}
