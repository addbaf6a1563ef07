#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "cli/whole_file.h"
#include "core/result.h"
#include "tests/temp_dir.h"

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("A file is written whole, in folders that need not be there", "[cli][whole-file]") {
    const TempDir dir;
    const auto file = dir.path() / "a" / "b" / "config.toml";
    const std::string bytes = GENERATE(as<std::string>{}, "", "text\n", std::string(100'000, 'x'));
    cli::write_whole(file, bytes);
    CHECK(bytes_of(file) == bytes);
    CHECK(entries(file.parent_path()) == 1);
    cli::write_whole(file, "new");
    CHECK(bytes_of(file) == "new");
    CHECK(entries(file.parent_path()) == 1);
}

TEST_CASE("A file that cannot be written is named, and leaves nothing behind",
          "[cli][whole-file]") {
    const TempDir dir;
    dir.put("file", "a file");
    dir.put("folder/inside", "somebody's");
    // A file where a folder should be; a folder where the file should be.
    const std::string name = GENERATE("file/config.toml", "folder");
    const auto file = dir.path() / name;
    CHECK_THROWS_WITH(cli::write_whole(file, "text"),
                      Catch::StartsWith(file.string() + ": cannot be written: "));
    CHECK_THROWS_AS(cli::write_whole(file, "text"), core::SystemError);
    CHECK(entries(dir.path()) == 2);
    CHECK(bytes_of(dir.path() / "file") == "a file");
    CHECK(bytes_of(dir.path() / "folder/inside") == "somebody's");
}
