// What a crawl does with what it is answered: on a web and a clock of the test's own.
#include <catch2/catch.hpp>
#include <set>

#include "cli/crawl.h"
#include "tests/fake_web.h"
#include "tests/temp_dir.h"

using namespace std::chrono_literals;
using core::ArticleStatus;
using Strings = std::vector<std::string>;

namespace {

const core::Instant kStart = core::parse_timestamp("2026-06-15T18:00:00Z")->at;
const std::string kSource = "http://one.test/sitemap.xml";
const std::string kStory = "http://one.test/story";

core::Url url(const std::string& text) { return core::Url::parse(text).value(); }

core::FetchedPage xml(const std::string& body, const std::string& etag = {}) {
    core::FetchedPage page;
    page.content_type = "application/xml";
    if (!etag.empty()) page.headers = {{"ETag", etag}};
    page.body = body;
    return page;
}

// Lists of addresses, each "ADDRESS" or "ADDRESS LASTMOD".
std::string listed(const Strings& entries, const std::string& list, const std::string& entry) {
    std::string body = "<" + list + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    for (const auto& one : entries) {
        const auto space = one.find(' ');
        body += "<" + entry + "><loc>" + one.substr(0, space) + "</loc>";
        if (space != one.npos) body += "<lastmod>" + one.substr(space + 1) + "</lastmod>";
        body += "</" + entry + ">";
    }
    return body + "</" + list + ">";
}
core::FetchedPage index_of(const Strings& entries, const std::string& etag = {}) {
    return xml(listed(entries, "sitemapindex", "sitemap"), etag);
}
core::FetchedPage sitemap_of(const Strings& entries, const std::string& etag = {}) {
    return xml(listed(entries, "urlset", "url"), etag);
}

std::string story(const std::string& title, const std::string& more = {}) {
    return "<html lang=en><head><title>" + title +
           "</title><meta property=\"og:type\" "
           "content=\"article\"></head><body><article><h1>" +
           title +
           "</h1><p>Quillmark accused "
           "Parallax Labs on Tuesday of distilling its Heron model, in a letter that the company "
           "published on its website late in the evening.</p><p>Parallax Labs did not answer "
           "questions about the letter, which describes thousands of accounts that asked the model "
           "for long answers day and night." +
           more + "</p></article></body></html>";
}

const std::string kNoArticle =
    "<html><head><title>Not found</title></head><body><h1>Sorry</h1><p>This story is no longer "
    "available. It may have been moved or removed.</p></body></html>";

// A home in memory, crawled again and again.
class Town {
public:
    Town() {
        context_.config.recheck = {{std::chrono::hours(24 * 365), 1h}};
        context_.loudness = cli::Loudness::Quiet;
    }
    void configure(const std::string& address, core::SourceKind kind = core::SourceKind::Sitemap) {
        context_.config.sources.push_back({.url = url(address), .kind = kind, .every = 1h});
        store.schedule().set_sources(context_.config.sources, kStart);
    }
    // What was asked, in one crawl at this time after the start.
    Strings crawl_at(std::chrono::seconds after, const cli::CrawlOptions& options = {}) {
        context_.clock = cli::Clock::standing_at(kStart + after);
        web.forget_asked();
        cli::Crawl crawl(context_, options, {store, pipeline_, web, captures_});
        const auto run = store.schedule().begin_run("crawl", kStart + after);
        crawl.sources_and_pages(run);
        pipeline_.conclude();
        failed_sources = crawl.failed_sources();
        figures = crawl.figures();
        return web.asked_urls();
    }
    core::ArticleRecord article(const std::string& address = kStory) const {
        const auto id = store.article_at(url(address));
        REQUIRE(id);
        return *store.article(*id);
    }
    std::optional<core::Instant> due(const std::string& address = kStory) const {
        const store::Reader& reader = store;
        const auto page = reader.schedule().page(url(address));
        REQUIRE(page);
        if (page->due == core::Instant::max()) return std::nullopt;
        return page->due;
    }

