// The spelling of robots.txt: agents, paths and patterns. Private to the crawler.
#pragma once
#include <string>
#include <string_view>

namespace crawler {

// The product token at the start of a User-agent line or header, lower case: "claimtrail/0.1" →
// "claimtrail". "*" stands for all; empty if there is none.
std::string agent_token(std::string_view value);

// Paths and patterns in one spelling (RFC 9309, 2.2.2): escapes in upper case, a pattern's bytes
// beyond ASCII escaped; a path's are not, since no request carries them. A `*` or `$` that is only
// itself is escaped, so that what is left of them in a pattern has its special meaning. Escapes of
// unreserved characters, such as %7E, are undone as the RFC says or kept as Google's matcher does.
enum class Unreserved { Undone, Kept };
std::string normal_path(std::string_view path, Unreserved unreserved);
std::string normal_pattern(std::string_view pattern, Unreserved unreserved);

// Whether the pattern (`*`, `$` at the end) covers the start of the path. Both normalised.
bool pattern_matches(std::string_view pattern, std::string_view path);

}  // namespace crawler
