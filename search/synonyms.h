// Words that say the same in this domain: data/synonyms.tsv. Private to search/.
#pragma once
#include <string>
#include <vector>

namespace search {

// The stems of the other words; none for most.
const std::vector<std::string>& synonyms_of(const std::string& stem);

}  // namespace search
