// The pages, one function each: from records to a response. Private to web/.
#pragma once
#include "web/web.h"

namespace web {

Response home_page(const Desk& desk);
Response about_page();
Response status_page(const Desk& desk);
Response search_page(const Request& request, const Desk& desk);
Response dispute_page(const core::DisputeRecord& dispute, const Desk& desk);
Response claim_page(const core::ClaimRecord& claim, const core::ArticleRecord& article,
                    const Desk& desk);
Response article_page(const core::ArticleRecord& article, const Desk& desk);
Response revision_page(const core::ArticleRecord& article, const core::RevisionRecord& revision);
std::optional<int> revision_asked(const Request& request);  // "?rev="; 0 if it is no number
Response allegation_page(const core::AllegationRecord& allegation, const Desk& desk);
Response entity_page(const core::EntityRecord& entity, const Desk& desk);
Response outlet_page(std::string_view domain, const std::vector<core::ArticleId>& articles,
                     const Desk& desk);

// What a /search address asks for; BadQuery or BadDate where its parameters make no sense.
inline constexpr std::size_t kHitsAPage = 20;
std::string parameter(const Request& request, std::string_view name);  // trimmed; "" if not given
core::Result<search::Search> search_of(const Request& request);

}  // namespace web
