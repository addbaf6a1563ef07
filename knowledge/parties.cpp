#include <algorithm>
#include <array>

#include "core/text.h"
#include "knowledge/knowledge.h"

namespace knowledge {

namespace {

using core::EntityType;

// A house of houses would be a mistake in the data; it must not become a walk without end.
constexpr int kMostSteps = 4;

// What a company may add to its name, or leave off. Not "Group", "Press" or "Guild": these tell.
constexpr std::array<std::string_view, 20> kTrailing{
    "ag",      "ai",  "co",       "company",      "corp",         "corporation", "gmbh",
    "holding", "inc", "holdings", "incorporated", "lab",          "labs",        "limited",
    "llc",     "ltd", "plc",      "sa",           "technologies", "technology"};

bool is_part_of_house(EntityType type) {
    return type == EntityType::Product || type == EntityType::Dataset || type == EntityType::Person;
}

// "Google DeepMind" of Google: a house's department speaks for the house.
bool is_named_after(std::string_view name, std::string_view house) {
    return name.size() > house.size() && name[house.size()] == ' ' &&
           core::equals_ignoring_case(name.substr(0, house.size()), house);
}

std::string_view trimmed(std::string_view word) {
    while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.remove_suffix(1);
    return word;
}

bool is_trailing(std::string_view word) {
    return std::find(kTrailing.begin(), kTrailing.end(), word) != kTrailing.end();
}

}  // namespace

Parties::Parties(std::span<const core::Entity> entities) {
    for (const auto& entity : entities)
        by_name_.emplace(core::fold(entity.name),
                         Known{.name = entity.name, .type = entity.type, .parent = entity.parent});
}

const Parties::Known* Parties::find(std::string_view name) const {
    const auto found = by_name_.find(core::fold(name));
    return found == by_name_.end() ? nullptr : &found->second;
}

std::optional<EntityType> Parties::type(std::string_view name) const {
    const auto* known = find(name);
    return known == nullptr ? std::nullopt : std::optional(known->type);
}

std::string Parties::principal(std::string_view name) const {
    std::string at(name);
    for (int step = 0; step < kMostSteps; ++step) {
        const auto* known = find(at);
        if (known == nullptr || !known->parent) break;
        if (!is_part_of_house(known->type) && !is_named_after(known->name, *known->parent)) break;
        at = *known->parent;
    }
    return at;
}

core::Topic party_key(std::string_view name) {
    auto key = core::fold(name);
    if (key.starts_with("the ")) key.erase(0, 4);
    for (;;) {
        const auto space = key.rfind(' ');
        if (space == std::string::npos) return key;
        const auto last = trimmed(std::string_view(key).substr(space + 1));
        const auto rest = trimmed(std::string_view(key).substr(0, space));
        if (!is_trailing(last) || is_trailing(rest)) return key;  // "AI labs" is a name of its own
        key = std::string(rest);
    }
}

}  // namespace knowledge
