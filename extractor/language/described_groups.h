// Groups that are described, not named: "AI researchers", "U.S. officials", "PRC-based companies".
// Private to extractor/.
#pragma once
#include <vector>

#include "core/article.h"
#include "core/entity.h"
#include "extractor/language/names.h"
#include "extractor/language/segment.h"

namespace extractor {

// One for each group, by the words that set it apart: "AI firms" and "AI companies" are one. They
// bear core::kUnnamedSuffix, for they are nobody in particular; companies of a country are named by
// that: "Chinese companies". None overlaps a name. Linear in the text's size.
std::vector<core::EntityMentions> find_described_groups(const core::Article& article,
                                                        const Segments& segments,
                                                        const Names& names);

}  // namespace extractor
