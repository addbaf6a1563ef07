#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <thread>

#include "crawler/crawler.h"
#include "tests/site.h"

using Kind = core::Failure::Kind;
using namespace std::chrono_literals;

TEST_CASE("robots.txt is asked for once, before the first page of a host", "[crawler][fetch]") {
    Site site;
    site.put("/robots.txt", http_answer(200, "User-agent: *\nDisallow: /no\n"));
    site.put("/1", http_answer(200, "one"));
    site.put("/2", http_answer(200, "two"));
    std::vector<crawler::Request> requests;
    for (const char* path : {"/1", "/no", "/2"})
        requests.push_back(request("http://one.test" + std::string(path)));
    const auto outcomes = fetch_all(site.options(), requests);
    REQUIRE(outcomes.size() == 3);
    CHECK(site.server.seen_targets() ==
          std::vector<std::string>{"one.test/robots.txt", "one.test/1", "one.test/2"});
    const auto& refused = outcomes.front();  // known as soon as the file was read
    CHECK(kind_of(refused) == Kind::Refused);
    CHECK(message_of(refused) == "robots.txt forbids it in line 2 (Disallow: /no)");
    CHECK_FALSE(refused.status);
}

TEST_CASE("What stands for robots.txt decides whether a page may be fetched", "[crawler][fetch]") {
    struct Case {
        std::string answer;
        bool allowed;
    };
    const auto [answer, allowed] = GENERATE(values<Case>({
        {http_answer(200, "User-agent: *\nDisallow: /x\n"), true},
        {http_answer(200, "User-agent: claimtrail\nDisallow: /\n"), false},
        {http_answer(200, "<html>Not really</html>"), true},
        {http_answer(200, ""), true},
        {http_answer(204, ""), true},
        {http_answer(401, ""), true},
        {http_answer(403, ""), true},
        {http_answer(404, ""), true},
        {http_answer(410, ""), true},
        {http_answer(429, ""), false},
        {http_answer(500, ""), false},
        {http_answer(503, ""), false},
        {"", false},  // hung up
        {http_answer(200, "User-agent", {{"Content-Length", "500"}}), false},
        {http_answer(302, ""), true},                    // leads nowhere
        {redirect_to("/robots.txt"), true},              // in a circle
        {redirect_to("http://two.test/robots"), false},  // below
        {http_answer(200, "User-agent: *\nDisallow: /\n#" + std::string(600'000, 'x')), false},
    }));
    CAPTURE(answer.substr(0, 100));
    Site site;
    site.put("one.test/robots.txt", answer);
    site.put("two.test/robots", http_answer(200, "User-agent: *\nDisallow: /\n"));
    site.put("/a", http_answer(200, "a"));
    const auto outcome = fetch(site, "/a");
    CHECK(outcome.result.has_value() == allowed);
    if (!allowed) CHECK(kind_of(outcome) == Kind::Refused);
    const auto seen = site.server.seen_targets();
    CHECK(std::count(seen.begin(), seen.end(), "one.test/a") == (allowed ? 1 : 0));
    CHECK(seen.size() <= 7);
}

TEST_CASE("A host that never answers is given up, others are not held up", "[crawler][fetch]") {
    Site site;
    site.act("/silent", [](const Peer& peer) { peer.stay_silent(); });
    site.put("/a", http_answer(200, "a"));
    auto options = site.options();
    options.first_byte_timeout = 1s;
    const auto outcomes =
        fetch_all(options, {request("http://one.test/silent"), request("http://two.test/a")});
    REQUIRE(outcomes.size() == 2);
    CHECK(outcomes[0].request.url.host() == "two.test");
    CHECK(kind_of(outcomes[1]) == Kind::Unreachable);
    CHECK(message_of(outcomes[1]) == "no answer within 1 s");
}

TEST_CASE("Between two requests to a host lies the gap, hosts go side by side",
          "[crawler][fetch]") {
    Site site;
    site.put("two.test/robots.txt", http_answer(200, "User-agent: *\nCrawl-delay: 0.1\n"));
    site.put("three.test/robots.txt", http_answer(200, "User-agent: *\nCrawl-delay: 999\n"));
    auto options = site.options();
    options.delay = 50ms;
    options.max_crawl_delay = 150ms;
    std::vector<crawler::Request> requests;
    for (const char* host : {"one", "two", "three"})
        for (const char* path : {"/1", "/2", "/3"})
            requests.push_back(request("http://" + std::string(host) + ".test" + path));
    CHECK(fetch_all(options, requests).size() == 9);
    std::map<std::string, std::vector<std::chrono::steady_clock::time_point>> times;
    for (const auto& seen : site.server.seen()) times[seen.host].push_back(seen.at);
    const std::map<std::string, std::chrono::milliseconds> gaps{
        {"one.test", 50ms}, {"two.test", 100ms}, {"three.test", 150ms}};
    for (const auto& [host, gap] : gaps) {
        CAPTURE(host);
        REQUIRE(times[host].size() == 4);
        for (std::size_t n = 1; n < 4; ++n) CHECK(times[host][n] - times[host][n - 1] >= gap);
    }
    CHECK(times["two.test"].front() < times["one.test"].back());
}

TEST_CASE("A host that wants to be left alone is left alone", "[crawler][fetch]") {
    Site site;
    site.put("/a", http_answer(429, "", {{"Retry-After", "3600"}}));
    site.put("/b", http_answer(200, "b"));
    const auto outcomes = fetch_all(
        site.options(),
        {request("http://one.test/a"), request("http://one.test/b"), request("http://two.test/b")});
    REQUIRE(outcomes.size() == 3);
    for (const auto& outcome : outcomes) {
        if (outcome.request.url.host() == "two.test") {
            CHECK(outcome.result.has_value());
            continue;
        }
        CHECK(kind_of(outcome) == Kind::Refused);
        CHECK(outcome.retry_after == 3600s);
    }
    const auto seen = site.server.seen_targets();
    CHECK(std::count(seen.begin(), seen.end(), "one.test/b") == 0);
}

TEST_CASE("A short Retry-After is waited for", "[crawler][fetch]") {
    Site site;
    site.put("/a", http_answer(503, "", {{"Retry-After", "1"}}));
    site.put("/b", http_answer(200, "b"));
    const auto outcomes =
        fetch_all(site.options(), {request("http://one.test/a"), request("http://one.test/b")});
    REQUIRE(outcomes.size() == 2);
    CHECK(outcomes[0].retry_after == 1s);
    CHECK(outcomes[1].result.has_value());
    const auto seen = site.server.seen();
    REQUIRE(seen.size() == 5);  // robots.txt, /a three times, /b
    for (std::size_t n = 2; n < 5; ++n) CHECK(seen[n].at - seen[n - 1].at >= 1s);
}

TEST_CASE("After an interrupt nothing more comes", "[crawler][fetch]") {
    Site site;
    site.act("/silent", [](const Peer& peer) { peer.stay_silent(); });
    const auto web = crawler::open_web(site.options(), [] { return kNow; });
    web->add(request("http://one.test/silent"));
    std::thread other([&] {
        while (site.server.seen().size() < 2) std::this_thread::yield();
        web->interrupt();
    });
    CHECK_FALSE(web->next());
    CHECK_FALSE(web->next());
    other.join();
}

TEST_CASE("With nothing to do, nothing comes, until something is added", "[crawler][fetch]") {
    Site site;
    site.put("/a", http_answer(200, "a"));
    const auto web = crawler::open_web(site.options(), [] { return kNow; });
    CHECK_FALSE(web->next());
    web->add(request("http://one.test/a"));
    CHECK(web->next());
    CHECK_FALSE(web->next());
    web->add(request("http://one.test/a"));
    CHECK(web->next());
}
