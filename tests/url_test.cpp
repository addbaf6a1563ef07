#include "core/url.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

using core::Url;

namespace {

Url url(std::string_view text) { return Url::parse(text).value(); }

std::string parsed(std::string_view text) {
    const auto result = Url::parse(text);
    return result ? result->text() : "refused";
}

std::string resolved(std::string_view text, std::string_view base) {
    const auto result = Url::parse(text, url(base));
    return result ? result->text() : "refused";
}

}  // namespace

TEST_CASE("An address has one serialisation", "[core][url]") {
    struct Case {
        std::string_view text;
        std::string_view serialised;
    };
    const auto [text, serialised] = GENERATE(values<Case>({
        {"https://news.example", "https://news.example/"},
        {"HTTPS://News.Example/Story", "https://news.example/Story"},
        {"  https://news.example/a\n", "https://news.example/a"},
        {"https://news.ex\tample/a\r\nb", "https://news.example/ab"},
        {"https:news.example/a", "https://news.example/a"},
        {"https:\\\\news.example\\a\\b", "https://news.example/a/b"},
        {"https:////news.example//a", "https://news.example//a"},
        {"https://news.example:443/", "https://news.example/"},
        {"http://news.example:443/", "http://news.example:443/"},
        {"http://news.example:00080/", "http://news.example/"},
        {"http://news.example:/", "http://news.example/"},
        {"https://news.example?q#f", "https://news.example/?q#f"},
        {"https://news.example/?", "https://news.example/?"},
        {"https://news.example/#", "https://news.example/#"},
        {"https://news.example/a/./b/../c", "https://news.example/a/c"},
        {"https://news.example/a/%2E%2e/b/%2e", "https://news.example/b/"},
        {"https://news.example/a/.%2e", "https://news.example/"},
        {"https://news.example/../../a", "https://news.example/a"},
        {"https://news.example/a b\"<>`{}^", "https://news.example/a%20b%22%3C%3E%60%7B%7D%5E"},
        {"https://news.example/?a b'\"<>`{}", "https://news.example/?a%20b%27%22%3C%3E`{}"},
        {"https://news.example/#a b`'{}", "https://news.example/#a%20b%60'{}"},
        {"https://news.example/café%zz%4", "https://news.example/caf%C3%A9%zz%4"},
        {"https://news.example/\xFF", "https://news.example/%EF%BF%BD"},
        {"https://ann:s3cret@news.example/", "https://ann:s3cret@news.example/"},
        {"https://ann@b:c:d@news.example/", "https://ann%40b:c%3Ad@news.example/"},
        {"https://:@news.example/", "https://news.example/"},
        {"https://:pw@news.example/", "https://:pw@news.example/"},
    }));
    CAPTURE(text);
    CHECK(parsed(text) == serialised);
    CHECK(parsed(serialised) == serialised);
}

TEST_CASE("Hosts are names by UTS 46, or addresses in their normal form", "[core][url]") {
    struct Case {
        std::string_view host;
        std::string_view normal;
    };
    const auto [host, normal] = GENERATE(values<Case>({
        {"Bücher.example", "xn--bcher-kva.example"},
        {"straße.example", "xn--strae-oqa.example"},
        {"STRAẞE.example", "xn--strae-oqa.example"},
        {"ｎｅｗｓ。example", "news.example"},
        {"so\u00ADft.example", "soft.example"},
        {"%6Eews.example", "news.example"},
        {"news.example.", "news.example."},
        {"under_score.-a-.example", "under_score.-a-.example"},
        {"xn--a.example", "xn--a.example"},
        {"10.1", "10.0.0.1"},
        {"0x7F.1", "127.0.0.1"},
        {"0177.0.0.1.", "127.0.0.1"},
        {"2130706433", "127.0.0.1"},
        {"0xffffffff", "255.255.255.255"},
        {"１２７.1", "127.0.0.1"},
        {"[2001:DB8:0:0:1:0:0:1]", "[2001:db8::1:0:0:1]"},
        {"[::]", "[::]"},
        {"[1:0:0:0:0:0:0:0]", "[1::]"},
        {"[0:1:0:1:0:1:0:1]", "[0:1:0:1:0:1:0:1]"},
        {"[::ffff:192.0.2.1]", "[::ffff:c000:201]"},
    }));
    CAPTURE(host);
    CHECK(parsed("https://" + std::string(host) + "/") == "https://" + std::string(normal) + "/");
}

