// What a page says of its story: title, authors, dates, outlet, address, language, wishes to
// robots.
//
//   collect   statements (statements.h): JSON-LD, <meta>, microdata, <time>, bylines, the address
//   decide    one value a field, by rules that can be told: `reasons` names the winner and why
//
// Private to extractor/. Pure, bounded, and never a guess: what nobody says stays empty.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "core/page.h"
#include "extractor/page/document.h"
#include "extractor/page/main_text.h"

namespace extractor {

struct Reason {
    std::string_view field;    // "title", "authors", "published" …
    std::string_view witness;  // "JSON-LD", "<meta>", "byline" …; "none"
    std::string value;
    std::string why;
};

struct Metadata {
    std::optional<std::string> title;
    std::vector<std::string> authors;
    std::optional<core::Timestamp> published;
    std::optional<core::Timestamp> modified;
    core::Outlet outlet;
    std::optional<core::Url> canonical_url;
    std::optional<std::string> language;
    std::vector<std::string> robots;
    std::vector<Reason> reasons;  // one a field, in the order above
};

// `text`: the article as written out, by which its language is told.
Metadata read_metadata(const Document& document, const core::FetchedPage& page,
                       const MainText& main_text, std::string_view text);

}  // namespace extractor
