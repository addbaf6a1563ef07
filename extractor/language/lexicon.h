// What Lexicon holds: entities, the surfaces that name them, and how far each may be trusted.
// Private to extractor/.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/entity.h"
#include "core/result.h"
#include "extractor/extractor.h"
#include "extractor/language/spelling.h"
#include "extractor/language/words.h"

namespace extractor {

// How the letters of a text may differ from those of the list.
enum class CaseRule : std::uint8_t {
    Any,       // "openai" for "OpenAI", 深度求索
    Capitals,  // words listed with a capital need one: "Apple", "the White House"
    Exact      // short acronyms: "AP" is no "ap"
};

// A name or an alias as listed.
struct Surface {
    std::size_t entity = 0;
    std::string text;
    CaseRule letters = CaseRule::Capitals;
    bool conditional = false;  // counts only where the text bears it out
    bool misspelt = false;
    bool canonical = false;
};

// What is listed of an entity besides core::Entity.
struct EntityRules {
    bool word = false;                 // its name is also an ordinary word
    std::vector<std::string> context;  // folded words near the name that bear it out
};

// Listed forms by their folded words; the separators between words are compared afterwards.
class NameTrie {
public:
    void add(std::string_view form, std::size_t surface);

    // The word's number in the vocabulary of all listed names, kUnknown if no name holds it.
    std::uint32_t number(std::string_view folded) const;

    // From `node` (kRoot at first) by one word: the next node, kNone where no name goes on.
    std::uint32_t step(std::uint32_t node, std::uint32_t word) const;
    const std::vector<std::size_t>& surfaces(std::uint32_t node) const { return ends_[node]; }

    static constexpr std::uint32_t kUnknown = ~std::uint32_t{0};
    static constexpr std::uint32_t kNone = ~std::uint32_t{0};
    static constexpr std::uint32_t kRoot = 0;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> words_;
    std::unordered_map<std::uint64_t, std::uint32_t> steps_;
    std::vector<std::vector<std::size_t>> ends_ = {{}};  // of each node: surfaces that end there
};

struct Lexicon::Tables {
    std::vector<core::Entity> entities;
    std::vector<EntityRules> rules;  // of each entity
    std::vector<Surface> surfaces;
    std::vector<std::size_t> parents;  // of each entity: its parent's index, or kNoParent
    NameTrie names;
    SpellingIndex spellings{6};  // of the surfaces that name one thing for certain: entity
    std::unordered_map<std::string, std::size_t> by_name;  // folded name or alias → entity

    static constexpr std::size_t kNoParent = ~std::size_t{0};
};

// A row of the list.
struct ListedEntity {
    struct Form {
        std::string text;
        bool conditional = false;  // "?", or the flag "context" for the name itself
        bool misspelt = false;     // "~"
    };
    core::Entity entity;  // aliases without their marks
    EntityRules rules;
    std::vector<Form> forms;  // the name, then the aliases
};

// Rows as described at the head of data/entities.tsv; an error names the line.
core::Result<std::vector<ListedEntity>> read_entities(std::string_view tsv);

}  // namespace extractor
