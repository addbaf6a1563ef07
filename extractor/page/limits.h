// How much of a page we are ready to read. What is over a limit is refused by name, or left out
// where the rest of the page stays readable.
#pragma once
#include <cstddef>

namespace extractor::limits {

// Refused over these.
inline constexpr std::size_t kPageBytes = 16u << 20;    // as fetched, and after decoding to UTF-8
inline constexpr std::size_t kParserBytes = 96u << 20;  // what Gumbo may take at one time

// Left out over these; the text around stays.
inline constexpr std::size_t kDepth = 200;         // of open elements: tags beyond it
inline constexpr std::size_t kFormatting = 24;     // open <b>, <i>, <font> …: tags beyond it
inline constexpr std::size_t kTagAttributes = 24;  // of one element: attributes beyond it
inline constexpr std::size_t kClassBytes = 512;    // longer values are cut or left out
inline constexpr std::size_t kHrefBytes = 2048;
inline constexpr std::size_t kValueBytes = 1024;       // of other attributes
inline constexpr std::size_t kMetaBytes = 64u << 10;   // of a <meta content>
inline constexpr std::size_t kScripts = 64;            // JSON-LD bodies, and as many page states
inline constexpr std::size_t kScriptBytes = 4u << 20;  // of a script that a story is looked for in
inline constexpr std::size_t kLinks = 20'000;          // of one page that are followed
inline constexpr std::size_t kFeeds = 50;

}  // namespace extractor::limits
