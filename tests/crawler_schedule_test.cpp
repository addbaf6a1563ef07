#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "crawler/crawler.h"
#include "crawler/host_queues.h"
#include "crawler/moods.h"

using crawler::HostQueues;
using crawler::SourceResult;
using namespace std::chrono_literals;
using Asked = HostQueues::Asked;

namespace {

const HostQueues::Time kStart{1000s};

// Takes every job that may start at `now`, as "host:job".
std::vector<std::string> take_all_now(HostQueues& queues, HostQueues::Time now) {
    std::vector<std::string> taken;
    while (const auto turn = queues.take(now))
        taken.push_back(turn->host + ":" + std::to_string(turn->job));
    return taken;
}

}  // namespace

TEST_CASE("A host has one request at a time, and a gap after each", "[crawler][politeness]") {
    HostQueues queues(3s, 8);
    for (int job = 1; job <= 3; ++job) queues.push("a", job, kStart);
    CHECK(take_all_now(queues, kStart) == std::vector<std::string>{"a:1"});
    CHECK(take_all_now(queues, kStart + 1h).empty());  // still under way
    CHECK_FALSE(queues.next_turn());
    queues.finished("a", Asked::Yes, kStart + 10s);
    CHECK(queues.next_turn() == kStart + 13s);
    CHECK(take_all_now(queues, kStart + 13s - 1ms).empty());
    CHECK(take_all_now(queues, kStart + 13s) == std::vector<std::string>{"a:2"});
}

TEST_CASE("What was not asked needs no gap", "[crawler][politeness]") {
    HostQueues queues(3s, 8);
    queues.push("a", 1, kStart);
    queues.push("a", 2, kStart);
    REQUIRE(queues.take(kStart));
    queues.finished("a", Asked::No, kStart);
    CHECK(queues.next_turn() == kStart);
}

TEST_CASE("A job that comes late keeps the gap to the last request", "[crawler][politeness]") {
    HostQueues queues(3s, 8);
    queues.push("a", 1, kStart);
    REQUIRE(queues.take(kStart));
    queues.finished("a", Asked::Yes, kStart);
    CHECK(queues.idle());
    queues.push("a", 2, kStart + 1s);
    CHECK(queues.next_turn() == kStart + 3s);
}

TEST_CASE("Hosts take turns, however long their queues", "[crawler][politeness]") {
    HostQueues queues(0s, 1);
    for (int job = 1; job <= 3; ++job) queues.push("a", job, kStart);
    queues.push("b", 4, kStart);
    queues.push("c", 5, kStart);
    std::string order;
    for (int n = 0; n < 5; ++n) {
        const auto turn = queues.take(kStart + n * 1ms);
        REQUIRE(turn);
        order += turn->host;
        queues.finished(turn->host, Asked::Yes, kStart + n * 1ms);
    }
    CHECK(order == "abcaa");
    CHECK(queues.idle());
}

TEST_CASE("No more hosts are asked at once than allowed", "[crawler][politeness]") {
    HostQueues queues(0s, 2);
    for (const char* host : {"a", "b", "c"}) queues.push(host, 1, kStart);
    CHECK(take_all_now(queues, kStart).size() == 2);
    CHECK_FALSE(queues.next_turn());
    queues.finished("a", Asked::Yes, kStart);
    CHECK(take_all_now(queues, kStart) == std::vector<std::string>{"c:1"});
}

TEST_CASE("A longer gap counts from the request that told of it", "[crawler][politeness]") {
    HostQueues queues(1s, 8);
    queues.push("a", 1, kStart);
    REQUIRE(queues.take(kStart));
    queues.finished("a", Asked::Yes, kStart);
    queues.set_gap("a", 10s);
    queues.push("a", 2, kStart);
    CHECK(queues.next_turn() == kStart + 10s);
}

TEST_CASE("A host that is held is not asked before, others are", "[crawler][politeness]") {
    HostQueues queues(1s, 8);
    queues.push("a", 1, kStart);
    queues.push("b", 2, kStart);
    queues.hold("a", kStart + 1min);
    CHECK(take_all_now(queues, kStart) == std::vector<std::string>{"b:2"});
    CHECK(queues.held_until("a") == kStart + 1min);
    CHECK(take_all_now(queues, kStart + 1min) == std::vector<std::string>{"a:1"});
}

TEST_CASE("A host's queue can be emptied", "[crawler][politeness]") {
    HostQueues queues(1s, 8);
    for (int job = 1; job <= 3; ++job) queues.push("a", job, kStart);
    CHECK(queues.take_all("a") == std::vector<HostQueues::Job>{1, 2, 3});
    CHECK(queues.idle());
    CHECK_FALSE(queues.next_turn());
}

