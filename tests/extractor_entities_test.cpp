// The list of known entities keeps its own rules.
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "extractor/language/lexicon.h"

using extractor::ListedEntity;

namespace {

std::vector<ListedEntity> listed() {
    std::ifstream file(SOURCE_DIR "/data/entities.tsv");
    std::stringstream text;
    text << file.rdbuf();
    const auto rows = extractor::read_entities(text.str());
    REQUIRE(rows);
    return *rows;
}

}  // namespace

TEST_CASE("the list of entities is long enough to be of use", "[extractor][entities]") {
    CHECK(listed().size() >= 450);
}

TEST_CASE("the list of entities is sorted by name", "[extractor][entities]") {
    std::string before;
    for (const auto& row : listed()) {
        CAPTURE(row.entity.name);
        const auto name = core::fold(row.entity.name);
        CHECK(before < name);
        before = name;
    }
}

TEST_CASE("a listed name or sure alias names one entity only", "[extractor][entities]") {
    std::map<std::string, std::string> owners;
    for (const auto& row : listed())
        for (const auto& form : row.forms) {
            if (form.conditional && form.text != row.entity.name) continue;
            const auto [owner, is_new] = owners.emplace(core::fold(form.text), row.entity.name);
            CAPTURE(form.text, row.entity.name, owner->second);
            CHECK(is_new);
        }
}

TEST_CASE("no listed field is empty, marked twice or padded", "[extractor][entities]") {
    for (const auto& row : listed())
        for (const auto& form : row.forms) {
            CAPTURE(row.entity.name, form.text);
            CHECK_FALSE(form.text.empty());
            CHECK(core::collapse_spaces(form.text) == form.text);
            CHECK(form.text.find_first_of("?~;|\t") == std::string::npos);
        }
}

TEST_CASE("every listed parent is listed itself, and nobody is their own",
          "[extractor][entities]") {
    const auto rows = listed();
    std::map<std::string, std::string> parents;
    for (const auto& row : rows) parents[row.entity.name] = row.entity.parent.value_or("");
    for (const auto& [name, parent] : parents) {
        CAPTURE(name, parent);
        if (parent.empty()) continue;
        CHECK(parents.count(parent) == 1);
        std::set<std::string> seen = {name};
        for (auto up = parent; !up.empty(); up = parents[up]) {
            REQUIRE(seen.insert(up).second);
        }
    }
}

TEST_CASE("products are made, people are employed, outlets are found by domain",
          "[extractor][entities]") {
    for (const auto& row : listed()) {
        CAPTURE(row.entity.name);
        if (row.entity.type == core::EntityType::Outlet) {
            REQUIRE(row.entity.domain);
            CHECK(row.entity.domain->find_first_of(" /:") == std::string::npos);
            CHECK(row.entity.domain->find('.') != std::string::npos);
        } else {
            CHECK_FALSE(row.entity.domain);
        }
        if (row.entity.wikidata) CHECK(row.entity.wikidata->front() == 'Q');
        if (row.entity.ticker) CHECK(row.entity.ticker->find(':') != std::string::npos);
    }
}

TEST_CASE("no Wikidata id stands for two entities", "[extractor][entities]") {
    std::set<std::string> ids;
    for (const auto& row : listed()) {
        CAPTURE(row.entity.name);
        if (row.entity.wikidata) CHECK(ids.insert(*row.entity.wikidata).second);
    }
}

TEST_CASE("a broken row is refused with its line", "[extractor][entities]") {
    const auto [tsv, input] = GENERATE(table<std::string, std::string>({
        {"OpenAI", "entities.tsv:1"},
        {"OpenAI\torganisation\nDeepSeek\tcompany", "entities.tsv:2"},
        {"# names\n\torganisation", "entities.tsv:2"},
        {"a\tlaw\t\t\t\t\t\t\t\tx", "entities.tsv:1"},
    }));
    CAPTURE(tsv);
    const auto rows = extractor::read_entities(tsv);
    REQUIRE_FALSE(rows);
    CHECK(rows.error().input == input);
}

TEST_CASE("marks of aliases are read and taken off", "[extractor][entities]") {
    const auto rows = extractor::read_entities(
        "Stability AI\torganisation\tStability?;Stabilty "
        "AI~\t\tLSE:SAI\tQ1\t\tword\tdiffusion;Rombach");
    REQUIRE(rows);
    const auto& row = rows->front();
    CHECK(row.entity.aliases == std::vector<std::string>{"Stability", "Stabilty AI"});
    CHECK(row.forms[1].conditional);
    CHECK(row.forms[2].misspelt);
    CHECK_FALSE(row.forms[0].conditional);
    CHECK(row.rules.word);
    CHECK(row.rules.context == std::vector<std::string>{"diffusion", "rombach"});
    CHECK(row.entity.ticker == "LSE:SAI");
    CHECK_FALSE(row.entity.parent);
}
