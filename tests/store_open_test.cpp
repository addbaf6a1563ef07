#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include "store/migrations.h"
#include "store/sqlite.h"
#include "tests/store_records.h"
#include "tests/temp_dir.h"

using core::ClaimKind;
using records::Draft;

namespace {

Draft numbered(int number) {
    Draft draft{.url = "http://n.example/" + std::to_string(number),
                .outlet = "N",
                .published = "2026-06-10"};
    draft.say("Quillmark accused Parallax Labs, part " + std::to_string(number) + ".",
              ClaimKind::Accusation, "Quillmark", "Parallax Labs");
    return draft;
}

std::string refusal(const std::filesystem::path& file) {
    try {
        store::Store::open(file);
        return "opened";
    } catch (const core::SystemError& error) {
        return error.what();
    }
}

store::sqlite::Database store_of_schema_1(const std::filesystem::path& file) {
    std::ifstream dump(SOURCE_DIR "/tests/data/store/v1.sql");
    store::sqlite::Database db(file.string(), store::sqlite::Access::Create);
    db.run({std::istreambuf_iterator<char>(dump), {}});
    return db;
}

std::int64_t number(const store::sqlite::Database& db, std::string_view sql) {
    store::sqlite::Query row(db, sql);
    REQUIRE(row.step());
    return row.int64(0);
}

// Today's steps and two that a later version may add.
std::vector<store::Migration> with_later_steps(std::string_view last) {
    auto steps = store::migrations();
    steps.push_back({store::kSchemaVersion + 1, "ALTER TABLE article ADD COLUMN mood TEXT"});
    steps.push_back({store::kSchemaVersion + 2, last});
    return steps;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("What was saved is there when the store is opened again", "[store][open]") {
    const TempDir dir;
    const auto file = dir.path() / "claimtrail.db";
    std::string uuid;
    {
        auto store = store::Store::open(file);
        uuid = store.uuid();
        records::save(store, numbered(1));
    }
    const auto reader = store::Reader::open(file);
    CHECK(reader.uuid() == uuid);
    CHECK(uuid.size() == 36);
    CHECK(reader.counts().articles == 1);
    CHECK(reader.counts().claims == 1);
    CHECK(reader.schema_version() == 4);
}

TEST_CASE("Readers read while a writer writes", "[store][open]") {
    const TempDir dir;
    const auto file = dir.path() / "claimtrail.db";
    auto store = store::Store::open(file);
    const auto reader = store::Reader::open(file);
    for (int i = 1; i <= 3; ++i) {
        records::save(store, numbered(i));
        CHECK(reader.counts().articles == i);
    }
}

TEST_CASE("A second writer is refused at once, and told who holds the home", "[store][open]") {
    const TempDir dir;
    const auto file = dir.path() / "claimtrail.db";
    const auto store = store::Store::open(file);
    const auto message = refusal(file);
    CHECK(has(message, dir.path().string()));
    CHECK(has(message, "in use"));
    CHECK(has(message, std::to_string(getpid())));
}

TEST_CASE("A file that is no store of ours is refused and left as it is", "[store][open]") {
    const TempDir dir;
    const std::string bytes = "This is a letter, and somebody may want to read it again.";
    const auto file = dir.put("claimtrail.db", bytes);
    CHECK(has(refusal(file), file.string()));
    std::ifstream in(file);
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == bytes);
    CHECK_FALSE(std::filesystem::exists(file.string() + ".lock"));
    CHECK_THROWS_AS(store::Reader::open(file), core::SystemError);
}

TEST_CASE("A folder that is not there is a system error", "[store][open]") {
    CHECK(has(refusal("/nonexistent/folder/claimtrail.db"), "/nonexistent/folder"));
    CHECK_THROWS_AS(store::Reader::open("/nonexistent/x.db"), core::SystemError);
}

TEST_CASE("A store of schema 1 is read whole", "[store][migrations]") {
    const TempDir dir;
    const auto file = dir.path() / "claimtrail.db";
    store_of_schema_1(file);
    auto store = store::Store::open(file);
    CHECK(store.problems().empty());
    CHECK(store.counts().articles == 2);
    CHECK(store.counts().claims == 3);
    REQUIRE(store.counts().disputes == 1);
    const auto dispute = store.dispute(store.disputes({})[0]);
    REQUIRE(dispute);
    CHECK(dispute->name == "Quillmark – Parallax Labs: distillation");
    for (const auto& event : dispute->events)
        for (const auto claim : event.claims) CHECK(store.claim(claim));
    records::save(store, numbered(9));
    CHECK(store.counts().articles == 3);
}

TEST_CASE("An older store is brought up to date step by step", "[store][migrations]") {
    const TempDir dir;
    auto db = store_of_schema_1(dir.path() / "claimtrail.db");
    const auto steps = with_later_steps("UPDATE article SET mood = 'calm'");
    store::migrate(db, steps);
    CHECK(number(db, "PRAGMA user_version") == store::kSchemaVersion + 2);
    CHECK(number(db, "SELECT count(*) FROM article WHERE mood = 'calm'") == 2);
    CHECK(number(db, "SELECT count(*) FROM meta WHERE key = 'uuid'") == 1);
    store::migrate(db, steps);  // has nothing left to do: the column is not added again
    CHECK(number(db, "PRAGMA user_version") == store::kSchemaVersion + 2);
}

TEST_CASE("A migration that fails leaves the store as it was", "[store][migrations]") {
    const TempDir dir;
    auto db = store_of_schema_1(dir.path() / "claimtrail.db");
    const auto steps = with_later_steps("INSERT INTO no_such_table VALUES (1)");
    CHECK_THROWS_AS(store::migrate(db, steps), core::SystemError);
    CHECK(number(db, "PRAGMA user_version") == 1);
    CHECK(number(db, "SELECT count(*) FROM pragma_table_info('article') WHERE name = 'mood'") == 0);
    CHECK(number(db, "SELECT count(*) FROM article") == 2);
}

TEST_CASE("A store of a newer claimtrail is refused and left as it is", "[store][migrations]") {
    const TempDir dir;
    const auto file = dir.path() / "claimtrail.db";
    store_of_schema_1(file).run("PRAGMA user_version = 99");
    CHECK(has(refusal(file), file.string()));
    CHECK(has(refusal(file), "newer claimtrail"));
    CHECK_THROWS_AS(store::Reader::open(file), core::SystemError);
    const store::sqlite::Database db(file.string(), store::sqlite::Access::Read);
    CHECK(number(db, "PRAGMA user_version") == 99);
}

TEST_CASE("A store killed while it writes is sound and has whole articles only", "[store][crash]") {
    const TempDir dir;
    const auto file = dir.path() / "claimtrail.db";
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    const pid_t child = fork();
    if (child == 0) {
        auto store = store::Store::open(file);
        for (int i = 1; i <= 100'000; ++i) {
            records::save(store, numbered(i));
            if (i == 20 && write(ready[1], "x", 1) != 1) _exit(1);
        }
        _exit(0);
    }
    char byte = 0;
    REQUIRE(read(ready[0], &byte, 1) == 1);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    close(ready[0]);
    close(ready[1]);
    CHECK(WIFSIGNALED(status));
    auto store = store::Store::open(file);
    CHECK(store.problems().empty());
    CHECK(store.counts().articles >= 20);
    CHECK(store.counts().claims == store.counts().articles);
}

TEST_CASE("A backup is a store of its own", "[store][open]") {
    const TempDir dir;
    auto store = store::Store::open(dir.path() / "claimtrail.db");
    records::save(store, numbered(1));
    store.backup(dir.path() / "copy.db");
    const auto copy = store::Reader::open(dir.path() / "copy.db");
    CHECK(copy.counts().articles == 1);
    CHECK(copy.uuid().size() == store.uuid().size());
    CHECK(copy.uuid() != store.uuid());
    CHECK_THROWS_AS(store.backup(dir.path() / "copy.db"), core::SystemError);
}

TEST_CASE("A backup that cannot be made leaves no file and names it", "[store][open]") {
    const TempDir dir;
    const auto file = dir.path() / "claimtrail.db";
    {
        auto store = store::Store::open(file);
        for (int i = 1; i <= 200; ++i) records::save(store, numbered(i));
    }
    {
        std::fstream disk(file, std::ios::in | std::ios::out | std::ios::binary);  // a bad one
        disk.seekp(static_cast<std::streamoff>(std::filesystem::file_size(file) / 3));
        disk << std::string(64 << 10, '\xFF');
    }
    const auto copy = dir.path() / "copy.db";
    try {
        store::Reader::open(file).backup(copy);
        FAIL("a damaged store was copied");
    } catch (const core::SystemError& error) {
        CHECK(has(error.what(), copy.string()));
        CHECK(has(error.what(), file.string() + ":"));
    }
    CHECK_FALSE(std::filesystem::exists(copy));
    CHECK_FALSE(std::filesystem::exists(copy.string() + ".partial"));
}

TEST_CASE("A store that cannot be read is named by its path", "[store][open]") {
    const TempDir dir;
    const auto file = dir.put("claimtrail.db", std::string(4096, 'x'));
    try {
        store::Reader::open(file);
        FAIL("opened");
    } catch (const core::SystemError& error) {
        CHECK(std::string(error.what()).starts_with(file.string() + ":"));
    }
}
