#include <algorithm>
#include <catch2/catch.hpp>

#include "crawler/crawler.h"
#include "crawler/gzip.h"
#include "tests/site.h"

using Kind = core::Failure::Kind;
using namespace std::chrono_literals;

TEST_CASE("A page comes back as it was sent", "[crawler][fetch]") {
    Site site;
    site.put("/a?b=c", http_answer(200, "<p>caf\xC3\xA9</p>",
                                   {{"Content-Type", "text/html"}, {"ETag", "\"1\""}}));
    auto asked = request("http://one.test/a?b=c#d");
    asked.tag = 42;
    const auto outcome = fetch(site.options(), asked);
    const auto& page = page_of(outcome);
    CHECK(outcome.request.tag == 42);
    CHECK(outcome.status == 200);
    CHECK(outcome.bytes == 12);
    CHECK(page.url->text() == "http://one.test/a?b=c");
    CHECK_FALSE(page.requested);
    CHECK(page.content_type == "text/html");
    CHECK(page.body == "<p>caf\xC3\xA9</p>");
    CHECK(page.fetched_at == kNow);
    CHECK(std::count(page.headers.begin(), page.headers.end(),
                     std::pair<std::string, std::string>("ETag", "\"1\"")) == 1);
    const auto seen = site.server.seen();
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].target == "/robots.txt");
    CHECK(seen[1].header("User-Agent") == "claimtrail/test (+https://example.org/bot)");
    CHECK(seen[1].header("Accept-Encoding") == "gzip");
    CHECK(seen[1].header("If-None-Match").empty());
}

TEST_CASE("Packed bodies are unpacked", "[crawler][fetch]") {
    Site site;
    const auto packed = crawler::gzip_member("<p>text</p>");
    site.put("/a", http_answer(200, packed, {{"Content-Encoding", "gzip"}}));
    const auto outcome = fetch(site, "/a");
    CHECK(page_of(outcome).body == "<p>text</p>");
    CHECK(outcome.bytes == packed.size());
}

