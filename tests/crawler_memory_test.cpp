// robots.txt across runs, and what is noted of an exchange.
#include <catch2/catch.hpp>

#include "crawler/gates.h"
#include "tests/site.h"

using namespace std::chrono_literals;

namespace {

core::FetchedPage robots_heard(const std::string& text, std::chrono::seconds ago,
                               int status = 200) {
    core::FetchedPage page;
    page.url = core::Url::parse("http://one.test/robots.txt").value();
    page.status = status;
    page.body = text;
    page.fetched_at = kNow - ago;
    return page;
}

struct Memory {
    std::optional<core::FetchedPage> heard;
    std::vector<core::FetchedPage> kept;
    crawler::RobotsMemory shelf() {
        return {.recall = [this](const core::Url&) { return heard; },
                .keep = [this](const core::FetchedPage& page,
                               const crawler::Exchange&) { kept.push_back(page); }};
    }
};

crawler::Outcome fetch_with(const Site& site, Memory& memory, const std::string& target) {
    const auto web = crawler::open_web(
        site.options(), [] { return kNow; }, memory.shelf());
    web->add(request("http://one.test" + target));
    auto outcome = web->next();
    REQUIRE(outcome);
    return std::move(*outcome);
}

const std::string kForbidding = "User-agent: *\nDisallow: /no\n";

}  // namespace

TEST_CASE("A robots.txt that was heard lately is not asked for again", "[crawler][robots]") {
    Site site;
    site.put("/yes", http_answer(200, "here"));
    Memory memory;
    memory.heard = robots_heard(kForbidding, 11h);
    CHECK(page_of(fetch_with(site, memory, "/yes")).body == "here");
    CHECK(kind_of(fetch_with(site, memory, "/no")) == core::Failure::Kind::Refused);
    CHECK(site.server.seen_targets() == std::vector<std::string>{"one.test/yes"});
    CHECK(memory.kept.empty());
}

TEST_CASE("An older robots.txt is asked for again, and the answer kept", "[crawler][robots]") {
    Site site;
    site.put("/robots.txt", http_answer(200, "User-agent: *\nDisallow: /yes\n"));
    Memory memory;
    memory.heard = robots_heard(kForbidding, 13h);
    CHECK(kind_of(fetch_with(site, memory, "/yes")) == core::Failure::Kind::Refused);
    REQUIRE(memory.kept.size() == 1);
    CHECK(memory.kept[0].body == "User-agent: *\nDisallow: /yes\n");
}

TEST_CASE("The last good robots.txt stands in for one that cannot be had, for a day",
          "[crawler][robots]") {
    Site site;
    site.put("/robots.txt", http_answer(500, ""));
    site.put("/yes", http_answer(200, "here"));
    Memory memory;
    const auto [age, stands_in] =
        GENERATE(values<std::pair<std::chrono::seconds, bool>>({{23h, true}, {25h, false}}));
    memory.heard = robots_heard(kForbidding, age);
    CHECK(fetch_with(site, memory, "/yes").result.has_value() == stands_in);
    CHECK(kind_of(fetch_with(site, memory, "/no")) == core::Failure::Kind::Refused);
    CHECK(memory.kept.empty());
}

TEST_CASE("That there was no robots.txt is remembered, that it failed is not",
          "[crawler][robots]") {
    Site site;
    site.put("/yes", http_answer(200, "here"));
    Memory memory;
    const int status = GENERATE(404, 503);
    memory.heard = robots_heard("", 1h, status);
    CHECK(page_of(fetch_with(site, memory, "/yes")).body == "here");
    CHECK(memory.kept.size() == (status == 404 ? 0U : 1U));
}

TEST_CASE("Within a run the last good robots.txt stands in until it is a day old",
          "[crawler][robots]") {
    crawler::Gates gates("claimtrail");
    const crawler::Gates::Time start{1000h};
    const auto no = core::Url::parse("http://one.test/no").value();
    const auto yes = core::Url::parse("http://one.test/yes").value();
    const crawler::RobotsVerdict failed{crawler::Robots::disallow_all(), "answered 503"};
    gates.open("http://one.test", {{crawler::Robots::parse(kForbidding), std::nullopt}}, start);
    gates.open("http://one.test", {failed}, start + 13h);
    CHECK_FALSE(gates.objection(yes));
    CHECK(gates.objection(no));
    CHECK(gates.state("http://one.test", start + 13h + 15min) ==
          crawler::Gates::State::Unknown);  // asked for again soon
    gates.open("http://one.test", {failed}, start + 24h);
    CHECK(gates.objection(yes));
}

TEST_CASE("What was sent, and to whom, comes with the page", "[crawler][fetch]") {
    Site site;
    site.put("/a", http_answer(200, "here"));
    const auto outcome = fetch(site, "/a");
    CHECK(outcome.exchange.server_address == "127.0.0.1");
    CHECK(outcome.exchange.request_head.starts_with("GET /a HTTP/1.1\r\nHost: one.test\r\n"));
    CHECK(outcome.exchange.request_head.ends_with("\r\n\r\n"));
}

TEST_CASE("A body that hardly moves is given up long before the whole time is over",
          "[crawler][fault]") {
    Site site;
    site.act("/drip", [](const Peer& peer) {
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        while (peer.send("x")) std::this_thread::sleep_for(200ms);
    });
    auto options = site.options();
    options.timeout = 60s;
    options.first_byte_timeout = 1s;
    const auto outcome = fetch(options, request("http://one.test/drip"));
    CHECK(kind_of(outcome) == core::Failure::Kind::Unreachable);
    CHECK(message_of(outcome) == "slower than 16 bytes a second");
    CHECK(outcome.took < 20s);
}
