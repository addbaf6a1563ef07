// Where sentences end among a block's tokens. Private to extractor/.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace extractor {

// Behind which tokens a sentence ends, as ascending indices of the next token; the last one is
// tokens.size(). Linear.
std::vector<std::size_t> sentence_ends(std::string_view text, std::span<const core::Span> tokens);

}  // namespace extractor
