// Noun phrases found by walking from a verb, without a parse. Private to extractor/.
#pragma once
#include <optional>

#include "extractor/language/passage.h"

namespace extractor {

// The noun phrase that ends just before `end`, with its appositions and relative clauses, not
// reaching below `floor`. None if what stands there is no noun phrase.
std::optional<TokenRange> noun_group_before(const Passage& passage, std::size_t end,
                                            std::size_t floor);

// The one that begins at `begin`, without what a clause adds to it; ends at `ceiling` at most.
std::optional<TokenRange> noun_group_at(const Passage& passage, std::size_t begin,
                                        std::size_t ceiling);

}  // namespace extractor
