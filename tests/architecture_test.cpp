// The rooms of the house, and which may look into which. A broken rule names its file and line.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <unistd.h>

namespace {

namespace fs = std::filesystem;

struct Room {
    std::set<std::string> may_include;  // other rooms, by their doors only
    std::set<std::string> libraries;    // third-party headers, in its .cpp files only
};

// core is open to all: its headers are all door.
const std::map<std::string, Room> rooms{
    {"core", {{}, {"unicode/", "uchardet.h", "libpsl.h", "fmt/"}}},
    {"crawler",
     {{"core"},
      {"curl/", "libxml/", "zlib.h", "nettle/", "nlohmann/", "unicode/", "arpa/", "netinet/",
       "sys/socket.h", "fmt/"}}},
    {"extractor", {{"core"}, {"cld2/", "gumbo.h", "nlohmann/", "unicode/", "fmt/"}}},
    {"knowledge", {{"core"}, {"fmt/"}}},
    {"store", {{"core"}, {"sqlite3.h", "fmt/"}}},
    {"search", {{"core"}, {"xapian.h", "fmt/"}}},
    {"web",
     {{"core", "knowledge", "store", "search"},
      {"microhttpd.h", "nlohmann/", "fmt/", "netinet/", "arpa/", "sys/socket.h", "zlib.h"}}},
    {"cli",
     {{"core", "crawler", "extractor", "knowledge", "store", "search", "web"},
      {"CLI/", "nlohmann/", "toml++/", "fmt/", "nettle/"}}},
};

// The one header by which other rooms enter; it may include further public headers of its room.
const std::map<std::string, std::string> doors{
    {"crawler", "crawler/crawler.h"},       {"extractor", "extractor/extractor.h"},
    {"knowledge", "knowledge/knowledge.h"}, {"store", "store/store.h"},
    {"search", "search/search.h"},          {"web", "web/web.h"},
};

// Libraries that somebody owns. The standard library's headers have no slash and no ".h".
const std::vector<std::string> guarded{"curl/",      "cld2/",        "gumbo.h", "sqlite3.h",
                                       "xapian.h",   "microhttpd.h", "libxml/", "unicode/",
                                       "uchardet.h", "libpsl.h",     "CLI/",    "nlohmann/",
                                       "toml++/",    "zlib.h",       "nettle/"};

bool matches(const std::string& header, const std::string& rule) {
    return rule.ends_with('/') ? header.starts_with(rule) : header == rule;
}

std::string broken_rule(const std::string& room, bool is_header, const std::string& included) {
    const auto is = [&](const std::string& rule) { return matches(included, rule); };
    if (std::any_of(guarded.begin(), guarded.end(), is)) {
        const auto& own = rooms.at(room).libraries;
        if (std::none_of(own.begin(), own.end(), is)) return "library belongs to another room";
        return is_header ? "library header inside a header" : "";
    }
    const auto target = included.substr(0, included.find('/'));
    if (target == room || !rooms.contains(target)) return "";
    if (!rooms.at(room).may_include.contains(target)) return "room may not use " + target;
    if (target != "core" && doors.at(target) != included) return "not the door of " + target;
    return "";
}

// The header named by an #include line, or "".
std::string included_by(const std::string& line) {
    const auto hash = line.find_first_not_of(" \t");
    if (hash == std::string::npos || line[hash] != '#') return "";
    const auto word = line.find_first_not_of(" \t", hash + 1);
    if (word == std::string::npos || line.compare(word, 7, "include") != 0) return "";
    const auto open = line.find_first_of("<\"", word + 7);
    if (open == std::string::npos) return "";
    const auto close = line.find_first_of(">\"", open + 1);
    if (close == std::string::npos) return "";
    return line.substr(open + 1, close - open - 1);
}

std::vector<std::string> broken_rules(const fs::path& house) {
    std::vector<std::string> broken;
    for (const auto& [room, rules] : rooms) {
        if (!fs::exists(house / room)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(house / room)) {
            const auto extension = entry.path().extension();
            if (extension != ".h" && extension != ".cpp") continue;
            std::ifstream file(entry.path());
            std::string line;
            for (int number = 1; std::getline(file, line); ++number) {
                const auto rule = broken_rule(room, extension == ".h", included_by(line));
                if (rule.empty()) continue;
                broken.push_back(fs::relative(entry.path(), house).string() + ":" +
                                 std::to_string(number) + ": " + rule);
            }
        }
    }
    return broken;
}

// A house of its own for one test, gone afterwards.
class PlantedHouse {
public:
    PlantedHouse()
        : root_(fs::temp_directory_path() /
                ("claimtrail-architecture-" + std::to_string(getpid()))) {
        fs::remove_all(root_);
    }
    ~PlantedHouse() { fs::remove_all(root_); }
    PlantedHouse(const PlantedHouse&) = delete;
    PlantedHouse& operator=(const PlantedHouse&) = delete;
    void plant(const std::string& file, const std::string& text) const {
        fs::create_directories((root_ / file).parent_path());
        std::ofstream(root_ / file) << text;
    }
    const fs::path& root() const { return root_; }

private:
    fs::path root_;
};

}  // namespace

TEST_CASE("Every room includes only what it may", "[architecture]") {
    for (const auto& rule : broken_rules(SOURCE_DIR)) FAIL_CHECK(rule);
}

TEST_CASE("A planted violation is named with its file and line", "[architecture]") {
    struct Case {
        const char* file;
        const char* text;
        const char* named;
    };
    const auto [file, text, named] = GENERATE(values<Case>({
        {"core/x.cpp", "\n#include \"store/store.h\"\n", "core/x.cpp:2: room may not use store"},
        {"store/x.cpp", "#include \"crawler/crawler.h\"\n",
         "store/x.cpp:1: room may not use crawler"},
        {"web/x.cpp", "#include \"store/sqlite.h\"\n", "web/x.cpp:1: not the door of store"},
        {"web/sub/x.cpp", "#  include <sqlite3.h>\n",
         "web/sub/x.cpp:1: library belongs to another room"},
        {"search/x.h", "// a\n// b\n#include <xapian.h>\n",
         "search/x.h:3: library header inside a header"},
        {"knowledge/x.cpp", "#include <unicode/uchar.h>\n",
         "knowledge/x.cpp:1: library belongs to another room"},
    }));
    CAPTURE(file, text);
    const PlantedHouse house;
    house.plant(file, text);
    CHECK(broken_rules(house.root()) == std::vector<std::string>{named});
}

TEST_CASE("What the table allows is allowed", "[architecture]") {
    const PlantedHouse house;
    house.plant("cli/main.cpp", "#include \"web/web.h\"\n#include <CLI/CLI.hpp>\n#include <map>\n");
    house.plant("store/sqlite.cpp", "#include \"store/sqlite.h\"\n#include <sqlite3.h>\n");
    house.plant("core/url.cpp", "#include <unicode/uidna.h>\n#include \"core/url.h\"\n");
    CHECK(broken_rules(house.root()).empty());
}
