#include <catch2/catch.hpp>

#include "tests/search_docs.h"

using docs::article;
using docs::Shelf;
using search::DocKind;
using search::Field;

namespace {

struct Case {
    std::string words, found;
};

// Five articles of invented parties.
void fill(Shelf& shelf) {
    auto one = article(1, "Quillmark accuses Parallax", "Outputs were distilled. It was leaked.",
                       "2025-01-10");
    one.values = {{Field::By, "Quillmark"},
                  {Field::About, "Parallax Labs"},
                  {Field::Conduct, "distillation"},
                  {Field::Evidence, "account-activity"},
                  {Field::Kind, "accusation"},
                  {Field::Certainty, "alleged"},
                  {Field::Via, "The Ledger"},
                  {Field::Outlet, "The Courier"},
                  {Field::Outlet, "courier.example.org"},
                  {Field::Entity, "Nimbus 2"},
                  {Field::Lang, "en"}};
    one.origins = 1;
    auto two = article(2, "Parallax denies", "Nothing was distilled, the lab said of the leaks.",
                       "2025-02");
    two.values = {{Field::By, "Parallax Labs"}, {Field::Kind, "denial"}};
    two.origins = 3;
    auto three =
        article(3, "Labs of Parallax county", "A market for stock. Crash of a market.", "2024");
    three.values = {{Field::About, "Labs of Parallax"}};
    auto four = article(4, "Stock market", "The stock market did crash. Model GPT-4 was out.",
                        "2024-12-31");
    auto five = article(5, "Verlag klagt", "Die Bücher wurden kopiert.", "2025-12");
    five.language = "de";
    five.values = {{Field::Lang, "de"}};
    shelf.put({one, two, three, four, five});
}

}  // namespace

TEST_CASE("Queries find what they describe", "[search][find]") {
    static const auto shelf = [] {
        auto filled = std::make_unique<Shelf>();
        fill(*filled);
        return filled;
    }();
    const auto [words, found] = GENERATE(values<Case>({
        {"distilling leak", "1 2 "},
        {"\"outputs were distilled\"", "1 "},
        {"\"output was distilled\"", ""},
        {"distilled AND outputs", "1 "},
        {"quillmark OR crash", "1 4 3 "},
        {"distilled -outputs", "2 "},
        {"distilled NOT outputs", "2 "},
        {"crash NEAR/3 stock", "4 3 "},
        {"crash NEAR/1 stock", "3 "},
        {"\"stock market\" NEAR/4 crash", "4 "},
        {"stock NEAR/2 market NEAR/2 crash", "4 "},
        {"quill*", "1 "},
        {"GPT-4 AND out", "4 "},
        {"by:Quillmark", "1 "},
        {"by:quillmark", "1 "},
        {"about:\"Parallax Labs\"", "1 "},
        {"about:Parallax", "1 3 "},
        {"about:Paral*", "1 3 "},
        {"by:(Quillmark OR Parallax)", "2 1 "},
        {"conduct:distillation", "1 "},
        {"evidence:account-activity", "1 "},
        {"kind:denial", "2 "},
        {"certainty:alleged", "1 "},
        {"via:Ledger", "1 "},
        {"outlet:courier.example.org", "1 "},
        {"outlet:\"the courier\"", "1 "},
        {"entity:\"Nimbus 2\"", "1 "},
        {"lang:de", "5 "},
        {"lang:de buch", "5 "},
        {"date:2025-01", "1 "},
        {"date:2024", "4 3 "},
        {"date:2024-12-31..2025-01-10", "1 4 3 "},
        {"date:2025-01-11..2025-02-01", "2 "},
        {"date:2025-02-28..", "5 2 "},
        {"date:..2024-06", "3 "},
        {"date:1900..2100", "5 2 1 4 3 "},
        {"date:2026..", ""},
        {"origins:2..", "2 "},
        {"origins:..2", "1 "},
        {"origins:1..3 kind:denial", "2 "},
        {"-about:Parallax date:2025-01..2025-02", "2 "},
        {"kind:denial distilled", "2 "},
    }));
    CAPTURE(words);
    CHECK(shelf->found(words) == found);
    CHECK(shelf->find({.words = words}).notes.empty());
}

