// A topic's claims, sorted and with their articles at hand. Private to knowledge/.
#pragma once
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "knowledge/knowledge.h"

namespace knowledge {

// What a kind of claim does in a quarrel; claims of different roles never say the same.
enum class Role { Accuses, Denies, Responds, Acts, Decides, Settles, Recalls };
Role role_of(core::ClaimKind kind);

struct Item {
    const core::ClaimRecord* record;
    const core::ArticleFacts* article;
    core::Days day;               // the article's
    std::set<std::string> words;  // content words of the quote, lightly stemmed
    const core::Claim& claim() const { return record->claim; }
};

// By day, article and claim: an order that does not depend on how they came.
class Material {
public:
    Material(std::span<const core::ClaimRecord> claims,
             std::span<const core::ArticleFacts> articles);
    const std::vector<Item>& items() const { return items_; }
    const Item& item(core::ClaimId id) const { return items_[index_.at(id)]; }

private:
    std::vector<Item> items_;
    std::unordered_map<core::ClaimId, std::size_t> index_;
};

// 0–1: shared content words by the smaller text, so that a short repeat of a long claim counts.
double overlap(const std::set<std::string>& a, const std::set<std::string>& b);

std::vector<std::string> named(const std::vector<core::Party>& parties);  // folded, sorted
bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b);

// Groups of items that say the same, each in the order of the material.
using Group = std::vector<const Item*>;
std::vector<Group> group_allegations(const Material& material, const core::Topic& topic);

struct Origins {
    std::vector<core::Origin> of;        // of each item of the group
    std::vector<core::Origin> distinct;  // sorted
};
Origins origins_of(const Group& group);

}  // namespace knowledge
