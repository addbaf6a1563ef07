// Passages of text that somebody pasted instead of a query. Private to search/.
#pragma once
#include <string_view>
#include <vector>

namespace search {

// Many words, no field, and operators so rare that they are words in capitals.
bool is_passage(std::string_view text);
bool is_one_quotation(std::string_view text);

// Its words, without what marks operators and without addresses of web pages.
std::vector<std::string_view> words_of_passage(std::string_view text);

}  // namespace search
