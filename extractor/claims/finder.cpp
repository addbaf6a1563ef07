#include "extractor/claims/finder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extractor/claims/evidence.h"
#include "extractor/claims/when.h"
#include "extractor/claims/words.h"

namespace extractor {

namespace {

using namespace words;
using core::Certainty;
using core::Claim;
using core::ClaimKind;

constexpr std::size_t kNegationReach = 2;  // words between "not" and what was not done
constexpr std::size_t kQuoteReach = 3;     // sentences in which a quotation's speaker is looked for

bool answers(ClaimKind kind) {
    return kind == ClaimKind::Denial || kind == ClaimKind::Response || kind == ClaimKind::Admission;
}

bool accuses(ClaimKind kind) {
    return kind == ClaimKind::Accusation || kind == ClaimKind::Observation ||
           kind == ClaimKind::Investigation;
}

bool decides(ClaimKind kind) { return kind == ClaimKind::Ruling || kind == ClaimKind::Settlement; }

std::vector<Party> without_spans(std::vector<Party> parties) {
    for (auto& party : parties) party.span.reset();
    return parties;
}

bool tells_evidence(const Scene& scene, Range range) {
    return std::any_of(scene.evidence.begin(), scene.evidence.end(),
                       [&](const Match& match) { return range.contains(match); });
}

std::optional<core::Conduct> most_named(const std::vector<Scene>& scenes) {
    std::array<int, core::Vocabulary<core::Conduct>::terms.size()> counts{};
    for (const auto& scene : scenes)
        for (const auto conduct : conducts_in(scene, {0, scene.words.size()}))
            ++counts[static_cast<std::size_t>(conduct)];
    const auto* const most = std::max_element(counts.begin(), counts.end());
    if (*most == 0) return std::nullopt;
    return static_cast<core::Conduct>(most - counts.begin());
}

// "In May", "may not": a month, a prohibition.
bool is_no_hedge(const Scene& scene, const Match& match) {
    if (scene.words[match.begin].lower != "may" || match.end - match.begin != 1) return false;
    if (match.end >= scene.words.size()) return true;
    const auto next = scene.words[match.end].lower;
    return next == "not" || next == "," || core::is_digit(next.front());
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

}  // namespace

Finder::Finder(const Reading& reading) : reading_(reading), parties_(reading, memory_) {
    const auto& published = reading.article().published;
    if (published) published_ = published->day();
    for (const auto& sentence : reading.segments().sentences)
        scenes_.push_back(scene_of(reading.words_of(sentence), reading));
    main_conduct_ = most_named(scenes_);
}

void Finder::read_all() {
    for (std::size_t i = 0; i < scenes_.size(); ++i) read(i);
}

void Finder::read(std::size_t index) {
    const auto& scene = scenes_[index];
    const auto& sentence = reading_.segments().sentences[index];
    const auto via = credits(scene);
    remember_suit(scene);
    std::vector<Claim> found;
    for (auto& draft : drafts_of(scene, parties_)) {
        if (!complete(draft, index)) continue;
        auto claim = claim_of(draft, scene);
        for (const auto& party : via_of(draft, via, sentence.block))
            if (!meet({party}, claim.claimant) && !meet({party}, claim.accused))
                claim.via.push_back(party);
        found.push_back(std::move(claim));
    }
    // The whole sentence where nothing in it differs.
    if (found.size() == 1) found.front().quote = sentence.span;
    for (auto& claim : found) {
        remember(claim);
        claims_.push_back(std::move(claim));
    }
    remember_names(scene);
    last_via_ = via;
    last_block_ = sentence.block;
}

// ── who is credited, who speaks ──

// The outlet in "reported by A in B", "shared by A with B"; else the name that ends the credit.
const Word* Finder::credited_name(const Scene& scene, const Match& match) const {
    const Word* last = nullptr;
    for (auto at = match.begin; at < match.end; ++at) {
        if (scene.words[at].mention < 0) continue;
        last = &scene.words[at];
        if (reading_.entity_of(*last).type == core::EntityType::Outlet) return last;
    }
    return last;
}

std::vector<Party> Finder::credits(const Scene& scene) {
    std::vector<Party> credited;
    for (const auto& match : scene.credits) {
        const auto* const named = credited_name(scene, match);
        if (named == nullptr) {
            const auto span = scene.span({match.begin, match.end});
            add_party(credited, {std::string(reading_.text(span)), span});
            continue;
        }
        const auto span = reading_.mention_of(*named).span;
        const auto& entity = reading_.entity_of(*named);
        add_party(credited, {entity.name, span});
        if (entity.type == core::EntityType::Outlet)
            citations_.push_back({entity.name, std::nullopt, span});
    }
    return credited;
}

// Carries over to what the same report tells next.
std::vector<Party> Finder::via_of(const Draft& draft, const std::vector<Party>& via,
                                  std::size_t block) const {
    if (!via.empty() || block != last_block_ || draft.claimant.sort == Who::Sort::Named) return via;
    return last_via_;
}

bool Finder::is_quoted(std::size_t index) const {
    const auto& sentences = reading_.segments().sentences;
    const auto block = sentences[index].block;
    if (!scenes_[index].words.empty() && in(kQuoteMarks, scenes_[index].words.front().lower))
        return true;
    int open = 0;
    for (auto at = index; at-- > 0 && sentences[at].block == block;)
        for (const auto& word : scenes_[at].words)
            open += word.lower == "“" || word.lower == "``" ? 1 : word.lower == "”" ? -1 : 0;
    return open > 0;
}

std::optional<Party> Finder::who_speaks_in(const Scene& scene) const {
    for (const auto& match : scene.acts) {
        if (Clues::builtin().act_of[match.rule].frame != Frame::Say) continue;
        const auto who = parties_.before(scene, match.begin);
        if (!who.parties.empty()) return who.parties.front();
    }
    return std::nullopt;
}

// Whose quotation this sentence is: who is said to say it in the sentences beside it.
std::optional<Party> Finder::speaker(std::size_t index) const {
    if (!is_quoted(index)) return std::nullopt;
    const auto& sentences = reading_.segments().sentences;
    const auto block = sentences[index].block;
    // A quotation that is a paragraph of its own belongs to who spoke in the one before.
    for (auto at = index;
         at-- > 0 && index - at <= kQuoteReach && sentences[at].block + 1 >= block;)
        if (auto who = who_speaks_in(scenes_[at])) return who;
    for (auto at = index + 1;
         at < sentences.size() && at - index <= kQuoteReach && sentences[at].block == block; ++at)
        if (auto who = who_speaks_in(scenes_[at])) return who;
    return std::nullopt;
}

// ── what is still missing in a draft ──

bool Finder::complete(Draft& draft, std::size_t index) const {
    if (draft.claimant.sort == Who::Sort::Report) draft.claimant.parties.clear();
    fill_claimant(draft, index);
    turn_into_ruling(draft);
    turn_into_answer(draft, scenes_[index]);
    if (!turn_into_denial(draft, scenes_[index])) return false;
    fill_accused(draft);
    fill_conduct(draft, scenes_[index]);
    return is_claim(draft);
}

void Finder::fill_claimant(Draft& draft, std::size_t index) const {
    const bool is_open = draft.frame == Frame::Bare ||
                         (draft.frame == Frame::Noun && draft.claimant.parties.empty());
    if (!is_open) return;
    if (const auto who = speaker(index)) {
        draft.claimant.parties = {*who};
        draft.claimant.sort = Who::Sort::Pronoun;
        draft.frame = Frame::Say;
        if (meet(draft.claimant.parties, draft.accused.parties)) draft.accused = {};
    }
}

// What a judge says is the court's.
void Finder::turn_into_ruling(Draft& draft) const {
    if (!draft.by_judge || !(accuses(draft.kind) || answers(draft.kind))) return;
    draft.kind = ClaimKind::Ruling;
    draft.certainty = Certainty::Asserted;
    if (draft.frame == Frame::Self) draft.accused = {};
}

// What the accused says of its own conduct answers the accusation; what it says of the plaintiffs
// is an accusation of its own.
void Finder::turn_into_answer(Draft& draft, const Scene& scene) const {
    const auto& by = draft.claimant.parties;
    if (draft.frame != Frame::Say || !accuses(draft.kind) || by.empty()) return;
    if (is_accuser(by)) return;
    if (!meet(by, memory_.accused) && !meet(by, memory_.defendants)) return;
    const bool of_itself = draft.accused.parties.empty() || meet(draft.accused.parties, by);
    const bool of_plaintiffs = meet(draft.accused.parties, memory_.plaintiffs) ||
                               meet(draft.accused.parties, memory_.accuser);
    if (!of_itself && !of_plaintiffs) return;
    const bool denies = any_word(scene, draft.content, kNegations) || !draft.conduct.empty();
    if (of_plaintiffs && !denies) return;
    draft.kind = denies ? ClaimKind::Denial : ClaimKind::Response;
    draft.certainty = denies ? Certainty::Denied : Certainty::Asserted;
    draft.accused = draft.claimant;
}

// "X was never trained on Y": who says so denies it; in the article's own voice it is no claim.
bool Finder::turn_into_denial(Draft& draft, const Scene& scene) const {
    const bool could = draft.frame == Frame::Say || draft.frame == Frame::Bare;
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

void Finder::fill_accused(Draft& draft) const {
    if (decides(draft.kind) && is_accuser(draft.accused.parties)) draft.accused = {};
    if (!draft.accused.parties.empty()) return;
    const auto& by = draft.claimant.parties;
    const auto& defendants = memory_.defendants.empty() ? memory_.accused : memory_.defendants;
    if (answers(draft.kind)) {
        if (is_accuser(by))
            draft.accused.parties = without_spans(defendants);
        else
            draft.accused = draft.claimant;
    } else if (decides(draft.kind)) {
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
    if (sues || ((answers(draft.kind) || decides(draft.kind)) && of_the_dispute))
        draft.conduct = known;
    else if (accuses(draft.kind) && of_the_dispute && is_party && draft.frame != Frame::Bare &&
             (any_word(scene, draft.content, kMatter) || tells_evidence(scene, draft.content)))
        draft.conduct = known;
}

bool Finder::is_claim(const Draft& draft) const {
    const bool by = !draft.claimant.parties.empty(), about = !draft.accused.parties.empty();
    if (draft.conduct.empty() && draft.kind != ClaimKind::Countermeasure) return false;
    // In its own voice an article mostly explains; a charge is hedged or names who did it.
    if (draft.frame == Frame::Bare) return about && draft.accused.end != 0;
    if (accuses(draft.kind) || decides(draft.kind)) return about;
    if (draft.kind == ClaimKind::Countermeasure) return by && !claims_.empty();
    return by;
}

// ── the claim ──

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
    for (auto at = claims_.size(); at-- > 0;)
        if (claims_[at].kind == ClaimKind::Accusation && meet(claims_[at].accused, claim.accused))
            return at;
    return std::nullopt;
}

// ── memory ──

// A suit's sides are remembered, so that "the complaint" speaks for them later.
void Finder::remember_suit(const Scene& scene) {
    for (const auto& match : scene.acts) {
        const auto& act = Clues::builtin().act_of[match.rule];
        if (act.kind != ClaimKind::Accusation || act.certainty != Certainty::Asserted) continue;
        if (act.frame != Frame::Accuse && act.frame != Frame::Noun && act.frame != Frame::Passive)
            continue;
        auto by = parties_.before(scene, match.begin);
        auto about = parties_.first_in(scene, {match.end, scene.words.size()});
        if (act.frame == Frame::Passive) std::swap(by, about);
        const bool names_sides = by.sort == Who::Sort::Named || by.sort == Who::Sort::Group ||
                                 by.sort == Who::Sort::Plaintiffs || by.sort == Who::Sort::Pronoun;
        if (names_sides && !by.parties.empty()) memory_.plaintiffs = without_spans(by.parties);
        if (about.sort == Who::Sort::Named) memory_.defendants = without_spans(about.parties);
    }
}

void Finder::remember(const Claim& claim) {
    if (core::is_named(claim.claimant.front().name) && !decides(claim.kind))
        memory_.claimant = without_spans(claim.claimant);
    if (!accuses(claim.kind)) return;
    memory_.accused = without_spans(claim.accused);
    if (core::is_named(claim.claimant.front().name))
        memory_.accuser = without_spans(claim.claimant);
    memory_.conduct = claim.conduct;
}

void Finder::remember_names(const Scene& scene) {
    std::vector<Party> organisations;
    for (std::size_t at = 0; at < scene.words.size(); ++at) {
        const auto& word = scene.words[at];
        if (word.mention < 0) continue;
        const auto& entity = reading_.entity_of(word);
        const Party party{entity.name, reading_.mention_of(word).span};
        if (entity.type == core::EntityType::Person) memory_.person = party;
        if (at > 0 && in(kJudges, scene.words[at - 1].lower)) add_party(memory_.judges, party);
        if (entity.type == core::EntityType::Court) memory_.court = party;
        if (entity.type == core::EntityType::Organisation) add_party(organisations, party);
        if (entity.type == core::EntityType::Product && entity.parent)
            add_party(organisations, {*entity.parent, party.span});
    }
    // "The company" is mostly the one that its sentence began with.
    for (const auto& party : memory_.organisations) add_party(organisations, party);
    organisations.resize(std::min<std::size_t>(organisations.size(), 2));
    memory_.organisations = std::move(organisations);
}

}  // namespace extractor