TEST_CASE("What is no http address is refused", "[core][url]") {
    const auto text = GENERATE(values<std::string_view>({
        "",
        "/a/b",
        "news.example/a",
        "mailto:desk@news.example",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://news.example/",
        "https:",
        "https://",
        "https:///",
        "https://?q",
        "https://ann@/",
        "https://:81/",
        "https://news.example:65536/",
        "https://news.example:8a/",
        "https://a b/",
        "https://a%20b/",
        "https://a%00b/",
        "https://a<b/",
        "https://a%b/",
        "https://a^b/",
        "https://\xFF/",
        "https://%FF/",
        "https://xn--a.ß/",
        "https://\u05D0a1.example/",
        "https://256.1.1.1/",
        "https://1.2.3.4.5/",
        "https://1.2.3.08/",
        "https://4294967296/",
        "https://0x1ffffffffffffffff/",
        "https://a.1.2/",
        "https://[::1/",
        "https://[::1]x/",
        "https://[1:2:3:4:5:6:7]/",
        "https://[1:2:3:4:5:6:7:8:9]/",
        "https://[1::2::3]/",
        "https://[:1]/",
        "https://[1:]/",
        "https://[12345::]/",
        "https://[::1.2.3]/",
        "https://[::1.2.3.04]/",
        "https://[1:2:3:4:5:6:7:1.2.3.4]/",
        "https://[fe80::1%25eth0]/",
    }));
    CAPTURE(text);
    const auto result = Url::parse(text);
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == core::Failure::Kind::BadUrl);
    CHECK_FALSE(result.error().message.empty());
}

TEST_CASE("A refusal says why", "[core][url]") {
    CHECK(Url::parse("mailto:desk@news.example").error().message ==
          "only http and https addresses can be read, not mailto:");
    CHECK(Url::parse("news.example").error().message ==
          "not an absolute address: begin it with https://");
    CHECK(Url::parse("https://a b/").error().input == "https://a b/");
}

