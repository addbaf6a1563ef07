// Bytes of a known encoding → UTF-8. Private to core.
#pragma once
#include <string>
#include <string_view>

#include "core/charset_encodings.h"

namespace core {

// Always valid UTF-8; what cannot be decoded is U+FFFD. A byte order mark must be cut off before.
std::string decode_as(const Encoding& encoding, std::string_view bytes);

}  // namespace core
