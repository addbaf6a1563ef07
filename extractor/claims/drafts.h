// From a sentence to the claims made in it, before they are weighed against the article. Private to
// extractor/.
#pragma once
#include <vector>

#include "extractor/claims/parties.h"
#include "extractor/claims/scene.h"

namespace extractor {

struct Draft {
    core::ClaimKind kind = core::ClaimKind::Accusation;
    Frame frame = Frame::Bare;
    Range quote;    // what it says and who says it
    Range content;  // what it says
    Range act;      // the words that tell what is done; empty: none
    Who claimant, accused;
    std::vector<core::Conduct> conduct;  // most important first; empty: none named
    core::Certainty certainty = core::Certainty::Asserted;
    bool by_judge = false;
};

// In reading order. Acts of the same claimant about the same accused are one claim.
std::vector<Draft> drafts_of(const Scene& scene, const Parties& parties);

// What was done to the data before what it breaks.
std::vector<core::Conduct> conducts_in(const Scene& scene, Range range);

}  // namespace extractor
