// A story's title without the name of its outlet.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace extractor {

// "Title | Section | The Outlet" → "Title". What is parted off by bars, dashes or dots at either
// end is taken off while it names the outlet; `outlet` holds its names as outlet_key() spells them.
std::string without_outlet(std::string_view title, std::span<const std::string> outlet);

// What a <title> says of its outlet: its last or first part, if that is how the site's address
// is called. Empty if none is.
std::string outlet_in_title(std::string_view title, std::string_view domain_label);

// The same where no name is known: the part that `other` (a heading, another title) agrees with;
// the whole title if none does.
std::string part_agreeing(std::string_view title, std::string_view other);

// Share of words that two titles have in common, 0…1, order and case aside.
double title_likeness(std::string_view a, std::string_view b);

}  // namespace extractor
