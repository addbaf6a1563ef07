// Whom an article credits, and who speaks in its quotations.
#include <algorithm>

#include "extractor/claims/arguments.h"
#include "extractor/claims/finder.h"
#include "extractor/claims/kinds.h"
#include "extractor/claims/outlet_credits.h"
#include "extractor/claims/words.h"

namespace extractor {

namespace {

using namespace words;

constexpr std::size_t kQuoteReach = 3;  // sentences in which a quotation's speaker is looked for

}  // namespace

// The outlet in "reported by A in B", "shared by A with B"; else the name that ends the credit.
const ReadWord* Finder::credited_name(const Scene& scene, const Match& match) const {
    const ReadWord* last = nullptr;
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

void Finder::cite_outlets(const Scene& scene) {
    for (const auto& range : credited_outlets(scene, reading_)) {
        const auto& name = scene.words[range.begin];
        tellers_.push_back(
            {reading_.entity_of(name).name, std::nullopt, reading_.mention_of(name).span});
    }
}

// Who sues, is sued or accused in this article speaks for itself.
bool Finder::is_party(const core::Citation& citation) const {
    const std::vector<Party> outlet{{citation.outlet, std::nullopt}};
    return meet(outlet, memory_.plaintiffs) || meet(outlet, memory_.defendants) ||
           std::any_of(sides_.begin(), sides_.end(),
                       [&](const DisputeSides& sides) { return meet(outlet, sides.accuser); }) ||
           std::any_of(claims_.begin(), claims_.end(), [&](const core::Claim& claim) {
               return accuses(claim.kind) && meet(outlet, claim.accused);
           });
}

// In the order of their places; one that two rules found is there twice.
std::vector<core::Citation> Finder::take_citations() {
    auto citations = std::move(citations_);
    for (auto& teller : tellers_)
        if (!is_party(teller)) citations.push_back(std::move(teller));
    std::sort(citations.begin(), citations.end(),
              [](const core::Citation& a, const core::Citation& b) { return a.span < b.span; });
    return citations;
}

// Carries over to what the same report tells next.
std::vector<Party> Finder::via_of(const Draft& draft, const std::vector<Party>& via,
                                  std::size_t block) const {
    if (!via.empty() || block != last_block_ || draft.claimant.sort == Who::Sort::Named) return via;
    return last_via_;
}

std::optional<Party> Finder::who_speaks_in(const Scene& scene) const {
    for (const auto& match : scene.acts) {
        if (Clues::builtin().act_of[match.rule].frame != Frame::Say) continue;
        const Arguments arguments(scene, parties_);
        auto who = arguments.subject_of(arguments.head_of(match));
        if (who.parties.empty()) who = parties_.before(scene, match.begin);
        if (!who.parties.empty()) return who.parties.front();
    }
    return std::nullopt;
}

// "X gave a statement:", before a quotation.
std::optional<Party> Finder::who_introduces(const Scene& scene) const {
    if (scene.words.empty() || scene.words.back().lower != ":" || scene.tree.empty())
        return std::nullopt;
    const auto top = scene.tree.top({0, scene.words.size()});
    const auto who = Arguments(scene, parties_).subject_of(top);
    if (who.parties.empty()) return std::nullopt;
    return who.parties.front();
}

// Whose quotation this sentence is: who is said to say it where it began, or in the sentences
// beside it.
std::optional<Party> Finder::speaker(std::size_t index) const {
    const auto begin = quotations_[index];
    if (!begin) return std::nullopt;
    const auto& sentences = reading_.segments().sentences;
    const auto block = sentences[*begin].block;
    // Within the quotation, and before it: a paragraph of its own belongs to who spoke last.
    for (auto at = index; at-- > 0 && *begin - std::min(*begin, at) <= kQuoteReach &&
                          sentences[at].block + 1 >= block;) {
        if (auto who = who_speaks_in(scenes_[at])) return who;
        if (auto who = who_introduces(scenes_[at])) return who;
    }
    for (auto at = index + 1; at < sentences.size() && at - index <= kQuoteReach &&
                              sentences[at].block == sentences[index].block;
         ++at)
        if (auto who = who_speaks_in(scenes_[at])) return who;
    return std::nullopt;
}

}  // namespace extractor