    FakeWeb web;
    store::Store store = store::Store::in_memory();
    std::size_t failed_sources = 0;
    store::RunRow figures;

private:
    TempDir dir_;
    search::IndexWriter index_ = search::IndexWriter::in_memory(store.uuid());
    cli::Pipeline pipeline_{store, index_, extractor::Lexicon::builtin(), {}};
    crawler::WarcWriter captures_{dir_.path(), "claimtrail/test", kStart};
    cli::Context context_{.home = {dir_.path()},
                          .config_file = {},
                          .config = {},
                          .clock = cli::Clock::standing_at(kStart)};
};

// One story, found through a sitemap, stored at the start.
struct OneStory : Town {
    OneStory() {
        configure(kSource);
        web.put(kSource, sitemap_of({kStory}));
        web.put(kStory, story("Quillmark accuses Parallax Labs"));
        CHECK(crawl_at(0s) == Strings{kSource, kStory});
        REQUIRE(article().status == ArticleStatus::Ok);
    }
};

bool was_asked(const Strings& asked, const std::string& address) {
    return std::find(asked.begin(), asked.end(), address) != asked.end();
}

constexpr auto kUnreachable = core::Failure::Kind::Unreachable;

}  // namespace

// ── sitemaps ──

TEST_CASE("A sitemap that failed is read at the next visit, though its index is unchanged",
          "[cli][crawl][sitemap]") {
    Town town;
    town.configure(kSource);
    town.web.put(kSource, index_of({"http://one.test/a.xml", "http://one.test/b.xml"}, "\"1\""));
    town.web.put("http://one.test/a.xml", sitemap_of({"http://one.test/1"}));
    town.web.put("http://one.test/b.xml", core::Failure{kUnreachable, "answered 500", ""});
    const auto first = town.crawl_at(0s);
    CHECK(was_asked(first, "http://one.test/1"));
    CHECK(town.failed_sources == 1);

    town.web.put(kSource, crawler::NotModified{});
    town.web.put("http://one.test/b.xml", sitemap_of({"http://one.test/2"}));
    const auto second = town.crawl_at(2h);
    CHECK(was_asked(second, "http://one.test/b.xml"));
    CHECK(was_asked(second, "http://one.test/2"));
    CHECK(town.failed_sources == 0);
}

TEST_CASE("A sitemap is read again though its index is unchanged, and asked by what it said",
          "[cli][crawl][sitemap]") {
    Town town;
    town.configure(kSource);
    const std::string child = "http://one.test/a.xml";
    town.web.put(kSource, index_of({child}, "\"index\""));
    town.web.put(child, sitemap_of({"http://one.test/1"}, "\"child\""));
    town.crawl_at(0s);

    town.web.put(kSource, crawler::NotModified{});
    town.web.put(child, sitemap_of({"http://one.test/1", "http://one.test/2"}));
    CHECK(was_asked(town.crawl_at(2h), "http://one.test/2"));
    for (const auto& request : town.web.asked()) {
        if (request.url == url(kSource)) CHECK(request.memory.etag == "\"index\"");
        if (request.url == url(child)) CHECK(request.memory.etag == "\"child\"");
    }
}

TEST_CASE("A sitemap that is named with a new date is read at once, others in their own time",
          "[cli][crawl][sitemap]") {
    Town town;
    town.configure(kSource);
    const std::string old = "http://one.test/2025.xml", fresh = "http://one.test/2026.xml";
    town.web.put(kSource, index_of({old + " 2025-12-31", fresh + " 2026-06-15"}));
    town.web.put(old, sitemap_of({}));
    town.web.put(fresh, sitemap_of({}));
    const Strings all{kSource, old, fresh};
    CHECK(town.crawl_at(0s) == all);
    for (auto at = 2h; at <= 40h; at += 2h) town.crawl_at(at);  // nothing new: ever more seldom
    town.web.put(kSource, index_of({old + " 2025-12-31", fresh + " 2026-06-16"}));
    const auto source_due = town.store.schedule().sources().front().next_due;
    const auto asked = town.crawl_at(source_due - kStart);
    CHECK(was_asked(asked, fresh));
    CHECK_FALSE(was_asked(asked, old));
}

