// The spelling of robots.txt: agents, paths and patterns. Private to the crawler.
#pragma once
#include <string>
#include <string_view>

namespace crawler {

// The product token at the start of a User-agent line or header, lower case: "claimtrail/0.1" →
// "claimtrail". "*" stands for all; empty if there is none.
std::string agent_token(std::string_view value);

// Paths and patterns in one spelling (RFC 9309, 2.2.2): %XX of unreserved characters decoded,
// other escapes in upper case, bytes beyond ASCII escaped. A `*` or `$` that is only itself is
// escaped, so that what is left of them in a pattern has its special meaning.
std::string normal_path(std::string_view path);
std::string normal_pattern(std::string_view pattern);

// Whether the pattern (`*`, `$` at the end) covers the start of the path. Both normalised.
bool pattern_matches(std::string_view pattern, std::string_view path);

}  // namespace crawler
