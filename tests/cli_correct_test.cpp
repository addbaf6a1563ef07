// Decisions of an editor, made and taken back with the program.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/program.h"
#include "tests/temp_dir.h"

namespace {

using nlohmann::json;

const std::string kArticles =
    R"({"id":"one","date":"2026-06-10","title":"Quillmark accuses Parallax Labs","text":)"
    R"("Quillmark accused Parallax Labs on Tuesday of distilling its Heron model.\n)"
    R"(Parallax Labs denied the allegation."})"
    "\n"
    R"({"id":"two","date":"2026-06-11","title":"Lab under fire","text":)"
    R"("Quillmark accused Paralax Institute of distilling its Heron model."})"
    "\n";

class Newsroom {
public:
    Newsroom() { REQUIRE(run({"import", "-"}, kArticles).exit == 0); }
    Ran run(std::vector<std::string> words, const std::string& input = {}) const {
        words.insert(words.begin(), {"--home", path_});
        return run_program(words, input);
    }
    Ran correct(std::vector<std::string> words) const {
        words.insert(words.begin(), "correct");
        return run(std::move(words));
    }
    std::vector<json> claims() const {
        std::vector<json> all;
        const auto out = run({"export", "--format", "jsonl"}).out;
        for (std::size_t begin = 0; begin < out.size();) {
            const auto end = out.find('\n', begin);
            all.push_back(json::parse(out.substr(begin, end - begin)));
            begin = end + 1;
        }
        return all;
    }
    // The first claim of this kind; null if there is none.
    json claim(const std::string& kind) const {
        for (const auto& claim : claims())
            if (claim["kind"] == kind) return claim;
        return {};
    }
    const std::string& path() const { return path_; }

private:
    TempDir dir_;
    std::string path_ = dir_.path().string() + "/home";
};

std::string names(const json& parties) {
    std::string all;
    for (const auto& party : parties)
        all += (all.empty() ? "" : "|") +
               (party.is_string() ? party.get<std::string>() : party["name"].get<std::string>());
    return all;
}

}  // namespace

TEST_CASE("A wrong party is set right, and stays so when everything is read again",
          "[cli][correct]") {
    const Newsroom room;
    const auto id = room.claim("denial")["id"].get<std::string>();
    const auto ran = room.correct(
        {"claim", id, "--claimant", "Lumenpool", "--why", "see paragraph 2", "--by", "Mara"});
    CAPTURE(ran.err);
    REQUIRE(ran.exit == 0);
    CHECK(ran.out.find("x1  " + id +
                       ": claimant is Lumenpool · Mara, 2026-06-15T18:00:00Z · see "
                       "paragraph 2") == 0);
    CHECK(names(room.claim("denial")["claimant"]) == "Lumenpool");
    REQUIRE(room.run({"reextract"}).exit == 0);
    REQUIRE(room.run({"reindex"}).exit == 0);
    const auto after = room.claim("denial");
    CHECK(names(after["claimant"]) == "Lumenpool");
    CHECK(after["id"] == id);
    CHECK(room.run({"search", "by:Lumenpool"}).exit == 0);
    REQUIRE(room.correct({"undo", "x1"}).exit == 0);
    CHECK(names(room.claim("denial")["claimant"]) == "Parallax Labs");
    CHECK(room.claim("denial")["id"] == id);
}

TEST_CASE("A claim that is none is gone until that is taken back, and is itself again then",
          "[cli][correct]") {
    const Newsroom room;
    const auto before = room.claim("denial");
    const auto id = before["id"].get<std::string>();
    REQUIRE(room.correct({"claim", id, "--reject"}).exit == 0);
    CHECK(room.claim("denial").is_null());
    CHECK(room.run({"search", "kind:denial", "--in", "claims"}).exit == 4);
    REQUIRE(room.run({"import", "-"}, kArticles).exit == 0);
    CHECK(room.claim("denial").is_null());
    REQUIRE(room.correct({"undo", "x1"}).exit == 0);
    CHECK(room.claim("denial") == before);
    CHECK(room.run({"search", "kind:denial", "--in", "claims"}).exit == 0);
}

TEST_CASE("Corrections survive a backup that is put back", "[cli][correct]") {
    const Newsroom room;
    const auto id = room.claim("denial")["id"].get<std::string>();
    REQUIRE(room.correct({"claim", id, "--reject"}).exit == 0);
    const auto kept = room.path() + "/../kept.db";
    REQUIRE(room.run({"backup", kept}).exit == 0);
    const auto list = room.correct({"list", "--json"}).out;
    for (const char* file : {"/claimtrail.db", "/claimtrail.db-wal", "/claimtrail.db-shm"})
        std::filesystem::remove(room.path() + file);
    std::filesystem::copy(kept, room.path() + "/claimtrail.db");
    REQUIRE(room.run({"reextract"}).exit == 0);
    CHECK(room.claim("denial").is_null());
    CHECK(room.correct({"list", "--json"}).out == list);
}

