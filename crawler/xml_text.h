// Text on its way into and out of the XML parser. Private to the crawler.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crawler {

// What a browser would make of "nbsp"; none if HTML 4 has no such entity.
std::optional<char32_t> html_entity(std::string_view name);

// Makes of what was published as XML what an XML parser can read. Takes away what stands before
// the first tag, the XML and DOCTYPE declarations (and with them every entity a stranger could
// define) and control characters; HTML entities become characters, a stray `&` becomes `&amp;`.
// The text must be valid UTF-8.
std::string readable_xml(std::string_view text);

// `&`, `<`, `>` and quotes escaped.
std::string escape_markup(std::string_view text);

// The characters that entities and character references stand for, once.
std::string undo_entities(std::string_view text);

// A title that was published as HTML, as plain text: tags gone, entities undone, spaces collapsed.
std::string without_markup(std::string_view html);

}  // namespace crawler
