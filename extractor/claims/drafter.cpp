#include "extractor/claims/drafter.h"

#include <algorithm>
#include <utility>

#include "extractor/claims/matter_words.h"
#include "extractor/claims/words.h"

namespace extractor {

using namespace words;
using core::ClaimKind;
using core::Conduct;

namespace {

constexpr std::size_t kPlanReach = 4;  // words between "plans" and what is planned

}  // namespace

std::vector<Draft> Drafter::all() {
    for (std::size_t i = 0; i < scene_.acts.size(); ++i) {
        read_bare({free_from_, scene_.acts[i].begin});
        read(i);
    }
    read_bare({free_from_, size()});
    return std::move(drafts_);
}

// What an act is about: up to where the next act with a subject of its own begins.
Range Drafter::content_after(std::size_t index) const {
    auto begin = scene_.acts[index].end;
    // "believes X did": the pattern ends with who did it.
    const bool takes_name = act(index).frame == Frame::Say;
    while (takes_name && begin > scene_.acts[index].begin + 1 &&
           scene_.words[begin - 1].mention >= 0)
        --begin;
    for (auto next = index + 1; next < scene_.acts.size(); ++next) {
        const auto subject = parties_.before(scene_, scene_.acts[next].begin);
        if (subject.sort == Who::Sort::Nobody || subject.begin <= begin) continue;
        if (in(kClauseStarts, lower(subject.begin - 1))) return {begin, subject.begin};
    }
    return {begin, size()};
}

void Drafter::read(std::size_t index) {
    switch (act(index).frame) {
        case Frame::Accuse:
        case Frame::Rule: return read_active(index);
        case Frame::Passive: return read_passive(index);
        case Frame::Noun: return read_noun(index);
        case Frame::Say: return read_say(index);
        case Frame::Source: return read_source(index);
        case Frame::Self:
        case Frame::Own: return read_self(index);
        case Frame::Proof: return read_proof(index);
        case Frame::Bare: return;
    }
}

Draft Drafter::draft(std::size_t index, Range content) const {
    const auto& match = scene_.acts[index];
    return {.kind = act(index).kind,
            .frame = act(index).frame,
            .quote = {std::min(match.begin, content.begin), std::max(match.end, content.end)},
            .content = content,
            .act = {match.begin, match.end},
            .claimant = {},
            .accused = {},
            .conduct = conducts_in(scene_, content),
            .certainty = act(index).certainty};
}

// The subject of an act; that of the act before where it has none.
Who Drafter::subject(std::size_t index) const {
    auto who = arguments_.subject_of(verb(index));
    const auto& match = scene_.acts[index];
    const bool is_behind = who.begin >= match.end && !in(kInverting, lower(match.begin));
    if (who.parties.empty() || is_behind) {
        who = parties_.before(scene_, match.begin);
        if (!is_behind && !arguments_.may_be_subject(verb(index), who)) who = {};
    }
    const bool follows = !drafts_.empty() && drafts_.back().frame != Frame::Bare &&
                         drafts_.back().claimant.sort != Who::Sort::Nobody;
    // "… has responded, stating that they disagree"
    const bool refers = who.sort == Who::Sort::Pronoun && who.end == who.begin + 1 &&
                        in(kOtherPronouns, lower(who.begin));
    if (follows && (refers || who.sort == Who::Sort::Nobody)) return drafts_.back().claimant;
    if (who.sort != Who::Sort::Nobody) return who;
    // ", calling out Meta": what the sentence began with.
    const auto begin = scene_.acts[index].begin;
    if (!lower(begin).ends_with("ing") || begin == 0) return who;
    return parties_.first_in(scene_, {0, begin});
}

void Drafter::read_active(std::size_t index) {
    // "before anybody sued us": no charge of the speaker's.
    const auto behind = scene_.acts[index].end;
    if (behind < size() && in(kSpeakers, lower(behind))) return;
    // "Has not decided whether to sue": nobody sued.
    const auto begin = scene_.acts[index].begin;
    const bool is_planned = begin > 0 && lower(begin - 1) == "to" &&
                            any_word(scene_, {begin - std::min(begin, kPlanReach), begin}, kPlans);
    if (is_planned) return;
    if (arguments_.is_passive(verb(index))) return read_passive(index);
    auto made = draft(index, content_after(index));
    made.claimant = subject(index);
    made.accused = accused_by(index, made.content, made.claimant);
    keep(std::move(made));
}

void Drafter::read_passive(std::size_t index) {
    auto made = draft(index, content_after(index));
    made.claimant = arguments_.agent_of(verb(index));
    if (made.claimant.parties.empty()) made.claimant = source_of(index, made.content);
    made.accused = arguments_.subject_of(verb(index));
    if (!is_side(made.accused) && act(index).frame == Frame::Rule)
        made.accused = accused_by(index, {free_from_, size()}, made.claimant);
    // "Accounts suspected of being used": no party.
    if (made.accused.sort == Who::Sort::Nobody && arguments_.has_subject(verb(index))) return;
    if (made.accused.parties.empty())
        made.accused = parties_.before(scene_, scene_.acts[index].begin);
    if (is_only(made.claimant, made.accused.parties)) made.claimant = {};
    keep(std::move(made));
}

void Drafter::read_noun(std::size_t index) {
    auto made = draft(index, content_after(index));
    made.claimant = source_of(index, made.content);
    if (made.claimant.parties.empty()) made.claimant = arguments_.holder_of(verb(index));
    made.accused = accused_by(index, made.content, made.claimant);
    keep(std::move(made));
}

void Drafter::read_source(std::size_t index) {
    const auto& match = scene_.acts[index];
    auto source = parties_.first_in(scene_, {match.end, std::min(size(), match.end + kNear + 4)});
    if (source.sort == Who::Sort::Report || source.sort == Who::Sort::Nobody) return;
    if (is_credit(match)) return;
    const bool leads = match.begin < 2;
    if (!leads && gave_voice(index, source)) return;
    const Range content =
        leads ? Range{std::max(source.end, match.end), size()} : Range{free_from_, match.begin};
    auto made = draft(index, content);
    made.quote =
        leads ? Range{match.begin, size()} : Range{content.begin, std::max(source.end, match.end)};
    made.claimant = std::move(source);
    made.accused = doer_in(index, content, made.claimant);
    keep(std::move(made));
}

// "According to Bloomberg": where it comes from, not who claims it.
bool Drafter::is_credit(const Match& match) const {
    return std::any_of(scene_.credits.begin(), scene_.credits.end(), [&](const Match& credit) {
        return credit.begin < match.end && match.begin < credit.end;
    });
}

// What a rule forbids: breaking it comes first.
std::vector<Conduct> Drafter::forbidden_in(Range range) const {
    auto conducts = conducts_in(scene_, range);
    const auto breach =
        std::find(conducts.begin(), conducts.end(), Conduct::TermsOfServiceViolation);
    if (breach != conducts.end()) std::rotate(conducts.begin(), breach, breach + 1);
    return conducts;
}

// Who asks for an answer and gives none: "we", an outlet.
bool Drafter::is_outside(const Who& who) const {
    return who.sort == Who::Sort::Speaker || who.sort == Who::Sort::Report ||
           (who.sort == Who::Sort::Named && parties_.is_outlet(scene_.words[who.begin]));
}

void Drafter::read_self(std::size_t index) {
    auto made = draft(index, content_after(index));
    made.claimant = arguments_.is_passive(verb(index)) ? arguments_.agent_of(verb(index)) : Who();
    if (made.claimant.parties.empty()) made.claimant = subject(index);
    if (made.kind == ClaimKind::Policy) {
        made.conduct = forbidden_in({free_from_, size()});
        const Range act_words{scene_.acts[index].begin, scene_.acts[index].end};
        if (auto owner = sides_.named_in(act_words); owner.sort != Who::Sort::Nobody)
            made.claimant = std::move(owner);
    }
    // "We …", "the allegations are false", said X: X.
    if (made.claimant.sort == Who::Sort::Speaker || made.claimant.sort == Who::Sort::Nobody ||
        made.claimant.sort == Who::Sort::Suit)
        if (auto who = sayer(); !who.parties.empty()) made.claimant = std::move(who);
    if (made.conduct.empty()) made.conduct = conducts_in(scene_, {free_from_, size()});
    const bool is_speaker = made.claimant.sort == Who::Sort::Speaker;
    // "no response from Meta", "breaks Meta's rules", "we have asked Meta for comment"
    const bool asks = made.kind == ClaimKind::Response && is_outside(made.claimant);
    if ((made.claimant.parties.empty() && !is_speaker) || asks)
        if (auto named = sides_.named_in({scene_.acts[index].begin, size()});
            named.sort != Who::Sort::Nobody)
            made.claimant = std::move(named);
    if (act(index).frame == Frame::Self)
        made.accused = accused_by(index, made.content, made.claimant);
    keep(std::move(made));
}

// What is offered as evidence, mostly with one side only named; the dispute tells who is who.
void Drafter::read_proof(std::size_t index) {
    const auto& match = scene_.acts[index];
    const auto& memory = parties_.memory();
    auto made = draft(index, {free_from_, size()});
    made.quote = made.content;
    const auto is_accuser = [&](const Who& who) {
        return meet(who.parties, memory.accuser) || meet(who.parties, memory.plaintiffs);
    };
    for (auto at = match.begin; at < match.end && made.accused.parties.empty(); ++at)
        made.accused = arguments_.behind(at, "against");
    for (auto at = free_from_; at < size();) {
        auto who = parties_.first_in(scene_, {at, size()});
        if (who.sort == Who::Sort::Nobody) break;
        at = std::max(who.end, at + 1);
        if (who.sort != Who::Sort::Named) continue;
        if (is_accuser(who) && made.claimant.parties.empty()) made.claimant = who;
        if (meet(who.parties, memory.accused) && made.accused.parties.empty()) made.accused = who;
    }
    if (made.claimant.parties.empty()) {
        auto source = source_of(index, made.content);
        if (source.parties.empty()) source = subject(index);
        if (!is_only(source, made.accused.parties)) made.claimant = std::move(source);
    }
    keep(std::move(made));
}

// No act at all: the article says in its own voice what somebody did.
void Drafter::read_bare(Range range) {
    if (range.begin >= range.end) return;
    const auto first = std::find_if(scene_.conducts.begin(), scene_.conducts.end(),
                                    [&](const Match& match) { return range.contains(match); });
    if (first == scene_.conducts.end()) return;
    auto subject = parties_.before(scene_, first->begin);
    if (subject.begin < range.begin || first->begin > subject.end + kNear) subject = {};
    Draft made{.quote = range, .content = range};
    made.conduct = conducts_in(scene_, range);
    made.accused = arguments_.doer_of(*first);
    if (!is_side(made.accused)) made.accused = sides_.doer_in(range);
    if (made.accused.parties.empty()) made.accused = std::move(subject);
    if (made.accused.sort == Who::Sort::Group || is_generic(made.accused)) made.accused = {};
    // "X’s terms say …": X did nothing.
    const auto behind = made.accused.end;
    const bool has_rules =
        behind + 1 < size() && lower(behind).starts_with('\'') && in(kRules, lower(behind + 1));
    if (has_rules) return;
    const Range between{std::min(made.accused.end, first->begin), first->begin};
    const bool undone = any_word(scene_, between, kNegations) || any_word(scene_, between, kFuture);
    if (undone) return;
    free_from_ = range.end;
    drafts_.push_back(std::move(made));
}

std::vector<Draft> drafts_of(const Scene& scene, const Parties& parties) {
    return Drafter(scene, parties).all();
}

}  // namespace extractor
