#include "extractor/claims/makers.h"

#include <algorithm>

#include "extractor/claims/words.h"

namespace extractor {

namespace {

using namespace words;

// Also how a product may have come to be.
constexpr auto kBuilt =
    std::to_array<std::string_view>({"built", "trained", "launched", "introduced"});

constexpr std::size_t kNearMaker = 8;  // words between a product and "by X"
constexpr std::size_t kNearOwner = 4;  // words between "X’s" and a product

bool is_of_type(const Reading& reading, const ReadWord& word, core::EntityType type) {
    return word.mention >= 0 && reading.entity_of(word).type == type;
}

bool is_company(const Reading& reading, const ReadWord& word) {
    return is_of_type(reading, word, core::EntityType::Organisation);
}

// Words that may stand between an owner and what is owned: no verb, no mark, no other name.
bool is_modifier(const Scene& scene, std::size_t at) {
    return scene.words[at].mention < 0 && is_word(scene.words[at].lower) &&
           (scene.tree.empty() || !scene.tree.is_verb(at));
}

// The company in "X’s new model Merlot".
const ReadWord* owner_before(const Scene& scene, const Reading& reading, std::size_t product) {
    auto at = product;
    while (at > 0 && product - at < kNearOwner && is_modifier(scene, at - 1) &&
           scene.words[at - 1].lower != "'s")
        --at;
    if (at < 2 || scene.words[at - 1].lower != "'s") return nullptr;
    const auto& owner = scene.words[at - 2];
    return is_company(reading, owner) ? &owner : nullptr;
}

// The company in "Merlot, the model made by X", "Merlot, X’s best-known model".
const ReadWord* owner_after(const Scene& scene, const Reading& reading, std::size_t end) {
    const auto words = scene.words;
    if (end >= words.size() || words[end].lower != ",") return nullptr;
    const auto last = std::min(words.size(), end + kNearMaker);
    for (auto at = end + 1; at + 1 < last && words[at].lower != ","; ++at) {
        const bool made = words[at].lower == "by" &&
                          (in(kMaking, words[at - 1].lower) || in(kBuilt, words[at - 1].lower));
        if (made && is_company(reading, words[at + 1])) return &words[at + 1];
        if (at == end + 1 && is_company(reading, words[at])) {
            while (at + 1 < last && words[at + 1].mention == words[at].mention) ++at;
            return at + 1 < last && words[at + 1].lower == "'s" ? &words[at] : nullptr;
        }
    }
    return nullptr;
}

}  // namespace

std::map<std::size_t, Party> makers_in(const std::vector<Scene>& scenes, const Reading& reading) {
    std::map<std::size_t, Party> makers;
    for (const auto& scene : scenes)
        for (std::size_t at = 0; at < scene.words.size(); ++at) {
            const auto& word = scene.words[at];
            if (!is_of_type(reading, word, core::EntityType::Product)) continue;
            auto end = at + 1;
            while (end < scene.words.size() && scene.words[end].mention == word.mention) ++end;
            const auto* owner = owner_before(scene, reading, at);
            if (owner == nullptr) owner = owner_after(scene, reading, end);
            if (owner != nullptr)
                makers.emplace(reading.mention_of(word).entity,
                               Party{reading.entity_of(*owner).name, std::nullopt});
            at = end - 1;
        }
    return makers;
}

}  // namespace extractor
