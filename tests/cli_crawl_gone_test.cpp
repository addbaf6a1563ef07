// Pages that are not there, and pages that have moved.
#include "tests/crawl_town.h"

using namespace crawl_town;

// ── pages that are not there ──

TEST_CASE("One 404 may be a mistake: an article is gone when it is not there again",
          "[cli][crawl][gone]") {
    OneStory town;
    town.web.put_missing(kStory, 404);
    town.crawl_at(1h);
    CHECK(town.article().status == ArticleStatus::Ok);
    CHECK(town.due() == kStart + 1h + 2min);
    CHECK_FALSE(was_asked(town.crawl_at(1h + 1min), kStory));
    town.crawl_at(1h + 2min);
    CHECK(town.article().status == ArticleStatus::Gone);
    CHECK_FALSE(town.article().article.text.empty());
    CHECK(town.due() == kStart + 1h + 2min + 24h);
}

TEST_CASE("410 says so itself", "[cli][crawl][gone]") {
    OneStory town;
    town.web.put_missing(kStory, 410);
    town.crawl_at(1h);
    CHECK(town.article().status == ArticleStatus::Gone);
    CHECK(town.store.revisions(town.article().facts.id).size() == 1);
}

TEST_CASE("A page that is there again was never gone", "[cli][crawl][gone]") {
    OneStory town;
    town.web.put_missing(kStory, 404);
    town.crawl_at(1h);
    town.web.put(kStory, story("Quillmark accuses Parallax Labs"));
    town.crawl_at(2h);
    town.web.put_missing(kStory, 404);  // the first time again
    town.crawl_at(4h);
    CHECK(town.article().status == ArticleStatus::Ok);
}

TEST_CASE("An article that comes back is an article again, with its history",
          "[cli][crawl][gone]") {
    OneStory town;
    const auto id = town.article().facts.id;
    town.web.put_missing(kStory, 410);
    town.crawl_at(1h);
    REQUIRE(town.article().status == ArticleStatus::Gone);
    const auto change = town.store.last_change();
    SECTION("as it was") { town.web.put(kStory, story("Quillmark accuses Parallax Labs")); }
    SECTION("not modified") { town.web.put(kStory, crawler::NotModified{}); }
    SECTION("edited") { town.web.put(kStory, story("Quillmark accuses Parallax Labs", " More.")); }
    town.crawl_at(26h);
    CHECK(town.article().status == ArticleStatus::Ok);
    CHECK(town.article().facts.id == id);
    CHECK(town.store.last_change() > change);  // whoever shows it hears of it
}

TEST_CASE("A page without its article counts as one that is not there", "[cli][crawl][gone]") {
    OneStory town;
    town.web.put(kStory, kNoArticle);
    town.crawl_at(1h);
    CHECK(town.article().status == ArticleStatus::Ok);
    town.crawl_at(2h);
    CHECK(town.article().status == ArticleStatus::Gone);
    CHECK(town.store.revisions(town.article().facts.id).size() == 1);
    town.web.put(kStory, story("Quillmark accuses Parallax Labs"));
    town.crawl_at(27h);
    CHECK(town.article().status == ArticleStatus::Ok);
}

TEST_CASE("A server in trouble does not make a page come back or be gone", "[cli][crawl][gone]") {
    OneStory town;
    town.web.put_missing(kStory, 404);
    town.crawl_at(1h);
    town.web.put(kStory, core::Failure{kUnreachable, "answered 500", kStory});
    town.crawl_at(2h);
    CHECK(town.article().status == ArticleStatus::Ok);
    town.web.put_missing(kStory, 404);
    town.crawl_at(8h);
    CHECK(town.article().status == ArticleStatus::Gone);
}

TEST_CASE("What is gone is looked for ever more seldom, for a year", "[cli][crawl][gone]") {
    OneStory town;
    town.web.put_missing(kStory, 410);
    std::vector<std::int64_t> days;
    core::Instant last = kStart;
    auto at = town.due();
    while (at && days.size() < 50) {
        town.crawl_at(*at - kStart);
        days.push_back((*at - last) / 24h);
        last = *at;
        at = town.due();
    }
    REQUIRE(days.size() > 6);
    days.resize(7);
    CHECK(days == std::vector<std::int64_t>{0, 1, 1, 2, 4, 8, 16});
    CHECK(last - kStart > 365 * 24h);
    CHECK(last - kStart < 400 * 24h);
}

