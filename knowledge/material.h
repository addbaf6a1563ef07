// A topic's claims, sorted and with their articles at hand. Private to knowledge/.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/knowledge.h"

namespace knowledge {

// What a kind of claim does in a quarrel; claims of different roles never say the same.
enum class Role { Accuses, Denies, Responds, Boasts, Acts, Rules, Decides, Settles, Recalls };
Role role_of(core::ClaimKind kind);

struct Item {
    const core::ClaimRecord* record = nullptr;
    const core::ArticleFacts* article = nullptr;
    core::Days day;                      // the article's
    std::vector<std::uint32_t> words;    // content words of the quote, numbered, sorted
    std::vector<std::string> claimants;  // named ones: folded, sorted
    std::vector<std::string> groups;     // "AI researchers (unnamed)": folded, sorted
    const core::Claim& claim() const { return record->claim; }
};

// By day, then by what is known of article and claim: an order that does not depend on how they
// came, nor on the ids that they got.
class Material {
public:
    Material(std::span<const core::ClaimRecord> claims,
             std::span<const core::ArticleFacts> articles);
    const std::vector<Item>& items() const { return items_; }

private:
    std::vector<Item> items_;
};

// 0–1: shared content words by the smaller text, so that a short repeat of a long claim counts.
double overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b);  // both sorted

// Items that say the same, in the order of the material.
using Group = std::vector<const Item*>;
std::vector<Group> group_items(const Group& items);

// The items of an allegation's home: their first topic is this one.
Group items_at_home(const Material& material, const core::Topic& topic);

// "The Ledger", "Ledger" and, where it is its domain, "ledger.example" are one outlet.
std::string outlet_key(std::string_view name);

struct Origins {
    std::vector<core::Origin> of;        // of each item of the group
    std::vector<core::Origin> distinct;  // sorted
};
Origins origins_of(const Group& group);

}  // namespace knowledge
