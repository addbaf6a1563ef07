// The program as its users meet it: exit codes, messages, and a store that bad input leaves alone.
#include <catch2/catch.hpp>

#include "store/store.h"
#include "tests/program.h"
#include "tests/temp_dir.h"

namespace {

const std::string kArticle =
    R"({"id":"one","date":"2026-06-10","title":"Quillmark accuses Parallax Labs","text":)"
    R"("Quillmark accused Parallax Labs on Tuesday of distilling its Heron model.\n)"
    R"(Parallax Labs denied the allegation. \"We did not use Heron outputs,\" it said."})"
    "\n";

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

struct Home {
    TempDir dir;
    std::string path = dir.path().string() + "/home";
    Ran run(std::vector<std::string> words, const std::string& input = {}) const {
        words.insert(words.begin(), {"--home", path});
        return run_program(words, input);
    }
};

}  // namespace

TEST_CASE("An article that was imported is found, shown and exported", "[cli][program]") {
    const Home home;
    const auto imported = home.run({"import", "-"}, kArticle);
    CAPTURE(imported.err);
    REQUIRE(imported.exit == 0);
    CHECK(imported.out.empty());

    const auto found = home.run({"--json", "search", "distilling", "by:Quillmark"});
    CHECK(found.exit == 0);
    CHECK(has(found.out, "\"claimant\":[\"Quillmark\"]"));
    CHECK(has(found.out, "\"accused\":[\"Parallax Labs\"]"));

    const auto disputes = home.run({"disputes"});
    CHECK(disputes.exit == 0);
    CHECK(has(disputes.out, "Parallax Labs"));

    const auto timeline = home.run({"timeline", "d1"});
    CHECK(timeline.exit == 0);
    CHECK(has(timeline.out, "Quillmark"));

    const auto exported = home.run({"export", "--format", "jsonl"});
    CHECK(has(exported.out, "\"input_id\":\"one\""));
    CHECK(home.run({"check"}).exit == 0);
}

TEST_CASE("The same import again changes no id", "[cli][program]") {
    const Home home;
    REQUIRE(home.run({"import", "-"}, kArticle).exit == 0);
    const auto first = home.run({"export", "--format", "jsonl"}).out;
    REQUIRE(home.run({"import", "-"}, kArticle).exit == 0);
    CHECK(home.run({"export", "--format", "jsonl"}).out == first);
    REQUIRE(home.run({"reextract"}).exit == 0);
    CHECK(home.run({"export", "--format", "jsonl"}).out == first);
    REQUIRE(home.run({"reindex"}).exit == 0);
    CHECK(home.run({"export", "--format", "jsonl"}).out == first);
}

TEST_CASE("Every command of the interfaces exists and has examples", "[cli][program]") {
    const std::string command = GENERATE(
        "init", "crawl", "add", "import", "extract", "search", "timeline", "disputes", "dispute",
        "claim", "allegation", "article", "entity", "outlet", "export", "serve", "explain", "show",
        "check", "reindex", "reextract", "backup", "stats", "watch", "alerts", "digest", "correct");
    CAPTURE(command);
    const auto help = run_program({command, "--help"});
    CHECK(help.exit == 0);
    CHECK(has(help.out, "Examples:"));
}

TEST_CASE("What is not built yet says so", "[cli][program]") {
    const std::string command = GENERATE("watch", "alerts", "digest");
    const Ran ran = run_program({command, "list"});
    CHECK(ran.exit == 2);
    CHECK(has(ran.err, "not built yet: " + command));
}

TEST_CASE("Errors are JSON where results are", "[cli][program]") {
    const Home home;
    const auto ran = home.run({"--json", "import", "/nowhere/a.html"});
    CHECK(ran.exit == 1);
    CHECK(has(ran.err, R"({"error":{"code":"not-found","message":)"));
    CHECK(has(ran.err, R"("input":"/nowhere/a.html")"));
}

TEST_CASE("init writes the configuration it is told to, which others must find there",
          "[cli][program]") {
    const Home home;
    const auto file = home.dir.path().string() + "/news.toml";
    const auto without = home.run({"--config", file, "stats"});
    CHECK(without.exit == 2);
    CHECK(has(without.err, file));
    CHECK(home.run({"--config", file, "init"}).exit == 0);
    CHECK(std::filesystem::exists(file));
    CHECK(home.run({"--config", file, "stats"}).exit == 0);
}

TEST_CASE("A home without a store says how to make one", "[cli][program]") {
    const Home home;
    for (const std::string command : {"disputes", "stats", "check", "reindex", "serve"}) {
        const auto ran = home.run({command});
        CAPTURE(command, ran.err);
        CHECK(ran.exit == 3);
        CHECK(has(ran.err, home.path));
        CHECK(has(ran.err, "claimtrail"));
    }
    CHECK_FALSE(std::filesystem::exists(home.path));
}

