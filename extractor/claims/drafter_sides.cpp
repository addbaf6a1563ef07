// Who accuses whom by an act: objects and agents first, then who did what is told, then nearness.
#include <utility>

#include "extractor/claims/drafter.h"
#include "extractor/claims/matter_words.h"
#include "extractor/claims/words.h"

namespace extractor {

using namespace words;
using core::ClaimKind;

// A party that can be accused; the others speak, or judge.
bool Drafter::is_side(const Who& who) {
    using Sort = Who::Sort;
    return !who.parties.empty() && who.sort != Sort::Court && who.sort != Sort::Suit &&
           who.sort != Sort::Report && who.sort != Sort::Group && who.sort != Sort::Plaintiffs;
}

// Whom an act or, where it has no such object, what is told after it is about.
Who Drafter::accused_by(std::size_t index, Range content, const Who& claimant) const {
    const auto fits = [&](const Who& who) {
        return is_side(who) && !is_only(who, claimant.parties);
    };
    const auto& match = scene_.acts[index];
    const auto frame = act(index).frame;
    for (auto at = match.begin; at < match.end; ++at)
        if (auto target = arguments_.behind(at, "against"); fits(target)) return target;
    if (frame != Frame::Say)
        if (auto target = sides_.behind("against", {match.begin, content.end}); fits(target))
            return target;
    const bool settles = act(index).kind == ClaimKind::Settlement;
    if (frame == Frame::Accuse || (frame == Frame::Rule && !settles))
        if (auto object = arguments_.object_of(verb(index)); fits(object)) return object;
    // "granted X’s motion", "allowed the claims against X to proceed"
    if (frame == Frame::Rule && !settles)
        if (auto named = sides_.named_in({match.begin, match.end}); fits(named)) return named;
    return doer_in(index, content, claimant);
}

// "It", which is not who speaks: who is accused already in this sentence.
Who Drafter::accused_before(const Who& claimant) const {
    if (drafts_.empty() || is_only(drafts_.back().accused, claimant.parties)) return {};
    return drafts_.back().accused;
}

// "Companies" at large.
bool Drafter::is_generic(const Who& who) const {
    return who.sort == Who::Sort::Companies && who.end == who.begin + 1;
}

// Does the speaker tell of itself? Only what it denies, or what it is accused of, is of interest.
bool Drafter::may_tell_of_itself(std::size_t index, Range content, const Who& claimant) const {
    switch (act(index).frame) {
        case Frame::Accuse:
        case Frame::Noun: return false;
        case Frame::Say:
        case Frame::Source:
            return any_word(scene_, content, kNots) ||
                   meet(claimant.parties, parties_.memory().accused) ||
                   meet(claimant.parties, parties_.memory().defendants);
        case Frame::Rule: return act(index).kind == ClaimKind::Settlement;
        default: return true;
    }
}

// The first who is told to have done what is told there; else whoever is named.
Who Drafter::doer_in(std::size_t index, Range content, const Who& claimant) const {
    const bool of_itself = may_tell_of_itself(index, content, claimant);
    for (const auto& deed : scene_.conducts) {
        if (!content.contains(deed)) continue;
        auto doer = arguments_.doer_of(deed);
        if (doer.sort == Who::Sort::Speaker && of_itself) return claimant;
        const bool is_it = doer.sort == Who::Sort::Pronoun && doer.end == doer.begin + 1 &&
                           in(kOtherPronouns, lower(doer.begin));
        if (is_it) doer = of_itself ? claimant : accused_before(claimant);
        if (is_generic(doer)) continue;
        if (!is_side(doer) || parties_.is_product(scene_.words[doer.begin])) continue;
        if (of_itself || !is_only(doer, claimant.parties)) return doer;
    }
    if (act(index).frame == Frame::Self) return {};
    auto doer = sides_.doer_in(content);
    if (doer.parties.empty() || is_only(doer, claimant.parties))
        doer = sides_.accused_in(content, claimant.parties);
    // People are named for many reasons; nearness alone accuses none.
    const bool stranger = doer.sort == Who::Sort::Named &&
                          parties_.is_person(scene_.words[doer.begin]) &&
                          !meet(doer.parties, parties_.memory().accused);
    return stranger ? Who() : doer;
}

// "X’s allegation", "allegations by X", "a lawsuit from X", "the claim was made by X".
Who Drafter::source_of(std::size_t index, Range content) const {
    const auto& match = scene_.acts[index];
    for (auto at = match.begin; at < match.end; ++at)
        if (auto source = arguments_.source_of(at); !source.parties.empty()) return source;
    auto owner = parties_.ending_at(scene_, match.begin);
    const bool owns =
        owner.end == match.begin || (owner.end + 1 == match.begin && lower(owner.end) == "'s");
    if (owner.sort == Who::Sort::Named && owns) return owner;
    for (const auto* const link : {"by", "from"})
        if (auto source = sides_.behind(link, {match.begin, content.end}); !source.parties.empty())
            return source;
    return {};
}

// Who is said to say something in this sentence.
Who Drafter::sayer() const {
    for (std::size_t i = 0; i < scene_.acts.size(); ++i) {
        if (act(i).frame != Frame::Say) continue;
        auto who = arguments_.subject_of(verb(i));
        if (who.parties.empty()) who = parties_.before(scene_, scene_.acts[i].begin);
        if (!who.parties.empty() && who.sort != Who::Sort::Suit) return who;
    }
    return {};
}

}  // namespace extractor
