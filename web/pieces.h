// Pieces that several pages use. Private to web/.
#pragma once
#include <string_view>
#include <vector>

#include "core/records.h"
#include "store/store.h"
#include "web/html.h"

namespace web {

Html dispute_link(core::DisputeId id, std::string_view name);
Html claim_link(core::ClaimId id, std::string_view text);
Html article_link(const core::ArticleFacts& facts);
Html outlet_link(const core::ArticleFacts& facts);
Html entity_link(std::string_view name, const store::Reader& store);
Html search_link(std::string_view query, std::string_view text);
Html day_tag(core::Days day);
Html when_tag(const core::Edtf& date);
Html chip(std::string_view text);
Html certainty_chip(core::Certainty certainty);
Html state_chip(core::DisputeState state);

// "Quillmark → Parallax Labs", each a link where it is known.
Html who_whom(const core::Claim& claim, const store::Reader& store);

// "The Ledger, 10 June 2026 · “Title” · alleged · claim c1 · crediting Bloomberg"
Html source_line(const core::ClaimRecord& claim, const core::ArticleFacts& facts);

// For lists of claims: its sentence, its quote and where that stands.
Html claim_row(const core::ClaimRecord& claim, const store::Reader& store);
// The same with words of its own in place of the quote.
Html claim_row(const core::ClaimRecord& claim, const Html& quote, const store::Reader& store);
Html dispute_row(const core::DisputeRecord& dispute);

// Whether an article repeats what it has from elsewhere without saying so.
bool lost_credit(const core::ClaimRecord& claim);

}  // namespace web
