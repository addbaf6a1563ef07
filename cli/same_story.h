// Whether two articles tell the same story, so that one may be the other at a new address.
#pragma once
#include "core/article.h"

namespace cli {

// By title, or by at least half of all their different words; an edit in between does not matter.
bool is_same_story(const core::Article& one, const core::Article& other);

}  // namespace cli