TEST_CASE("Two hundred hosts of ten pages are done in ten gaps", "[crawler][politeness]") {
    HostQueues queues(1s, 32);
    for (int host = 0; host < 200; ++host)
        for (int page = 0; page <= 10; ++page) queues.push(std::to_string(host), page, kStart);
    auto now = kStart;
    std::map<std::string, HostQueues::Time> ended;
    while (!queues.idle()) {
        for (auto turn = queues.take(now); turn; turn = queues.take(now)) {
            if (ended.contains(turn->host)) CHECK(now - ended[turn->host] >= 1s);
            ended[turn->host] = now;
            queues.finished(turn->host, Asked::Yes, now);
        }
        if (const auto next = queues.next_turn()) now = *next;
    }
    CHECK(now - kStart == 10s);
}

TEST_CASE("Young articles are looked at again soon, old ones never", "[crawler][schedule]") {
    const std::vector<crawler::Recheck> rules{{1h * 24 * 7, 3h}, {3h, 15min}, {24h, 1h}};
    const core::Instant now{1'000'000s};
    struct Case {
        std::chrono::seconds age;
        std::optional<std::chrono::seconds> every;
    };
    const auto [age, every] = GENERATE(values<Case>({
        {-1h, 15min},  // dated into the future
        {0s, 15min},
        {3h - 1s, 15min},
        {3h, 1h},
        {48h, 3h},
        {1h * 24 * 7, std::nullopt},
    }));
    CAPTURE(age.count());
    const auto next = crawler::next_look(rules, now - age, now);
    CHECK(next == (every ? std::optional(now + *every) : std::nullopt));
}

TEST_CASE("A source is asked as often as it has news", "[crawler][schedule]") {
    struct Case {
        std::chrono::seconds current;
        int failures;
        SourceResult result;
        std::chrono::seconds next;
    };
    const auto [current, failures, result, next] = GENERATE(values<Case>({
        {1000s, 0, SourceResult::News, 800s},
        {1000s, 0, SourceResult::NothingNew, 1500s},
        {1000s, 0, SourceResult::NotModified, 1250s},
        {500s, 0, SourceResult::News, 500s},            // never below half of the first guess
        {86000s, 0, SourceResult::NothingNew, 86400s},  // at least once a day
        {1000s, 1, SourceResult::Failed, 1000s},
        {1000s, 3, SourceResult::Failed, 4000s},
        {1000s, 99, SourceResult::Failed, 86400s},
    }));
    CAPTURE(current.count(), failures);
    CHECK(crawler::next_interval({.base = 1000s, .current = current, .failures = failures},
                                 result) == next);
}

TEST_CASE("A source of longer than a day keeps its own pace", "[crawler][schedule]") {
    CHECK(crawler::next_interval({.base = 72h, .current = 72h}, SourceResult::NothingNew) == 72h);
}

namespace {

// A tenth longer at the most.
bool is_about(std::chrono::seconds wait, std::chrono::seconds expected) {
    return wait >= expected && wait <= expected + expected / 10;
}

}  // namespace

TEST_CASE("A host that pushes back is left alone, twice as long each time, up to a day",
          "[crawler][politeness]") {
    crawler::Moods moods;
    const auto wait = [&](int status, std::optional<std::chrono::seconds> asked) {
        const auto hold = moods.answered("a", status, asked);
        return hold ? hold->wait : -1s;
    };
    CHECK(wait(200, {}) == -1s);
    CHECK(is_about(wait(429, {}), 60s));
    CHECK(is_about(wait(503, {}), 120s));
    CHECK(wait(429, 7s) == 7s);
    CHECK(is_about(wait(429, {}), 480s));  // the one before counts, whatever it asked for
    CHECK(wait(200, {}) == -1s);
    CHECK(is_about(wait(429, {}), 60s));
    for (int n = 0; n < 100; ++n) wait(429, {});
    CHECK(is_about(wait(429, {}), 24h));
    CHECK_FALSE(moods.answered("b", 500, 60s));  // a mistake of its own, no wish
}

TEST_CASE("Hosts that fail together are not asked together again", "[crawler][politeness]") {
    std::set<std::int64_t> waits;
    for (int n = 0; n < 20; ++n) {
        crawler::Moods moods;
        const auto host = "host" + std::to_string(n) + ".test:443";
        moods.answered(host, 503, {});
        waits.insert(moods.answered(host, 503, {})->wait.count());
    }
    CHECK(waits.size() > 5);
}

TEST_CASE("A host that falls silent is left alone after five requests", "[crawler][politeness]") {
    crawler::Moods moods;
    for (int n = 0; n < 4; ++n) CHECK_FALSE(moods.silent("a"));
    const auto hold = moods.silent("a");
    REQUIRE(hold);
    CHECK(is_about(hold->wait, 60s));
    CHECK(moods.why("a") == "the host has not answered 5 times in a row");
}
