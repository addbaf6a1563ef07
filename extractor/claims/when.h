// When what a claim tells of happened: words of time, resolved against the article's date. Private
// to extractor/.
#pragma once
#include <optional>

#include "core/claim.h"
#include "core/time.h"
#include "extractor/claims/reading.h"
#include "extractor/claims/scene.h"

namespace extractor {

// The first expression among the scene's words that tells a month, a season, a year or a part of
// one: "late 2024", "in December", "last fall", "earlier this year", "on 4 November 2025". What can
// only be understood with the article's date stays unresolved where that is not known. What is yet
// to come ("will meet again in September") dates nothing that was done.
std::optional<core::ClaimTime> time_in(const Scene& scene, Range range, const Reading& reading,
                                       std::optional<core::Days> published);

}  // namespace extractor
