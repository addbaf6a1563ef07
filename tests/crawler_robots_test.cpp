#include <catch2/catch.hpp>

#include "crawler/crawler.h"
#include "crawler/robots_text.h"

using crawler::Robots;
using namespace std::chrono_literals;

TEST_CASE("robots.txt rules decide by agent and path", "[crawler][robots]") {
    struct Case {
        const char* robots;
        const char* path;
        bool allowed;
    };
    const auto [robots, path, allowed] = GENERATE(values<Case>({
        // nothing to obey
        {"", "/a", true},
        {"User-agent: *\nDisallow:\n", "/a", true},
        {"Disallow: /\n", "/a", true},  // for nobody
        {"<html><body>Disallow</body></html>", "/a", true},
        // plain rules
        {"User-agent: *\nDisallow: /\n", "/a", false},
        {"User-agent: *\nDisallow: /\n", "/robots.txt", true},
        {"User-agent: *\nDisallow: /private\n", "/private/x", false},
        {"User-agent: *\nDisallow: /private\n", "/public", true},
        {"User-agent: *\nDisallow: /Private\n", "/private", true},
        // whose group
        {"User-agent: ClaimTrail\nDisallow: /\n", "/a", false},
        {"User-agent: claimtrail/9\nDisallow: /\n", "/a", false},
        {"User-agent: claimtrailer\nDisallow: /\n", "/a", true},
        {"User-agent: claimtrail\nAllow: /\n\nUser-agent: *\nDisallow: /\n", "/a", true},
        {"User-agent: *\nDisallow: /\n\nUser-agent: claimtrail\n", "/a", true},
        {"User-agent: other\nUser-agent: claimtrail\nDisallow: /\n", "/a", false},
        {"User-agent: other\nSitemap: http://x.test/s\nUser-agent: claimtrail\nDisallow: /\n", "/a",
         false},
        {"User-agent: claimtrail\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\n"
         "User-agent: claimtrail\nDisallow: /b\n",
         "/b", false},  // groups of one agent are one group
        // the longest rule wins, permission in a tie
        {"User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c", true},
        {"User-agent: *\nAllow: /a\nDisallow: /a/b\n", "/a/b/c", false},
        {"User-agent: *\nDisallow: /a\nAllow: /a\n", "/a", true},
        {"User-agent: *\nDisallow: /\nAllow: /d/index.html\n", "/d/", true},
        {"User-agent: *\nDisallow: /\nAllow: /d/index.html\n", "/d/x", false},
        // wildcards
        {"User-agent: *\nDisallow: /*.php\n", "/a/b.php?x", false},
        {"User-agent: *\nDisallow: /*.php$\n", "/a/b.php?x", true},
        {"User-agent: *\nDisallow: /*.php$\n", "/a.php/b.php", false},
        {"User-agent: *\nDisallow: /a*b*c\n", "/a-c-b", true},
        {"User-agent: *\nDisallow: /a$\n", "/a", false},
        {"User-agent: *\nDisallow: /a$\n", "/ab", true},
        {"User-agent: *\nDisallow: /a$b\n", "/a$b", false},
        {"User-agent: *\nDisallow: /a%24\n", "/a$", false},
        {"User-agent: *\nDisallow: /*?\n", "/a?b", false},
        {"User-agent: *\nDisallow: *x\n", "/a/x", false},
        // spellings of one path
        {"User-agent: *\nDisallow: /%7euser\n", "/~user", false},
        {"User-agent: *\nDisallow: /\nAllow: /%7Euser\n", "/~user", false},  // where it is moot
        {"User-agent: *\nDisallow: /\nAllow: /%7Euser\n", "/%7euser", true},
        {"User-agent: *\nDisallow: /a%3cd\n", "/a%3Cd", false},
        {"User-agent: *\nDisallow: /caf\xC3\xA9\n", "/caf%C3%A9", false},
        {"User-agent: *\nDisallow: /a%2fb\n", "/a/b", true},  // an escaped slash is no slash
        {"User-agent: *\nDisallow: /a\xE3\x83\x84\n", "/a%E3%83%84", false},
        {"User-agent: *\nDisallow: /a%E3%83%84\n", "/a\xE3\x83\x84", true},  // is never sent so
        // as people write them
        {"\xEF\xBB\xBFUser-agent: *\nDisallow: /\n", "/a", false},
        {"user-agent:*\rdisallow:/\r", "/a", false},
        {"User-agent: *\r\nDisallow: / # all of it\r\n", "/a", false},
        {"Useragent *\nDisalow: /\n", "/a", false},
        {"User agent: *\nDissallow: /\n", "/a", false},
        {"User-agent: *\nDisallow /\n", "/a", false},
        {"User-agent: *\nDisallow /a /b\n", "/a", true},
    }));
    CAPTURE(robots, path);
    CHECK(Robots::parse(robots).may_fetch("claimtrail", path).allowed == allowed);
}

