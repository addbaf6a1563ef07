#include <catch2/catch.hpp>

#include "cli/sample_web.h"
#include "tests/temp_dir.h"

namespace {

struct Sample {
    TempDir dir;
    Sample() {
        dir.put("config.toml", "");
        dir.put("2026-06-16/one.test/story.html", "edited");
        dir.put("2026-06-16/one.test/feed/index.xml", "two entries");
        dir.put("2026-06-12/one.test/story.html", "as it was");
        dir.put("2026-06-12/one.test/feed/index.xml", "one entry");
        dir.put("2026-06-12/one.test/index.html", "front page");
        dir.put("2026-06-12/two.test/robots.txt", "User-agent: *\n");
        dir.put("notes/one.test/story.html", "belongs to no day");
        dir.put("2026/one.test/story.html", "neither does this");
    }
    cli::SampleWeb web() const { return cli::SampleWeb::read(dir.path()).value(); }
};

web::Request request(const std::string& host, const std::string& path) {
    web::Request request;
    request.host = host;
    request.path = path;
    return request;
}

}  // namespace

TEST_CASE("A day of the sample web shows what came, over what was there before", "[cli][sample]") {
    const Sample sample;
    const auto web = sample.web();
    CHECK(web.days() == 2);
    CHECK(core::to_text(web.day(0)) == "2026-06-12");
    CHECK(web.hosts() == 2);
    struct Case {
        const char* host;
        const char* path;
        const char* first;
        const char* second;
    };
    const auto [host, path, first, second] = GENERATE(values<Case>({
        {"one.test", "/story.html", "as it was", "edited"},
        {"one.test", "/story", "as it was", "edited"},
        {"one.test:80", "/feed/", "one entry", "two entries"},
        {"one.test", "/feed", "one entry", "two entries"},
        {"one.test", "/", "front page", "front page"},
        {"two.test", "/robots.txt", "User-agent: *\n", "User-agent: *\n"},
    }));
    CAPTURE(host, path);
    CHECK(web.answer(request(host, path), 0).body == first);
    CHECK(web.answer(request(host, path), 1).body == second);
}

TEST_CASE("Nothing but the files of a day can be asked for", "[cli][sample]") {
    const Sample sample;
    const auto web = sample.web();
    struct Case {
        const char* host;
        const char* path;
    };
    const auto [host, path] = GENERATE(values<Case>({
        {"one.test", "/none"},
        {"two.test", "/story"},
        {"one.test", "/../../config.toml"},
        {"..", "/config.toml"},
        {"", "/"},
        {"one.test", ""},
        {"notes", "/one.test/story"},
    }));
    CAPTURE(host, path);
    const auto status = web.answer(request(host, path), 1).status;
    CHECK(status == (std::string(path).empty() ? 200 : 404));  // "" is the front page, as "/" is
}

TEST_CASE("The sample web says so when a page has not changed", "[cli][sample]") {
    const Sample sample;
    const auto web = sample.web();
    auto again = request("one.test", "/story");
    const auto first = web.answer(again, 0);
    REQUIRE(first.headers.size() == 1);
    CHECK(first.headers[0].first == "ETag");
    again.if_none_match = first.headers[0].second;
    CHECK(web.answer(again, 0).status == 304);
    CHECK(web.answer(again, 0).body.empty());
    CHECK(web.answer(again, 1).status == 200);
}

TEST_CASE("A folder without days is no sample web", "[cli][sample]") {
    const TempDir dir;
    const std::string name = GENERATE("", "nowhere");
    const auto web = cli::SampleWeb::read(dir.path() / name);
    REQUIRE_FALSE(web);
    CHECK(web.error().input == (dir.path() / name).string());
}
