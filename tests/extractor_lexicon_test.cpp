#include <catch2/catch.hpp>

#include "extractor/extractor.h"

using extractor::Lexicon;

TEST_CASE("an entity is known by its name and by its aliases, however written",
          "[extractor][lexicon]") {
    const auto [name, canonical] = GENERATE(table<std::string, std::string>({
        {"OpenAI", "OpenAI"},
        {"openai", "OpenAI"},
        {" ＯpenAI ", "OpenAI"},
        {"Open AI", "OpenAI"},
        {"SDNY", "US District Court for the Southern District of New York"},
        {"New York Times", "The New York Times"},
        {"深度求索", "DeepSeek"},
        {"Library Genesis", "LibGen"},
        {"The Times", "The Times"},
    }));
    CAPTURE(name);
    const auto* entity = Lexicon::builtin().entity(name);
    REQUIRE(entity);
    CHECK(entity->name == canonical);
}

TEST_CASE("an unknown name is no entity", "[extractor][lexicon]") {
    CHECK(Lexicon::builtin().entity("Hollin Post") == nullptr);
    CHECK(Lexicon::builtin().entity("") == nullptr);
}

TEST_CASE("a product knows its maker", "[extractor][lexicon]") {
    CHECK(Lexicon::builtin().entity("ChatGPT")->parent == "OpenAI");
    CHECK(Lexicon::builtin().entity("GitHub Copilot")->parent == "GitHub");
    CHECK(Lexicon::builtin().entity("GitHub")->parent == "Microsoft");
}

TEST_CASE("a newsroom's own entities are added, and replace ours of the same name",
          "[extractor][lexicon]") {
    const std::vector<core::Entity> own = {
        {.name = "Hollin Post", .type = core::EntityType::Outlet, .aliases = {"the Post"}},
        {.name = "openai", .type = core::EntityType::Product, .aliases = {"O.A.I."}},
    };
    const auto lexicon = Lexicon::with(own);
    CHECK(lexicon.entity("hollin post")->type == core::EntityType::Outlet);
    CHECK(lexicon.entity("the Post")->name == "Hollin Post");
    CHECK(lexicon.entity("OpenAI")->type == core::EntityType::Product);
    CHECK(lexicon.entity("o.a.i.")->name == "openai");
    CHECK(lexicon.entity("Open AI") == nullptr);
    CHECK(lexicon.entities().size() == Lexicon::builtin().entities().size() + 1);
    CHECK(Lexicon::builtin().entity("Hollin Post") == nullptr);
}
