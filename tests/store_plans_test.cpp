#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "store/sqlite.h"
#include "store/store.h"
#include "tests/temp_dir.h"

namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

// The string literals of C++ source, neighbours joined as the compiler does.
std::vector<std::string> literals_in(const std::string& source) {
    std::vector<std::string> all;
    bool joins = false;
    for (std::size_t at = 0; at < source.size(); ++at) {
        if (source[at] == '/' && source.compare(at, 2, "//") == 0)
            at = source.find('\n', at);
        else if (source[at] == '\'')
            at = source.find('\'', at + (source[at + 1] == '\\' ? 3 : 2));
        else if (source[at] != '"') {
            joins = joins && std::isspace(static_cast<unsigned char>(source[at])) != 0;
            continue;
        } else {
            if (!joins) all.emplace_back();
            for (++at; source[at] != '"'; ++at) {
                if (source[at] == '\\') ++at;
                all.back() += source[at];
            }
            joins = true;
        }
    }
    return all;
}

bool asks(const std::string& sql) {
    return sql.starts_with("SELECT ") || sql.starts_with("UPDATE ") || sql.starts_with("DELETE ") ||
           sql.starts_with("WITH ");
}

// Whole tables are walked where the newest rows are wanted, where a table stays small, and where
// everything is checked.
bool may_scan(const std::string& file, const std::string& sql) {
    const bool is_paged =
        sql.find(" ORDER BY ") != std::string::npos && sql.find(" LIMIT ?") != std::string::npos;
    const auto reads = [&](const char* table) { return sql.find(table) != std::string::npos; };
    return is_paged || file == "changes.cpp" || sql == "SELECT changes()" || reads(" source") ||
           reads(" sqlite_schema") || reads(" topic_to_redo");
}

std::vector<std::string> plan_of(const store::sqlite::Database& db, const std::string& sql) {
    std::vector<std::string> steps;
    const auto explained = "EXPLAIN QUERY PLAN " + sql;
    for (store::sqlite::Query row(db, explained); row.step();) steps.push_back(row.text(3));
    return steps;
}

}  // namespace

TEST_CASE("No statement of the store walks a whole table that grows", "[store][plans]") {
    const TempDir home;
    const auto file = home.path() / "s.db";
    store::Store::open(file);
    const store::sqlite::Database db(file.string(), store::sqlite::Access::Read);
    int statements = 0;
    for (const auto& source : fs::directory_iterator(fs::path(SOURCE_DIR) / "store")) {
        if (source.path().extension() != ".cpp") continue;
        const auto name = source.path().filename().string();
        for (const auto& sql : literals_in(contents(source.path()))) {
            if (!asks(sql) || sql.ends_with(' ')) continue;  // the latter go on elsewhere
            ++statements;
            if (may_scan(name, sql)) continue;
            CAPTURE(name, sql);
            for (const auto& step : plan_of(db, sql)) {
                CAPTURE(step);
                CHECK_FALSE(step.starts_with("SCAN "));
                CHECK(step.find("AUTOMATIC") == std::string::npos);
            }
        }
    }
    CHECK(statements > 60);
}

TEST_CASE("What pages list comes in the order of an index, not sorted each time",
          "[store][plans]") {
    const TempDir home;
    const auto file = home.path() / "s.db";
    store::Store::open(file);
    const store::sqlite::Database db(file.string(), store::sqlite::Access::Read);
    int paged = 0;
    for (const auto& source : fs::directory_iterator(fs::path(SOURCE_DIR) / "store")) {
        if (source.path().extension() != ".cpp") continue;
        for (const auto& sql : literals_in(contents(source.path()))) {
            if (!asks(sql) || sql.find(" LIMIT ?") == std::string::npos) continue;
            ++paged;
            CAPTURE(sql);
            for (const auto& step : plan_of(db, sql))
                CHECK(step.find("TEMP B-TREE") == std::string::npos);
        }
    }
    CHECK(paged >= 4);
}
