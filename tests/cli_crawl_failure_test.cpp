// What a crawl does about what cannot be had.
#include "tests/crawl_town.h"

using namespace crawl_town;

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