TEST_CASE("Usage mistakes end with 2 and a pointer to the help", "[cli][program]") {
    const Home home;
    const auto words = GENERATE(values<std::vector<std::string>>({
        {},
        {"frobnicate"},
        {"import"},
        {"timeline", "d1", "--format", "docx"},
        {"search", "a", "--in", "books"},
        {"search", "a", "--from", "soon"},
        {"search"},
        {"extract"},
        {"--config", "/nowhere/config.toml", "stats"},
        {"serve", "--listen", "everywhere"},
        {"explain", "weather", "x"},
        {"crawl"},
    }));
    const auto ran = home.run(words);
    CAPTURE(words, ran.err);
    CHECK(ran.exit == 2);
    CHECK_FALSE(ran.err.empty());
    CHECK_FALSE(std::filesystem::exists(home.path));
}

TEST_CASE("A word that means nothing here is named", "[cli][program]") {
    CHECK(has(run_program({"frobnicate"}).err, "there is no command 'frobnicate'"));
    CHECK(has(run_program({"search", "a", "--limt", "3"}).err, "there is no option '--limt'"));
}

TEST_CASE("What keeps the home sound answers in JSON too", "[cli][program]") {
    const Home home;
    REQUIRE(home.run({"import", "-"}, kArticle).exit == 0);
    CHECK(home.run({"--json", "check"}).out == "{\"problems\":[]}\n");
    CHECK(home.run({"--json", "reindex"}).out.starts_with("{\"documents\":"));
    CHECK(home.run({"--json", "reextract"}).out.starts_with("{\"articles\":1,\"claims\":"));
    const auto copy = home.dir.path().string() + "/copy.db";
    CHECK(home.run({"--json", "backup", copy}).out == "{\"file\":\"" + copy + "\"}\n");
}

TEST_CASE("A store put back from a backup is not answered for by the newer index",
          "[cli][program]") {
    const Home home;
    const auto copy = home.dir.path().string() + "/copy.db";
    REQUIRE(home.run({"import", "-"}, kArticle).exit == 0);
    REQUIRE(home.run({"backup", copy}).exit == 0);
    const std::string later =
        R"({"id":"two","text":"Orrery sued Halcyon over xylophone recordings."})";
    REQUIRE(home.run({"import", "-"}, later).exit == 0);
    REQUIRE(home.run({"search", "xylophone"}).exit == 0);

    std::filesystem::rename(copy, home.path + "/claimtrail.db");
    for (const char* beside : {"/claimtrail.db-wal", "/claimtrail.db-shm"})
        std::filesystem::remove(home.path + beside);
    CHECK(has(home.run({"check"}).out, "index: made from another store"));
    const std::string third = R"({"id":"three","text":"Halcyon answered on Friday."})";
    REQUIRE(home.run({"import", "-"}, third).exit == 0);
    CHECK(home.run({"search", "xylophone"}).exit == 4);
    CHECK(home.run({"search", "distilling"}).exit == 0);
    CHECK(home.run({"check"}).exit == 0);
}

TEST_CASE("A question without an answer ends with 4", "[cli][program]") {
    const Home home;
    REQUIRE(home.run({"import", "-"}, kArticle).exit == 0);
    const auto words = GENERATE(values<std::vector<std::string>>({
        {"search", "xylophone"},
        {"dispute", "d999"},
        {"claim", "c999"},
        {"allegation", "g999"},
        {"article", "a999"},
        {"article", "http://example.org/none"},
        {"entity", "Nobody In Particular"},
        {"outlet", "nowhere.example"},
        {"timeline", "d999"},
        {"timeline", "xylophone"},
    }));
    const auto ran = home.run(words);
    CAPTURE(words, ran.err);
    CHECK(ran.exit == 4);
}

TEST_CASE("With --json, a crawl's figures are one object, also where nothing answers",
          "[cli][program]") {
    const Home home;
    // Nobody listens on the discard port; the host may be private, so that it is tried.
    const auto config = home.dir.put(
        "config.toml",
        "[crawl]\ncontact = \"https://example.org/bot\"\nallow_private = [\"one.test\"]\n"
        "connect_to = [\"::127.0.0.1:9\"]\n[[source]]\nurl = \"http://one.test/feed\"\nkind = "
        "\"feed\"\n");
    const auto ran = home.run({"--json", "-v", "--config", config.string(), "crawl"});
    CAPTURE(ran.err);
    CHECK(ran.exit == 1);
    CHECK(has(ran.out, R"("command":"crawl","fetched":0,"not_modified":0,"failed":1)"));
    CHECK(has(ran.err, R"("input":"http://one.test/feed")"));
    CHECK(has(home.run({"--json", "--config", config.string(), "crawl", "nobody"}).err,
              R"({"error":{"code":"bad-configuration")"));
}