TEST_CASE("A body in trouble is a failure that says which", "[crawler][fetch]") {
    const auto packed = crawler::gzip_member(std::string(5000, 'x'));
    const auto bomb = crawler::gzip_member(std::string(3 << 20, '\0'));
    const TestHeaders gzip{{"Content-Encoding", "gzip"}};
    struct Case {
        std::string answer;
        Kind kind;
        const char* word;
    };
    const auto [answer, kind, word] = GENERATE_COPY(values<Case>({
        {http_answer(200, std::string(2 << 20, 'x')), Kind::TooLarge, "max_body"},
        {http_answer(200, bomb, gzip), Kind::TooLarge, "max_body"},
        {http_answer(200, crawler::gzip_member(bomb), {{"Content-Encoding", "gzip, gzip"}}),
         Kind::TooLarge, "max_body"},
        {http_answer(200, "half", {{"Content-Length", "10"}}), Kind::Unreachable, "cut off"},
        {http_answer(200, "5\r\nhal", {{"Transfer-Encoding", "chunked"}}), Kind::Unreachable,
         "cut off"},
        {http_answer(200, "ZZ\r\nhal", {{"Transfer-Encoding", "chunked"}}), Kind::Unreachable,
         "cut off"},
        {http_answer(200, packed.substr(0, packed.size() - 9), gzip), Kind::Unreachable, "cut off"},
        {http_answer(200, "<p>plain</p>", gzip), Kind::NotReadable, "Content-Encoding"},
        {http_answer(200, "x", {{"Content-Encoding", "br"}}), Kind::NotReadable, "br"},
        {http_answer(200, "x", {{"Content-Type", "video/mp4"}}), Kind::NotReadable, "video/mp4"},
        {http_answer(200, ""), Kind::NotReadable, "empty"},
        {http_answer(206, "x"), Kind::NotReadable, "part"},
        {http_answer(200, "x", {{"X", std::string(200'000, 'x')}}), Kind::TooLarge, "header"},
        {http_answer(200, "x", TestHeaders(5, {"X", std::string(50'000, 'x')})), Kind::TooLarge,
         "header"},
        {"<html>no head</html>", Kind::Unreachable, ""},
        {"", Kind::Unreachable, "no answer"},
    }));
    CAPTURE(answer.substr(0, 80));
    Site site;
    site.put("/a", answer);
    auto options = site.options();
    options.max_body = 1 << 20;
    const auto outcome = fetch(options, request("http://one.test/a"));
    CHECK(kind_of(outcome) == kind);
    CHECK_THAT(message_of(outcome), Catch::Contains(word));
    CHECK(outcome.result.error().input == "http://one.test/a");
}

TEST_CASE("An endless body ends at max_body", "[crawler][fetch]") {
    Site site;
    site.act("/a", [](const Peer& peer) {
        peer.send("HTTP/1.1 200 OK\r\n\r\n");
        peer.send_forever(std::string(65536, 'x'));
    });
    auto options = site.options();
    options.max_body = 1 << 20;
    const auto outcome = fetch(options, request("http://one.test/a"));
    CHECK(kind_of(outcome) == Kind::TooLarge);
    CHECK(outcome.bytes < 2 << 20);
}

TEST_CASE("Each status has its meaning", "[crawler][fetch]") {
    struct Case {
        int status;
        Kind kind;
    };
    const auto [status, kind] = GENERATE(values<Case>({
        {400, Kind::Refused},
        {401, Kind::Refused},
        {403, Kind::Refused},
        {404, Kind::Gone},
        {410, Kind::Gone},
        {429, Kind::Refused},
        {451, Kind::Refused},
        {500, Kind::Unreachable},
        {503, Kind::Unreachable},
        {304, Kind::Unreachable},
        {300, Kind::NotReadable},
    }));
    Site site;
    site.put("/a", http_answer(status, status == 304 ? "" : "words"));
    const auto outcome = fetch(site, "/a");
    CHECK(kind_of(outcome) == kind);
    CHECK(outcome.status == status);
}

TEST_CASE("What is known already need not be sent again", "[crawler][fetch]") {
    Site site;
    site.put("/a", http_answer(304, ""));
    auto asked = request("http://one.test/a");
    asked.memory = {.etag = "W/\"a b\\\"c\"", .last_modified = "Tue, 03 Jun 2025 14:03:00 GMT"};
    const auto outcome = fetch(site.options(), asked);
    REQUIRE(outcome.result);
    CHECK(std::holds_alternative<crawler::NotModified>(*outcome.result));
    const auto sent = site.server.seen().back();
    CHECK(sent.header("If-None-Match") == "W/\"a b\\\"c\"");
    CHECK(sent.header("If-Modified-Since") == "Tue, 03 Jun 2025 14:03:00 GMT");
}

TEST_CASE("A remembered value cannot smuggle in a header", "[crawler][fetch]") {
    Site site;
    site.put("/a", http_answer(200, "a"));
    auto asked = request("http://one.test/a");
    asked.memory.etag = "x\r\nX-Evil: 1";
    CHECK(fetch(site.options(), asked).result.has_value());
    CHECK(site.server.seen().back().header("X-Evil").empty());
}

TEST_CASE("A transfer that never ends is given up", "[crawler][fetch]") {
    Site site;
    site.act("/a", [](const Peer& peer) {
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx");
        peer.stay_silent();
    });
    auto options = site.options();
    options.timeout = 1s;
    CHECK(message_of(fetch(options, request("http://one.test/a"))) == "not finished within 1 s");
}

TEST_CASE("A closed port is no answer", "[crawler][fetch]") {
    std::uint16_t port = 0;
    {
        const Site site;
        port = site.server.port();
    }
    crawler::FetchOptions options;
    options.allow_private = {"one.test"};
    options.connect_to = {"::127.0.0.1:" + std::to_string(port)};
    const auto outcome = fetch(options, request("http://one.test/a"));
    CHECK(kind_of(outcome) == Kind::Refused);  // robots.txt could not be had
    CHECK_FALSE(outcome.status);
}
