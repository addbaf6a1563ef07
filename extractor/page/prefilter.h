// What a page's bytes hold that neither text nor metadata needs never reaches the tree builder:
// scripts, styles, SVG, comments, most attributes. That is most of a page, and most of the time.
//
//   kept      tags as they are, the attributes of tags.h, text
//   set aside JSON-LD and page state: where their bodies lie
//   changed   <select>, <template> with a shadow root → <div>; style=display:none → hidden;
//             <plaintext> → its text
//
// Also the guard of the tree builder: depth, open formatting elements and attributes are capped, so
// that its quadratic spots cannot be reached. Linear in the page's size.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace extractor {

struct SetAside {
    core::Span name;  // of the page: the script's id or the variable's name; may be empty
    core::Span body;
};

struct Prefiltered {
    std::string html;
    std::vector<core::Span> json_ld;
    std::vector<SetAside> page_states;
};

Prefiltered prefilter(std::string_view html);

}  // namespace extractor
