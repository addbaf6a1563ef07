// What a page's bytes hold that neither text nor metadata needs never reaches the tree builder:
// scripts, styles, SVG, comments, most attributes. Nor do texts and attributes themselves, which it
// would read letter by letter: it gets numbers that stand for them, and builds the same tree.
//
//   tree      "<p 3>17;</p>": a <p> with the attributes of number 3 around the text of number 17
//   aside     JSON-LD and page state: where their bodies lie
//   changed   <select>, <template> with a shadow root → <div>; style=display:none → hidden;
//             <plaintext> → its text
//
// Also the guard of the tree builder: depth, open formatting elements and attributes are capped, so
// that its quadratic spots cannot be reached. Linear in the page's size.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "extractor/page/tags.h"

namespace extractor {

struct SetAside {
    core::Span name;  // of the page: the script's id or the variable's name; may be empty
    core::Span body;
};

struct RawValue {
    AttributeName name;
    core::Span value;  // of the page, references not resolved; empty if there is none
};

struct Prefiltered {
    std::string html;
    std::vector<core::Span> texts;  // of the page; number n in a text stands for texts[n]
    std::vector<RawValue> values;
    // An attribute called n stands for values[starts[n]] … values[starts[n + 1]].
    std::vector<std::uint32_t> starts{0};
    std::vector<core::Span> json_ld;
    std::vector<SetAside> page_states;
};

Prefiltered prefilter(std::string_view html);

}  // namespace extractor
