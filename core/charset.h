// Bytes of unknown encoding → UTF-8, as a browser would (WHATWG Encoding and HTML standards).
#pragma once
#include <string>
#include <string_view>

namespace core {

enum class Markup { None, Html, Xml };  // where a declaration inside the bytes may stand

struct Decoded {
    std::string encoding;  // WHATWG name: "UTF-8", "windows-1252", "Shift_JIS"
    std::string text;      // valid UTF-8; what could not be decoded is U+FFFD
};

// Byte order mark > charset of the Content-Type header > declaration in the markup (first 1,024
// bytes) > valid UTF-8 > a <meta> further down > uchardet's opinion > windows-1252, which also
// plain ASCII is called. Never fails.
Decoded decode(std::string_view bytes, std::string_view content_type, Markup markup);

}  // namespace core
