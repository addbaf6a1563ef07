// A response as it came off the wire.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/time.h"
#include "core/url.h"

namespace core {

struct FetchedPage {
    std::optional<Url> url;        // where it was found in the end; none: a file without an address
    std::optional<Url> requested;  // what was asked for, where redirects led elsewhere
    int status = 200;
    std::string content_type;                                  // the header's value, may be empty
    std::vector<std::pair<std::string, std::string>> headers;  // in order, names as received
    std::string body;  // bytes after content decoding, not yet decoded to UTF-8
    Instant fetched_at;
};

}  // namespace core
