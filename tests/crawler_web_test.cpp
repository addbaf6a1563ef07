#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "crawler/crawler.h"
#include "crawler/gzip.h"
#include "tests/loopback_server.h"

using crawler::FetchOptions;
using crawler::Outcome;
using Kind = core::Failure::Kind;
using namespace std::chrono_literals;

namespace {

const core::Instant kNow = core::parse_timestamp("2025-06-03T14:03:00Z")->at;

// Answers by path; robots.txt is missing unless it is put there.
class Site {
public:
    Site() : server([this](const auto& request, const Peer& peer) { answer(request, peer); }) {}
    void put(const std::string& target, std::string bytes) { answers[target] = std::move(bytes); }
    void act(const std::string& target, std::function<void(const Peer&)> action) {
        actions[target] = std::move(action);
    }
    FetchOptions options() const {
        FetchOptions options;
        options.user_agent = "claimtrail/test (+https://example.org/bot)";
        options.delay = 0ms;
        options.timeout = 10s;
        options.first_byte_timeout = 10s;
        options.allow_private = {"*.test", "one.test"};
        options.connect_to = {"::127.0.0.1:" + std::to_string(server.port())};
        return options;
    }

    std::map<std::string, std::string> answers;  // whole responses by target or host+target
    std::map<std::string, std::function<void(const Peer&)>> actions;
    LoopbackServer server;  // last: its threads look into the others

private:
    void answer(const SeenRequest& request, const Peer& peer) const {
        if (const auto action = actions.find(request.target); action != actions.end())
            return action->second(peer);
        for (const auto& key : {request.host + request.target, request.target})
            if (const auto found = answers.find(key); found != answers.end()) {
                peer.send(found->second);
                return;
            }
        peer.send(http_answer(404, "nothing"));
    }
};

crawler::Request request(const std::string& url) {
    return {.url = core::Url::parse(url).value(), .memory = {}};
}

std::vector<Outcome> fetch_all(const FetchOptions& options,
                               const std::vector<crawler::Request>& requests) {
    const auto web = crawler::open_web(options, [] { return kNow; });
    for (const auto& one : requests) web->add(one);
    std::vector<Outcome> outcomes;
    while (auto outcome = web->next()) outcomes.push_back(std::move(*outcome));
    return outcomes;
}

Outcome fetch(const FetchOptions& options, const crawler::Request& one) {
    auto outcomes = fetch_all(options, {one});
    REQUIRE(outcomes.size() == 1);
    return std::move(outcomes.front());
}

Outcome fetch(const Site& site, const std::string& target) {
    return fetch(site.options(), request("http://one.test" + target));
}

const core::FetchedPage& page_of(const Outcome& outcome) {
    if (!outcome.result) FAIL(outcome.result.error().message);
    REQUIRE(std::holds_alternative<core::FetchedPage>(*outcome.result));
    return std::get<core::FetchedPage>(*outcome.result);
}

Kind kind_of(const Outcome& outcome) {
    REQUIRE_FALSE(outcome.result);
    return outcome.result.error().kind;
}

std::string message_of(const Outcome& outcome) {
    REQUIRE_FALSE(outcome.result);
    return outcome.result.error().message;
}

std::string redirect_to(const std::string& location) {
    return http_answer(302, "", {{"Location", location}});
}

}  // namespace

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

TEST_CASE("Redirects are followed by ourselves and written down", "[crawler][fetch]") {
    Site site;
    site.put("/a", http_answer(301, "moved", {{"Location", "b?x=1#frag"}}));
    site.put("/b?x=1", redirect_to("http://user:secret@two.test/c"));
    site.put("two.test/c", http_answer(200, "here"));
    const auto outcome = fetch(site, "/a");
    const auto& page = page_of(outcome);
    CHECK(page.url->text() == "http://two.test/c");
    CHECK(page.requested->text() == "http://one.test/a");
    REQUIRE(outcome.redirects.size() == 2);
    CHECK(outcome.redirects[0].url->text() == "http://one.test/a");
    CHECK(outcome.redirects[0].status == 301);
    CHECK(outcome.redirects[0].body == "moved");
    CHECK(outcome.redirects[1].url->text() == "http://one.test/b?x=1");
    CHECK(site.server.seen_targets() ==
          std::vector<std::string>{"one.test/robots.txt", "one.test/a", "one.test/b?x=1",
                                   "two.test/robots.txt", "two.test/c"});
    CHECK(site.server.seen().back().header("Authorization").empty());
}

