// Who stands on the accusing side of a topic's quarrels. Private to knowledge/.
#pragma once
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "knowledge/disputes.h"

namespace knowledge {

// A dispute begins with one of these, said of the topic's party.
bool begins_dispute(const Item& item, const core::Topic& topic);

// Filled by hear(), then closed by join(). Parties are keys; those who sue or accuse together are
// one side, known by the first of them.
class Sides {
public:
    explicit Sides(const Material& material) : material_(material) {}
    void hear(const Statement& statement, core::ConductFamily family);
    void join();

    // The sides with the strongest reasons; who only speaks is one where there is nobody else.
    std::set<std::string> of(core::ConductFamily family) const;
    const std::set<core::ConductFamily>& families() const { return families_; }
    // On whose behalf a statement is made: the owners of what was taken, else who says it.
    std::set<std::string> behind(const Statement& statement) const;
    std::vector<std::string> members(const std::string& side) const;

private:
    // The earlier reason holds: who owns something taken, or sues, is a side; who ever speaks for
    // the owners is none for its other accusations.
    enum class Standing { Owns, Sues, Speaks, Accuses };

    std::set<std::string> owners_of(const Statement& statement) const;
    Standing standing_of(const Item& item, const std::string& name,
                         const std::set<std::string>& owners) const;
    void count_together(const std::vector<std::string>& names);
    void note(const std::string& name, core::ConductFamily family, Standing standing);
    std::string first_of(const std::string& name) const;

    const Material& material_;
    std::map<std::pair<std::string, core::ConductFamily>, Standing> standing_;
    std::set<core::ConductFamily> families_;
    std::map<std::string, int> accusations_;                       // of each party
    std::map<std::pair<std::string, std::string>, int> together_;  // of two, in order
    std::map<std::string, std::string> first_;                     // of whose side a party is
};

}  // namespace knowledge
