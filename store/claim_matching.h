// Which of an article's new claims is which of its old ones. Private to store/; pure.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/records.h"

namespace store {

struct ClaimMatch {
    std::optional<std::size_t> old;          // index; none: a new claim
    std::vector<std::string> changed_slots;  // of the old one; empty: the same claim
};

// One match for each new claim, each old claim at most once. First the same words with the same
// parties, then the same words, then an edited sentence: it shares three fifths of its words and
// the accused with the old one.
std::vector<ClaimMatch> match_claims(std::span<const core::ClaimRecord> old,
                                     std::span<const core::Claim> fresh, std::string_view text);

}  // namespace store
