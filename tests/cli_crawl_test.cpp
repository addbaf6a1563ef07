// What a crawl does with what it is answered.
#include "tests/crawl_town.h"

using namespace crawl_town;

// ── what does not change, and what does ──

TEST_CASE("A page that did not change keeps its article and its validators", "[cli][crawl]") {
    Town town;
    town.configure(kSource);
    town.web.put(kSource, sitemap_of({kStory}));
    core::FetchedPage page;
    page.content_type = "text/html";
    page.headers = {{"ETag", "W/\"a b\""}, {"Last-Modified", "Mon, 15 Jun 2026 12:00:00 GMT"}};
    page.body = story("Quillmark accuses Parallax Labs");
    town.web.put(kStory, page);
    town.crawl_at(0s);
    for (const auto at : {1h, 2h, 3h}) {
        town.web.put(kStory, crawler::NotModified{});
        town.crawl_at(at);
        CHECK(town.figures.not_modified >= 1);
        const auto& memory = town.web.asked().back().memory;
        CHECK(memory.etag == "W/\"a b\"");
        CHECK(memory.last_modified == "Mon, 15 Jun 2026 12:00:00 GMT");
    }
    CHECK(town.store.counts().revisions == 1);
    CHECK(town.store.counts().captures == 1);
}

TEST_CASE("An edit is a revision of its own", "[cli][crawl]") {
    OneStory town;
    town.web.put(kStory, story("Quillmark accuses Parallax Labs", " It later did."));
    town.crawl_at(1h);
    CHECK(town.store.counts().articles == 1);
    CHECK(town.store.revisions(town.article().facts.id).size() == 2);
    CHECK(town.store.counts().captures == 2);
}

TEST_CASE("An empty or broken page never replaces a good one", "[cli][crawl]") {
    OneStory town;
    const auto text = town.article().article.text;
    const auto failure = GENERATE(
        values<core::Failure>({{core::Failure::Kind::NotReadable, "an empty answer", kStory},
                               {kUnreachable, "cut off after 100 bytes", kStory},
                               {core::Failure::Kind::TooLarge, "larger than max_body", kStory}}));
    town.web.put(kStory, failure);
    town.crawl_at(1h);
    CHECK(town.article().status == ArticleStatus::Ok);
    CHECK(town.article().article.text == text);
    CHECK(town.due() == kStart + 1h + 15min);
}

TEST_CASE("A page that closes keeps the text that it showed before", "[cli][crawl]") {
    OneStory town;
    const auto whole = town.article().article.text;
    const std::string closed =
        "<html lang=en><head><title>Quillmark accuses Parallax Labs</title><script "
        "type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":"
        "\"NewsArticle\",\"headline\":\"Quillmark accuses Parallax Labs\","
        "\"isAccessibleForFree\":false}</script></head><body><article><h1>Quillmark accuses "
        "Parallax Labs</h1><p>Quillmark accused Parallax Labs on Tuesday of distilling its Heron "
        "model, in a letter that the company published on its website late in the evening.</p>"
        "</article></body></html>";
    town.web.put(kStory, closed);
    town.crawl_at(2h);
    CHECK(town.article().article.text == whole);
    CHECK(town.store.revisions(town.article().facts.id).size() == 1);
    town.web.put(kStory, story("Quillmark accuses Parallax Labs", " It is open again."));
    town.crawl_at(4h);
    CHECK(town.store.revisions(town.article().facts.id).size() == 2);
}

TEST_CASE("A date in the future keeps no page young", "[cli][crawl]") {
    Town town;
    town.configure(kSource);
    town.web.put(kSource, sitemap_of({kStory + " 2099-01-01"}));
    town.web.put(kStory, story("Quillmark accuses Parallax Labs"));
    town.crawl_at(0s);
    CHECK(town.due() == kStart + 1h);
    town.web.put(kStory, crawler::NotModified{});
    town.crawl_at(24h * 400);
    CHECK_FALSE(town.due());  // a year has passed since it was first seen
}

TEST_CASE("What did not change but is not here is wanted whole the next time", "[cli][crawl]") {
    Town town;
    town.configure(kSource);
    town.web.put(kSource, sitemap_of({kStory}));
    core::FetchedPage page;
    page.content_type = "text/html";
    page.headers = {{"ETag", "\"1\""}};
    page.body = kNoArticle;
    town.web.put(kStory, page);
    town.crawl_at(0s);
    town.web.put(kStory, crawler::NotModified{});
    CHECK(was_asked(town.crawl_at(24h * 31), kStory));
    CHECK(town.web.asked().back().memory.etag == "\"1\"");
    CHECK(was_asked(town.crawl_at(24h * 33), kStory));
    CHECK_FALSE(town.web.asked().back().memory.etag);
}

