// What misbehaving and hostile servers do: each time an outcome that says what, within bounds.
#include <catch2/catch.hpp>
#include <cstdlib>

#include <sys/resource.h>

#include "crawler/answer.h"
#include "crawler/gates.h"
#include "crawler/gzip.h"
#include "tests/site.h"

using Kind = core::Failure::Kind;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

// Sanitizers keep what is freed, and notes of every byte.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kMemoryIsOurs = false;
#else
constexpr bool kMemoryIsOurs = true;
#endif

long peak_kib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}  // namespace

// ── redirects ──

TEST_CASE("Ten redirects are followed, an eleventh is not", "[crawler][fault]") {
    Site site;
    for (int n = 1; n <= 11; ++n)
        site.put("/" + std::to_string(n), redirect_to("/" + std::to_string(n + 1)));
    site.put("/12", http_answer(200, "here"));
    CHECK(page_of(fetch(site, "/2")).body == "here");
    CHECK(message_of(fetch(site, "/1")) == "more than 10 redirects");
}

TEST_CASE("Of two Locations one is followed, the first", "[crawler][fault]") {
    Site site;
    site.put("/a", http_answer(302, "", {{"Location", "/b"}, {"Location", "http://10.0.0.1/"}}));
    site.put("/b", http_answer(200, "b"));
    CHECK(page_of(fetch(site, "/a")).body == "b");
}

TEST_CASE("A host is the same for the check and for the connection, however it is written",
          "[crawler][fault]") {
    Site site;
    const std::string url =
        GENERATE(R"(http://one.test\@10.0.0.1/)", "http://10.0.0.1@one.test/",
                 R"(http://a@b@one.test/)", "http:one.test", "HTTP://ONE%2Etest");
    CAPTURE(url);
    site.put("/a", redirect_to(url));
    const auto outcome = fetch(site, "/a");
    for (const auto& seen : site.server.seen()) {
        CHECK(seen.host == "one.test");
        CHECK(seen.header("Authorization").empty());
    }
    CHECK(outcome.redirects.size() == 1);
}

TEST_CASE("A redirect from https to http is refused unless it is allowed", "[crawler][fault]") {
    crawler::Delivery delivery;
    delivery.status = 301;
    delivery.headers = {{"Location", "http://one.test/b"}};
    crawler::Asked asked{.url = core::Url::parse("https://one.test/a").value(),
                         .at = kNow,
                         .downgrade = crawler::Asked::Downgrade::Refused};
    const auto refused = crawler::meaning_of(delivery, asked);
    REQUIRE(std::holds_alternative<core::Failure>(refused));
    CHECK(std::get<core::Failure>(refused).kind == Kind::Refused);
    CHECK_THAT(std::get<core::Failure>(refused).message, Catch::Contains("allow_downgrade"));
    delivery.headers = {{"Location", "https://two.test/b"}};
    CHECK(std::holds_alternative<crawler::Redirect>(crawler::meaning_of(delivery, asked)));
    delivery.headers = {{"Location", "http://one.test/b"}};
    asked.downgrade = crawler::Asked::Downgrade::Allowed;
    CHECK(std::holds_alternative<crawler::Redirect>(crawler::meaning_of(delivery, asked)));
}

