// Where bytes say themselves, or are said, in which encoding they are. Private to core.
#pragma once
#include <string_view>

#include "core/charset_encodings.h"

namespace core {

// Each answers null if there is no declaration, or none that we know.
const Encoding* encoding_of_mark(std::string_view bytes);  // byte order mark
const Encoding* encoding_of_header(std::string_view content_type);
const Encoding* encoding_of_xml(std::string_view bytes);  // <?xml encoding="…"?>

// <meta>, as the HTML Standard's prescan finds it; reads no further than `limit`.
const Encoding* encoding_of_html(std::string_view bytes, std::size_t limit);

}  // namespace core