TEST_CASE("Every field of the table can be asked for", "[search][find]") {
    Shelf shelf;
    for (const auto& row : search::fields) {
        CAPTURE(row.name);
        auto doc = article(1, "t", "b");
        const auto value = row.example.substr(row.example.find(':') + 1);
        doc.values = {{row.field, std::string(value)}};
        shelf.put({doc});
        CHECK(shelf.found(std::string(row.example)) == "1 ");
        CHECK(shelf.found("-" + std::string(row.example)).empty());
    }
}

TEST_CASE("Who bears a name comes before what is only named after it", "[search][find]") {
    Shelf shelf;
    const auto entity = [](std::int64_t id, const std::string& name, const std::string& alias) {
        return search::IndexDoc{.kind = DocKind::Entity,
                                .id = id,
                                .title = name,
                                .body = alias,
                                .values = {{Field::Entity, name}, {Field::Entity, alias}}};
    };
    shelf.put({entity(1, "Orrery R1", "Orrery-R1"), entity(2, "Orrery", "Orrery AI Ltd"),
               entity(3, "Orrery V3 Orrery", "V3"),
               article(4, "Orrery", "Orrery, Orrery and Orrery.", "2025-04-01")});
    CHECK(shelf.found("orrery").starts_with("2 "));
    CHECK(shelf.found("Orrery AI Ltd").starts_with("2 "));
    CHECK(shelf.found("orrery r1").starts_with("1 "));
}

TEST_CASE("The kind, the days and the page asked for limit what is found", "[search][find]") {
    Shelf shelf;
    auto claim = article(1, "Leak", "A leak.", "2025-03-01");
    claim.kind = DocKind::Claim;
    search::IndexDoc entity{.kind = DocKind::Entity, .id = 1, .title = "Leak Labs"};
    shelf.put({claim, entity, article(2, "Leak", "A leak again, and a leak.", "2025-04-01"),
               article(3, "Leak", "A leak.", "2025-05-01")});
    CHECK(shelf.find({.words = "leak"}).hits.size() == 4);
    CHECK(shelf.find({.words = "leak", .in = DocKind::Entity}).hits.size() == 1);
    CHECK(shelf.find({.words = "leak", .in = DocKind::Article}).hits.size() == 2);
    const auto from_april = shelf.find({.words = "leak", .from = docs::days("2025-04").first});
    CHECK(from_april.hits.size() == 2);
    CHECK(shelf.find({.words = "leak", .to = docs::days("2025-03").last}).hits.size() == 1);
    const auto by_date = shelf.find({.words = "leak", .limit = 2, .sort = search::Sort::Date});
    REQUIRE(by_date.hits.size() == 2);
    CHECK(by_date.hits[0].id == 3);
    CHECK(by_date.hits[1].id == 2);
    CHECK(by_date.about == 4);
    const auto page_two =
        shelf.find({.words = "leak", .limit = 2, .offset = 2, .sort = search::Sort::Date});
    REQUIRE(page_two.hits.size() == 2);
    CHECK(page_two.hits[0].kind == DocKind::Claim);
}

TEST_CASE("Quoted words among others must be there, unless nothing has them", "[search][find]") {
    Shelf shelf;
    fill(shelf);
    CHECK(shelf.found("\"stock market\" labs") == "4 ");
    const auto found = shelf.find({.words = "\"market stocks\" labs"});
    CHECK(found.hits.size() == 3);
    CHECK(found.notes.size() == 1);
    CHECK(found.understood == "\"market stocks\" labs");
}

TEST_CASE("A long quotation is looked for as it stands, then by its words", "[search][find]") {
    Shelf shelf;
    const std::string said = "we never used a single answer of any other model in the world";
    shelf.put({article(1, "a", "They said: " + said + "."),
               article(2, "b", "In the world any model of a single answer was never used by us."),
               article(3, "c", "Nothing.")});
    CHECK(shelf.found("\"" + said + "\"") == "1 ");
    CHECK(shelf.found("\"so " + said + " at all\"").starts_with("1 2 "));
}

