#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "extractor/extractor.h"

namespace {

const std::string kFirst =
    "The first laboratory said on Tuesday that the second one, which denies it, took the outputs "
    "of its model to train its own.";
const std::string kSecond =
    "A court in the north of the country will hear both sides in June, according to its calendar, "
    "and may decide in autumn.";
const std::string kThird =
    "Neither of the two companies answered questions about who had opened the accounts, or when "
    "they had been closed again.";
const std::string kText = kFirst + "\n" + kSecond + "\n" + kThird;

std::string p(const std::string& text) { return "<p>" + text + "</p>"; }

core::Result<core::Article> read(std::string html) {
    core::FetchedPage page;
    page.url = core::Url::parse("https://www.gazette.test/2025/lab-sues").value();
    page.content_type = "text/html; charset=utf-8";
    page.body = std::move(html);
    return extractor::read_article(page);
}

std::string text_of(std::string html) { return read(std::move(html)).value().text; }

}  // namespace

TEST_CASE("notes to the reader inside of the text are dropped", "[extractor][clean]") {
    const auto note = GENERATE(
        as<std::string>(), "<p><b>Read more:</b> <a href=/x>The lab that sued before</a></p>",
        "<p><a href=/x>Lesen Sie auch: Das Labor</a></p>", "<p>Advertisement</p>",
        "<p>Sign up for our newsletter, which comes every day at noon.</p>",
        "<p>Photo: Somebody Else</p>", "<p>Follow us on every network there is.</p>",
        "<p>We may earn revenue from the products that you find on this page.</p>",
        "<p>Targeting cookies may be set through our site by our partners, as they please.</p>",
        "<h3>Comments</h3>", "<p>Lesedauer: 4 Min.</p>",
        "<div><h3>What our editors liked</h3><ul><li><a href=/y>Another story of the "
        "day</a></ul></div>",
        "<div class=newsletter-signup><p>Get the news, in the morning, in your inbox.</p></div>",
        "<figure><img><figcaption>The court, as seen from the river last "
        "year.</figcaption></figure>",
        "<blockquote class=twitter-tweet><p>I am not surprised at all.</p></blockquote>",
        "<aside><h3>More</h3><a href=/y>Another story of the day</a></aside>");
    CAPTURE(note);
    CHECK(text_of("<h1>Lab sues lab</h1><article>" + p(kFirst) + note + p(kSecond) + p(kThird) +
                  "</article>") == kText);
}

TEST_CASE("words that only look like notes stay", "[extractor][clean]") {
    const auto line = GENERATE(
        as<std::string>(),
        "Read more carefully, the contract says something else, and both of them signed it.",
        "The editors recommended that comments on the case be closed until it is decided.",
        "The company uses the word \"subscribe\" in a sense of its own, the judge found.");
    CAPTURE(line);
    CHECK(text_of("<article>" + p(kFirst) + p(line) + p(kThird) + "</article>") ==
          kFirst + "\n" + line + "\n" + kThird);
}

TEST_CASE("an article in several containers is read whole", "[extractor][body]") {
    CHECK(text_of("<main><div class=body-part>" + p(kFirst) +
                  "</div><div class=ad><p>Buy</p></div>" + "<div class=body-part>" + p(kSecond) +
                  "</div><div class=body-part>" + p(kThird) + "</div></main>") == kText);
}

TEST_CASE("a class that names everything by its paywall hides nothing", "[extractor][parts]") {
    CHECK(text_of("<article><div class=paywall>" + p(kFirst) + "</div><div class=paywall>" +
                  p(kSecond) + "</div><div class=paywall>" + p(kThird) + "</div></article>") ==
          kText);
}

TEST_CASE("rows of linked headlines are other stories, whatever they are called",
          "[extractor][cards]") {
    std::string cards;
    for (int n = 0; n < 4; ++n)
        cards += "<div class=x><h3><a href=/s>Quite another story, number " + std::to_string(n) +
                 "</a></h3><p>It tells of things that have nothing to do with the first.</p></div>";
    CHECK(text_of("<div><div class=y>" + p(kFirst) + p(kSecond) + p(kThird) + "</div><div>" +
                  cards + "</div></div>") == kText);
}

TEST_CASE("a second story on the page is none of the first", "[extractor][stories]") {
    CHECK(text_of("<title>Lab sues lab</title><article><h1>Lab sues lab</h1>" + p(kFirst) +
                  p(kSecond) + p(kThird) + "</article><article><h2>Rain expected</h2>" +
                  p("It will rain in the south on Wednesday, and in the north, too, say those who "
                    "measure it.") +
                  "</article>") == kText);
}

