// Articles that copy one another, as they arrive.
#pragma once
#include <vector>

#include "core/picture.h"
#include "store/store.h"

namespace cli {

// Says of a new or changed article which earlier one it copies, and which later ones copy it.
// Returns the topics that must be concluded anew.
std::vector<core::Topic> settle_copies(store::Store& store, core::ArticleId id);

}  // namespace cli
