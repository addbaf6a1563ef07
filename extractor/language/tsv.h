// Tables of words as they are compiled in from data/. Private to extractor/.
#pragma once
#include <string_view>
#include <vector>

#include "core/text.h"

namespace extractor {

// The fields of each line of a table; comments (#) and empty lines left out. Views of the table.
inline std::vector<std::vector<std::string_view>> rows_of(std::string_view table) {
    std::vector<std::vector<std::string_view>> rows;
    for (const std::string_view line : core::split(table, '\n'))
        if (!line.empty() && line.front() != '#') rows.push_back(core::split(line, '\t'));
    return rows;
}

}  // namespace extractor
