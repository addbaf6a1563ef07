// A topic's claims, sorted and with their articles at hand. Private to knowledge/.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/knowledge.h"
#include "knowledge/outlets.h"

namespace knowledge {

// What a kind of claim does in a quarrel; claims of different roles never say the same.
enum class Role { Accuses, Denies, Responds, Boasts, Acts, Rules, Decides, Settles, Recalls };
Role role_of(core::ClaimKind kind);

struct Item {
    const core::ClaimRecord* record = nullptr;
    const core::ArticleFacts* article = nullptr;
    core::Days day;                      // the article's
    bool is_home = true;                 // its allegation is formed here
    std::vector<std::uint32_t> words;    // content words of the quote, numbered, sorted
    std::vector<std::string> claimants;  // keys of those in whose name it is said, sorted
    std::vector<std::string> houses;     // those of them that say it themselves, no person for them
    std::vector<std::string> groups;     // "AI researchers (unnamed)": folded, sorted
    std::vector<std::string> accused;    // keys, sorted
    std::string owner;                   // key of whose thing was taken; "" if nobody is named
    const core::Claim& claim() const { return record->claim; }
};

// By day, then by what is known of article and claim: an order that does not depend on how they
// came, nor on the ids that they got.
class Material {
public:
    explicit Material(const core::Dossier& dossier);
    const core::Topic& topic() const { return topic_; }
    const std::vector<Item>& items() const { return items_; }
    const Parties& parties() const { return parties_; }

    // The name under which most claims know a party.
    std::string name_of(const std::string& key) const;
    // Of the party itself, or of any name that it goes by here.
    std::optional<core::EntityType> type_of(const std::string& key) const;
    // Outlets that an article credits anywhere in its text, as it calls them, sorted.
    const std::vector<std::string>& credited_in(core::ArticleId article) const;
    // Those that it credits in the words of a claim.
    std::vector<std::string> credited_by(const Item& item) const;
    // Of all articles and of all single names that are credited.
    const KnownOutlets& outlets() const { return outlets_; }

private:
    void add(const core::ClaimRecord& record, const core::ArticleFacts& article);
    std::string key_of(std::string_view name);
    void read_owners(const core::Dossier& dossier);
    const core::Dossier::Mention* owner_among(
        const Item& item, const std::vector<const core::Dossier::Mention*>& named) const;
    void read_credits(const core::Dossier& dossier);

    core::Topic topic_;
    Parties parties_;
    std::vector<Item> items_;
    std::unordered_map<std::string, std::map<std::string, int>> names_;  // key → name → claims
    std::unordered_map<std::string, std::uint32_t> words_;
    std::unordered_map<core::ArticleId, std::vector<std::string>> credits_;
    std::unordered_map<core::ArticleId, std::vector<const core::Dossier::Credit*>> placed_credits_;
    KnownOutlets outlets_;
};

// 0–1: shared content words by the smaller text, so that a short repeat of a long claim counts.
double overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b);  // both sorted

// Items that say the same, in the order of the material.
using Group = std::vector<const Item*>;
std::vector<Group> group_items(const Group& items);

// Which article is meant where one credits an outlet: of the outlet's articles of this topic that
// came before it, the one that tells most of what it tells. Looks into the material.
class Credits {
public:
    explicit Credits(const Material& material);

    const core::ArticleFacts* source_of(core::ArticleId article, std::string_view outlet) const;
    std::vector<core::CreditLink> links() const;  // by article, in the order of the material

private:
    void note_source(const core::ArticleFacts& article, const std::string& outlet_key);
    const core::ArticleFacts* choose(const core::ArticleFacts& article,
                                     const std::string& outlet_key) const;

    const Material& material_;
    std::vector<const core::ArticleFacts*> articles_;
    std::unordered_map<core::ArticleId, Group> items_of_;
    std::unordered_map<std::string, std::vector<const core::ArticleFacts*>> articles_of_;
    std::unordered_map<core::ArticleId, std::map<std::string, const core::ArticleFacts*>> sources_;
};

struct Origins {
    std::vector<core::Origin> of;        // of each item of the group
    std::vector<core::Origin> distinct;  // sorted
};
Origins origins_of(const Group& group, const Material& material, const Credits& credits);

}  // namespace knowledge
