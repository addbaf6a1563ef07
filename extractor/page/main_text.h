// Which lines of a page are its article, and why the others are not.
//
//   lines ──parts──▶ what belongs to which part of the page (parts.h)
//         ──body───▶ the elements that hold the article (body.h)
//         ──clean──▶ lines in it that are none of its own words (clean.h)
//         ──write──▶ text in blocks
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/article.h"
#include "extractor/page/document.h"
#include "extractor/page/fate.h"
#include "extractor/page/lines.h"

namespace extractor {

struct MainText {
    std::vector<Line> lines;
    std::vector<Fate> fates;           // one a line
    NodeIndex body = 0;                // the element that holds the kept lines
    std::optional<NodeIndex> heading;  // of the story: its <h1>, or what stands for it
};

MainText find_main_text(const Document& document);

struct Written {
    std::string text;
    std::vector<core::Block> blocks;
};
Written write_text(const Document& document, const MainText& main_text);

}  // namespace extractor
