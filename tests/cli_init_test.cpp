// Beginning: a configuration, sources from another feed reader, and what a crawl would do.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "tests/program.h"
#include "tests/temp_dir.h"

namespace {

struct Beginning {
    Ran run(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(),
                         {"--home", (dir.path() / "home").string(), "--config", config.string()});
        return run_program(arguments);
    }
    std::string configured() const {
        std::ifstream in(config);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    TempDir dir;
    std::filesystem::path config = dir.put(
        "config.toml", "# mine\n[[source]]\nurl = \"http://one.test/feed\"\nkind = \"feed\"");
};

}  // namespace

TEST_CASE("Feeds of another reader become sources, those that are there stay as they are",
          "[cli][init]") {
    const Beginning home;
    const auto opml = home.dir
                          .put("feeds.opml",
                               "<opml><body><outline text='A \"good\" \\ paper' "
                               "xmlUrl='http://two.test/rss'/><outline "
                               "xmlUrl='http://one.test/feed'/><outline "
                               "xmlUrl='http://two.test/rss'/></body></opml>")
                          .string();
    const auto ran = home.run({"init", "--opml", opml});
    CAPTURE(ran.err);
    CHECK(ran.exit == 0);
    CHECK(ran.err.find("1 feeds of") != std::string::npos);
    CHECK(home.configured() ==
          "# mine\n[[source]]\nurl = \"http://one.test/feed\"\nkind = \"feed\"\n"
          "\n[[source]]\nurl = \"http://two.test/rss\"\nkind = \"feed\"\n"
          "outlet = \"A \\\"good\\\" \\\\ paper\"\n");
    CHECK(home.run({"init", "--opml", opml}).exit == 0);
    const auto due = home.run({"crawl", "--dry-run"});
    CHECK(due.out == "feed     http://one.test/feed\nfeed     http://two.test/rss\n");
}

TEST_CASE("A list that cannot be read changes nothing", "[cli][init]") {
    const Beginning home;
    const auto before = home.configured();
    const std::string file = GENERATE(false, true)
                                 ? "/nowhere/feeds.opml"
                                 : home.dir.put("no.opml", "<html></html>").string();
    const auto ran = home.run({"init", "--opml", file});
    CHECK(ran.exit == 2);
    CHECK(ran.err.find(file) != std::string::npos);
    CHECK(home.configured() == before);
}

TEST_CASE("A dry run says what is due, asks nobody and writes nothing", "[cli][crawl]") {
    const Beginning home;
    const auto ran = home.run({"crawl", "--dry-run"});
    CHECK(ran.exit == 0);
    CHECK(ran.out == "feed     http://one.test/feed\n");
    CHECK(ran.err.find("1 sources and 0 pages are due; nothing was fetched") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(home.dir.path() / "home" / "claimtrail.db"));
    CHECK(home.run({"crawl", "--dry-run", "nobody.test"}).exit == 2);
    CHECK(home.run({"--json", "crawl", "--dry-run"}).out ==
          "{\"what\":\"feed\",\"url\":\"http://one.test/feed\"}\n");
}
