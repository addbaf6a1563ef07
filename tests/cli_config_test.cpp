#include <catch2/catch.hpp>

#include "cli/config.h"
#include "cli/pipeline.h"

using namespace std::chrono_literals;

TEST_CASE("A configuration says what to crawl and how politely", "[cli][config]") {
    const auto config = cli::parse_config(R"(
[crawl]
contact = "https://example.org/bot"
delay = "250ms"
max_body = "8MiB"
recheck = [["100y", "12h"]]
allow_private = ["*.test"]
[server]
listen = "0.0.0.0:9000"
[[source]]
url = "https://example.org/feed.xml"
kind = "feed"
outlet = "Example News"
every = "1h"
[[source]]
url = "https://example.org/sitemap.xml"
kind = "sitemap"
[[watch]]
name = "Copying"
query = "conduct:distillation"
[[entity]]
name = "Example Labs"
type = "organisation"
aliases = ["Exampel Labs"]
)",
                                          "news.toml");
    REQUIRE(config);
    CHECK(config->fetch.user_agent.find("(+https://example.org/bot)") != std::string::npos);
    CHECK(config->fetch.delay == 250ms);
    CHECK(config->fetch.max_body == 8u << 20);
    REQUIRE(config->recheck.size() == 1);
    CHECK(config->recheck[0].every == 12h);
    CHECK(config->address == "0.0.0.0");
    CHECK(config->port == 9000);
    REQUIRE(config->sources.size() == 2);
    CHECK(config->sources[0].outlet == "Example News");
    CHECK(config->sources[0].every == 1h);
    CHECK(config->sources[1].kind == core::SourceKind::Sitemap);
    CHECK(config->watches.size() == 1);
    REQUIRE(config->entities.size() == 1);
    CHECK(config->entities[0].aliases == std::vector<std::string>{"Exampel Labs"});
}

TEST_CASE("A mistake in the configuration names file and line", "[cli][config]") {
    struct Case {
        const char* toml;
        const char* place;
        const char* says;
    };
    const auto [toml, place, says] = GENERATE(values<Case>({
        {"[crawl]\nspeed = \"fast\"\n", "x.toml:2", "unknown key 'speed'"},
        {"[crawl]\n\ndelay = \"3 seconds\"\n", "x.toml:3", "no duration"},
        {"[crawl]\ndelay = 3\n", "x.toml:2", "a text in quotes"},
        {"[crawl]\nmax_body = \"16MB\"\n", "x.toml:2", "no size"},
        {"[crawl]\nhosts_at_once = 0\n", "x.toml:2", "from 1 to 1000"},
        {"[crawl]\nrecheck = [\"3h\"]\n", "x.toml:2", "a list"},
        {"[[source]]\nurl = \"ftp://example.org/\"\nkind = \"feed\"\n", "x.toml:2", ""},
        {"[[source]]\nkind = \"feed\"\n", "x.toml:1", "'url' is missing"},
        {"[[source]]\nurl = \"http://example.org/\"\nkind = \"rss\"\n", "x.toml:3", "one of feed"},
        {"[server]\nlisten = \"8737\"\n", "x.toml:2", "ADDRESS:PORT"},
        {"[[entity]]\nname = \"A\"\ntype = \"lab\"\n", "x.toml:3", "type is one of"},
        {"a = [1,\n", "x.toml:1", ""},
        {"[crawl\n", "x.toml:1", ""},
        {"source = 3\n", "x.toml:1", "a list"},
        {"[crawl]\ncontact = \"me)\\r\\nX: y\"\n", "x.toml:2", "no line ends"},
    }));
    CAPTURE(toml);
    const auto config = cli::parse_config(toml, "x.toml");
    REQUIRE_FALSE(config);
    CHECK(config.error().kind == core::Failure::Kind::BadConfiguration);
    CHECK(config.error().input == place);
    CHECK(config.error().message.find(says) != std::string::npos);
}

TEST_CASE("The configuration that init writes is a valid one", "[cli][config]") {
    const auto config = cli::read_config(SOURCE_DIR "/data/starting_config.toml");
    REQUIRE(config);
    CHECK(config->sources.size() >= 10);
    for (const auto& source : config->sources) CHECK(source.url.is_https());
}

TEST_CASE("Durations and sizes have units", "[cli][config]") {
    CHECK(cli::parse_duration("250ms") == 250ms);
    CHECK(cli::parse_duration("15m") == 15min);
    CHECK(cli::parse_duration("30d") == 720h);
    CHECK(cli::parse_size("16MiB") == 16u << 20);
    const auto bad = GENERATE("", "3", "s", "-3s", "3 s", "1e3s", "99999999999h", "3S");
    CAPTURE(bad);
    CHECK_FALSE(cli::parse_duration(bad));
    CHECK_FALSE(cli::parse_size(bad));
}

TEST_CASE("A place to listen at is an address and a port", "[cli][config]") {
    CHECK(cli::parse_listen("127.0.0.1:80")->port == 80);
    CHECK(cli::parse_listen("[::1]:8737")->address == "::1");
    CHECK(cli::parse_listen(":0")->address == "127.0.0.1");
    const auto bad = GENERATE("", "80", "localhost", "127.0.0.1:", "127.0.0.1:99999", "a:1x");
    CAPTURE(bad);
    CHECK_FALSE(cli::parse_listen(bad));
}

TEST_CASE("The sources name the outlet of their domain, where they agree", "[cli][config]") {
    const auto config = cli::parse_config(
        "[[source]]\nurl = \"http://feeds.one.test/a\"\nkind = \"feed\"\noutlet = \"One\"\n"
        "[[source]]\nurl = \"http://one.test/b\"\nkind = \"feed\"\noutlet = \"One\"\n"
        "[[source]]\nurl = \"http://two.test/\"\nkind = \"page\"\n"
        "[[source]]\nurl = \"http://many.test/x\"\nkind = \"feed\"\noutlet = \"X\"\n"
        "[[source]]\nurl = \"http://many.test/y\"\nkind = \"feed\"\noutlet = \"Y\"\n"
        "[[source]]\nurl = \"http://many.test/z\"\nkind = \"feed\"\noutlet = \"X\"\n",
        "x.toml");
    REQUIRE(config);
    CHECK(cli::outlet_names(config->sources) == cli::OutletNames{{"one.test", "One"}});
}
