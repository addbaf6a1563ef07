// What a client asked for, read from the request line. Private to web/.
#pragma once
#include <string_view>

#include "core/result.h"
#include "web/web.h"

namespace web {

// "/search?q=a%20b+c" → path and query, decoded. BadUrl where it is no path of ours: too long,
// bytes that are no UTF-8, control characters, a broken percent escape.
core::Result<Request> parse_target(std::string_view target);

}  // namespace web
