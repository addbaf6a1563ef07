// Bodies made smaller on their way out. Private to web/.
#pragma once
#include <string>
#include <string_view>

namespace web {

// What an Accept-Encoding header allows (RFC 9110, 12.5.3).
bool accepts_gzip(std::string_view accept_encoding);

std::string gzip(std::string_view bytes);

}  // namespace web
