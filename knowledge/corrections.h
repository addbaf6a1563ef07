// An editor's corrections, applied to what was found in an article. Pure. Part of knowledge's door.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "core/claim.h"
#include "core/correction.h"
#include "core/records.h"

namespace knowledge {

// Why words of an editor cannot be kept; none: they can. At most 1,000 bytes of UTF-8 on one line.
std::optional<std::string> mistake_in(std::string_view words);
// Why a slot may not hold these values, for the editor; none: it may.
std::optional<std::string> mistake_in(core::ClaimSlot slot, std::span<const std::string> value);

// The claim as it was found, before earlier corrections of the same article. `claims` are those
// that the article has now, in their order, the claim among them.
core::FoundClaim found_claim(const core::ClaimRecord& claim,
                             std::span<const core::ClaimRecord> claims,
                             std::span<const core::Correction> earlier);

// How a correction of a claim came out.
struct Fitting {
    core::CorrectionId id;
    std::optional<core::FoundClaim> found;  // in today's words; none: it is not found
};

// Those of the article's claims and those of all articles; undone ones are left alone. An edited
// sentence is the old one if they share three fifths of their words.
std::vector<Fitting> apply(std::span<const core::Correction> corrections, std::string_view text,
                           core::Findings& findings);

}  // namespace knowledge
