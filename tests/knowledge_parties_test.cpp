#include <catch2/catch.hpp>

#include "knowledge/knowledge.h"

using core::EntityType;

namespace {

core::Entity entity(const std::string& name, EntityType type, const std::string& parent = "") {
    core::Entity made{.name = name, .type = type};
    if (!parent.empty()) made.parent = parent;
    return made;
}

}  // namespace

TEST_CASE("Products and spokespeople stand for their house, companies for themselves",
          "[knowledge][parties]") {
    const std::vector<core::Entity> entities{
        entity("Nimbus", EntityType::Product, "Quillmark"),
        entity("Nimbus Chat", EntityType::Product, "Nimbus"),
        entity("Ada Renn", EntityType::Person, "Quillmark"),
        entity("Quillmark", EntityType::Organisation, "Halberd Holdings"),
        entity("Halberd Labs", EntityType::Organisation, "Halberd"),
        entity("Circle", EntityType::Product, "Circle"),
    };
    const knowledge::Parties parties(entities);
    const auto [name, principal] = GENERATE(table<std::string, std::string>({
        {"Nimbus", "Quillmark"},
        {"nimbus chat", "Quillmark"},
        {"Ada Renn", "Quillmark"},
        {"Quillmark", "Quillmark"},
        {"Halberd Labs", "Halberd"},
        {"Circle", "Circle"},
        {"Nobody", "Nobody"},
    }));
    CAPTURE(name);
    CHECK(parties.principal(name) == principal);
}

TEST_CASE("What a company adds to its name makes no other party of it", "[knowledge][parties]") {
    const auto [name, key] = GENERATE(table<std::string, std::string>({
        {"Parallax Labs", "parallax"},
        {"Parallax", "parallax"},
        {"Orrery AI, Inc.", "orrery"},
        {"The Guild", "guild"},
        {"OpenAI", "openai"},
        {"AI labs", "ai labs"},
        {"AI", "ai"},
        {"Ashgrove Press", "ashgrove press"},
        {"", ""},
    }));
    CAPTURE(name);
    CHECK(knowledge::party_key(name) == key);
}
