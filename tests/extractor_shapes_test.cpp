// Stories of every shape that newsrooms publish, each with what stands around it.
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

const std::string kNav =
    "<ul class=menu><li><a href=/a>Politics</a><li><a href=/b>Business</a><li><a href=/c>Sport</a>"
    "</ul>";
const std::string kFoot = "<div class=footer><p>All rights reserved, the Gazette, 2025.</p></div>";

struct Shape {
    const char* what;
    std::string html;
    std::string text;
};

const std::string kOne =
    "The laboratory sued its rival on Tuesday, and asked a court to stop the use of its outputs.";
const std::string kTwo =
    "The rival said that it had never seen the outputs, which are not secret, and will answer.";
const std::string kThree =
    "Both meet in court in June, in a case that lawyers call the first of its kind in the country.";

}  // namespace

TEST_CASE("a story is read whole, whatever its shape", "[extractor][shapes]") {
    const auto [what, html, text] = GENERATE(values<Shape>({
        {"a short one", "<title>Lab sues</title>" + kNav + "<h1>Lab sues</h1><p>" + kOne + kFoot,
         kOne},
        {"with breaks instead of paragraphs",
         "<title>Lab sues</title>" + kNav + "<h1>Lab sues</h1><div id=story>" + kOne +
             "<br><br>\n" + kTwo + "<br /><br />" + kThree + "</div>" + kFoot,
         kOne + "\n" + kTwo + "\n" + kThree},
        {"in a table for layout",
         "<title>Lab sues</title><table width=780><tr><td colspan=2><font size=5>Gazette</font>"
         "<tr><td width=140>" +
             kNav + "<td><font size=4><b>Lab sues</b></font><p>" + kOne + "<p>" + kTwo + "<p>" +
             kThree + "<tr><td colspan=2><font size=1>Copyright 2025 Gazette</font></table>",
         kOne + "\n" + kTwo + "\n" + kThree},
        {"with tags that nobody closed",
         "<title>Lab sues</title>" + kNav + "<h1>Lab sues<div class=story><p>" + kOne + "<p><i>" +
             kTwo + "<p>" + kThree + "<div class=related><a href=/x>Another lab, too</a>",
         kOne + "\n" + kTwo + "\n" + kThree},
        {"a list",
         "<title>Three things</title>" + kNav + "<article><h1>Three things to know</h1><p>" + kOne +
             "</p><h2>1. The answer</h2><p>" + kTwo + "</p><h2>2. The court</h2><p>" + kThree +
             "</p><ul><li>It opens at nine.</li><li>Bring your papers, all of "
             "them.</li></ul></article>" +
             kFoot,
         kOne + "\n1. The answer\n" + kTwo + "\n2. The court\n" + kThree +
             "\nIt opens at nine.\nBring your papers, all of them."},
        {"an interview",
         "<title>A talk</title>" + kNav + "<article><h1>A talk with a judge</h1><p>" + kOne +
             "</p><p><strong>Why now?</strong></p><p>" + kTwo +
             "</p><p><strong>And then?</strong></p><p>" + kThree + "</p></article>" + kFoot,
         kOne + "\nWhy now?\n" + kTwo + "\nAnd then?\n" + kThree},
        {"for telephones",
         "<!doctype html><html amp><head><title>Lab sues</title><style "
         "amp-custom>p{}</style></head>"
         "<body><amp-sidebar id=s layout=nodisplay>" +
             kNav + "</amp-sidebar><article class=amp-article><h1>Lab sues</h1><p>" + kOne +
             "</p><amp-ad width=300 height=250><div placeholder>Advertisement</div></amp-ad><p>" +
             kTwo + "</p><amp-img src=x alt=y></amp-img><p>" + kThree + "</p></article>" + kFoot,
         kOne + "\n" + kTwo + "\n" + kThree},
        {"behind which another begins",
         "<title>Lab sues</title><article><h1>Lab sues</h1><p>" + kOne + "</p><p>" + kTwo +
             "</p><p>" + kThree +
             "</p></article><article><h1>Rain</h1><p>It will rain in the south "
             "on Wednesday, and in the north, too, say those who measure it.</p></article>",
         kOne + "\n" + kTwo + "\n" + kThree},
    }));
    CAPTURE(what);
    const auto article = read(html);
    REQUIRE(article);
    CHECK(article->text == text);
}

