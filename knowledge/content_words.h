// What a claim's quote says, as numbers that stand for words. Private to knowledge/.
#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/records.h"

namespace knowledge {

// Sorted, each once.
template <class Word>
void sort_once(std::vector<Word>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

// Words get numbers, so that comparing claims compares numbers.
using Numbers = std::unordered_map<std::string, std::uint32_t>;

// Sorted, each once; without words that say nothing and without the names of the parties.
std::vector<std::uint32_t> content_words(const core::ClaimRecord& record, Numbers& numbers);

}  // namespace knowledge