TEST_CASE("a line that stands alone with a picture is its caption", "[extractor][captions]") {
    const std::string line = "The court, as seen from the river, in the summer of last year";
    const auto picture = GENERATE_COPY(
        "<div class=x><img src=a><div class=y>" + line + "</div></div>",
        "<div><div><picture><img src=a></picture></div><p class=y>" + line + "</p></div>",
        "<div><a href=/a><img src=a></a><div><div>" + line +
            "</div><figcaption>Somebody Else</figcaption></div></div>");
    CAPTURE(picture);
    CHECK(text_of("<article><div>" + p(kFirst) + picture + p(kSecond) + p(kThird) +
                  "</div></article>") == kText);
}

TEST_CASE("a paragraph with a picture is none", "[extractor][captions]") {
    const auto story = GENERATE_COPY(
        p(kFirst) + "<p><img src=a>" + kSecond + "</p>" + p(kThird),
        p(kFirst) + "<div><figure><img src=a><figcaption>The court</figcaption></figure>" +
            p(kSecond) + "</div>" + p(kThird),
        "<div><img src=a>" + p(kFirst) + "</div><div><img src=b>" + p(kSecond) +
            "</div><div><img src=c>" + p(kThird) + "</div>");
    CAPTURE(story);
    CHECK(text_of("<article><div>" + story + "</div></article>") == kText);
}

TEST_CASE("stories with titles and bylines of their own are others, however many follow",
          "[extractor][stories]") {
    const auto story = [](const std::string& title, const std::string& text) {
        return "<article><h1>" + title + "</h1><p class=byline>By Ada Example</p>" + text +
               "</article>";
    };
    std::string more;
    for (int n = 0; n < 7; ++n)
        more += story("Rain expected, say those who measure it, in part " + std::to_string(n) +
                          " of the country",
                      p("It will rain in part " + std::to_string(n) +
                        " of the country on Wednesday, and on Thursday, too, all day long.") +
                          p("On Friday, the sun will shine in part " + std::to_string(n) +
                            ", and it will be warm, but not as warm as it was last year."));
    CHECK(text_of("<title>Lab sues lab</title>" +
                  story("Lab sues lab", p(kFirst) + p(kSecond) + p(kThird)) + more) == kText);
}

TEST_CASE("key points and a strapline above the text belong to it", "[extractor][body]") {
    const std::string point = "Both sides will be heard in June, and nobody answered our questions";
    const auto above = GENERATE_COPY(
        "<div class=RenderKeyPoints-list><div><div><ul><li>" + point +
            "</li></ul></div></div></div>",
        "<div class=byline-social><p>By Ada Example</p><p class=strapline>" + point + "</p></div>");
    CAPTURE(above);
    CHECK(text_of("<title>Lab sues lab</title><main><header><h1>Lab sues lab</h1>" + above +
                  "</header><div class=article-body>" + p(kFirst) + p(kSecond) + p(kThird) +
                  "</div></main>") == point + "\n" + kText);
}

TEST_CASE("JSON-LD tells where a story ends, if it tells it to the end", "[extractor][told]") {
    const auto told = [](const std::string& story) {
        return R"(<script type="application/ld+json">{"@type":"NewsArticle","articleBody":")" +
               story + "\"}</script>";
    };
    const std::string more =
        "It will rain in the south on Wednesday, and in the north, too, say those who measure it.";
    const auto whole = kFirst + " " + kSecond + " " + kThird;
    const auto story = "<main><div>" + p(kFirst) + p(kSecond) + p(kThird);
    CHECK(text_of(told(whole) + story + "</div><section>" + p(more) + "</section></main>") ==
          kText);
    CHECK(text_of(story + "</div><section>" + p(more) + "</section></main>") ==
          kText + "\n" + more);
    // The beginning alone is told: the last paragraph stands beside the others.
    CHECK(text_of(told(kFirst + " " + kSecond) + story + "</div></main>") == kText);
}

TEST_CASE("what JSON-LD tells outvotes an element that calls itself the text",
          "[extractor][told]") {
    const std::string other =
        "The weather will be fine in the south on Wednesday, and in the north it will rain, say "
        "those who measure it, and on Thursday, too.";
    const std::string named =
        "<div class=article-body>" + p(other) + p("On Friday, " + other) + "</div>";
    const auto page =
        "<main>" + named + "<div class=x>" + p(kFirst) + p(kSecond) + p(kThird) + "</div></main>";
    CHECK(text_of(page) != kText);
    CHECK(text_of(R"(<script type="application/ld+json">{"@type":"NewsArticle","articleBody":")" +
                  kFirst + " " + kSecond + " " + kThird + "\"}</script>" + page) == kText);
}

