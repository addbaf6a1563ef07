// The lines of a page: its text between the borders of blocks, with what can be told of each by
// counting. All decisions about the main text are decisions about lines.
#pragma once
#include <cstdint>
#include <vector>

#include "core/text.h"
#include "extractor/page/document.h"

namespace extractor {

struct Line {
    core::Span text;            // of Document::text, trimmed, no '\n' inside, not empty
    NodeIndex node = 0;         // the first run of text
    NodeIndex block = 0;        // the block element that holds it
    std::uint32_t size = 0;     // letters and digits; a Han character or a kana counts as three
    std::uint32_t linked = 0;   // of these, inside of <a>
    std::uint32_t leading = 0;  // of these, in the <a> that it begins with
    std::uint32_t strong = 0;   // of these, inside of <b>, <strong>, headings
    std::uint16_t commas = 0;
    std::uint16_t words = 0;
    bool ends_sentence = false;  // ends with a full stop or the like
    bool after_break = false;    // one <br> parts it from the line before, in the same block

    double link_share() const { return size == 0 ? 0 : static_cast<double>(linked) / size; }
    // Whether it reads like running text.
    bool is_good() const {
        return size >= 60 && link_share() < 0.35 && (ends_sentence || commas > 0 || size >= 120);
    }
};

// In reading order.
std::vector<Line> lines_of(const Document& document);

}  // namespace extractor
