// Private to knowledge/.
#pragma once
#include "knowledge/material.h"

namespace knowledge {

// One dispute for each accusing party of the picture's topic; its allegations must be there.
std::vector<core::DisputeDraft> disputes_of(const Material& material, const core::Picture& picture);

}  // namespace knowledge