TEST_CASE("What the environment says of proxies does not matter", "[crawler][fault]") {
    Site site;
    site.put("/a", http_answer(200, "a"));
    for (const char* name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
        setenv(name, "http://127.0.0.1:9", 1);
    const auto outcome = fetch(site, "/a");
    for (const char* name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"}) unsetenv(name);
    CHECK(page_of(outcome).body == "a");
}

TEST_CASE("Cookies are not taken, so a wall of them is a circle", "[crawler][fault]") {
    Site site;
    site.put("/a", http_answer(302, "", {{"Set-Cookie", "seen=1"}, {"Location", "/a"}}));
    CHECK(message_of(fetch(site, "/a")) == "redirects in a circle");
    for (const auto& seen : site.server.seen()) CHECK(seen.header("Cookie").empty());
}

TEST_CASE("The target of a redirect is asked before others of its host", "[crawler][fault]") {
    Site site;
    site.put("/old", http_answer(301, "", {{"Location", "/new"}}));
    for (const char* path : {"/1", "/2", "/new"}) site.put(path, http_answer(200, path));
    fetch_all(site.options(), {request("http://one.test/old"), request("http://one.test/1"),
                               request("http://one.test/2")});
    CHECK(site.server.seen_targets() == std::vector<std::string>{"one.test/robots.txt",
                                                                 "one.test/old", "one.test/new",
                                                                 "one.test/1", "one.test/2"});
}

// ── bodies ──

TEST_CASE("A bomb is stopped at max_body and takes no more than twice that in memory",
          "[crawler][fault]") {
    Site site;
    auto options = site.options();
    options.max_body = 8 << 20;
    const auto once = crawler::gzip_member(std::string(100 << 20, '\0'));
    const std::string codings = GENERATE("gzip", "gzip, gzip");
    const auto body = codings == "gzip" ? once : crawler::gzip_member(once);
    site.put("/a", http_answer(200, body, {{"Content-Encoding", codings}}));
    const auto before = peak_kib();
    const auto outcome = fetch(options, request("http://one.test/a"));
    CHECK(kind_of(outcome) == Kind::TooLarge);
    if (kMemoryIsOurs) CHECK(peak_kib() - before < 2 * 8 * 1024);
}

TEST_CASE("An endless chunked body ends at max_body", "[crawler][fault]") {
    Site site;
    site.act("/a", [](const Peer& peer) {
        peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        peer.send_forever("1000\r\n" + std::string(4096, 'x') + "\r\n");
    });
    auto options = site.options();
    options.max_body = 1 << 20;
    CHECK(kind_of(fetch(options, request("http://one.test/a"))) == Kind::TooLarge);
}

TEST_CASE("What is announced as a film or a document is not read", "[crawler][fault]") {
    Site site;
    const std::string type = GENERATE("video/mp4", "application/pdf", "image/png", "audio/mpeg");
    site.act("/a", [&](const Peer& peer) {
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\nContent-Type: " + type +
                  "\r\n\r\n");
        peer.stay_silent();
    });
    const auto outcome = fetch(site, "/a");
    CHECK(kind_of(outcome) == Kind::NotReadable);
    CHECK(outcome.bytes == 0);
    CHECK(outcome.took < 5s);
}

TEST_CASE("Bytes that are no text come as they are", "[crawler][fault]") {
    Site site;
    const auto body = "<p>a\0b \xED\xA0\x80 \xC3(</p>"s;
    site.put("/a", http_answer(200, body));
    CHECK(page_of(fetch(site, "/a")).body == body);
}

TEST_CASE("With a length and chunks, the chunks count", "[crawler][fault]") {
    Site site;
    site.put("/a",
             "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
             "5\r\nwhole\r\n0\r\n\r\n");
    CHECK(page_of(fetch(site, "/a")).body == "whole");
}

// ── slow ones ──

TEST_CASE("A head or a body that drips is given up in time, others are not held up",
          "[crawler][fault]") {
    const std::string said = GENERATE("", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\n\r\nx");
    Site site;  // its threads may say it until they are joined
    site.act("/a", [&](const Peer& peer) {
        peer.send(said);
        peer.stay_silent();
    });
    site.put("/b", http_answer(200, "b"));
    auto options = site.options();
    options.timeout = 1s;
    const auto outcomes =
        fetch_all(options, {request("http://one.test/a"), request("http://two.test/b")});
    REQUIRE(outcomes.size() == 2);
    CHECK(page_of(outcomes[0]).body == "b");
    CHECK(kind_of(outcomes[1]) == Kind::Unreachable);
    CHECK_THAT(message_of(outcomes[1]), Catch::Contains("within 1 s"));
}

TEST_CASE("A connection that is reset is no answer", "[crawler][fault]") {
    const std::string said = GENERATE("", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
    Site site;
    site.act("/a", [&](const Peer& peer) {
        peer.send(said);
        peer.reset();
    });
    CHECK(kind_of(fetch(site, "/a")) == Kind::Unreachable);
}

// ── heads ──

TEST_CASE("A head that is none, or too much of one, is no page", "[crawler][fault]") {
    Site site;
    const auto answer = GENERATE(values<std::string>({
        "<html>HTTP/0.9</html>",
        "\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03"s,
        "HTTP/1.1 99999 What\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nX: " + std::string(2 << 20, 'x') + "\r\n\r\nx",
        "HTTP/1.1 200 OK\r\n" +
            [] {
                std::string many;
                for (int n = 0; n < 100'000; ++n) many += "X: y\r\n";
                return many;
            }() +
            "\r\nx",
    }));
    CAPTURE(answer.substr(0, 40));
    site.put("/a", answer);
    const auto before = peak_kib();
    CHECK_FALSE(fetch(site, "/a").result);
    if (kMemoryIsOurs) CHECK(peak_kib() - before < 16 * 1024);
}

TEST_CASE("A NUL in a header hides nothing", "[crawler][fault]") {
    Site site;
    site.put("/a", "HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Type: text/html\r\n\r\nx"s);
    const auto outcome = fetch(site, "/a");
    if (outcome.result) CHECK(page_of(outcome).content_type == "text/html");
    CHECK((outcome.result || kind_of(outcome) == Kind::Unreachable));
}

// ── politeness ──

TEST_CASE("robots.txt is looked for through five redirects, a sixth is one too many",
          "[crawler][fault]") {
    Site site;
    site.put("/robots.txt", redirect_to("/r/1"));
    const int hops = GENERATE(5, 6);
    for (int n = 1; n < hops; ++n)
        site.put("/r/" + std::to_string(n), redirect_to("/r/" + std::to_string(n + 1)));
    site.put("/r/" + std::to_string(hops), http_answer(200, "User-agent: *\nDisallow: /\n"));
    site.put("/a", http_answer(200, "a"));
    CHECK(fetch(site, "/a").result.has_value() == (hops == 6));
}

TEST_CASE("A robots.txt is good for half a day, its failure for a quarter of an hour",
          "[crawler][fault]") {
    crawler::Gates gates("claimtrail");
    const crawler::Gates::Time start{1000h};
    using State = crawler::Gates::State;
    gates.await("http://one.test", 1);
    CHECK(gates.state("http://one.test", start) == State::Awaited);
    gates.open("http://one.test", {{crawler::Robots::allow_all(), std::nullopt}}, start);
    CHECK(gates.state("http://one.test", start + 12h - 1s) == State::Known);
    CHECK(gates.state("http://one.test", start + 12h) == State::Unknown);
    CHECK_FALSE(gates.worth_asking_in("http://one.test", start));
    gates.await("http://two.test", 2);
    gates.open("http://two.test", {{crawler::Robots::disallow_all(), "answered 500"}}, start);
    CHECK(gates.state("http://two.test", start + 14min) == State::Known);
    CHECK(gates.state("http://two.test", start + 15min) == State::Unknown);
    CHECK(gates.worth_asking_in("http://two.test", start + 5min) == 10min);
}

TEST_CASE("A page behind a robots.txt that could not be had is worth another try soon",
          "[crawler][fault]") {
    Site site;
    site.put("/robots.txt", http_answer(500, ""));
    const auto outcome = fetch(site, "/a");
    CHECK(kind_of(outcome) == Kind::Refused);
    REQUIRE(outcome.retry_after);
    CHECK(*outcome.retry_after > 14min);
    CHECK(*outcome.retry_after <= 15min);
    site.put("two.test/robots.txt", http_answer(200, "User-agent: *\nDisallow: /\n"));
    CHECK_FALSE(fetch(site.options(), request("http://two.test/a")).retry_after);
}

TEST_CASE("A host that is busy for a moment is asked again after it", "[crawler][fault]") {
    Site site;
    std::atomic<int> asked = 0;
    const int status = GENERATE(429, 503);
    site.act("/a", [&](const Peer& peer) {
        if (++asked < 3)
            peer.send(http_answer(status, "", {{"Retry-After", "1"}}));
        else
            peer.send(http_answer(200, "a"));
    });
    CHECK(page_of(fetch(site, "/a")).body == "a");
    const auto seen = site.server.seen();
    REQUIRE(seen.size() == 4);
    for (std::size_t n = 2; n < 4; ++n) CHECK(seen[n].at - seen[n - 1].at >= 1s);
}

TEST_CASE("A crawl delay that makes no sense is none, a huge one is capped", "[crawler][fault]") {
    struct Case {
        const char* delay;
        std::optional<std::chrono::milliseconds> read;
    };
    const auto [delay, read] = GENERATE(values<Case>({
        {"0", 0ms},
        {"0.5", 500ms},
        {"1e9", 24h},
        {"1000000000", 24h},
        {"word", std::nullopt},
        {"-1", std::nullopt},
        {"nan", std::nullopt},
        {"", std::nullopt},
    }));
    CAPTURE(delay);
    const auto robots = crawler::Robots::parse("User-agent: *\nCrawl-delay: " + std::string(delay));
    CHECK(robots.crawl_delay("claimtrail") == read);
}

TEST_CASE("A host with thousands of pages starves nobody", "[crawler][fault]") {
    Site site;
    for (const char* host : {"one", "two"})
        for (int n = 0; n < 200; ++n)
            site.put(std::string(host) + ".test/" + std::to_string(n), http_answer(200, "x"));
    std::vector<crawler::Request> requests;
    for (int n = 0; n < 200; ++n)
        requests.push_back(request("http://one.test/" + std::to_string(n)));
    requests.push_back(request("http://two.test/0"));
    auto options = site.options();
    options.hosts_at_once = 1;
    std::size_t place = 0;
    const auto outcomes = fetch_all(options, requests);
    REQUIRE(outcomes.size() == 201);
    while (outcomes[place].request.url.host() != "two.test") ++place;
    CHECK(place < 5);
}
