#include <algorithm>
#include <catch2/catch.hpp>

#include "crawler/crawler.h"
#include "tests/site.h"

using Kind = core::Failure::Kind;

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
    for (int n = 1; n < 20; ++n)
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