TEST_CASE("A correction whose sentence is gone says so", "[cli][correct]") {
    const Newsroom room;
    const auto id = room.claim("denial")["id"].get<std::string>();
    REQUIRE(room.correct({"claim", id, "--certainty", "possible"}).exit == 0);
    const std::string edited =
        R"({"id":"one","date":"2026-06-10","title":"Quillmark accuses Parallax Labs","text":)"
        R"("Quillmark accused Parallax Labs on Tuesday of distilling its Heron model."})"
        "\n";
    REQUIRE(room.run({"import", "-"}, edited).exit == 0);
    CHECK(room.correct({"list"}).out.find("no longer fits") != std::string::npos);
    REQUIRE(room.run({"import", "-"}, kArticles).exit == 0);
    CHECK(room.correct({"list"}).out.find("no longer fits") == std::string::npos);
    CHECK(room.claim("denial")["certainty"] == "possible");
}

TEST_CASE("A correction goes with its sentence from edit to edit", "[cli][correct]") {
    const Newsroom room;
    const auto id = room.claim("accusation")["id"].get<std::string>();
    REQUIRE(room.correct({"claim", id, "--certainty", "possible"}).exit == 0);
    const auto edit = [&](const std::string& sentence) {
        const std::string line =
            R"({"id":"one","date":"2026-06-10","title":"Quillmark accuses Parallax Labs","text":")" +
            sentence + "\"}\n";
        REQUIRE(room.run({"import", "-"}, line).exit == 0);
        const auto claim = room.claim("accusation");
        CHECK(claim["id"] == id);
        CHECK(claim["certainty"] == "possible");
    };
    edit("Quillmark accused Parallax Labs late on Tuesday of distilling its large Heron model.");
    edit("Quillmark accused Parallax Labs late of distilling its large new Heron language model.");
    CHECK(room.correct({"list"}).out.find("no longer fits") == std::string::npos);
}

TEST_CASE("Two names become one entity, also in articles that come later, and two again",
          "[cli][correct]") {
    const Newsroom room;
    REQUIRE(room.correct({"merge", "Paralax Institute", "Parallax Labs"}).exit == 0);
    REQUIRE(room.claims().size() > 1);
    for (const auto& claim : room.claims()) CHECK(names(claim["accused"]) == "Parallax Labs");
    const std::string later = R"({"id":"three","date":"2026-06-12","title":"More","text":)"
                              R"("Quillmark accused Paralax Institute of scraping its site."})"
                              "\n";
    REQUIRE(room.run({"import", "-"}, later).exit == 0);
    for (const auto& claim : room.claims()) CHECK(names(claim["accused"]) == "Parallax Labs");
    REQUIRE(room.correct({"undo", "x1"}).exit == 0);
    std::size_t own = 0;
    for (const auto& claim : room.claims())
        own += names(claim["accused"]) == "Paralax Institute" ? 1 : 0;
    CHECK(own == 2);
}

TEST_CASE("Of names that were merged one after the other, the first is itself again when undone",
          "[cli][correct]") {
    const Newsroom room;
    REQUIRE(room.correct({"merge", "Paralax Institute", "Parallax Labs"}).exit == 0);
    REQUIRE(room.correct({"merge", "Parallax Labs", "Quillmark"}).exit == 0);
    REQUIRE(room.correct({"undo", "x1"}).exit == 0);
    std::size_t own = 0;
    for (const auto& claim : room.claims())
        own += names(claim["accused"]) == "Paralax Institute" ? 1 : 0;
    CHECK(own == 1);
    const auto back = room.correct({"merge", "Quillmark", "Parallax Labs"});
    CHECK(back.exit == 2);
    CHECK(back.err.find("is Quillmark by x2") != std::string::npos);
}

TEST_CASE("What cannot be decided is refused by name and changes nothing", "[cli][correct]") {
    const Newsroom room;
    struct Case {
        std::vector<std::string> words;
        int exit;
        const char* says;
    };
    const auto [words, exit, says] = GENERATE(values<Case>({
        {{"claim", "c999", "--reject"}, 4, "c999: there is no such claim"},
        {{"claim", "banana", "--reject"}, 4, "banana: there is no such claim"},
        {{"claim", "c1"}, 2, "either --reject or slots"},
        {{"claim", "c1", "--reject", "--accused", "X"}, 2, "either --reject or slots"},
        {{"claim", "c1", "--certainty", "sure"}, 2, "'sure' is no certainty"},
        {{"merge", "Nobody Inc", "Parallax Labs"}, 4, "Nobody Inc"},
        {{"merge", "Parallax Labs", "parallax labs"}, 2, "one entity already"},
        {{"claim", "c1", "--accused", "\xFF"}, 2, "not UTF-8"},
        {{"claim", "c1", "--reject", "--why", "\x1B[31m"}, 2, "control characters"},
        {{"undo", "x7"}, 4, "x7: there is no such correction"},
        {{}, 2, "claimtrail --help"},
    }));
    CAPTURE(words);
    const auto before = room.run({"export", "--format", "jsonl"}).out;
    const auto ran = room.correct(words);
    CHECK(ran.exit == exit);
    CAPTURE(ran.err);
    CHECK(ran.err.find(says) != std::string::npos);
    CHECK(room.run({"export", "--format", "jsonl"}).out == before);
    CHECK(room.correct({"list"}).exit == 4);
}
