// How what one act tells is joined to what the act before told.
#include <algorithm>
#include <utility>

#include "extractor/claims/drafter.h"
#include "extractor/claims/kinds.h"

namespace extractor {

namespace {

bool replies(core::ClaimKind kind) {
    return kind == core::ClaimKind::Denial || kind == core::ClaimKind::Response;
}

bool charges(core::ClaimKind kind) {
    return kind == core::ClaimKind::Accusation || kind == core::ClaimKind::Observation;
}

bool joins(const Draft& last, const Draft& made) {
    const bool alike = last.kind == made.kind || (replies(last.kind) && replies(made.kind)) ||
                       (charges(last.kind) && charges(made.kind));
    if (!alike || last.frame == Frame::Bare) return false;
    if (!same_parties(last.claimant.parties, made.claimant.parties)) return false;
    return made.accused.parties.empty() || last.accused.parties.empty() ||
           same_parties(last.accused.parties, made.accused.parties);
}

}  // namespace

// Joins what one act adds to the one before: "sued Meta, accusing it of …".
void Drafter::keep(Draft made) {
    made.by_judge = parties_.is_judge(scene_, made.claimant);
    free_from_ = std::max(free_from_, made.quote.end);
    if (is_inner(made)) return keep_inner(std::move(made));
    if (!made.claimant.parties.empty() && made.claimant.begin < made.quote.begin)
        made.quote.begin = made.claimant.begin;
    if (drafts_.empty() || !joins(drafts_.back(), made)) {
        drafts_.push_back(std::move(made));
        return;
    }
    auto& last = drafts_.back();
    last.quote.end = std::max(last.quote.end, made.quote.end);
    last.content.end = std::max(last.content.end, made.content.end);
    if (last.accused.parties.empty()) last.accused = made.accused;
    last.certainty = std::min(last.certainty, made.certainty);
    if (made.kind == core::ClaimKind::Observation) last.kind = made.kind;
    last.conduct = conducts_in(scene_, last.content);
}

// "Bloomberg said that X accuses Y" is X's claim; "X said that it found …" stays one of X's.
void Drafter::keep_inner(Draft made) {
    auto& outer = drafts_.back();
    const bool is_of_another = made.claimant.sort == Who::Sort::Named &&
                               !same_parties(outer.claimant.parties, made.claimant.parties);
    const bool tells = outer.frame == Frame::Say || outer.frame == Frame::Source;
    // "The court said that X failed to show …" is the court's.
    if (is_of_another && tells && !outer.by_judge) {
        made.quote.begin = outer.quote.begin;
        made.by_judge = made.by_judge || outer.by_judge;
        outer = std::move(made);
    } else if (outer.frame != Frame::Self && outer.frame != Frame::Own) {
        outer.certainty = std::min(outer.certainty, made.certainty);
        if (outer.accused.parties.empty()) outer.accused = made.accused;
    }
}

// "X said that it found …", "X said that Z accuses Y": an act within what another one tells.
bool Drafter::is_inner(const Draft& made) const {
    if (drafts_.empty()) return false;
    const auto& outer = drafts_.back();
    const bool tells = outer.frame == Frame::Say || outer.frame == Frame::Source;
    if (!tells && made.frame != Frame::Noun) return false;
    if (made.frame != Frame::Say && made.frame != Frame::Noun && made.frame != Frame::Accuse)
        return false;
    return outer.content.begin <= made.quote.begin && made.quote.begin < outer.content.end &&
           (made.claimant.sort == Who::Sort::Nobody || made.claimant.begin >= outer.content.begin ||
            same_parties(made.claimant.parties, outer.claimant.parties));
}

// A quotation that was read already is now given to its speaker.
bool Drafter::gave_voice(std::size_t index, const Who& claimant) {
    if (drafts_.empty() || claimant.parties.empty()) return false;
    auto& last = drafts_.back();
    const bool is_own = last.frame == Frame::Bare || last.claimant.parties.empty() ||
                        last.claimant.sort == Who::Sort::Pronoun;
    if (!is_own) return false;
    last.claimant = claimant;
    if (last.frame == Frame::Bare) last.frame = Frame::Say;
    if (is_only(last.accused, claimant.parties)) last.accused = {};
    last.certainty = std::min(last.certainty, act(index).certainty);
    if (act(index).kind == core::ClaimKind::Observation) last.kind = act(index).kind;
    last.quote.end = std::max({last.quote.end, scene_.acts[index].end, claimant.end});
    last.by_judge = parties_.is_judge(scene_, claimant);
    free_from_ = std::max(free_from_, last.quote.end);
    return true;
}

}  // namespace extractor
