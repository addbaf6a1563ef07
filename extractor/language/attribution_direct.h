// Quotations and who is quoted. Private to extractor/.
#pragma once
#include <vector>

#include "extractor/language/attributions.h"

namespace extractor {

// Attributions whose content is a quotation of its own, not part of a clause. Ascending.
std::vector<AttributedWords> direct_attributions(const Passage& passage);

}  // namespace extractor