TEST_CASE("A sitemap that is no longer named is left alone", "[cli][crawl][sitemap]") {
    Town town;
    town.configure(kSource);
    town.web.put(kSource, index_of({"http://one.test/a.xml", "http://one.test/b.xml"}));
    town.web.put("http://one.test/a.xml", sitemap_of({}));
    town.web.put("http://one.test/b.xml", index_of({"http://one.test/c.xml"}));
    town.web.put("http://one.test/c.xml", sitemap_of({}));
    CHECK(was_asked(town.crawl_at(0s), "http://one.test/c.xml"));
    town.web.put(kSource, index_of({"http://one.test/a.xml"}));
    town.crawl_at(30h);
    CHECK(town.crawl_at(60h) == Strings{kSource, "http://one.test/a.xml"});
}

TEST_CASE("Of an index that came cut off, no sitemap is taken to have gone",
          "[cli][crawl][sitemap]") {
    Town town;
    town.configure(kSource);
    const auto whole = index_of({"http://one.test/a.xml", "http://one.test/b.xml"});
    town.web.put(kSource, whole);
    town.web.put("http://one.test/a.xml", sitemap_of({}));
    town.web.put("http://one.test/b.xml", sitemap_of({}));
    town.crawl_at(0s);
    town.web.put(kSource, xml(whole.body.substr(0, whole.body.find("b.xml") - 30)));
    town.crawl_at(30h);
    CHECK(was_asked(town.crawl_at(60h), "http://one.test/b.xml"));
}

TEST_CASE("Indexes that name themselves or each other are read once", "[cli][crawl][sitemap]") {
    Town town;
    town.configure(kSource);
    town.web.put(kSource, index_of({kSource, "http://one.test/a.xml"}));
    town.web.put("http://one.test/a.xml", index_of({kSource, "http://one.test/b.xml"}));
    town.web.put("http://one.test/b.xml", index_of({"http://one.test/a.xml"}));
    const Strings each_once{kSource, "http://one.test/a.xml", "http://one.test/b.xml"};
    CHECK(town.crawl_at(0s) == each_once);
}

TEST_CASE("Indexes below indexes end at a depth", "[cli][crawl][sitemap]") {
    Town town;
    town.configure(kSource);
    town.web.put(kSource, index_of({"http://one.test/1.xml"}));
    for (int depth = 1; depth <= 9; ++depth)
        town.web.put("http://one.test/" + std::to_string(depth) + ".xml",
                     index_of({"http://one.test/" + std::to_string(depth + 1) + ".xml"}));
    CHECK(town.crawl_at(0s).size() == 4);
}

TEST_CASE("An index may name thousands: a crawl reads 500 of them", "[cli][crawl][sitemap]") {
    Town town;
    town.configure(kSource);
    Strings children;
    for (int n = 0; n < 3000; ++n)
        children.push_back("http://one.test/" + std::to_string(n) + ".xml");
    town.web.put(kSource, index_of(children));
    for (const auto& child : children) town.web.put(child, sitemap_of({}));
    CHECK(town.crawl_at(0s).size() == 501);
    CHECK(town.crawl_at(1s).size() == 500);
}

TEST_CASE("A sitemap speaks for its own site only", "[cli][crawl][sitemap]") {
    Town town;
    town.configure(kSource);
    town.web.put(kSource, index_of({"http://other.test/a.xml", "http://www.one.test/a.xml"}));
    town.web.put("http://www.one.test/a.xml",
                 sitemap_of({"http://other.test/1", "http://one.test/1"}));
    const Strings own{kSource, "http://www.one.test/a.xml", "http://one.test/1"};
    CHECK(town.crawl_at(0s) == own);
}

// ── pages that are not there ──

