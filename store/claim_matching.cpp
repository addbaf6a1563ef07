#include "store/claim_matching.h"

#include <algorithm>

#include "core/text.h"

namespace store {

namespace {

std::vector<std::string> names(const std::vector<core::Party>& parties) {
    std::vector<std::string> all;
    all.reserve(parties.size());
    for (const auto& party : parties) all.push_back(party.name);
    return all;
}

std::vector<core::EvidenceType> types(const std::vector<core::Evidence>& evidence) {
    std::vector<core::EvidenceType> all;
    all.reserve(evidence.size());
    for (const auto& one : evidence) all.push_back(one.type);
    return all;
}

std::optional<std::string> edtf(const std::optional<core::ClaimTime>& time) {
    return time && time->edtf ? std::optional(time->edtf->text()) : std::nullopt;
}

std::vector<std::string> changed_slots(const core::ClaimRecord& old, const core::Claim& fresh,
                                       std::string_view quote) {
    std::vector<std::string> slots;
    const auto differs = [&](const char* slot, bool differ) {
        if (differ) slots.emplace_back(slot);
    };
    const core::Claim& was = old.claim;
    differs("quote", old.quote != quote);
    differs("kind", was.kind != fresh.kind);
    differs("claimant", names(was.claimant) != names(fresh.claimant));
    differs("accused", names(was.accused) != names(fresh.accused));
    differs("conduct", was.conduct != fresh.conduct);
    differs("object", was.object != fresh.object);
    differs("object_owner", was.object_owner != fresh.object_owner);
    differs("evidence", types(was.evidence) != types(fresh.evidence));
    differs("via", names(was.via) != names(fresh.via));
    differs("certainty", was.certainty != fresh.certainty);
    differs("time", edtf(was.time) != edtf(fresh.time));
    return slots;
}

enum class Pass { SameClaim, SameWords, EditedSentence };

bool fits(Pass pass, const core::ClaimRecord& old, const core::Claim& fresh,
          std::string_view quote) {
    const bool same_parties = old.claim.kind == fresh.kind &&
                              names(old.claim.claimant) == names(fresh.claimant) &&
                              names(old.claim.accused) == names(fresh.accused);
    switch (pass) {
        case Pass::SameClaim: return old.quote == quote && same_parties;
        case Pass::SameWords: return old.quote == quote;
        case Pass::EditedSentence:
            return names(old.claim.accused) == names(fresh.accused) &&
                   core::shared_words(old.quote, quote) >= core::kEditedShare;
    }
    return false;
}

}  // namespace

std::vector<ClaimMatch> match_claims(std::span<const core::ClaimRecord> old,
                                     std::span<const core::Claim> fresh, std::string_view text) {
    std::vector<ClaimMatch> matches(fresh.size());
    std::vector<bool> taken(old.size(), false);
    for (const Pass pass : {Pass::SameClaim, Pass::SameWords, Pass::EditedSentence}) {
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            if (matches[i].old) continue;
            const auto quote = core::cut(text, fresh[i].quote);
            for (std::size_t j = 0; j < old.size() && !matches[i].old; ++j) {
                if (taken[j] || !fits(pass, old[j], fresh[i], quote)) continue;
                matches[i] = {j, changed_slots(old[j], fresh[i], quote)};
                taken[j] = true;
            }
        }
    }
    return matches;
}

}  // namespace store
