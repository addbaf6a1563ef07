// From a complete draft to the claim, with its certainty, time and what it answers.
#include <algorithm>
#include <array>
#include <utility>

#include "extractor/claims/evidence.h"
#include "extractor/claims/finder.h"
#include "extractor/claims/kinds.h"
#include "extractor/claims/when.h"
#include "extractor/claims/words.h"

namespace extractor {

namespace {

using core::Certainty;
using core::Claim;
using core::ClaimKind;

constexpr std::size_t kAnswerReach = 100;  // claims among which the one answered is looked for

// "In May", "may not": a month, a prohibition.
bool is_no_hedge(const Scene& scene, const Match& match) {
    if (scene.words[match.begin].lower != "may" || match.end - match.begin != 1) return false;
    static constexpr auto kBeforeMonth =
        std::to_array<std::string_view>({"in", "of", "since", "last", "this", "early", "late"});
    if (match.begin > 0 && words::in(kBeforeMonth, scene.words[match.begin - 1].lower)) return true;
    if (match.end >= scene.words.size()) return true;
    const auto next = scene.words[match.end].lower;
    return next == "not" || next == "," || core::is_digit(next.front());
}

}  // namespace

Claim Finder::claim_of(const Draft& draft, const Scene& scene) const {
    Claim claim{.kind = draft.kind, .quote = scene.span(draft.quote)};
    claim.claimant = draft.claimant.parties;
    claim.accused = draft.accused.parties;
    claim.conduct = draft.conduct;
    hedge(claim, draft, scene);
    if (claim.claimant.empty()) {
        const bool own_voice = draft.frame == Frame::Bare && claim.certainty == Certainty::Asserted;
        claim.claimant.push_back(
            {std::string(own_voice ? core::kArticleVoice : core::kUnnamed), std::nullopt});
    }
    if (accuses(draft.kind)) claim.evidence = evidence_in(scene, draft.quote);
    claim.time =
        time_in(scene.words.subspan(draft.quote.begin, draft.quote.end - draft.quote.begin),
                reading_, published_);
    claim.responds_to = answered(claim);
    return claim;
}

// The strongest hedge that governs what is said wins; rules, measures and rulings are not hedged.
void Finder::hedge(Claim& claim, const Draft& draft, const Scene& scene) const {
    claim.certainty = draft.certainty;
    if (!accuses(draft.kind)) return;
    auto governed_until = draft.content.end;
    for (const auto& match : scene.conducts)
        if (draft.content.contains(match) && draft.kind != ClaimKind::Observation) {
            governed_until = match.end;
            break;
        }
    for (const auto& match : scene.hedges) {
        const auto certainty = Clues::builtin().hedge_of[match.rule];
        const bool governs = draft.quote.begin <= match.begin && match.begin < governed_until;
        if (!governs || certainty == Certainty::Denied || is_no_hedge(scene, match)) continue;
        if (certainty < claim.certainty || (certainty == claim.certainty && !claim.hedge)) {
            claim.certainty = certainty;
            claim.hedge = scene.span({match.begin, match.end});
        }
    }
}

std::optional<std::size_t> Finder::answered(const Claim& claim) const {
    if (!answers(claim.kind) && claim.kind != ClaimKind::Ruling) return std::nullopt;
    for (auto at = claims_.size(); at-- > 0 && claims_.size() - at <= kAnswerReach;)
        if (claims_[at].kind == ClaimKind::Accusation && meet(claims_[at].accused, claim.accused))
            return at;
    return std::nullopt;
}

}  // namespace extractor
