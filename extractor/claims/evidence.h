// What a claim is said to rest on. Private to extractor/.
#pragma once
#include <vector>

#include "core/claim.h"
#include "extractor/claims/scene.h"

namespace extractor {

// Pieces of evidence that the range names, one of each type, with the clause that tells of it.
std::vector<core::Evidence> evidence_in(const Scene& scene, Range range);

}  // namespace extractor
