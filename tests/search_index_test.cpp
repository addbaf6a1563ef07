#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "core/claim.h"
#include "tests/search_docs.h"

using docs::article;
using docs::Shelf;
using search::Batch;
using search::DocKind;
using search::Index;
using search::IndexWriter;

TEST_CASE("An index remembers how far it has taken the store over", "[search][index]") {
    const TempDir home;
    {
        auto writer = IndexWriter::open(home.path() / "i", "store-1");
        CHECK(writer.applied() == 0);
        writer.apply({.docs = {article(1, "a", "b")}, .upto = 17});
        CHECK(writer.applied() == 17);
    }
    const auto writer = IndexWriter::open(home.path() / "i", "store-1");
    CHECK(writer.applied() == 17);
    const auto reader = Index::open(home.path() / "i");
    CHECK(reader.applied() == 17);
    CHECK(reader.documents() == 1);
    CHECK(reader.store_uuid() == "store-1");
}

TEST_CASE("Taking a change over again changes nothing", "[search][index]") {
    Shelf shelf;
    const Batch batch{.docs = {article(1, "leak", "b")}, .articles = {{1}}, .upto = 5};
    shelf.writer().apply(batch);
    shelf.writer().apply(batch);
    CHECK(shelf.reader().documents() == 1);
    CHECK(shelf.found("leak") == "1 ");
}

TEST_CASE("An article's documents are replaced together", "[search][index]") {
    Shelf shelf;
    auto claim = [](std::int64_t id) {
        auto doc = article(1, "leak", "claimed");
        doc.kind = DocKind::Claim;
        doc.id = id;
        return doc;
    };
    shelf.put({article(1, "leak", "b"), claim(1), claim(2), article(2, "leak", "b")});
    CHECK(shelf.reader().documents() == 4);
    shelf.put({article(1, "flood", "b"), claim(2)});
    CHECK(shelf.reader().documents() == 3);
    CHECK(shelf.find({.words = "leak", .in = DocKind::Claim}).hits.size() == 1);
    shelf.writer().apply({.articles = {{1}}, .upto = 9});
    CHECK(shelf.reader().documents() == 1);
}

TEST_CASE("An index of another store is emptied", "[search][index]") {
    const TempDir home;
    IndexWriter::open(home.path() / "i", "store-1")
        .apply({.docs = {article(1, "a", "b")}, .upto = 3});
    const auto writer = IndexWriter::open(home.path() / "i", "store-2");
    CHECK(writer.applied() == 0);
    CHECK(writer.reader().documents() == 0);
    CHECK(writer.reader().store_uuid() == "store-2");
}

TEST_CASE("Two writers exclude each other, with a message that names the index",
          "[search][index]") {
    const TempDir home;
    const auto folder = home.path() / "i";
    {
        const auto writer = IndexWriter::open(folder, "store-1");
        CHECK_THROWS_WITH(IndexWriter::open(folder, "store-1"),
                          Catch::Contains(folder.string()) && Catch::Contains("in use"));
    }
    CHECK_NOTHROW(IndexWriter::open(folder, "store-1"));
}

TEST_CASE("A reader sees what was written after it was opened", "[search][index]") {
    Shelf shelf;
    const auto reader = shelf.reader();
    CHECK(reader.documents() == 0);
    for (int i = 1; i <= 12; ++i) {
        shelf.put({article(i, "leak", "body " + std::to_string(i))});
        CHECK(reader.find({.words = "leak", .limit = 100}).hits.size() ==
              static_cast<std::size_t>(i));
        CHECK(reader.applied() == i);
    }
}

TEST_CASE("No error reaches readers while a writer commits", "[search][index]") {
    Shelf shelf;
    shelf.put({article(1, "leak", "of accounts")});
    std::atomic<bool> done = false;
    std::vector<std::thread> readers;
    std::atomic<int> found = 0;
    std::atomic<int> failed = 0;
    for (int i = 0; i < 2; ++i)
        readers.emplace_back([&] {
            const auto reader = shelf.reader();
            do {
                try {
                    found += reader.find({.words = "leak account"}).hits.empty() ? 0 : 1;
                } catch (const core::SystemError&) {
                    ++failed;
                }
            } while (!done);
        });
    for (int i = 2; i <= 60; ++i) shelf.put({article(i, "leak", "of accounts, number of many")});
    done = true;
    for (auto& reader : readers) reader.join();
    CHECK(failed == 0);
    CHECK(found > 0);
}