TEST_CASE("A page that never was there is forgotten", "[cli][crawl][gone]") {
    Town town;
    town.configure(kSource);
    town.web.put(kSource, sitemap_of({kStory}));
    town.crawl_at(0s);
    CHECK(town.due() == kStart + 2min);
    town.crawl_at(2min);
    CHECK_FALSE(town.due());
}

// ── redirects ──

TEST_CASE("An article that has moved is one article, known by both addresses",
          "[cli][crawl][moved]") {
    OneStory town;
    const auto id = town.article().facts.id;
    const std::string there = "http://one.test/story-moved";
    const int status = GENERATE(301, 308);
    town.web.put_redirect(kStory, there, status);
    town.web.put(there, story("Quillmark accuses Parallax Labs"));
    town.web.put(kSource, sitemap_of({there}));
    town.crawl_at(1h);
    CHECK(town.store.counts().articles == 1);
    CHECK(town.article(there).facts.id == id);
    CHECK(town.article(kStory).facts.id == id);
    CHECK(town.article().facts.url == url(there));
    CHECK_FALSE(town.due(kStory));
    CHECK(town.due(there) == kStart + 2h);
    const auto asked = town.crawl_at(2h);
    CHECK(was_asked(asked, there));
    CHECK_FALSE(was_asked(asked, kStory));
    CHECK(town.store.counts().articles == 1);
}

TEST_CASE("A moved article whose new address is heard of first is still one article",
          "[cli][crawl][moved]") {
    OneStory town;
    const auto id = town.article().facts.id;
    const std::string there = "http://one.test/moved";
    town.web.put(there, story("Quillmark accuses Parallax Labs"));
    town.web.put(kSource, sitemap_of({there}));
    SECTION("the old one leads on") { town.web.put_redirect(kStory, there, 301); }
    SECTION("the old one is gone") { town.web.put_missing(kStory, GENERATE(404, 410)); }
    REQUIRE(town.due() == kStart + 1h);
    CHECK(town.crawl_at(55min) == Strings{kSource, there, kStory});
    CHECK(town.store.counts().articles == 1);
    CHECK(town.article(there).facts.id == id);
    CHECK(town.article(kStory).facts.id == id);
    CHECK(town.article().status == ArticleStatus::Ok);
    CHECK_FALSE(town.due(kStory));
}

TEST_CASE("A story that stands at two addresses of a site is two articles, one a copy",
          "[cli][crawl][moved]") {
    OneStory town;
    const std::string there = "http://one.test/again";
    town.web.put(there, story("Quillmark accuses Parallax Labs"));
    town.web.put(kSource, sitemap_of({kStory, there}));
    SECTION("the first is unchanged") { town.web.put(kStory, crawler::NotModified{}); }
    SECTION("the first comes again") {}
    SECTION("the first cannot be had now") {
        town.web.put(kStory, core::Failure{kUnreachable, "answered 500", kStory});
    }
    town.crawl_at(1h);
    CHECK(town.store.counts().articles == 2);
    CHECK(town.article(there).facts.id != town.article(kStory).facts.id);
}

TEST_CASE("A redirect to another story, or for the time being, is no move", "[cli][crawl][moved]") {
    OneStory town;
    const std::string there = "http://one.test/other";
    SECTION("another story") {
        town.web.put_redirect(kStory, there, 301);
        town.web.put(
            there,
            "<html lang=en><head><title>Harbour festival draws record crowd</title></head>"
            "<body><article><h1>Harbour festival draws record crowd</h1><p>More than forty "
            "thousand visitors came to the old harbour at the weekend, the city said, to "
            "see tall ships, hear brass bands and eat fried herring.</p><p>Next year the "
            "festival is to begin a day earlier, because hotels were full.</p></article>"
            "</body></html>");
    }
    SECTION("for the time being") {
        town.web.put_redirect(kStory, there, 302);
        town.web.put(there, story("Quillmark accuses Parallax Labs"));
    }
    town.crawl_at(1h);
    CHECK(town.store.counts().articles == 2);
    CHECK(town.article().facts.url == url(kStory));
}
