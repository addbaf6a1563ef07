// What the page is: an article, whole or cut off by a paywall, or none.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/page.h"
#include "extractor/page/document.h"
#include "extractor/page/main_text.h"

namespace extractor {

// Why the page is no article, in words for the reader of an error; none: it is one.
std::optional<std::string_view> why_no_article(const Document& document,
                                               const core::FetchedPage& page,
                                               const MainText& main_text);

// Whether the page shows only the beginning: it says that reading costs, and what it shows is
// short, or a request to pay stands right behind it.
bool is_paywalled(const Document& document, const MainText& main_text);

std::uint32_t letters_kept(const MainText& main_text);

}  // namespace extractor