TEST_CASE("What cannot be indexed leaves the index as it was", "[search][index]") {
    Shelf shelf;
    shelf.put({article(1, "leak", "b")});
    auto bad = article(3, "c", "d");
    bad.values = {{search::Field::Conduct, std::string(300, '\0')}};
    try {
        shelf.writer().apply({.docs = {article(2, "leak", "b"), bad}, .upto = 99});
    } catch (const core::SystemError&) {
        CHECK(shelf.reader().applied() == 1);
        CHECK(shelf.found("leak") == "1 ");
        return;
    }
    CHECK(shelf.reader().applied() == 99);  // long values are cut instead
}

TEST_CASE("A folder that is no index, or a broken one, is said to be", "[search][index]") {
    const TempDir home;
    CHECK_THROWS_WITH(Index::open(home.path() / "none"), Catch::Contains("none"));
    home.put("file", "not an index");
    CHECK_THROWS_AS(Index::open(home.path() / "file"), core::SystemError);
    IndexWriter::open(home.path() / "i", "s").apply({.docs = {article(1, "a", "b")}, .upto = 1});
    std::filesystem::resize_file(home.path() / "i" / "postlist.glass", 10);
    CHECK_THROWS_WITH(Index::open(home.path() / "i").find({.words = "a"}),
                      Catch::Contains("reindex"));
}

TEST_CASE("An index in memory finds too", "[search][index]") {
    auto writer = IndexWriter::in_memory("s");
    writer.apply({.docs = {article(1, "leak", "b")}, .upto = 4});
    CHECK(writer.applied() == 4);
    CHECK(writer.reader().find({.words = "leak"}).hits.size() == 1);
    writer.clear();
    CHECK(writer.reader().documents() == 0);
    CHECK(writer.applied() == 0);
}

TEST_CASE("Misspelled words get a suggestion that occurs", "[search][index][suggestion]") {
    Shelf shelf;
    shelf.put({article(1, "Quillmark sues Parallax", "b"),
               {.kind = DocKind::Entity, .id = 7, .title = "Nimbus Works"}});
    const auto reader = shelf.reader();
    CHECK(reader.suggestion("Quilmark and nimbos") == "quillmark and nimbus");
    CHECK(reader.suggestion("about:Paralax") == "about:parallax");
    CHECK_FALSE(reader.suggestion("Quillmark"));
    CHECK_FALSE(reader.suggestion("wholly unrelated"));
    CHECK_FALSE(reader.suggestion(""));
    shelf.put({article(1, "Nothing", "b")});
    CHECK_FALSE(reader.suggestion("Quilmark"));
}

TEST_CASE("An article and its claims become documents with their slots", "[search][docs]") {
    core::ArticleRecord record;
    record.facts.id = {3};
    record.facts.title = "Quillmark accuses Parallax";
    record.facts.outlet = {"The Courier", "courier.example"};
    record.facts.published = core::parse_timestamp("2025-06-03T10:00:00Z");
    record.article.text = "Quillmark accused Parallax of distilling Nimbus.";
    record.article.language = "en-GB";
    record.entities = {{{.name = "Nimbus", .aliases = {"Nimbus 2"}}, {{41, 47}}}};
    core::ClaimRecord claim{.id = {9}, .article = {3}, .origins = 2};
    claim.claim.quote = {0, record.article.text.size()};
    claim.claim.claimant = {{.name = "Quillmark"}};
    claim.claim.accused = {{.name = "Parallax"}, {.name = "(unnamed)"}};
    claim.claim.conduct = {core::Conduct::Distillation};
    claim.claim.time = core::ClaimTime{"late 2024", core::Edtf::parse("2024-10/2024-12")};
    claim.quote = record.article.text;
    const auto made = search::make_docs(record, std::vector{claim});
    REQUIRE(made.size() == 2);
    Shelf shelf;
    shelf.put(made);
    const auto found = [&](const std::string& words, DocKind kind) {
        return shelf.find({.words = words, .in = kind}).hits.size() == 1;
    };
    for (const auto* words : {"by:Quillmark", "about:Parallax", "conduct:distillation",
                              "entity:Nimbus", "entity:\"Nimbus 2\"", "outlet:courier.example",
                              "lang:en", "kind:accusation", "distillation", "origins:2"}) {
        CAPTURE(words);
        CHECK(found(words, DocKind::Article));
        CHECK(found(words, DocKind::Claim));
    }
    CHECK_FALSE(found("about:unnamed", DocKind::Claim));
    CHECK(found("happened:2024-11", DocKind::Claim));
    CHECK_FALSE(found("date:2024-11", DocKind::Claim));
    CHECK(found("date:2025-06-03", DocKind::Claim));
    CHECK(found("date:2025-06-03", DocKind::Article));
    CHECK_FALSE(found("happened:2024-11", DocKind::Article));
}
