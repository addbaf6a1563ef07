#include <catch2/catch.hpp>

#include "tests/search_docs.h"
#include "tests/temp_dir.h"

using docs::article;
using docs::Shelf;

namespace {

// A text of so many words, of which one place has words of its own.
std::string long_text(std::size_t words, std::size_t at, const std::string& special) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i)
        text += i == at ? special + " " : "w" + std::to_string(i % 700) + " ";
    return text;
}

}  // namespace

TEST_CASE("Words stand together wherever they are in a long text", "[search][stream]") {
    const std::size_t at = GENERATE(0UL, 4'090UL, 4'094UL, 4'095UL, 4'096UL, 8'191UL, 29'999UL);
    CAPTURE(at);
    Shelf shelf;
    shelf.put({article(1, "t", long_text(30'000, at, "copper kettle whistles")),
               article(2, "t", long_text(30'000, at, "kettle copper whistles"))});
    CHECK(shelf.found("\"copper kettle\"") == "1 ");
    CHECK(shelf.found("\"copper kettle whistles\"") == "1 ");
    CHECK(shelf.found("\"kettle copper\"") == "2 ");
    CHECK(shelf.found("kettle NEAR/1 whistles") == "1 ");
}

TEST_CASE("Words stand in a row or near as they are asked for", "[search][stream]") {
    Shelf shelf;
    shelf.put({article(1, "The secret letter", "opened the door; a b a c a b d, and a door opened"),
               article(2, "Other", "door of the house, opened late"),
               article(3, "Other", "nothing")});
    const auto [query, found] = GENERATE(values<std::pair<std::string, std::string>>({
        {"\"a b d\"", "1 "},
        {"\"a b a c a b d\"", "1 "},
        {"\"a b c\"", ""},
        {"\"letter opened\"", ""},  // a title's end and a body's beginning are no neighbours
        {"letter NEAR/50 opened", ""},
        {"door NEAR/4 opened", "1 2 "},
        {"door NEAR/3 house", "2 "},
        {"door NEAR/2 house", ""},
        {"opened NEAR/1 door", "1 "},
        {"other AND NOT \"door of\"", "3 "},
    }));
    CAPTURE(query);
    auto ids = shelf.found(query);
    if (ids == "2 1 ") ids = "1 2 ";
    CHECK(ids == found);
}

TEST_CASE("A compacted copy is smaller and answers alike", "[search][index]") {
    const TempDir home;
    auto writer = search::IndexWriter::open(home.path() / "i", "store-1");
    for (int i = 1; i <= 40; ++i)
        writer.apply(
            {.docs = {article(i, "kettle", long_text(300, 7, "copper kettle"))}, .upto = i});
    writer.copy_compacted(home.path() / "small");
    const auto bytes = [&](const char* name) {
        std::uintmax_t sum = 0;
        for (const auto& file : std::filesystem::directory_iterator(home.path() / name))
            sum += file.file_size();
        return sum;
    };
    CHECK(bytes("small") < bytes("i"));
    const auto small = search::Index::open(home.path() / "small");
    CHECK(small.applied() == 40);
    CHECK(small.store_uuid() == "store-1");
    CHECK(small.documents() == 40);
    CHECK(small.find({.words = "\"copper kettle\"", .in = {}, .from = {}, .to = {}}).about == 40);
}