TEST_CASE("the entries of a live blog are all its own", "[extractor][stories]") {
    const auto text = text_of(
        "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\"}</script>"
        "<title>Trial live</title><h1>Trial live</h1>" +
        p(kFirst) + "<div><article><h2>Court opens</h2>" + p(kSecond) +
        "</article><article><h2>Nobody answers</h2>" + p(kThird) + "</article></div>");
    CHECK(text.find(kSecond) != std::string::npos);
    CHECK(text.find(kThird) != std::string::npos);
}

TEST_CASE("byline, date and headline above the text are left to the metadata",
          "[extractor][clean]") {
    CHECK(text_of("<title>Lab sues lab - Gazette</title><article><h2>Lab sues lab</h2>"
                  "<p>By Ada Example</p><p>3 June 2025, 14:03</p>" +
                  p(kFirst) + p(kSecond) + p(kThird) + "</article>") == kText);
}

TEST_CASE("a lead between headline and text belongs to it", "[extractor][body]") {
    const std::string lead = "What both sides say about the outputs of a model";
    CHECK(text_of("<title>Lab sues lab</title><header><h1>Lab sues lab</h1><p class=standfirst>" +
                  lead + "</p></header><div class=article-body>" + p(kFirst) + p(kSecond) +
                  p(kThird) + "</div>") == lead + "\n" + kText);
}

TEST_CASE("what a page sends but does not show is read from its scripts", "[extractor][scripts]") {
    const auto paragraph = [](const std::string& text) {
        return R"({"type":"paragraph","content":[{"type":"text","value":")" + text + "\"}]}";
    };
    const std::string state =
        "<script id=__NEXT_DATA__ type=application/json>{\"story\":{\"body\":[" +
        paragraph(kFirst) + "," + paragraph(kSecond) + "," + paragraph(kThird) + "," +
        paragraph(kSecond + " And so on.") + "," + paragraph(kThird + " To the end.") +
        "]}}</script>";
    const auto article =
        read("<title>Lab sues lab</title>" + state + "<div>" + p(kFirst) + "</div>");
    REQUIRE(article);
    CHECK(article->text.starts_with(kText));
    CHECK(article->blocks.size() == 5);
}

TEST_CASE("a story that costs and stops is marked as paywalled", "[extractor][paywall]") {
    const std::string costs =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
        "\"isAccessibleForFree\": \"False\"}</script>";
    CHECK(read(costs + "<article>" + p(kFirst) + "</article>")->paywalled);
    CHECK_FALSE(read("<article>" + p(kFirst) + "</article>")->paywalled);
}

TEST_CASE("error pages and indexes are no articles, and say why", "[extractor][kind]") {
    std::string index;
    for (int n = 0; n < 20; ++n)
        index += "<div class=card><h2><a href=/s>A story of its own, the " + std::to_string(n) +
                 "th of all</a></h2></div>";
    using Case = std::pair<std::string, std::string>;
    const auto [html, why] = GENERATE_COPY(values<Case>({
        {"<title>404 - Gazette</title>" + p(kFirst), "not there"},
        {index + p("The stories of the day, chosen by those who wrote them, in no order that "
                   "anybody could tell you."),
         "index of stories"},
    }));
    const auto article = read(html);
    REQUIRE_FALSE(article);
    CHECK(article.error().kind == core::Failure::Kind::NoArticle);
    CHECK_THAT(article.error().message, Catch::Contains(why));
}

TEST_CASE("a page can be asked why each line was kept or dropped", "[extractor][explain]") {
    core::FetchedPage page;
    page.content_type = "text/html";
    page.body = "<nav><a href=/a>Politics</a></nav><article class=post>" + p(kFirst) + p(kSecond) +
                "</article>";
    const auto reading = extractor::explain_page(page).value();
    const auto& lines = reading.lines;
    REQUIRE(lines.size() == 3);
    CHECK_FALSE(lines[0].is_kept);
    CHECK(lines[0].why == "navigation");
    CHECK(lines[1].is_kept);
    CHECK(lines[1].place == "body > article.post > p");
    CHECK(lines[1].text == kFirst);
}

TEST_CASE("a page can be asked why its title, authors and dates are what they are",
          "[extractor][explain]") {
    core::FetchedPage page;
    page.content_type = "text/html";
    page.fetched_at = core::parse_timestamp("2025-06-30T12:00:00Z")->at;
    page.body = "<title>Lab sues lab - Gazette</title><meta name=author content='Ada Example'>" +
                std::string("<h1>Lab sues lab</h1><article>") + p(kFirst) + p(kSecond) +
                "</article>";
    const auto facts = extractor::explain_page(page).value().facts;
    const auto says = [&](const std::string& fact) {
        return std::find(facts.begin(), facts.end(), fact) != facts.end();
    };
    CHECK(says("title: Lab sues lab (heading: the markup's title agrees)"));
    CHECK(says("authors: Ada Example (named meta: first in trust that names people)"));
    CHECK(says("published: not known (none: no witness tells a date)"));
}