TEST_CASE("what a paywall leaves is read, and marked as a part", "[extractor][paywall]") {
    const auto prompt = GENERATE(
        as<std::string>(), "<div class=paywall><p>Subscribe to read on, from 1 a week.</p></div>",
        "<div class='regwall modal'><h2>Keep reading</h2><p>Sign in to your account.</p></div>");
    const auto article = read("<title>Lab sues</title>" + kNav + "<article><h1>Lab sues</h1><p>" +
                              kOne + "</p><p>" + kTwo + "</p>" + prompt + "</article>" + kFoot);
    REQUIRE(article);
    CHECK(article->text == kOne + "\n" + kTwo);
    CHECK(article->paywalled);
}

TEST_CASE("a page that says it is not there is no article, whatever its status",
          "[extractor][kind]") {
    struct Case {
        std::string title, heading;
    };
    const auto [title, heading] = GENERATE(values<Case>({
        {"404", ""},
        {"404 | Gazette", ""},
        {"Page not found - Gazette", ""},
        {"Gazette", "Sorry, this page is gone"},
        {"Gazette", "Oops! Nothing here"},
        {"Seite nicht gefunden | Gazette", ""},
        {"Страница не найдена", ""},
    }));
    CAPTURE(title, heading);
    const auto article = read("<title>" + title + "</title><h1>" + heading +
                              "</h1><p>What you asked for may have moved, or it may never have "
                              "been here, and we are sorry for it.</p>");
    REQUIRE_FALSE(article);
    CHECK(article.error().kind == core::Failure::Kind::NoArticle);
}

TEST_CASE("a story about a number or an error is one", "[extractor][kind]") {
    const auto* const title = GENERATE("404 workers laid off by laboratory", "410 more to go",
                                       "Nothing was found, says laboratory");
    CAPTURE(title);
    const auto article = read("<title>" + std::string(title) + "</title><h1>" + title + "</h1><p>" +
                              kOne + "</p><p>" + kTwo + "</p>");
    REQUIRE(article);
    CHECK(article->title == title);
}

TEST_CASE("a section's page, with the beginnings of its stories, is an index",
          "[extractor][kind]") {
    std::string index;
    for (int n = 0; n < 14; ++n)
        index += "<div class=item><h3><a href=/s" + std::to_string(n) +
                 ">What the court said today, part " + std::to_string(n) +
                 "</a></h3><p>In hearing " + std::to_string(n) +
                 ", it heard both sides on what had been taken, and rose.</p></div>";
    const auto article =
        read("<title>Courts</title>" + kNav + "<main><h1>Courts</h1>" + index + "</main>" + kFoot);
    REQUIRE_FALSE(article);
    CHECK_THAT(article.error().message, Catch::Contains("index of stories"));
}

TEST_CASE("a heading for search engines is not the one that readers see", "[extractor][title]") {
    const std::string seo = "Court hears laboratory outputs lawsuit";
    const auto heading =
        GENERATE_COPY(as<std::string>(),
                      "<div class=breadcrumb><h1 class=breadcrumb__headline>" + seo + "</h1></div>",
                      "<h1 class=seotitle>" + seo + "</h1>");
    const auto article =
        read("<title>" + seo +
             " | Gazette</title>"
             "<meta property=og:title content='Two labs, one court, and no end in sight'>" +
             heading +
             "<article><h2><span class=kicker>Law</span> <span class=title__headline>Two labs, one "
             "court, "
             "and no end in sight</span></h2><p>" +
             kOne + "</p><p>" + kTwo + "</p></article>");
    REQUIRE(article);
    CHECK(article->title == "Two labs, one court, and no end in sight");
}
