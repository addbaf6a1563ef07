// Months by name, in the languages of data/month_names.tsv.
#pragma once
#include <optional>
#include <string_view>

namespace extractor {

// 1…12. The word folded (core::fold), two words joined by '_'. `language` ("hr") decides between
// languages that mean different months by one word.
std::optional<int> month_named(std::string_view word, std::string_view language);

}  // namespace extractor
