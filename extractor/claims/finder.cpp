#include "extractor/claims/finder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extractor/claims/arguments.h"
#include "extractor/claims/kinds.h"
#include "extractor/claims/quotations.h"
#include "extractor/claims/words.h"

namespace extractor {

namespace {

using namespace words;
using core::Certainty;
using core::Claim;
using core::ClaimKind;

constexpr std::size_t kLongestSentence = 400;  // words of it that are read: more is no prose
constexpr std::size_t kMostClaims = 300;       // of one article: more is no article

std::optional<core::Conduct> most_named(const std::vector<Scene>& scenes) {
    std::array<int, core::Vocabulary<core::Conduct>::terms.size()> counts{};
    for (const auto& scene : scenes)
        for (const auto conduct : conducts_in(scene, {0, scene.words.size()}))
            ++counts[static_cast<std::size_t>(conduct)];
    const auto* const most = std::max_element(counts.begin(), counts.end());
    if (*most == 0) return std::nullopt;
    return static_cast<core::Conduct>(most - counts.begin());
}

}  // namespace

Finder::Finder(const Reading& reading) : reading_(reading), parties_(reading, memory_) {
    const auto& published = reading.article().published;
    if (published) published_ = published->day();
    scenes_.reserve(reading.segments().sentences.size());
    for (const auto& sentence : reading.segments().sentences) {
        const auto words = reading.words_of(sentence);
        scenes_.push_back(scene_of(words.first(std::min(words.size(), kLongestSentence)), reading));
    }
    quotations_ = quotations_in(scenes_, reading.segments().sentences);
    main_conduct_ = most_named(scenes_);
}

namespace {

// Both sides are named where the claim is made, and the act is plain: "X accuses Y".
bool tells_sides(const Claim& claim, const Draft& draft) {
    const auto named = [](const std::vector<Party>& parties) {
        return !parties.empty() && std::all_of(parties.begin(), parties.end(), [](const Party& p) {
            return core::is_named(p.name) && p.span;
        });
    };
    const bool plain = draft.frame == Frame::Accuse || draft.frame == Frame::Passive ||
                       draft.frame == Frame::Noun || claim.certainty == Certainty::Suspected;
    return plain && accuses(claim.kind) && named(claim.claimant) && named(claim.accused);
}

}  // namespace

// The article is read twice: what its plain accusations tell of the sides helps to understand the
// rest of it, and the sentences before them.
void Finder::read_all() {
    for (std::size_t i = 0; i < scenes_.size() && claims_.size() < kMostClaims; ++i) read(i);
    read_dispute();
    claims_.clear();
    citations_.clear();
    tellers_.clear();
    last_via_.clear();
    last_block_ = charged_block_ = static_cast<std::size_t>(-1);
    for (std::size_t i = 0; i < scenes_.size() && claims_.size() < kMostClaims; ++i) read(i);
}

void Finder::read(std::size_t index) {
    const auto& scene = scenes_[index];
    const auto& sentence = reading_.segments().sentences[index];
    const auto via = credits(scene);
    cite_outlets(scene);
    remember_suit(scene);
    std::vector<Claim> found;
    std::vector<Draft> kept;
    for (auto& draft : drafts_of(scene, parties_)) {
        if (!complete(draft, index)) continue;
        auto claim = claim_of(draft, scene);
        for (const auto& party : via_of(draft, via, sentence.block))
            if (!meet({party}, claim.claimant) && !meet({party}, claim.accused))
                claim.via.push_back(party);
        found.push_back(std::move(claim));
        kept.push_back(std::move(draft));
    }
    merge(found, kept);
    // The whole sentence where nothing in it differs.
    if (found.size() == 1 && sentence.end - sentence.begin <= kLongestSentence)
        found.front().quote = sentence.span;
    for (std::size_t i = 0; i < found.size(); ++i) {
        remember(found[i], kept[i]);
        if (accuses(found[i].kind)) {
            charged_ = found[i].accused;
            charged_block_ = sentence.block;
        }
        claims_.push_back(std::move(found[i]));
    }
    remember_names(scene);
    last_via_ = via;
    last_block_ = sentence.block;
}

namespace {

// The suit that is ruled on, settled or denied is not filed anew.
bool is_spoken_of(const Draft& suit, const std::vector<Draft>& drafts) {
    if (suit.frame != Frame::Noun || suit.kind != ClaimKind::Accusation) return false;
    return std::any_of(drafts.begin(), drafts.end(), [](const Draft& draft) {
        return decides(draft.kind) || answers(draft.kind);
    });
}

bool are_one(const Claim& a, const Claim& b) {
    const bool alike = a.kind == b.kind || (answers(a.kind) && answers(b.kind));
    const bool conduct =
        a.conduct.empty() || b.conduct.empty() || a.conduct.front() == b.conduct.front();
    return alike && conduct && same_parties(a.claimant, b.claimant) &&
           same_parties(a.accused, b.accused);
}

}  // namespace

// Claims of one sentence that differ in nothing are one.
void Finder::merge(std::vector<Claim>& found, std::vector<Draft>& kept) {
    for (std::size_t i = 0; i < found.size();) {
        const bool spoken_of = is_spoken_of(kept[i], kept);
        if (i > 0 && are_one(found[i - 1], found[i])) {
            auto& first = found[i - 1];
            first.quote.begin = std::min(first.quote.begin, found[i].quote.begin);
            first.quote.end = std::max(first.quote.end, found[i].quote.end);
            first.certainty = std::min(first.certainty, found[i].certainty);
            if (found[i].kind == ClaimKind::Denial) first.kind = ClaimKind::Denial;
        } else if (!spoken_of) {
            ++i;
            continue;
        }
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
        kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

// ── memory ──

// A suit's sides are remembered, so that "the complaint" speaks for them later.
void Finder::remember_suit(const Scene& scene) {
    for (const auto& match : scene.acts) {
        const auto& act = Clues::builtin().act_of[match.rule];
        if (act.kind != ClaimKind::Accusation || act.certainty != Certainty::Asserted) continue;
        if (act.frame != Frame::Accuse && act.frame != Frame::Noun && act.frame != Frame::Passive)
            continue;
        const Arguments arguments(scene, parties_);
        const auto verb = arguments.head_of(match);
        auto by = act.frame == Frame::Noun ? arguments.source_of(verb) : arguments.subject_of(verb);
        auto about = act.frame == Frame::Noun ? arguments.behind(verb, "against")
                                              : arguments.object_of(verb);
        if (by.sort == Who::Sort::Nobody && act.frame != Frame::Noun)
            by = parties_.before(scene, match.begin);
        if (about.sort == Who::Sort::Nobody || about.sort == Who::Sort::Suit)
            about = parties_.first_in(scene, {match.end, scene.words.size()});
        if (act.frame == Frame::Passive || arguments.is_passive(verb)) std::swap(by, about);
        if (parties_.is_judge(scene, by)) continue;
        const bool names_sides = by.sort == Who::Sort::Named || by.sort == Who::Sort::Group ||
                                 by.sort == Who::Sort::Plaintiffs || by.sort == Who::Sort::Pronoun;
        if (names_sides && !by.parties.empty()) memory_.plaintiffs = without_spans(by.parties);
        if (about.sort == Who::Sort::Named) memory_.defendants = without_spans(about.parties);
    }
}

void Finder::remember(const Claim& claim, const Draft& draft) {
    if (core::is_named(claim.claimant.front().name) && !decides(claim.kind))
        memory_.claimant = without_spans(claim.claimant);
    if (!accuses(claim.kind)) return;
    memory_.conduct = claim.conduct;
    const bool plain = tells_sides(claim, draft);
    if (plain) sides_.push_back({claim.claimant, claim.accused, claim.conduct});
    if (!plain && !memory_.accused.empty() && !memory_.accuser.empty()) return;
    memory_.accused = without_spans(claim.accused);
    if (core::is_named(claim.claimant.front().name))
        memory_.accuser = without_spans(claim.claimant);
}

// The two sides told of most often.
void Finder::read_dispute() {
    memory_ = {};
    std::size_t most = 0;
    for (const auto& one : sides_) {
        const auto count = static_cast<std::size_t>(
            std::count_if(sides_.begin(), sides_.end(), [&](const DisputeSides& other) {
                return same_parties(one.accuser, other.accuser) &&
                       same_parties(one.accused, other.accused);
            }));
        if (count <= most) continue;
        most = count;
        memory_.accuser = without_spans(one.accuser);
        memory_.accused = without_spans(one.accused);
        memory_.conduct = one.conduct;
    }
    sides_.clear();
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
