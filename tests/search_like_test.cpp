#include <catch2/catch.hpp>

#include "tests/search_docs.h"

using docs::article;
using docs::Shelf;
using search::DocKind;

namespace {

std::string ids_of(const search::Found& found) {
    std::string ids;
    for (const auto& hit : found.hits) ids += std::to_string(hit.id) + " ";
    return ids;
}

}  // namespace

TEST_CASE("What tells of the same is found by an example, but not the example", "[search][like]") {
    Shelf shelf;
    shelf.put({article(1, "Copper kettle recalled", "The kettle's copper lid whistles too loudly."),
               article(2, "Recall of kettles", "Copper kettles whistle; their lids are recalled."),
               article(3, "A quiet harbour", "Boats lie in the harbour all winter."),
               article(4, "Winter storm", "Boats left the harbour before the storm came.")});
    const auto reader = shelf.reader();
    CHECK(ids_of(reader.like(DocKind::Article, 1, 1)) == "2 ");
    CHECK(ids_of(reader.like(DocKind::Article, 3, 1)) == "4 ");
    CHECK(ids_of(reader.like(DocKind::Article, 99, 5)).empty());
    CHECK(ids_of(reader.like(DocKind::Claim, 1, 5)).empty());
}

TEST_CASE("A saved query can ask for what is new only", "[search][watch]") {
    Shelf shelf;
    shelf.put({article(1, "Kettle", "one")});
    const auto seen = shelf.reader().applied();
    shelf.put({article(2, "Kettle", "two"), article(3, "Harbour", "three")});
    const auto reader = shelf.reader();
    CHECK(ids_of(reader.find({.words = "kettle", .changed_after = seen})) == "2 ");
    CHECK(ids_of(reader.find({.words = "kettle", .changed_after = reader.applied()})).empty());
    CHECK(reader.find({.words = "kettle", .changed_after = 0}).hits.size() == 2);
}

TEST_CASE("Words that say the same are found too, after the word itself", "[search][synonyms]") {
    Shelf shelf;
    shelf.put({article(1, "A", "They crawled the archive."), article(2, "B", "A scraped archive."),
               article(3, "C", "The harvest was good."), article(4, "D", "Nothing of the kind.")});
    const auto found = shelf.find({.words = "scraping"});
    CHECK(ids_of(found).starts_with("2 "));
    CHECK(found.hits.size() == 3);
    CHECK(shelf.found("\"scraped\"") == "2 ");  // quoted words are meant as they stand
    CHECK(shelf.find({.words = "scraping AND archive"}).hits.size() == 2);
}

TEST_CASE("What rests on most origins comes first if asked for", "[search][find]") {
    Shelf shelf;
    std::vector<search::IndexDoc> docs{article(1, "Kettle", "a"), article(2, "Kettle kettle", "b"),
                                       article(3, "Kettle", "c d e f g h")};
    docs[0].origins = 1;
    docs[1].origins = 2;
    docs[2].origins = 11;
    shelf.put(docs);
    CHECK(ids_of(shelf.find({.words = "kettle", .sort = search::Sort::Origins})) == "3 2 1 ");
}
