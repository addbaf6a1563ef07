// What users and disks do to the program: each time a message that names the thing, the exit code
// of the interfaces, and a store that is as it was.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "store/store.h"
#include "tests/program.h"
#include "tests/temp_dir.h"

namespace {

namespace fs = std::filesystem;

const std::string kArticle =
    R"({"id":"one","date":"2026-06-10","title":"Quillmark accuses Parallax Labs","text":)"
    R"("Quillmark accused Parallax Labs on Tuesday of distilling its Heron model."})"
    "\n";

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// A file of that size which takes no room on the disk: its beginning, then zero bytes.
fs::path put_large(const TempDir& dir, const std::string& name, const std::string& beginning) {
    auto file = dir.put(name, beginning);
    fs::resize_file(file, 200 << 20);
    return file;
}

void permit(const fs::path& folder, fs::perms folders, fs::perms files) {
    fs::permissions(folder, folders | fs::perms::owner_write);  // while what is in it is changed
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.is_directory())
            permit(entry.path(), folders, files);
        else
            fs::permissions(entry.path(), files);
    }
    fs::permissions(folder, folders);
}

// A home with one article in it.
struct Home {
    TempDir dir;
    std::string path = (dir.path() / "home").string();
    Home() { REQUIRE(run({"import", "-"}, {.input = kArticle}).exit == 0); }
    Ran run(std::vector<std::string> words, const Circumstances& circumstances = {}) const {
        words.insert(words.begin(), {"--home", path});
        return run_program(words, circumstances);
    }
    std::string database() const { return bytes_of(path + "/claimtrail.db"); }
    std::string exported() const { return run({"export", "--format", "jsonl"}).out; }
};

struct ReadOnlyHome : Home {
    ReadOnlyHome() {
        fs::permissions(dir.path(), fs::perms{0755});
        permit(path, fs::perms{0555}, fs::perms{0444});
    }
    ~ReadOnlyHome() { permit(path, fs::perms{0755}, fs::perms{0644}); }
};

}  // namespace

TEST_CASE("A bad input is named, and the store stays as it was", "[cli][bad-input]") {
    const Home home;
    const auto before = home.exported();
    REQUIRE_FALSE(before.empty());
    home.dir.put("empty.html", "");
    home.dir.put("binary.html", std::string("\x7F"
                                            "ELF\x02\x01\x01\0\0\0\0\x80\x90\xFF",
                                            14));
    home.dir.put("bad-utf8.jsonl", "{\"id\":\"x\",\"text\":\"\xC3\x28\"}\n");
    home.dir.put("cut.jsonl", "{\"id\":\"y\",\"text\":\"Quillmark acc");
    home.dir.put("cut.warc.gz", "\x1F\x8B\x08 and then nothing of the kind");
    put_large(home.dir, "large.html", "<!doctype html><p>Quillmark accused Parallax Labs. ");
    put_large(home.dir, "large.jsonl", R"({"id":"z","text":")");
    put_large(home.dir, "large.warc.gz", "\x1F\x8B\x08");
    struct Case {
        std::string file;
        const char* says;
    };
    const auto [name, says] = GENERATE(values<Case>({
        {"missing.html", "no such file"},
        {"empty.html", "is empty"},
        {"binary.html", ""},
        {"bad-utf8.jsonl", "no JSON"},
        {"cut.jsonl", "cut off"},
        {"cut.warc.gz", ""},
        {"large.html", "larger than 16 MiB"},
        {"large.jsonl", "more than 64 MiB"},
        {"large.warc.gz", ""},
        {"", "is a folder"},
    }));
    const auto file = (home.dir.path() / name).string();
    const std::string command = GENERATE("import", "extract");
    const auto ran = home.run({command, file});
    CAPTURE(command, name, ran.err);
    CHECK(ran.exit == 1);
    CHECK(ran.out.empty());
    CHECK(has(ran.err, "claimtrail: " + file));
    CHECK(has(ran.err, says));
    CHECK(home.exported() == before);
    CHECK(home.run({"check"}).exit == 0);
}

