// Which sitemaps a crawl reads, and when again.
#include "tests/crawl_town.h"

using namespace crawl_town;

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