TEST_CASE("An address of more than 2,083 bytes is refused", "[core][url]") {
    const std::string start = "https://news.example/";
    const std::string longest = start + std::string(2083 - start.size(), 'a');
    CHECK(parsed(longest) == longest);
    const auto refused = Url::parse(longest + "a");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "the address is longer than 2,083 bytes");
    CHECK(refused.error().input.size() < 300);
    CHECK_FALSE(Url::parse(start + std::string(700, ' ') + "a"));  // 2,100 as %20
    CHECK_FALSE(Url::parse("https://" + std::string(100'000, 'a') + "/"));
    CHECK_FALSE(Url::parse(start + std::string(100'000, '\n') + "a"));
}

TEST_CASE("A relative address is read against the page it stands on", "[core][url]") {
    struct Case {
        std::string_view text;
        std::string_view base;
        std::string_view resolved;
    };
    const std::string_view page = "https://ann:pw@news.example:81/2025/lab/story?page=2#top";
    const auto [text, base, expected] = GENERATE_COPY(values<Case>({
        {"", page, "https://ann:pw@news.example:81/2025/lab/story?page=2"},
        {"#note", page, "https://ann:pw@news.example:81/2025/lab/story?page=2#note"},
        {"?page=3", page, "https://ann:pw@news.example:81/2025/lab/story?page=3"},
        {"other", page, "https://ann:pw@news.example:81/2025/lab/other"},
        {"./", page, "https://ann:pw@news.example:81/2025/lab/"},
        {"../", page, "https://ann:pw@news.example:81/2025/"},
        {"../../../x", page, "https://ann:pw@news.example:81/x"},
        {"/", page, "https://ann:pw@news.example:81/"},
        {"\\a", page, "https://ann:pw@news.example:81/a"},
        {"//wire.example/a", page, "https://wire.example/a"},
        {"/\\wire.example/a", page, "https://wire.example/a"},
        {"https:other", page, "https://ann:pw@news.example:81/2025/lab/other"},
        {"https:/root", page, "https://ann:pw@news.example:81/root"},
        {"http:other.example", page, "http://other.example/"},
        {"http://other.example", page, "http://other.example/"},
        {"a:b", page, "refused"},
        {"./a:b", page, "https://ann:pw@news.example:81/2025/lab/a:b"},
        {"x", "https://news.example", "https://news.example/x"},
        {"?q", "https://news.example", "https://news.example/?q"},
    }));
    CAPTURE(text, base);
    CHECK(resolved(text, base) == expected);
}

TEST_CASE("The parts of an address can be asked for", "[core][url]") {
    const auto full = url("https://ann:pw@News.example:8443/a/b?c=d&e#f?g");
    CHECK(full.is_https());
    CHECK(full.host() == "news.example");
    CHECK(full.port() == 8443);
    CHECK(full.origin() == "https://news.example:8443");
    CHECK(full.path() == "/a/b");
    CHECK(full.query() == "c=d&e");
    CHECK(full.path_and_query() == "/a/b?c=d&e");

    const auto bare = url("http://[::1]#a/b?c@d:e");
    CHECK_FALSE(bare.is_https());
    CHECK(bare.host() == "[::1]");
    CHECK(bare.port() == 80);
    CHECK(bare.origin() == "http://[::1]");
    CHECK(bare.path() == "/");
    CHECK(bare.query().empty());
    CHECK(bare.path_and_query() == "/");

    CHECK(url("https://[::1]:81/").host() == "[::1]");
    CHECK(url("https://[::1]:81/").port() == 81);
    CHECK(url("https://news.example/a@b:c/").host() == "news.example");
    CHECK(url("https://news.example/a?").path_and_query() == "/a?");
}

TEST_CASE("Addresses are ordered and hashed by their text", "[core][url]") {
    CHECK(url("https://news.example") == url("HTTPS://NEWS.EXAMPLE:443/"));
    CHECK(url("https://a.example") < url("https://b.example"));
    CHECK(std::hash<Url>{}(url("https://a.example")) == std::hash<Url>{}(url("https://A.example")));
}

TEST_CASE("A page is recognised by its canonical address", "[core][url]") {
    struct Case {
        std::string_view text;
        std::string_view canonical;
    };
    const auto [text, expected] = GENERATE(values<Case>({
        {"https://ann:pw@news.example/a#top", "https://news.example/a"},
        {"https://news.example/a?", "https://news.example/a"},
        {"https://news.example/a?&", "https://news.example/a"},
        {"https://news.example/a?utm_source=x&utm_medium=y", "https://news.example/a"},
        {"https://news.example/a?UTM_Source=x&id=7", "https://news.example/a?id=7"},
        {"https://news.example/a?%75tm_source=x", "https://news.example/a"},
        {"https://news.example/a?z=1&fbclid=x&b=2&gclid", "https://news.example/a?z=1&b=2"},
        {"https://news.example/a?utmost=1&at=2&gclids=3",
         "https://news.example/a?utmost=1&at=2&gclids=3"},
        {"https://news.example/a?q=utm_source", "https://news.example/a?q=utm_source"},
        {"https://news.example/a?=&b=", "https://news.example/a?=&b="},
        {"https://news.example/%7eann/caf%c3%a9%2fx", "https://news.example/~ann/caf%C3%A9%2Fx"},
        {"https://news.example/100%/%7e", "https://news.example/100%/%7e"},
        {"https://news.example/%%32e/a", "https://news.example/%%32e/a"},
        {"http://news.example:81/a", "http://news.example:81/a"},
        {"https://www.news.example/a/", "https://www.news.example/a/"},
        {"https://news.example/a?amp=1&id=7", "https://news.example/a?id=7"},
        {"https://news.example/a?outputType=amp", "https://news.example/a"},
        {"https://news.example/a?amp=2&ampere", "https://news.example/a?amp=2&ampere"},
        {"https://news-example.cdn.ampproject.org/c/s/news.example/a?b=1",
         "https://news.example/a?b=1"},
        {"https://news-example.cdn.ampproject.org/c/news.example/a", "http://news.example/a"},
        {"https://www.google.com/amp/s/news.example/a/", "https://news.example/a/"},
        {"https://www.google.com/amp/s/www.google.com/amp/s/news.example/a",
         "https://news.example/a"},
        {"https://www.google.com/amp/about", "https://www.google.com/amp/about"},
        {"https://news.example/c/s/b.example/a", "https://news.example/c/s/b.example/a"},
    }));
    CAPTURE(text);
    const auto canonical = core::canonical(url(text));
    CHECK(canonical.text() == expected);
    CHECK(core::canonical(canonical) == canonical);
    CHECK(url(canonical.text()) == canonical);
}

TEST_CASE("A host belongs to the site that registered it", "[core][url]") {
    struct Case {
        std::string_view host;
        std::string_view site;  // empty: none
    };
    const auto [host, site] = GENERATE(values<Case>({
        {"news.bbc.co.uk", "bbc.co.uk"},
        {"example.org", "example.org"},
        {"WWW.Example.ORG", "example.org"},
        {"www.example.org.", "example.org"},
        {"ann.github.io", "ann.github.io"},
        {"a.b.xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn"},
        {"www.食狮.公司.cn", "食狮.公司.cn"},
        {"co.uk", ""},
        {"localhost", ""},
        {"127.0.0.1", ""},
        {"[2001:db8::1]", ""},
        {".example.org", ""},
        {"", ""},
    }));
    CAPTURE(host);
    CHECK(core::site_of(host).value_or("") == site);
    CHECK(core::registrable_domain(host) == (site.empty() ? host : site));
}

TEST_CASE("Only public addresses may be connected to", "[core][url][address]") {
    struct Case {
        std::string_view ip;
        bool is_public;
    };
    const auto [ip, is_public] = GENERATE(values<Case>({
        {"8.8.8.8", true},
        {"1.1.1.1", true},
        {"0.0.0.0", false},
        {"10.0.0.1", false},
        {"100.63.255.255", true},
        {"100.64.0.1", false},
        {"100.127.255.255", false},
        {"100.128.0.0", true},
        {"127.0.0.1", false},
        {"127.1", false},
        {"2130706433", false},
        {"169.254.169.254", false},
        {"172.15.255.255", true},
        {"172.16.0.0", false},
        {"172.31.255.255", false},
        {"172.32.0.0", true},
        {"192.0.0.8", false},
        {"192.0.0.9", true},
        {"192.0.2.1", false},
        {"192.168.1.1", false},
        {"198.17.255.255", true},
        {"198.19.0.1", false},
        {"198.51.100.7", false},
        {"203.0.113.7", false},
        {"223.255.255.255", true},
        {"224.0.0.1", false},
        {"240.0.0.1", false},
        {"255.255.255.255", false},
        {"2001:4860:4860::8888", true},
        {"[2606:4700::1111]", true},
        {"::", false},
        {"::1", false},
        {"[::1]", false},
        {"fe80::1", false},
        {"fe80::1%eth0", false},
        {"fc00::1", false},
        {"fdff::1", false},
        {"ff02::1", false},
        {"2001:db8::1", false},
        {"3fff:fff::1", false},
        {"3fff:1000::1", true},
        {"100::1", false},
        {"2001:0:4136:e378:8000:63bf:3fff:fdd2", false},
        {"2001:20::1", true},
        {"2001:200::1", true},
        {"::ffff:127.0.0.1", false},
        {"::ffff:8.8.8.8", true},
        {"::127.0.0.1", false},
        {"64:ff9b::10.0.0.1", false},
        {"64:ff9b::8.8.8.8", true},
        {"64:ff9b:1::8.8.8.8", false},
        {"2002:7f00:1::", false},
        {"2002:808:808::1", true},
        {"4000::1", false},
    }));
    CAPTURE(ip);
    CHECK(core::is_public_address(ip) == is_public);
}

TEST_CASE("What is no address is neither public nor private", "[core][url][address]") {
    const auto text = GENERATE(values<std::string_view>(
        {"", "news.example", "1.2.3.4.5", "256.1.1.1", "::g", "[]", "1.2.3.4:80", "10.0.0.1/8"}));
    CAPTURE(text);
    CHECK(core::is_public_address(text) == std::nullopt);
}
