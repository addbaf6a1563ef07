// Who and what is spoken about.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/text.h"
#include "core/vocabulary.h"

namespace core {

struct Entity {
    std::string name;  // canonical
    EntityType type = EntityType::Organisation;
    std::vector<std::string> aliases;     // other names and known misspellings
    std::optional<std::string> parent;    // maker of a product, owner of a company: canonical name
    std::optional<std::string> ticker;    // "NASDAQ:MSFT"
    std::optional<std::string> wikidata;  // "Q21708200"
    std::optional<std::string> domain;    // of an outlet: its registrable domain
};

// An entity and where one article names it.
struct EntityMentions {
    Entity entity;
    std::vector<Span> mentions;  // of Article::text, ascending
};

}  // namespace core
