// Outlets that a sentence credits for what it tells, by how the words depend on one another: "it
// was the Gazette that revealed", "a piece in the Gazette". Private to extractor/.
#pragma once
#include <vector>

#include "extractor/claims/scene.h"

namespace extractor {

// The words of their names, ascending; none where the sentence is not parsed. Whoever is a party of
// the dispute may be among them: "the Gazette said that its archive was copied".
std::vector<Range> credited_outlets(const Scene& scene, const Reading& reading);

// Does the sentence name an outlet at all?
bool names_outlet(std::span<const ReadWord> words, const Reading& reading);

}  // namespace extractor
