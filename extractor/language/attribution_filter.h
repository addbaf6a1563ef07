// Which attributions are left out as unlikely to be meant as such. Private to extractor/.
#pragma once
#include <vector>

#include "extractor/language/attributions.h"

namespace extractor {

// Drops what speakers say in passing within a quotation or clause that is attributed already
// ("I think"), unless it names another speaker; and wishes of "you" and "we".
void drop_unlikely(const Passage& passage, std::vector<AttributedWords>& attributions);

}  // namespace extractor
