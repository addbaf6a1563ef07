// The article as a page's scripts hold it: JSON-LD's articleBody and page state. For pages that
// show less than they send: behind a paywall, or put together by a script.
#pragma once
#include <optional>
#include <string>

#include "extractor/page/document.h"

namespace extractor {

// The longest story told in them, as HTML; none that is shorter than a few paragraphs.
std::optional<std::string> find_script_story(const Document& document);

}  // namespace extractor
