// Saving an article's claims: their ids, slots, parties, evidence, topics and history.
// Private to store/.
#pragma once
#include <span>
#include <vector>

#include "core/picture.h"
#include "core/records.h"
#include "store/sqlite.h"

namespace store {

struct RevisionKey {
    core::ArticleId article;
    int revision;  // from 1
};

struct SavedClaims {
    std::vector<core::ClaimId> ids;   // in the order they were given
    std::vector<core::Topic> topics;  // whose claims came, went or changed
    bool changed = false;             // anything was added, removed or reads otherwise
};

// Inside the caller's transaction. `topics` has those of each claim, the primary one first.
SavedClaims save_claims(sqlite::Database& db, RevisionKey of, const core::Article& article,
                        const core::Findings& findings,
                        std::span<const std::vector<core::Topic>> topics);

}  // namespace store
