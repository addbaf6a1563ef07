// Counts of the values of what was found.
#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "search/fields.h"

namespace search {

// How many of what a search finds have which value. Counted among the best hits: exact where
// `counted` is all of them.
struct Facets {
    struct Count {
        std::string value;
        std::size_t hits = 0;
    };
    std::vector<std::pair<Field, std::vector<Count>>> fields;  // each field's values, most first
    std::vector<Count> years;                                  // of publication, newest first
    std::size_t counted = 0;
    std::size_t about = 0;  // estimated number of all hits
};

}  // namespace search
