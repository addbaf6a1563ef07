// Whether two articles tell the same story, so that one may be the other at a new address.
#pragma once
#include <optional>

#include "core/article.h"
#include "store/store.h"

namespace cli {

// By title, or by at least half of all their different words; an edit in between does not matter.
bool is_same_story(const core::Article& one, const core::Article& other);

// Whether a page that was open to all shows less of itself now, and asks for payment.
bool hides_what_was_shown(const core::Article& before, const core::Article& now);

// An article of the same site with the same title and, word for word, the same text, if the article
// itself is not known by its address. It may have moved: its address can tell.
std::optional<core::ArticleId> twin_of(const store::Reader& store, const core::Article& article);

}  // namespace cli