TEST_CASE("A redirect must lead to where we may go", "[crawler][fetch]") {
    struct Case {
        std::string answer;
        Kind kind;
    };
    const auto [answer, kind] = GENERATE(values<Case>({
        {redirect_to("/a"), Kind::Unreachable},    // in a circle
        {redirect_to("/r/1"), Kind::Unreachable},  // endless
        {http_answer(302, ""), Kind::NotReadable},
        {redirect_to("file:///etc/passwd"), Kind::BadUrl},
        {redirect_to("gopher://one.test/"), Kind::BadUrl},
        {redirect_to("http://"), Kind::BadUrl},
        {redirect_to("http://forbidden.test/"), Kind::Refused},  // by its robots.txt
        {redirect_to("http://10.0.0.1/"), Kind::Refused},
        {redirect_to("http://169.254.169.254/latest/meta-data/"), Kind::Refused},
        {redirect_to("http://2130706433/"), Kind::Refused},
        {redirect_to("http://[::ffff:127.0.0.1]/"), Kind::Refused},
        {redirect_to("http://elsewhere.invalid/"), Kind::Refused},  // a name that leads to loopback
    }));
    CAPTURE(answer);
    Site site;
    site.put("/a", answer);
    for (int n = 1; n < 10; ++n)
        site.put("/r/" + std::to_string(n), redirect_to(std::to_string(n + 1)));
    site.put("forbidden.test/robots.txt", http_answer(200, "User-agent: *\nDisallow: /\n"));
    const auto outcome = fetch(site, "/a");
    CHECK(kind_of(outcome) == kind);
    CHECK_FALSE(outcome.redirects.empty() == (kind != Kind::NotReadable && kind != Kind::BadUrl));
    for (const auto& target : site.server.seen_targets())
        CHECK((target.starts_with("one.test/") || target == "forbidden.test/robots.txt"));
}

TEST_CASE("As many redirects as allowed, and not one more", "[crawler][fetch]") {
    Site site;
    for (int n = 1; n <= 3; ++n)
        site.put("/" + std::to_string(n), redirect_to("/" + std::to_string(n + 1)));
    site.put("/4", http_answer(200, "here"));
    auto options = site.options();
    options.max_redirects = 3;
    CHECK(fetch(options, request("http://one.test/1")).result.has_value());
    options.max_redirects = 2;
    const auto outcome = fetch(options, request("http://one.test/1"));
    CHECK(message_of(outcome) == "more than 2 redirects");
    CHECK(outcome.redirects.size() == 3);
}

TEST_CASE("No address that is not public is connected to unless allowed", "[crawler][fetch]") {
    Site site;
    site.put("/a", http_answer(200, "a"));
    auto options = site.options();
    const auto port = std::to_string(site.server.port());
    options.connect_to.clear();
    options.resolve = {"inside.example:" + port + ":127.0.0.1"};
    const std::string host =
        GENERATE("127.0.0.1", "[::1]", "[::ffff:7f00:1]", "0x7f.1", "localhost", "inside.example");
    const auto asked = request("http://" + host + ":" + port + "/a");
    CAPTURE(host);
    options.allow_private.clear();
    const auto outcome = fetch(options, asked);
    CHECK(kind_of(outcome) == Kind::Refused);
    CHECK(message_of(outcome).find("no public address") != std::string::npos);
    CHECK(site.server.seen().empty());
    if (host.find("::") != host.npos) return;  // the server has no such address
    options.allow_private = {std::string(asked.url.host())};
    CHECK(page_of(fetch(options, asked)).body == "a");
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
    FetchOptions options;
    options.allow_private = {"one.test"};
    options.connect_to = {"::127.0.0.1:" + std::to_string(port)};
    const auto outcome = fetch(options, request("http://one.test/a"));
    CHECK(kind_of(outcome) == Kind::Refused);  // robots.txt could not be had
    CHECK_FALSE(outcome.status);
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
    REQUIRE(seen.size() == 3);
    CHECK(seen[2].at - seen[1].at >= 1s);
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
