// A story's title without the name of its outlet.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace extractor {

// "Title | Section | The Outlet" → "Title". What is parted off by bars, dashes or dots at either
// end is taken off while it names the outlet; `outlet` holds its names as outlet_key() spells them.
std::string without_outlet(std::string_view title, std::span<const std::string> outlet);

// What a <title> says of its outlet: its last or first part, if that is how the site's address
// is called. Empty if none is.
std::string outlet_in_title(std::string_view title, std::string_view domain_label);

// A title's words, for comparing it with others: case, order and marks aside.
class TitleWords {
public:
    explicit TitleWords(std::string_view title);
    // Share of words in common, 0…1.
    double likeness(const TitleWords& other) const;

private:
    std::vector<std::string> words_;  // sorted
};

}  // namespace extractor
