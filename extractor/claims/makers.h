// Whose products are which, by what an article tells of those that no list knows. Private to
// extractor/.
#pragma once
#include <map>
#include <vector>

#include "extractor/claims/parties.h"

namespace extractor {

// "Tallis’s model Merlot", "Merlot, a model made by Tallis", "Merlot, Tallis’s model"; by the
// product's entity. What is told first counts.
std::map<std::size_t, Party> makers_in(const std::vector<Scene>& scenes, const Reading& reading);

}  // namespace extractor
