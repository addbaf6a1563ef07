// How lists of an article are spelled in its row. Private to store/.
#pragma once
#include <string>
#include <vector>

#include "core/article.h"

namespace store {

std::string block_lines(const std::vector<core::Block>& blocks);  // "paragraph 0 120\n…"

}  // namespace store