TEST_CASE("One 404 may be a mistake: an article is gone when it is not there again",
          "[cli][crawl][gone]") {
    OneStory town;
    town.web.put_missing(kStory, 404);
    town.crawl_at(1h);
    CHECK(town.article().status == ArticleStatus::Ok);
    CHECK(town.due() == kStart + 1h + 5min);
    CHECK_FALSE(was_asked(town.crawl_at(1h + 4min), kStory));
    town.crawl_at(1h + 5min);
    CHECK(town.article().status == ArticleStatus::Gone);
    CHECK_FALSE(town.article().article.text.empty());
    CHECK(town.due() == kStart + 1h + 5min + 24h);
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
    CHECK(town.due() == kStart + 5min);
    town.crawl_at(5min);
    CHECK_FALSE(town.due());
}

// ── failures ──

TEST_CASE("A page that cannot be had is tried again, at ever longer intervals", "[cli][crawl]") {
    OneStory town;
    town.web.put(kStory, core::Failure{kUnreachable, "answered 500", kStory});
    auto at = 1h + 0s;
    for (const auto wait : {15min + 0s, 30min + 0s, 1h + 0s, 2h + 0s, 4h + 0s, 8h + 0s, 16h + 0s,
                            24h + 0s, 24h + 0s}) {
        town.crawl_at(at);
        CHECK(town.due() == kStart + at + wait);
        at += wait;
    }
    CHECK(town.article().status == ArticleStatus::Ok);
    town.web.put(kStory, story("Quillmark accuses Parallax Labs"));
    town.crawl_at(at);
    CHECK(town.due() == kStart + at + 1h);
}

TEST_CASE("After two weeks of failures a page is given up", "[cli][crawl]") {
    OneStory town;
    town.web.put(kStory, core::Failure{kUnreachable, "answered 500", kStory});
    int tries = 0;
    for (auto at = town.due(); at && tries < 100; at = town.due(), ++tries)
        town.crawl_at(*at - kStart);
    CHECK(tries == 20);
    CHECK(town.article().status == ArticleStatus::Ok);
}

TEST_CASE("A host that asks for a pause gets it, up to two days", "[cli][crawl]") {
    OneStory town;
    const auto [asked, waits] =
        GENERATE(values<std::pair<std::chrono::seconds, std::chrono::seconds>>(
            {{1s, 15min}, {3h, 3h}, {24h * 30, 48h}}));
    town.web.put(kStory, core::Failure{core::Failure::Kind::Refused, "answered 429", kStory},
                 asked);
    town.crawl_at(1h);
    CHECK(town.due() == kStart + 1h + waits);
}

TEST_CASE("What robots.txt forbids is asked about again after a week", "[cli][crawl]") {
    OneStory town;
    town.web.put(kStory,
                 core::Failure{core::Failure::Kind::Refused, "robots.txt forbids it", kStory});
    town.crawl_at(1h);
    CHECK(town.due() == kStart + 1h + 24h * 7);
}

TEST_CASE("A source that fails is named, and asked less often until it answers", "[cli][crawl]") {
    Town town;
    town.configure(kSource);
    town.web.put(kSource, core::Failure{kUnreachable, "answered 500", kSource});
    auto at = 0s;
    std::vector<std::chrono::seconds> waits;
    for (int n = 0; n < 4; ++n) {
        CHECK(town.crawl_at(at) == Strings{kSource});
        CHECK(town.failed_sources == 1);
        const auto source = town.store.schedule().sources().front();
        CHECK(source.failures == n + 1);
        CHECK(source.last_problem == "unreachable: answered 500");
        waits.push_back(source.next_due - (kStart + at));
        at += waits.back();
    }
    CHECK(waits == std::vector<std::chrono::seconds>{1h, 2h, 4h, 8h});
    town.web.put(kSource, sitemap_of({}));
    town.crawl_at(at);
    CHECK(town.store.schedule().sources().front().failures == 0);
    CHECK_FALSE(town.store.schedule().sources().front().last_problem);
}

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
