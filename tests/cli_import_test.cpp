// What `import` keeps, says and leaves behind.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "crawler/crawler.h"
#include "crawler/gzip.h"
#include "store/store.h"
#include "tests/program.h"
#include "tests/temp_dir.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const std::string kPage =
    "<html lang=en><head><title>Quillmark accuses Parallax Labs</title></head><body><article>"
    "<h1>Quillmark accuses Parallax Labs</h1><p>Quillmark accused Parallax Labs on Tuesday of "
    "distilling its Heron model, in a letter that the company published on its website late in the "
    "evening.</p><p>Parallax Labs did not answer questions about the letter, which describes "
    "thousands of accounts that asked the model for long answers day and night.</p></article>"
    "</body></html>";

std::string response(const std::string& url, const std::string& date, const std::string& body,
                     const std::string& status = "200 OK") {
    const auto block = "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n\r\n" + body;
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + url + "\r\nWARC-Date: " + date +
           "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " +
           std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

struct Home {
    TempDir dir;
    std::string path = (dir.path() / "home").string();
    Ran run(std::vector<std::string> words, const std::string& input = {}) const {
        words.insert(words.begin(), {"--home", path});
        return run_program(words, input);
    }
    store::Reader store() const { return store::Reader::open(path + "/claimtrail.db"); }
    store::Capture only_capture() const {
        const auto reader = store();
        REQUIRE(reader.counts().captures == 1);
        return *reader.capture(*reader.article(reader.articles({}).front())->capture);
    }
    core::FetchedPage bytes_of(const store::Capture& capture) const {
        return crawler::read_capture(fs::path(path) / "captures" / capture.warc_file,
                                     capture.offset)
            .value();
    }
};

}  // namespace

TEST_CASE("An HTML file is kept as it lay, and can be extracted again", "[cli][import]") {
    const Home home;
    const auto file = home.dir.put("my story.html", kPage);
    REQUIRE(home.run({"import", file.string()}).exit == 0);
    const auto capture = home.only_capture();
    CHECK(capture.url == "file://" + home.dir.path().string() + "/my%20story.html");
    CHECK(core::to_text(capture.fetched_at).starts_with("2026-06-15T18:00:"));
    CHECK(home.bytes_of(capture).body == kPage);
    CHECK(home.run({"check"}).exit == 0);
    const auto before = home.run({"export", "--format", "jsonl"}).out;
    REQUIRE(home.run({"reextract"}).exit == 0);
    CHECK(home.run({"export", "--format", "jsonl"}).out == before);
    REQUIRE(home.run({"import", file.string()}).exit == 0);  // the same bytes are kept once
    CHECK(home.store().counts().captures == 1);
}

TEST_CASE("A WARC's records are kept with their own time and address", "[cli][import]") {
    const Home home;
    const auto file =
        home.dir.put("a.warc", response("https://one.test/story", "2025-03-04T05:06:07Z", kPage));
    REQUIRE(home.run({"import", file.string()}).exit == 0);
    const auto capture = home.only_capture();
    CHECK(capture.url == "https://one.test/story");
    CHECK(core::to_text(capture.fetched_at) == "2025-03-04T05:06:07Z");
    CHECK(home.bytes_of(capture).body == kPage);
    const auto reader = home.store();
    const auto article = reader.article(reader.articles({}).front());
    CHECK(core::to_text(article->facts.retrieved) == "2025-03-04T05:06:07Z");
    REQUIRE(home.run({"import", file.string()}).exit == 0);
    CHECK(home.store().counts().captures == 1);
}

TEST_CASE("Redirects and errors in a WARC are no articles and no mistakes", "[cli][import]") {
    const Home home;
    const auto file = home.dir.put(
        "a.warc",
        response("https://one.test/old", "2025-03-04T05:06:07Z", "", "301 M") +
            response("https://one.test/no", "2025-03-04T05:06:07Z", kPage, "404 Not Found") +
            response("https://one.test/story", "2025-03-04T05:06:07Z", kPage));
    CHECK(home.run({"import", file.string()}).exit == 0);
    CHECK(home.store().counts().articles == 1);
    CHECK(home.store().counts().captures == 1);
}

