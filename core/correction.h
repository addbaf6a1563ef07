// An editor's decision that the machine was wrong: a layer apart from what is extracted, applied
// anew whenever an article is read again.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/time.h"
#include "core/vocabulary.h"

namespace core {

// A claim as the machine found it: by its words, which stay when ids and slots change.
struct FoundClaim {
    ArticleId article;
    std::string quote;
    std::size_t nth = 0;  // of the claims that were found in the same words, from 0
    friend bool operator==(const FoundClaim&, const FoundClaim&) = default;
};

struct Correction {
    CorrectionId id{0};
    Instant at;
    std::string editor;
    std::optional<std::string> reason;
    CorrectionKind kind = CorrectionKind::RejectClaim;
    std::optional<ClaimId> claim;     // of RejectClaim and SetSlot
    std::optional<FoundClaim> found;  // the same
    std::optional<ClaimSlot> slot;    // of SetSlot
    std::vector<std::string> value;   // of SetSlot: what it is to hold; of MergeEntities: the name
                                      // that stays
    std::string name;                 // of MergeEntities: the name that gives way
    std::optional<Instant> undone;
    bool fits = true;  // the claim was found when its article was last read
};

}  // namespace core
