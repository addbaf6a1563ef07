// Which sentences of an article are quoted, over paragraphs. Private to extractor/.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "extractor/claims/scene.h"
#include "extractor/language/segment.h"

namespace extractor {

// Of each sentence: the one in which the quotation began that it begins with, or within. A
// quotation runs on into the next paragraph where that opens with a mark again, or closes one.
std::vector<std::optional<std::size_t>> quotations_in(const std::vector<Scene>& scenes,
                                                      const std::vector<Sentence>& sentences);

}  // namespace extractor
