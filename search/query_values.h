// What stands behind the colon of a field or range, read by itself. Private to search/.
#pragma once
#include <string>
#include <string_view>

#include "core/result.h"
#include "search/query.h"

namespace search {

// A node, or in a few words for the reader why the value is none.
using ReadValue = tl::expected<Node, std::string>;

ReadValue read_dates(Node::Kind kind,
                     std::string_view value);              // "2025-01..2025-06", "..2024", "2025"
ReadValue read_origins(std::string_view value);            // "2..", "..3", "2"
ReadValue read_code(Field field, std::string_view value);  // of fields with a closed vocabulary
bool has_codes(Field field);

// «date:2025-06..2025-01» ends before it begins; it was turned round.
bool turned_round(std::string_view value);

}  // namespace search