TEST_CASE("What is good among bad input arrives all the same", "[cli][bad-input]") {
    const Home home;
    const auto missing = (home.dir.path() / "missing.html").string();
    const auto mixed = home.dir.put("mixed.jsonl",
                                    "{\"id\":\"a\",\"text\":\"First.\"}\n"
                                    "{\"id\":\"b\",\n"
                                    "{\"id\":\"c\",\"text\":\"Third.\"}\n");
    const auto ran = home.run({"import", missing, mixed.string()});
    CAPTURE(ran.err);
    CHECK(ran.exit == 1);
    CHECK(has(ran.err, missing));
    CHECK(has(ran.err, mixed.string() + ":2"));
    const auto articles = home.run({"export", "--format", "jsonl", "--kind", "articles"}).out;
    CHECK(has(articles, R"("input_id":"a")"));
    CHECK(has(articles, R"("input_id":"c")"));
}

TEST_CASE("A home that may not be written is named and left alone", "[cli][bad-input]") {
    const ReadOnlyHome home;
    const auto before = home.database();
    const auto words = GENERATE(values<std::vector<std::string>>({
        {"import", "-"},
        {"add", "http://localhost/"},
        {"reindex"},
        {"reextract"},
    }));
    const auto ran = home.run(words, {.input = kArticle, .without_privileges = true});
    CAPTURE(words, ran.err);
    CHECK(ran.exit == 3);
    CHECK(has(ran.err, home.path));
    CHECK(home.database() == before);
}

TEST_CASE("A home that may not be written can be read", "[cli][bad-input]") {
    const ReadOnlyHome home;
    const auto words = GENERATE(values<std::vector<std::string>>({
        {"search", "distilling"},
        {"disputes"},
        {"stats"},
        {"check"},
        {"export", "--format", "jsonl"},
    }));
    const auto ran = home.run(words, {.without_privileges = true});
    CAPTURE(words, ran.err);
    CHECK(ran.exit == 0);
}

TEST_CASE("A home that cannot be made is named", "[cli][bad-input]") {
    const TempDir dir;
    dir.put("file", "a file");
    // None takes a folder, not even from root.
    const std::string name = GENERATE("file", "file/home", "/proc/claimtrail");
    const auto home = (dir.path() / name).string();
    const auto ran = run_program({"--home", home, "import", "-"}, kArticle);
    CAPTURE(home, ran.err);
    CHECK(ran.exit == 3);
    CHECK(has(ran.err, home));
}

TEST_CASE("A home that another writer uses is left to it", "[cli][bad-input]") {
    const Home home;
    const auto writer = store::Store::open(home.path + "/claimtrail.db");
    const auto before = home.exported();
    const auto words = GENERATE(values<std::vector<std::string>>({
        {"init"},
        {"import", "-"},
        {"add", "http://localhost/"},
        {"reindex"},
        {"reextract"},
    }));
    const auto ran = home.run(words, {.input = kArticle});
    CAPTURE(words, ran.err);
    CHECK(ran.exit == 3);
    CHECK(has(ran.err, home.path));
    CHECK(has(ran.err, "in use"));
    CHECK(home.exported() == before);
    CHECK(home.run({"disputes"}).exit == 0);  // readers are not in its way
}

TEST_CASE("A store that is none is refused and kept", "[cli][bad-input]") {
    const TempDir dir;
    const std::string words = "this is no database, but somebody may want it";
    dir.put("home/claimtrail.db", words);
    const auto home = (dir.path() / "home").string();
    const auto ran = run_program({"--home", home, "import", "-"}, kArticle);
    CHECK(ran.exit == 3);
    CHECK(has(ran.err, home + "/claimtrail.db"));
    CHECK(bytes_of(home + "/claimtrail.db") == words);
}

TEST_CASE("An index that is none is named, and can be rebuilt", "[cli][bad-input]") {
    const Home home;
    const auto before = home.run({"search", "distilling"}).out;
    REQUIRE_FALSE(before.empty());
    for (const auto& entry : fs::directory_iterator(home.path + "/index"))
        std::ofstream(entry.path(), std::ios::trunc) << "no index";
    const auto ran = home.run({"search", "distilling"});
    CHECK(ran.exit == 3);
    CHECK(has(ran.err, home.path + "/index"));
    CHECK(home.run({"reindex"}).exit == 0);
    CHECK(home.run({"search", "distilling"}).out == before);
}

TEST_CASE("A full disk behind standard output is no success", "[cli][bad-input]") {
    if (!fs::exists("/dev/full")) return;
    const Home home;
    const auto words = GENERATE(values<std::vector<std::string>>({
        {"export", "--format", "jsonl"},
        {"search", "distilling"},
        {"stats"},
    }));
    const auto ran = home.run(words, {.to = "/dev/full"});
    CAPTURE(words);
    CHECK(ran.exit == 3);
    CHECK(has(ran.err, "standard output"));
}
