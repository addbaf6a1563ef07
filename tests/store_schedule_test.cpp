#include <catch2/catch.hpp>

#include "store/store.h"

using namespace std::chrono_literals;

namespace {

core::Url url(const std::string& text) { return core::Url::parse(text).value(); }
constexpr core::Instant t0{std::chrono::seconds{1'780'000'000}};

}  // namespace

TEST_CASE("Sources are those of the configuration; others rest", "[store][schedule]") {
    auto store = store::Store::in_memory();
    auto schedule = store.schedule();
    const store::SourceSpec a{.url = url("http://a.example/feed"), .outlet = "A", .every = 900s};
    const store::SourceSpec b{.url = url("http://b.example/map"),
                              .kind = core::SourceKind::Sitemap};
    schedule.set_sources({a, b}, t0);
    CHECK(schedule.sources_due(t0).size() == 2);
    schedule.set_sources({b}, t0);
    const auto due = schedule.sources_due(t0);
    REQUIRE(due.size() == 1);
    CHECK(due[0].spec.url == b.url);
    CHECK(schedule.sources().size() == 2);
    CHECK(store.counts().sources == 1);
}

TEST_CASE("A visit says when to come again and keeps the validators", "[store][schedule]") {
    auto store = store::Store::in_memory();
    auto schedule = store.schedule();
    schedule.set_sources({{.url = url("http://a.example/feed")}}, t0);
    const auto id = schedule.sources()[0].id;
    schedule.visited(
        id, {.at = t0, .next_due = t0 + 10min, .validators = store::Validators{"\"e1\"", "Mon"}});
    CHECK(schedule.sources_due(t0 + 9min).empty());
    CHECK(schedule.sources_due(t0 + 10min).size() == 1);
    schedule.visited(id, {.at = t0 + 10min, .next_due = t0 + 20min, .problem = "unreachable"});
    const auto source = schedule.sources()[0];
    CHECK(source.validators.etag == "\"e1\"");
    CHECK(source.failures == 1);
    CHECK(source.last_ok == t0);
    CHECK(source.last_problem == "unreachable");
}

TEST_CASE("A page is put on the frontier once", "[store][schedule]") {
    auto store = store::Store::in_memory();
    auto schedule = store.schedule();
    const store::FrontierRow page{.url = url("http://a.example/1"), .due = t0, .published = t0};
    CHECK(schedule.enqueue({page, page}) == 1);
    CHECK(schedule.enqueue({page}) == 0);
    CHECK(schedule.pages_due(t0 - 1s, 10).empty());
    REQUIRE(schedule.pages_due(t0, 10).size() == 1);
    CHECK(schedule.pages_waiting() == 1);
    schedule.visited(page.url, {.at = t0, .next_due = t0 + 1h});
    CHECK(schedule.pages_waiting() == 0);
    CHECK(schedule.next_due() == t0 + 1h);
    schedule.forget(page.url);
    CHECK(schedule.pages_due(t0 + 48h, 10).empty());
    CHECK(schedule.enqueue({page}) == 0);
    CHECK(schedule.page(page.url));
}

TEST_CASE("Runs and requests are logged with their problems", "[store][schedule]") {
    auto store = store::Store::in_memory();
    auto schedule = store.schedule();
    const auto run = schedule.begin_run("crawl", t0);
    schedule.log({.run = run, .url = url("http://a.example/1"), .at = t0, .status = 200});
    schedule.log({.run = run, .url = url("http://a.example/2"), .at = t0, .problem = "gone: 404"});
    schedule.end_run({.id = run, .command = "crawl", .ended = t0 + 5s, .fetched = 1, .failed = 1});
    CHECK(schedule.last_fetches(10).size() == 2);
    REQUIRE(schedule.last_failures(10).size() == 1);
    CHECK(schedule.last_failures(10)[0].problem == "gone: 404");
    const auto runs = schedule.last_runs(5);
    REQUIRE(runs.size() == 1);
    CHECK(runs[0].fetched == 1);
    CHECK(runs[0].ended == t0 + 5s);
}
