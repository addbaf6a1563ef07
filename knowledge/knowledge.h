// What many articles add up to: allegations, origins, disputes and their timelines.
//
//     Claim ──topics_of──▶ Topic     all that is known of a topic ──assemble──▶ Picture
//     text ──words_of──▶ ──bands_of──▶ bands     prints that share one ──original_of──▶ copies
//
// Pure: no clock, no store; the same set of claims gives the same picture in whatever order it
// came. Safe to call from several threads at once.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/picture.h"
#include "core/records.h"
#include "knowledge/corrections.h"

namespace knowledge {

// Who stands behind a name, as far as these entities tell. What has no row stands for itself.
class Parties {
public:
    explicit Parties(std::span<const core::Entity> entities = {});

    // In whose name something is said or done: a product's maker, a spokesperson's house.
    std::string principal(std::string_view name) const;
    std::optional<core::EntityType> type(std::string_view name) const;

private:
    struct Known {
        std::string name;
        core::EntityType type;
        std::optional<std::string> parent;
    };
    const Known* find(std::string_view name) const;
    std::unordered_map<std::string, Known> by_name_;  // folded
};

// One spelling for a party's names: "Parallax" and "Parallax Labs", "The Guild" and "Guild".
core::Topic party_key(std::string_view name);

// Where each claim of one article belongs: the parties that it speaks about, else those that
// speak, and whom these accuse elsewhere in the article. The first is where its allegation is
// formed. Never empty.
std::vector<std::vector<core::Topic>> topics_of(std::span<const core::Claim> claims,
                                                const Parties& parties);

// Everything concluded of a topic.
core::Picture assemble(const core::Dossier& dossier);

// ── copies ──
//
// Articles that copy one another share a band, but for a few in a hundred, if four fifths of their
// words are the same; others hardly ever do. So a store is asked by bands for the few prints to
// compare, which is done word by word.

std::vector<std::uint64_t> words_of(std::string_view text);
std::vector<std::uint64_t> bands_of(std::span<const std::uint64_t> words);
bool are_copies(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);
bool precedes(const core::Print& a, const core::Print& b);

// The earliest of the others of which this is a copy; none if it came before all of its copies.
std::optional<core::ArticleId> original_of(const core::Print& article,
                                           std::span<const core::Print> others);

}  // namespace knowledge