TEST_CASE("A title counts more than a body, and words together more than apart", "[search][find]") {
    Shelf shelf;
    shelf.put({article(1, "Rain", "Nothing was scraped here by robots of one big web shop."),
               article(2, "Scraped", "Rain fell on the robots of one big web shop this year."),
               article(3, "Web", "One leak, and then in a house of many old rooms the account."),
               article(4, "Web", "In one house of many old rooms then leak and the account.")});
    CHECK(shelf.found("scraped") == "2 1 ");
    CHECK(shelf.found("leak account") == "4 3 ");
}

TEST_CASE("A long text finds what it is about", "[search][find]") {
    Shelf shelf;
    fill(shelf);
    const std::string text =
        "READ THIS: \"nobody\" at that lab ever said -not once- that the stock market would CRASH "
        "OR that it was #StockMarket day https://t.example/abc";
    const auto found = shelf.find({.words = text, .in = DocKind::Article});
    REQUIRE_FALSE(found.hits.empty());
    CHECK(found.hits[0].id == 4);
}

TEST_CASE("Hostile queries are answered within bounds", "[search][find][hostile]") {
    Shelf shelf;
    std::vector<search::IndexDoc> many;
    for (int i = 1; i <= 300; ++i) {
        std::string body;
        for (int j = 0; j < 50; ++j) body += "the word" + std::to_string(i * 50 + j) + " the ";
        many.push_back(article(i, "the", body));
    }
    shelf.put(std::move(many));
    std::string phrase = "\"";
    for (int i = 0; i < 300; ++i) phrase += "the ";
    const auto words = GENERATE_COPY(
        as<std::string>(), "wor* wor* wor* wor* a* b*", phrase + "\"", std::string(9'000, '('),
        std::string(9'000, 'x'), "by:" + std::string(4'000, 'y'), std::string("a\0b", 3),
        "\xFF\xFE*", "NOT NOT", "-", "*", "\"\"", "date:9999..1000", "origins:..", "~5");
    CHECK_NOTHROW(shelf.find({.words = words}));
}

TEST_CASE("The values of what is found are counted", "[search][facets]") {
    Shelf shelf;
    fill(shelf);
    const auto facets = shelf.reader().facets({.words = "parallax OR market OR klagt"});
    CHECK(facets.counted == 5);
    std::string text;
    for (const auto& [field, values] : facets.fields) {
        text += std::string(row(field).name) + ":";
        for (const auto& value : values)
            text += " " + value.value + "=" + std::to_string(value.hits);
        text += "; ";
    }
    CHECK(text ==
          "by: Parallax Labs=1 Quillmark=1; about: Labs of Parallax=1 Parallax Labs=1; "
          "conduct: distillation=1; evidence: account-activity=1; kind: accusation=1 denial=1; "
          "certainty: alleged=1; via: The Ledger=1; outlet: The Courier=1 courier.example.org=1; ");
    text.clear();
    for (const auto& year : facets.years)
        text += year.value + "=" + std::to_string(year.hits) + " ";
    CHECK(text == "2025=3 2024=2 ");
    CHECK(shelf.reader().facets({.words = "parallax"}, 1).counted == 1);
    CHECK(shelf.reader().facets({.words = "unheard"}).fields.empty());
}

TEST_CASE("A query that would cost too much ends with what it has, and says so",
          "[search][find][hostile]") {
    Shelf shelf;
    std::vector<search::IndexDoc> many;
    std::string body;
    for (int j = 0; j < 400; ++j) body += "the of and ";
    for (int i = 1; i <= 400; ++i) many.push_back(article(i, "the of", body));
    shelf.put(std::move(many));
    std::string words = "\"";
    for (int i = 0; i < 9; ++i) words += i % 2 == 0 ? "the and " : "of of ";
    const auto found = shelf.find({.words = words + "\""});
    CHECK(found.notes.size() >= 1);  // stopped, or nothing has it
    CHECK(shelf.find({.words = "\"the of and\"", .limit = 5}).hits.size() == 5);
}