TEST_CASE("An answer names the rule and its line", "[crawler][robots]") {
    const auto robots = Robots::parse("# ours\r\nUser-agent: *\r\n\r\nDisallow: /private # no\r\n");
    const auto answer = robots.may_fetch("claimtrail", "/private/x");
    CHECK_FALSE(answer.allowed);
    CHECK(answer.rule == "Disallow: /private");
    CHECK(answer.line == 4);
    CHECK_FALSE(robots.may_fetch("claimtrail", "/x").rule);
}

TEST_CASE("A robots.txt that could not be had allows or forbids everything", "[crawler][robots]") {
    CHECK(Robots::allow_all().may_fetch("claimtrail", "/a").allowed);
    const auto answer = Robots::disallow_all().may_fetch("claimtrail", "/a");
    CHECK_FALSE(answer.allowed);
    CHECK_FALSE(answer.rule);
}

TEST_CASE("A crawl delay is for the agents it stands under", "[crawler][robots]") {
    struct Case {
        const char* robots;
        std::optional<std::chrono::milliseconds> delay;
    };
    const auto [robots, delay] = GENERATE(values<Case>({
        {"User-agent: *\nCrawl-delay: 2.5\n", 2500ms},
        {"User-agent: *\nDisallow: /x\nCrawl-delay: 2\n", 2000ms},
        {"User-agent: *\nCrawl-delay: 2\n\nUser-agent: claimtrail\nDisallow: /x\n", std::nullopt},
        {"User-agent: claimtrail\nCrawl-delay: 1\nUser-agent: b\nCrawl-delay: 7\n", 1000ms},
        {"User-agent: b\nUser-agent: claimtrail\nCrawl-delay: 7\n", 7000ms},
        {"Crawl-delay: 4\n", 4000ms},
        {"User-agent: *\nCrawl-delay: soon\n", std::nullopt},
        {"User-agent: *\nCrawl-delay: -1\n", std::nullopt},
        {"User-agent: *\nCrawl-delay: nan\n", std::nullopt},
        {"User-agent: *\nCrawl-delay: 1e300\n", 86400s},
    }));
    CAPTURE(robots);
    CHECK(Robots::parse(robots).crawl_delay("claimtrail") == delay);
}

TEST_CASE("Sitemap lines are found anywhere, once each", "[crawler][robots]") {
    const auto robots = Robots::parse(
        "Sitemap: https://a.test/1.xml\nUser-agent: x\nDisallow: /\nSITEMAP:https://a.test/2.xml\n"
        "sitemap: https://a.test/1.xml\nSitemap:\n");
    CHECK(robots.sitemaps() ==
          std::vector<std::string>{"https://a.test/1.xml", "https://a.test/2.xml"});
}

TEST_CASE("Bytes beyond 500 KiB are not looked at", "[crawler][robots]") {
    std::string text = "User-agent: *\n";
    while (text.size() < 500 * 1024) text += "Disallow: /x\n";
    text += "Disallow: /\n";
    CHECK(Robots::parse(text).may_fetch("claimtrail", "/a").allowed);
    CHECK_FALSE(Robots::parse(text).may_fetch("claimtrail", "/x").allowed);
}

TEST_CASE("A pattern of stars is matched in passing", "[crawler][robots]") {
    std::string pattern = "User-agent: *\nDisallow: /", path = "/";
    for (int n = 0; n < 5000; ++n) pattern += "*a";
    path.append(4999, 'a');
    CHECK(Robots::parse(pattern + "\n").may_fetch("claimtrail", path).allowed);
    CHECK_FALSE(Robots::parse(pattern + "\n").may_fetch("claimtrail", path + "a").allowed);
}

TEST_CASE("Our own product token is found in the User-Agent", "[crawler][robots]") {
    CHECK(crawler::agent_token("Claimtrail/0.1 (+https://example.org/bot)") == "claimtrail");
    CHECK(crawler::agent_token("* # all") == "*");
    CHECK(crawler::agent_token("42").empty());
}
