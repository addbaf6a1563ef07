// What is missing in a draft is taken from what the article told before; what is then no claim of
// ours is dropped.
#include <algorithm>

#include "extractor/claims/finder.h"
#include "extractor/claims/kinds.h"
#include "extractor/claims/matter_words.h"
#include "extractor/claims/words.h"

namespace extractor {

namespace {

using namespace words;
using core::Certainty;
using core::ClaimKind;

constexpr std::size_t kNegationReach = 2;  // words between "not" and what was not done

bool tells_evidence(const Scene& scene, Range range) {
    return std::any_of(scene.evidence.begin(), scene.evidence.end(),
                       [&](const Match& match) { return range.contains(match); });
}

// Right before the first thing that was done: "has not used", "was never trained on".
bool is_negated(const Scene& scene, Range content) {
    const auto first = std::find_if(scene.conducts.begin(), scene.conducts.end(),
                                    [&](const Match& match) { return content.contains(match); });
    if (first == scene.conducts.end()) return false;
    const auto from =
        std::max(content.begin, first->begin - std::min(first->begin, kNegationReach));
    return any_word(scene, {from, first->begin}, kNots) &&
           !any_word(scene, {from, first->begin}, kNotAlone);
}

// "This isn't conclusive proof" denies nothing.
bool says_no_proof(const Scene& scene) {
    return std::any_of(scene.hedges.begin(), scene.hedges.end(), [](const Match& match) {
        return Clues::builtin().hedge_of[match.rule] == Certainty::NotConclusive;
    });
}

// "She was dismissed from Google": without a court or a case nothing was ruled.
bool is_legal(const Draft& draft, const Scene& scene) {
    return draft.by_judge || any_word(scene, draft.quote, kCourts) ||
           any_word(scene, draft.quote, kLegal);
}

bool is_cost(const Draft& draft) {
    return !draft.conduct.empty() && draft.conduct.front() == core::Conduct::CostClaim;
}

// "Korvid argues that training on books is fair use."
bool pleads(const Draft& draft, const Scene& scene) {
    const bool of_itself =
        draft.accused.parties.empty() || meet(draft.accused.parties, draft.claimant.parties);
    return draft.frame == Frame::Say && draft.kind == ClaimKind::Accusation && of_itself &&
           draft.claimant.sort == Who::Sort::Named && !draft.conduct.empty() &&
           any_word(scene, draft.content, kPleas);
}

// "The suit says", "the plaintiffs claim", "Tallis alleges": part of a charge, whatever it tells.
bool argues_case(const Draft& draft, const Scene& scene) {
    const auto& who = draft.claimant;
    const bool known = who.begin < who.end && scene.words[who.begin].lower == "the";
    const bool in_court =
        who.sort == Who::Sort::Suit || (who.sort == Who::Sort::Plaintiffs && known);
    const bool alleges = draft.certainty == Certainty::Alleged;
    return accuses(draft.kind) && draft.frame == Frame::Say && (in_court || alleges);
}

}  // namespace

bool Finder::complete(Draft& draft, std::size_t index) const {
    if (draft.claimant.sort == Who::Sort::Report) draft.claimant.parties.clear();
    fill_claimant(draft, index);
    turn_into_ruling(draft);
    if (draft.kind == ClaimKind::Ruling && !is_legal(draft, scenes_[index])) return false;
    turn_into_answer(draft, scenes_[index]);
    if (!turn_into_denial(draft, scenes_[index])) return false;
    if (answers_nothing(draft, scenes_[index])) return false;
    turn_into_self_claim(draft);
    turn_into_observation(draft, scenes_[index]);
    fill_accused(draft);
    fill_conduct(draft, scenes_[index]);
    return is_claim(draft);
}

void Finder::fill_claimant(Draft& draft, std::size_t index) const {
    if (draft.frame == Frame::Proof && draft.claimant.parties.empty())
        draft.claimant.parties = without_spans(memory_.accuser);
    if (draft.claimant.is_guess) settle_guess(draft, index);
    const bool is_open = draft.frame == Frame::Bare || draft.claimant.sort == Who::Sort::Speaker ||
                         (draft.frame == Frame::Noun && draft.claimant.parties.empty());
    if (!is_open) return;
    if (const auto who = speaker(index)) {
        draft.claimant.parties = {*who};
        draft.claimant.sort = Who::Sort::Pronoun;
        draft.frame = Frame::Say;
        if (meet(draft.claimant.parties, draft.accused.parties)) draft.accused = {};
    }
}

// "It", "the company": who answers is accused, who accuses is the accuser, who goes on talking is
// who talked.
void Finder::settle_guess(Draft& draft, std::size_t index) const {
    const bool is_it = draft.claimant.end == draft.claimant.begin + 1;
    const auto block = reading_.segments().sentences[index].block;
    const auto& charged = charged_block_ == block ? charged_ : memory_.accused;
    const std::vector<Party>* meant = nullptr;
    const bool goes_on = draft.kind == ClaimKind::Admission ||
                         (draft.frame == Frame::Say && draft.kind != ClaimKind::Observation);
    if (is_it && goes_on)
        meant = &memory_.claimant;
    else if (draft.frame == Frame::Self)
        meant = &charged;
    else if (draft.frame == Frame::Accuse || draft.kind == ClaimKind::Observation)
        meant = &memory_.accuser;
    if (meant != nullptr && !meant->empty()) draft.claimant.parties = without_spans(*meant);
    if (meet(draft.accused.parties, draft.claimant.parties) && !answers(draft.kind))
        draft.accused = {};
}

// What a judge says is the court's.
void Finder::turn_into_ruling(Draft& draft) const {
    if (!draft.by_judge || !(accuses(draft.kind) || answers(draft.kind))) return;
    draft.kind = ClaimKind::Ruling;
    draft.certainty = Certainty::Asserted;
    if (meet(draft.accused.parties, draft.claimant.parties)) draft.accused = {};
}

// What the accuser tells it saw, logged or measured is its evidence.
void Finder::turn_into_observation(Draft& draft, const Scene& scene) const {
    const bool tells = draft.frame == Frame::Say || draft.frame == Frame::Source;
    if (!tells || draft.kind != ClaimKind::Accusation || !draft.conduct.empty()) return;
    if (draft.claimant.sort == Who::Sort::Suit) return;
    if (is_accuser(draft.claimant.parties) && tells_evidence(scene, draft.quote))
        draft.kind = ClaimKind::Observation;
}

// How cheap a model was is what its maker says of itself.
void Finder::turn_into_self_claim(Draft& draft) const {
    if (!is_cost(draft) || draft.frame != Frame::Say || !accuses(draft.kind)) return;
    if (draft.accused.parties.empty() || draft.accused.is_product ||
        meet(draft.accused.parties, draft.claimant.parties)) {
        draft.kind = ClaimKind::SelfClaim;
        draft.certainty = Certainty::Alleged;
        draft.accused = {};
    }
}

// What the accused says of its own conduct answers the accusation; what it says of the plaintiffs
// is an accusation of its own.
void Finder::turn_into_answer(Draft& draft, const Scene& scene) const {
    const auto& by = draft.claimant.parties;
    if (draft.frame != Frame::Say || !accuses(draft.kind) || by.empty()) return;
    if (is_accuser(by) || says_no_proof(scene)) return;
    if (!meet(by, memory_.accused) && !meet(by, memory_.defendants)) return;
    const bool of_itself = draft.accused.parties.empty() || meet(draft.accused.parties, by);
    const bool of_plaintiffs = meet(draft.accused.parties, memory_.plaintiffs) ||
                               meet(draft.accused.parties, memory_.accuser);
    if (!of_itself && !of_plaintiffs) return;
    if (is_cost(draft)) return;
    // Of the matter: not whatever the accused happens to say.
    if (draft.conduct.empty() && !any_word(scene, draft.content, kMatter) &&
        !any_word(scene, draft.quote, kLegal) && !any_word(scene, draft.quote, kCourts) &&
        !any_word(scene, draft.content, kVerdicts) && !any_word(scene, draft.content, kPleas) &&
        !tells_evidence(scene, draft.content))
        return drop(draft);
    const bool denies = any_word(scene, draft.content, kNegations) || !draft.conduct.empty();
    if (of_plaintiffs && !denies) return;
    draft.kind = denies ? ClaimKind::Denial : ClaimKind::Response;
    draft.certainty = denies ? Certainty::Denied : Certainty::Asserted;
    draft.accused = draft.claimant;
}

// What has no conduct and no accused is no claim.
void Finder::drop(Draft& draft) {
    draft.kind = ClaimKind::Background;
    draft.conduct.clear();
    draft.claimant = {};
    draft.accused = {};
}

// "X was never trained on Y": who says so denies it; in the article's own voice it is no claim.
bool Finder::turn_into_denial(Draft& draft, const Scene& scene) const {
    const bool could = draft.frame == Frame::Say || draft.frame == Frame::Bare;
    if (says_no_proof(scene)) return true;
    if (pleads(draft, scene)) {
        draft.kind = ClaimKind::Denial;
        draft.certainty = Certainty::Denied;
        draft.accused = draft.claimant;
        return true;
    }
    if (!could || draft.kind != ClaimKind::Accusation || !is_negated(scene, draft.content))
        return true;
    if (draft.frame == Frame::Bare || draft.claimant.parties.empty()) return false;
    draft.kind = ClaimKind::Denial;
    draft.certainty = Certainty::Denied;
    if (!is_accuser(draft.claimant.parties) && draft.accused.parties.empty())
        draft.accused = draft.claimant;
    return true;
}

bool Finder::is_accuser(const std::vector<Party>& by) const {
    return meet(by, memory_.plaintiffs) ||
           (meet(by, memory_.accuser) && !meet(by, memory_.accused));
}

bool Finder::is_person(const std::vector<Party>& parties) const {
    const auto& entities = reading_.names().entities;
    return parties.size() == 1 &&
           std::any_of(entities.begin(), entities.end(), [&](const core::Entity& entity) {
               return entity.type == core::EntityType::Person &&
                      entity.name == parties.front().name;
           });
}

void Finder::fill_accused(Draft& draft) const {
    if (decides(draft.kind) && is_accuser(draft.accused.parties)) draft.accused = {};
    if (!draft.accused.parties.empty()) return;
    const auto& by = draft.claimant.parties;
    const auto& defendants = memory_.defendants.empty() ? memory_.accused : memory_.defendants;
    const bool answers_itself = answers(draft.kind) && !is_accuser(by);
    const bool for_others =
        is_person(by) && (draft.kind != ClaimKind::Denial || draft.conduct.empty());
    if (answers_itself && for_others && !memory_.accused.empty()) {
        draft.accused.parties = without_spans(memory_.accused);  // "we apologise", said its officer
    } else if (answers_itself) {
        draft.accused = draft.claimant;
    } else if (answers(draft.kind) || decides(draft.kind)) {
        draft.accused.parties = without_spans(defendants);
    } else if (accuses(draft.kind) && draft.kind != ClaimKind::Investigation) {
        if (!memory_.accused.empty() && !meet(memory_.accused, by))
            draft.accused.parties = without_spans(memory_.accused);
    }
}

void Finder::fill_conduct(Draft& draft, const Scene& scene) const {
    if (!draft.conduct.empty()) return;
    const auto& by = draft.claimant.parties;
    const auto& about = draft.accused.parties;
    const bool of_the_dispute = meet(about, memory_.accused) || meet(about, memory_.defendants);
    const bool is_party = is_accuser(by) || meet(by, memory_.claimant) ||
                          meet(by, memory_.accused) || meet(by, memory_.defendants);
    const bool sues = draft.frame == Frame::Accuse && draft.certainty == Certainty::Asserted &&
                      draft.kind == ClaimKind::Accusation;
    const auto known = memory_.conduct.empty() && main_conduct_
                           ? std::vector<core::Conduct>{*main_conduct_}
                           : memory_.conduct;
    const bool proves =
        draft.frame == Frame::Proof && of_the_dispute && tells_evidence(scene, draft.content);
    // "X denies it" where no charge against X was understood: it is what the article is about.
    const bool denies_all = draft.kind == ClaimKind::Denial && meet(about, by);
    const bool replies =
        denies_all || ((answers(draft.kind) || decides(draft.kind)) && of_the_dispute);
    const bool pleads = argues_case(draft, scene) && !about.empty() && main_conduct_;
    const bool answers_case = answers(draft.kind) && main_conduct_ && memory_.accused.empty() &&
                              meet(about, by) && !is_person(by);
    const auto charges = [&] {
        return accuses(draft.kind) && of_the_dispute && is_party && draft.frame != Frame::Bare &&
               !any_word(scene, draft.content, kPlans) &&
               (any_word(scene, draft.content, kMatter) || tells_evidence(scene, draft.content));
    };
    if (sues || proves || replies || pleads || answers_case || charges()) draft.conduct = known;
}

// "Declined to say whether it would sue": no answer to a charge, unless a suit is withdrawn.
bool Finder::answers_nothing(const Draft& draft, const Scene& scene) const {
    if (!is_accuser(draft.claimant.parties)) return false;
    if (draft.kind == ClaimKind::Response) return !any_word(scene, draft.act, kSuits);
    return draft.kind == ClaimKind::Admission && !meet(draft.accused.parties, memory_.accused);
}

bool Finder::is_claim(const Draft& draft) const {
    if (draft.kind == ClaimKind::Background) return false;
    const bool by = !draft.claimant.parties.empty(), about = !draft.accused.parties.empty();
    if (draft.conduct.empty() && draft.kind != ClaimKind::Countermeasure) return false;
    // In its own voice an article mostly explains; a charge is hedged or names who did it.
    if (draft.frame == Frame::Bare) return about && draft.accused.end != 0;
    if (accuses(draft.kind) || decides(draft.kind)) return about;
    if (draft.kind == ClaimKind::Countermeasure)
        return by && (!claims_.empty() || !draft.conduct.empty());
    return by;
}

}  // namespace extractor
