// Quoted words with the slots of their claim marked in them. Private to web/.
//
// Spans come from the store; one that does not lie in the text, or cuts a character, marks nothing.
#pragma once
#include <string_view>
#include <vector>

#include "core/records.h"
#include "web/html.h"

namespace web {

// The quote alone: hedging words, evidence and credit marked.
Html quote_html(const core::ClaimRecord& claim);

// The paragraphs of `text` in which the quote or any of its slots stand, all slots marked.
Html context_html(std::string_view text, const core::Claim& claim);
Html legend_html(const core::Claim& claim);
Html quote_legend();  // of what quote_html() marks

// `within` of the text, with each claim's quote as a link to it and a target: id="c17".
Html claims_marked(std::string_view text, core::Span within,
                   const std::vector<core::ClaimRecord>& claims);

}  // namespace web
