// By which address a page goes, for comparing what is said of it.
#pragma once
#include <string>
#include <string_view>

#include "core/page.h"
#include "extractor/page/document.h"

namespace extractor {

// "https://www.example.org/news/a.html?x=1#top" → "example.org/news/a.html": without what differs
// between two ways to one page. Empty if it is no absolute address with a path.
std::string comparable_address(std::string_view url);

// Of <link rel=canonical>, else of og:url, else of where the page was found.
std::string page_address(const Document& document, const core::FetchedPage& page);

}  // namespace extractor
