// What the machine may do to store and index: a message, an exit code, nothing lost.
#include <catch2/catch.hpp>
#include <random>

#include "store/store.h"
#include "tests/program.h"
#include "tests/temp_dir.h"

namespace {

namespace fs = std::filesystem;

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string articles(int from, int to) {
    std::string lines;
    for (int n = from; n < to; ++n) {
        const auto number = std::to_string(n);
        lines += R"({"id":"i)" + number + R"(","date":"2026-06-10","title":"Story )" + number +
                 R"(","text":"Quillmark accused Parallax Labs of distilling its model )" + number +
                 R"( in a letter.\nParallax Labs denied allegation )" + number + R"( at once."})" +
                 "\n";
    }
    return lines;
}

struct Home {
    TempDir dir;
    std::string path = (dir.path() / "home").string();

    explicit Home(int count = 20) {
        REQUIRE(run({"import", "-"}, {.input = articles(0, count)}).exit == 0);
    }
    Ran run(std::vector<std::string> words, const Circumstances& circumstances = {}) const {
        words.insert(words.begin(), {"--home", path});
        return run_program(words, circumstances);
    }
    std::string found() const { return run({"search", "letter", "--limit", "500"}).out; }
    std::int64_t articles_stored() const {
        return store::Reader::open(path + "/claimtrail.db").counts().articles;
    }
    std::vector<fs::path> index_files() const {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(path + "/index"))
            if (entry.file_size() > 0) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        return files;
    }
};

// Done, or a message; never a crash.
void check_ended_well(const Home& home, const Ran& ran) {
    CAPTURE(ran.err);
    CHECK((ran.exit == 0 || ran.exit == 1 || ran.exit == 3 || ran.exit == 4));
    if (ran.exit == 3) CHECK(has(ran.err, home.path));
}

}  // namespace

TEST_CASE("A truncated index is named and can be made anew", "[cli][store][faults]") {
    const Home home;
    const auto before = home.found();
    for (const auto& file : home.index_files()) {
        const auto size = fs::file_size(file);
        for (const auto left : {std::uintmax_t{0}, size / 2, size - 1}) {
            CAPTURE(file.filename(), left);
            fs::resize_file(file, left);
            check_ended_well(home, home.run({"search", "letter"}));
            CHECK(home.run({"check"}).exit == 1);
            CHECK(home.run({"check", "--repair"}).exit == 0);
            CHECK(home.found() == before);
        }
    }
}

TEST_CASE("A flipped bit in the index crashes nothing", "[cli][store][faults]") {
    const Home home;
    const auto before = home.found();
    std::mt19937 random(7);
    for (int i = 0; i < 12; ++i) {
        const auto files = home.index_files();
        const auto file = files[random() % files.size()];
        const auto at = random() % fs::file_size(file);
        CAPTURE(i, file.filename(), at);
        {
            std::fstream disk(file, std::ios::in | std::ios::out | std::ios::binary);
            disk.seekg(static_cast<std::streamoff>(at));
            const auto byte = static_cast<char>(disk.get() ^ (1 << random() % 8));
            disk.seekp(static_cast<std::streamoff>(at));
            disk.put(byte);
        }
        check_ended_well(home, home.run({"search", "\"a letter\" distilling"}));
        check_ended_well(home, home.run({"check"}));
        CHECK(home.run({"reindex"}).exit == 0);
        CHECK(home.found() == before);
    }
}

TEST_CASE("A deleted index is made again by whoever writes next", "[cli][store][faults]") {
    const Home home;
    fs::remove_all(home.path + "/index");
    const auto ran = home.run({"search", "letter"});
    CHECK(ran.exit == 3);
    CHECK(has(ran.err, "claimtrail reindex"));
    CHECK(home.run({"import", "-"}, {.input = articles(20, 21)}).exit == 0);
    CHECK(home.run({"check"}).exit == 0);
    CHECK(has(home.found(), "model 0 in"));
}

TEST_CASE("A full disk is reported, and what was there is kept", "[cli][store][faults]") {
    const Home home;
    const auto largest = GENERATE(100UL, 300UL, 420UL, 500UL) << 10;
    CAPTURE(largest);
    const auto copy = home.path + "/copy";
    for (const auto& words :
         {std::vector<std::string>{"import", "-"}, {"reindex"}, {"backup", copy}, {"reextract"}}) {
        CAPTURE(words);
        const auto ran = home.run(words, {.input = articles(20, 60), .largest_file = largest});
        CAPTURE(ran.err);
        CHECK((ran.exit == 3 || ran.exit == 0));
        if (ran.exit == 3) CHECK(has(ran.err, home.path));
        CHECK(fs::exists(copy) == (words[0] == "backup" && ran.exit == 0));
        fs::remove(copy);
        CHECK(store::Reader::open(home.path + "/claimtrail.db").problems().empty());
        CHECK(home.articles_stored() >= 20);
    }
    CHECK(home.run({"import", "-"}, {.input = articles(20, 60)}).exit == 0);
    CHECK(home.articles_stored() == 60);
    CHECK(home.run({"check"}).exit == 0);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("A failing disk is reported, and what was there is kept", "[cli][store][faults]") {
    const Home home;
    const auto fault = GENERATE(as<std::string>(), "claimtrail.db:0", "claimtrail.db:30",
                                "/index/:0", "/index/:4", "/index/:15");
    CAPTURE(fault);
    // The loader takes a space in a path for the end of it.
    const auto object = home.dir.path() / "faulty_disk.so";
    std::filesystem::copy_file(FAULTY_DISK, object);
    const auto ran =
        home.run({"import", "-"},
                 {.input = articles(20, 60),
                  .environment = {"LD_PRELOAD=" + object.string(), "FAULTY_DISK=" + fault}});
    CAPTURE(ran.err);
    CHECK(ran.exit == 3);
    CHECK(has(ran.err, home.path));
    CHECK(store::Reader::open(home.path + "/claimtrail.db").problems().empty());
    CHECK(home.articles_stored() >= 20);
    CHECK(home.run({"import", "-"}, {.input = articles(20, 60)}).exit == 0);
    CHECK(home.articles_stored() == 60);
    CHECK(home.run({"check"}).exit == 0);
}
#endif

TEST_CASE("A clock that was set back confuses nobody", "[cli][store][faults]") {
    const Home home;
    const Circumstances earlier{.input = articles(10, 30),
                                .environment = {"CLAIMTRAIL_NOW=2019-01-01T00:00:00Z"}};
    CHECK(home.run({"import", "-"}, earlier).exit == 0);
    CHECK(home.articles_stored() == 30);
    CHECK(home.run({"search", "letter"}, earlier).exit == 0);
    CHECK(home.run({"check"}).exit == 0);
}
