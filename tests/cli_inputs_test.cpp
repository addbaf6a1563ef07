#include <catch2/catch.hpp>

#include "cli/inputs.h"
#include "tests/temp_dir.h"

namespace {

struct Read {
    std::vector<cli::Input> inputs;
    std::vector<core::Failure> failures;
};

Read read(const std::filesystem::path& file, cli::InputKind kind = cli::InputKind::Guess) {
    Read read;
    cli::read_inputs(file.string(), kind, core::Instant{},
                     {.each = [&](cli::Input input) { read.inputs.push_back(std::move(input)); },
                      .failed = [&](const core::Failure& f) { read.failures.push_back(f); },
                      .stopped = [] { return false; }});
    return read;
}

const core::FetchedPage& page(const cli::Input& input) {
    return std::get<core::FetchedPage>(input.content);
}

}  // namespace

TEST_CASE("A JSON line becomes a text or a page, with what it says of itself", "[cli][inputs]") {
    const TempDir dir;
    const auto got = read(
        dir.put("a.jsonl",
                "{\"id\":\"x1\",\"text\":\"Body.\",\"date\":\"2025-06-04\",\"title\":\"T\","
                "\"lang\":\"en\"}\n"
                "\n"
                "{\"id\":7,\"html\":\"<p>caf\xC3\xA9\",\"url\":\"http://example.org/a\"}\n"
                "{\"html_base64\":\"PHA+\",\"content_type\":\"text/html; charset=latin1\"}\n"));
    CHECK(got.failures.empty());
    REQUIRE(got.inputs.size() == 3);
    const auto& text = std::get<extractor::PlainText>(got.inputs[0].content);
    CHECK(got.inputs[0].id == "x1");
    CHECK(text.text == "Body.");
    CHECK(text.title == "T");
    REQUIRE(text.published);
    CHECK(core::to_text(*text.published) == "2025-06-04");
    CHECK(got.inputs[1].id == "7");
    CHECK(page(got.inputs[1]).content_type == "text/html; charset=utf-8");
    REQUIRE(page(got.inputs[1]).url);
    CHECK(page(got.inputs[1]).url->text() == "http://example.org/a");
    CHECK(page(got.inputs[2]).body == "<p>");
    CHECK(page(got.inputs[2]).content_type == "text/html; charset=latin1");
}

TEST_CASE("A bad line is named, and the others are read all the same", "[cli][inputs]") {
    struct Case {
        const char* line;
        const char* says;
    };
    const auto [line, says] = GENERATE(values<Case>({
        {R"({"id":"a","text":"cut o)", "cut off"},
        {R"([1,2])", "no object"},
        {R"({"id":"a"})", "none of"},
        {R"({"id":"a","text":5})", "not a text"},
        {R"({"id":["a"],"text":"b"})", "\"id\""},
        {R"({"text":"b","url":"not a url"})", "\"url\""},
        {R"({"text":"b","date":"soon"})", "\"date\""},
        {R"({"html_base64":"***"})", "base64"},
        {"{\"text\":\"\xFF\"}", "no JSON"},
    }));
    CAPTURE(line);
    const TempDir dir;
    const auto file = dir.put(
        "b.jsonl", std::string("{\"text\":\"first\"}\n") + line + "\n{\"text\":\"last\"}\n");
    const auto got = read(file);
    CHECK(got.inputs.size() == 2);
    REQUIRE(got.failures.size() == 1);
    CHECK(got.failures[0].input == file.string() + ":2");
    CHECK(got.failures[0].message.find(says) != std::string::npos);
}

TEST_CASE("A file that cannot be an input says why", "[cli][inputs]") {
    const TempDir dir;
    struct Case {
        std::string name;
        const char* says;
    };
    dir.put("empty.html", "");
    dir.put("huge.html", std::string(cli::kMaxHtml + 1, 'x'));
    const auto [name, says] = GENERATE(values<Case>({
        {"missing.html", "no such file"},
        {"empty.html", "is empty"},
        {"", "is a folder"},
        {"huge.html", "larger than"},
    }));
    CAPTURE(name);
    const auto got = read(dir.path() / name);
    CHECK(got.inputs.empty());
    REQUIRE(got.failures.size() == 1);
    CHECK(got.failures[0].message.find(says) != std::string::npos);
    CHECK(got.failures[0].input == (dir.path() / name).string());
}

TEST_CASE("Anything that is not JSON or WARC is taken for HTML", "[cli][inputs]") {
    const TempDir dir;
    const auto got = read(dir.put("a.txt", "<!doctype html><p>Hello"));
    REQUIRE(got.inputs.size() == 1);
    CHECK(page(got.inputs[0]).body == "<!doctype html><p>Hello");
    CHECK_FALSE(page(got.inputs[0]).url);
}

TEST_CASE("Base64 is decoded, and nothing else is", "[cli][inputs]") {
    CHECK(cli::decode_base64("aGVsbG8=") == "hello");
    CHECK(cli::decode_base64("aGVs\nbG8=") == "hello");
    CHECK(cli::decode_base64("") == "");
    CHECK_FALSE(cli::decode_base64("aGVsbG8"));
    CHECK_FALSE(cli::decode_base64("a*b="));
}
