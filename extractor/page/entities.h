// Character references of HTML: "&amp;", "&#8217;", "&eacute".
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace extractor {

enum class Within : std::uint8_t { Text, Attribute };

// Appends the text with its references resolved, as the HTML standard has it; what is none stays.
void append_resolved(std::string& out, std::string_view text, Within within);

}  // namespace extractor
