// Definite noun phrases: "the company", "the ChatGPT maker", "both labs". Private to extractor/.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractor/language/coreference_scene.h"

namespace extractor {

inline constexpr std::size_t kNoEntity = static_cast<std::size_t>(-1);

// Something that was spoken of: an entity, or kNoEntity for what no name is given for.
struct Seen {
    std::size_t entity = kNoEntity;
    std::size_t sentence = 0;
    SubjectKind subject = SubjectKind::None;
    bool named = false;
    bool plural = false;
};

struct CoreferenceScene {
    const Segments& segments;
    const Names& names;
    const Tagging& tagging;
    const MentionMap& map;
    std::vector<Traits> traits;                                 // per entity
    std::unordered_map<std::string_view, std::size_t> by_name;  // looks into names
    std::vector<Seen> seen;                                     // in reading order
};
std::unordered_map<std::string_view, std::size_t> entities_by_name(const Names& names);

struct Nominal {
    std::size_t begin = 0, end = 0;     // tokens
    std::vector<std::size_t> entities;  // empty: unresolved
    double confidence = 0;
};

// The definite noun phrase that begins at token i of sentence s, if one does.
std::optional<Nominal> read_nominal(const CoreferenceScene& scene, std::size_t s, std::size_t i);

}  // namespace extractor