TEST_CASE("The language of a text is told by its words where nobody says", "[cli][import]") {
    struct Case {
        std::string line, language;
    };
    const auto [line, language] = GENERATE(values<Case>({
        {R"({"id":"a","text":"Die Kanzlei wirft dem Unternehmen vor, ohne Erlaubnis Tausende von Büchern kopiert zu haben, um damit ein Sprachmodell zu trainieren."})",
         "de"},
        {R"({"id":"a","text":"The company was accused on Tuesday of copying thousands of books without a licence in order to train its language model."})",
         "en"},
        {R"({"id":"a","text":"同社は火曜日、許可なく数千冊の本を複製し、言語モデルの学習に使ったとして訴えられた。"})",
         "ja"},
        {R"({"id":"a","lang":"nl","text":"The company was accused on Tuesday of copying thousands of books without a licence."})",
         "nl"},
        {R"({"id":"a","text":"OK."})", ""},
    }));
    const auto extracted = run_program({"extract", "--page-only", "--jsonl", "-"}, line + "\n");
    const auto got = json::parse(extracted.out).at("language");
    CAPTURE(line);
    CHECK((got.is_null() ? "" : got.get<std::string>()) == language);
}

TEST_CASE("With --json, what was imported is told as JSON, also when things fail",
          "[cli][import][json]") {
    const Home home;
    home.dir.put("good.html", kPage);
    struct Case {
        std::vector<std::string> files;
        int exit, articles, failed;
    };
    const auto [files, exit, articles, failed] = GENERATE(values<Case>({
        {{"good.html"}, 0, 1, 0},
        {{"good.html", "nowhere/\xFF.html"}, 1, 1, 1},
        {{"nowhere/a.html", "nowhere/b.html"}, 1, 0, 2},
    }));
    std::vector<std::string> words{"--json", "import"};
    for (const auto& name : files) words.push_back((home.dir.path() / name).string());
    const auto ran = home.run(words);
    CAPTURE(ran.out, ran.err);
    CHECK(ran.exit == exit);
    const auto told = json::parse(ran.out);
    CHECK(told.at("articles") == articles);
    CHECK(told.at("failed") == failed);
    CHECK(told.at("interrupted") == false);
    int errors = 0;
    std::istringstream lines(ran.err);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with('{')) continue;
        CHECK(json::parse(line).at("error").contains("code"));
        ++errors;
    }
    CHECK(errors == failed);
}

TEST_CASE("A WARC that unpacks to more than any article is told, and takes no memory",
          "[cli][import][warc]") {
    const Home home;
    const auto large =
        response("https://one.test/bomb", "2025-03-04T05:06:07Z", std::string(200 << 20, 'x'));
    const auto good = response("https://one.test/story", "2025-03-04T05:06:07Z", kPage);
    const auto file =
        home.dir.put("bomb.warc.gz", crawler::gzip_member(large) + crawler::gzip_member(good));
    const auto ran = run_program({"--home", home.path, "import", file.string()},
                                 Circumstances{.most_memory = 256 << 20});
    CAPTURE(ran.err);
    CHECK(ran.exit == 1);
    CHECK(ran.err.find(file.string() + ": record 1 at byte 0, https://one.test/bomb: ") !=
          std::string::npos);
    CHECK(home.store().counts().articles == 1);
}

TEST_CASE("Who is told to stop ends between two articles, whole", "[cli][import]") {
    const Home home;
    std::string input;
    const std::string weather(2000, 'x');  // more than the pipe and the program's buffer hold
    for (int n = 0; n < 80; ++n)
        input +=
            "{\"id\":\"" + std::to_string(n) +
            "\",\"text\":\"Quillmark accused Parallax Labs of distilling its Heron model, part " +
            std::to_string(n) + ".\\n" + weather + "\"}\n";
    const auto ran = run_program({"--home", home.path, "--json", "import", "-"},
                                 Circumstances{.input = input, .terminated_while_reading = true});
    CAPTURE(ran.err);
    CHECK(ran.exit == 130);
    const auto told = json::parse(ran.out);
    CHECK(told.at("interrupted") == true);
    CHECK(told.at("failed") == 0);
    const auto reader = home.store();
    CHECK(reader.counts().articles == told.at("articles"));
    CHECK(reader.counts().articles == reader.counts().revisions);
    CHECK(home.run({"check"}).exit == 0);
    CHECK(home.run({"import", "-"}, input).exit == 0);
    CHECK(home.store().counts().articles == 80);
}

TEST_CASE("Extracting ends in the middle of its input when it is told to", "[cli][import]") {
    std::string input;
    for (int n = 0; n < 3000; ++n)
        input += "{\"id\":\"" + std::to_string(n) +
                 "\",\"text\":\"Quillmark accused Parallax Labs of distilling.\"}\n";
    const auto ran = run_program({"extract", "--page-only", "--jsonl", "-"},
                                 Circumstances{.input = input, .terminated_while_reading = true});
    CHECK(ran.exit == 130);
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) CHECK(json::parse(line).contains("id"));
}