TEST_CASE("A clock that is set back makes nothing due and breaks nothing", "[cli][crawl]") {
    OneStory town;
    town.crawl_at(10h);
    CHECK(town.crawl_at(-100h).empty());
    CHECK(was_asked(town.crawl_at(11h), kStory));
    CHECK(town.store.problems().empty());
}

TEST_CASE("Links are followed from a section page, one step and no further", "[cli][crawl][trap]") {
    Town town;
    const std::string section = "http://one.test/news";
    town.configure(section, core::SourceKind::Page);
    const auto calendar = [](int day) {
        return "<a href=\"http://one.test/calendar/" + std::to_string(day) + "\">next</a>";
    };
    town.web.put(section, "<html><body>" + calendar(1) + "<a href=\"http://two.test/\">two</a>" +
                              "<a href=\"/deep/deep/deep/\">deeper</a></body></html>");
    for (int day = 1; day < 5; ++day)
        town.web.put("http://one.test/calendar/" + std::to_string(day),
                     "<html><body>" + calendar(day + 1) + "</body></html>");
    const Strings once{section, "http://one.test/calendar/1", "http://one.test/deep/deep/deep/"};
    CHECK(town.crawl_at(0s) == once);
    CHECK(town.crawl_at(1s).empty());
}

TEST_CASE("A page that sends its readers on by itself is a page, and no loop",
          "[cli][crawl][trap]") {
    Town town;
    town.configure(kSource);
    town.web.put(kSource, sitemap_of({kStory}));
    town.web.put(kStory,
                 "<html><head><meta http-equiv=refresh content=\"0;url=/story\"></head>"
                 "<body>Moved.</body></html>");
    CHECK(town.crawl_at(0s).size() == 2);
    CHECK(town.store.counts().articles == 0);
}

// ── the run ──

TEST_CASE("What --max-pages and --since leave out waits for another time", "[cli][crawl]") {
    Town town;
    town.configure(kSource);
    town.web.put(kSource,
                 sitemap_of({"http://one.test/1 2026-06-14", "http://one.test/2 2026-06-14",
                             "http://one.test/3 2025-01-01"}));
    cli::CrawlOptions options;
    SECTION("at most one") {
        options.max_pages = 1;
        CHECK(town.crawl_at(0s, options).size() == 2);
    }
    SECTION("only new ones") {
        options.since = "2026-06";
        CHECK_FALSE(was_asked(town.crawl_at(0s, options), "http://one.test/3"));
    }
    SECTION("all") { CHECK(town.crawl_at(0s, options).size() == 4); }
}

TEST_CASE("A source that is named is asked now, with its sitemaps, and no other", "[cli][crawl]") {
    Town town;
    town.configure(kSource);
    town.configure("http://two.test/feed", core::SourceKind::Feed);
    town.web.put(kSource, index_of({"http://one.test/a.xml"}));
    town.web.put("http://one.test/a.xml", sitemap_of({}));
    town.crawl_at(0s);
    cli::CrawlOptions options;
    options.sources = {"one.test"};
    const Strings named{kSource, "http://one.test/a.xml"};
    CHECK(town.crawl_at(1s, options) == named);
}

TEST_CASE("Every request is in the log, with what went wrong", "[cli][crawl]") {
    OneStory town;
    town.web.put_missing(kStory, 410);
    town.crawl_at(1h);
    const auto failures = town.store.schedule().last_failures(10);
    REQUIRE(failures.size() == 1);
    CHECK(failures[0].url == url(kStory));
    CHECK(failures[0].status == 410);
    CHECK(failures[0].problem == "gone: answered 410");
    CHECK(town.store.schedule().last_fetches(10).size() == 4);
}

TEST_CASE("A crawl that is interrupted leaves what it did not come to for the next one",
          "[cli][crawl]") {
    Town town;
    town.configure(kSource);
    town.web.put(kSource, sitemap_of({kStory}));
    town.web.put(kStory, story("Quillmark accuses Parallax Labs"));
    town.web.interrupt();
    town.crawl_at(0s);
    CHECK(town.store.schedule().sources_due(kStart).size() == 1);
    CHECK(town.store.schedule().last_fetches(10).empty());
}
