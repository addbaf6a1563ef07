// From a complete draft to the claim, with its certainty, time and what it answers.
#include <algorithm>
#include <array>
#include <utility>

#include "extractor/claims/evidence.h"
#include "extractor/claims/finder.h"
#include "extractor/claims/kinds.h"
#include "extractor/claims/objects.h"
#include "extractor/claims/when.h"
#include "extractor/claims/words.h"

namespace extractor {

namespace {

using core::Certainty;
using core::Claim;
using core::ClaimKind;

constexpr std::size_t kOpening = 9;        // words with which a sentence begins
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
    claim.time = time_in(scene, draft.quote, reading_, published_);
    // "In December, X …": what the sentence begins with dates its claims.
    if (!claim.time)
        claim.time =
            time_in(scene, {0, std::min(draft.quote.begin, kOpening)}, reading_, published_);
    claim.responds_to = answered(claim);
    add_object(claim, draft, scene);
    claim.confidence = confidence_of(grounds_of(claim, draft, scene));
    return claim;
}

void Finder::add_object(Claim& claim, const Draft& draft, const Scene& scene) const {
    const auto taken = taken_in(scene, parties_, draft);
    if (!taken) return;
    claim.object = std::string(reading_.text(scene.span(taken->words)));
    claim.object_owner = taken->owner;
}

Grounds Finder::grounds_of(const Claim& claim, const Draft& draft, const Scene& scene) {
    const auto names = [&](const std::vector<Party>& parties) {
        return !parties.empty() && std::all_of(parties.begin(), parties.end(), [&](const Party& p) {
            return core::is_named(p.name) && p.span && claim.quote.contains(*p.span);
        });
    };
    return {.names_claimant = names(claim.claimant) && !draft.claimant.is_guess,
            .names_accused = names(claim.accused) && !draft.accused.is_guess,
            .tells_conduct = !conducts_in(scene, draft.content).empty(),
            .plain_act = draft.frame == Frame::Accuse || draft.frame == Frame::Passive ||
                         draft.frame == Frame::Self || draft.frame == Frame::Rule,
            .own_voice = draft.frame == Frame::Bare || draft.claimant.parties.empty(),
            .has_many = claim.accused.size() > 1 || claim.claimant.size() > 1,
            .is_hedged = claim.hedge.has_value()};
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
        // "In support of the accusation, X published its logs": the accusation is old.
        const bool names_charge = draft.kind == ClaimKind::Observation &&
                                  certainty == Certainty::Alleged && !scene.tree.empty() &&
                                  scene.tree.is_noun(match.begin);
        if (names_charge) continue;
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
