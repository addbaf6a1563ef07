// What `explain` answers about single things.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/program.h"

namespace {

using nlohmann::json;

json explained(const std::string& kind, const json& question) {
    const auto ran = run_program({"explain", kind, "--jsonl", "-"}, question.dump() + "\n");
    CAPTURE(ran.err);
    REQUIRE(ran.exit == 0);
    return json::parse(ran.out);
}

}  // namespace

TEST_CASE("A site is told as its address was written, none where there is none", "[cli][explain]") {
    struct Case {
        std::string url, site;
    };
    const auto [url, site] = GENERATE(values<Case>({
        {"http://News.BBC.co.uk/a", "bbc.co.uk"},
        {"http://www.xn--bcher-kva.example/", "xn--bcher-kva.example"},
        {"http://www.Bücher.example/", "bücher.example"},
        {"http://ada@www.Bücher.example:8080/?q=http://x.test/", "bücher.example"},
        {"http://example.org/Bücher", "example.org"},
        {"http://co.uk/", ""},
        {"http://localhost/", ""},
        {"http://127.0.0.1/", ""},
    }));
    const auto answer = explained("url", {{"id", 1}, {"url", url}}).at("site");
    CAPTURE(url);
    CHECK((answer.is_null() ? "" : answer.get<std::string>()) == site);
}

TEST_CASE("robots.txt is asked about an address as it stands", "[cli][explain]") {
    struct Case {
        std::string robots, url;
        bool allowed;
    };
    const auto longest = "http://a.test/x/" + std::string(20'000, 'a');
    const auto [robots, url, allowed] = GENERATE_COPY(values<Case>({
        {"User-agent: *\nDisallow: /%E3%83%84\n", "http://a.test/%E3%83%84", false},
        {"User-agent: *\nDisallow: /%E3%83%84\n", "http://a.test/ツ", false},
        {"User-agent: *\nDisallow: /\nAllow: /%E3%83%84\n", "http://a.test/ツ", false},
        {"User-agent: *\nDisallow: /\nAllow: /%E3%83%84\n", "http://a.test/%E3%83%84", true},
        {"User-agent: *\nDisallow: /x/../b\n", "http://a.test/x/../b", true},
        {"User-agent: *\nDisallow: /x/a\n", longest, false},
        {"User-agent: *\nDisallow: /?q\n", "http://ツ.test?q#/a", false},
        {"User-agent: *\nDisallow: /\n", "ツ", false},
    }));
    std::string base64;  // by the system's own alphabet: these are ASCII
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t at = 0; at < robots.size(); at += 3) {
        unsigned bits = 0;
        for (std::size_t n = 0; n < 3; ++n)
            bits = bits << 8 |
                   (at + n < robots.size() ? static_cast<unsigned char>(robots[at + n]) : 0U);
        for (std::size_t n = 0; n < 4; ++n)
            base64 += at + n > robots.size() ? '=' : digits[bits >> (18 - 6 * n) & 63U];
    }
    const auto answer =
        explained("robots", {{"id", 1}, {"robots_base64", base64}, {"agent", "x"}, {"url", url}});
    CAPTURE(robots, url.substr(0, 40));
    CHECK(answer.at("allowed") == allowed);
}
