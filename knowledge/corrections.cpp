#include "knowledge/corrections.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/text.h"

namespace knowledge {

namespace {

using core::ClaimSlot;
using core::Correction;
using core::CorrectionKind;

constexpr std::size_t kMostBytes = 1000;  // of a name or a reason

template <class E>
std::optional<std::string> mistake_in_codes(std::span<const std::string> value) {
    for (const auto& code : value)
        if (!core::from_code<E>(code)) {
            std::string known;
            for (const auto& term : core::Vocabulary<E>::terms)
                known += (known.empty() ? "" : ", ") + std::string(term.code);
            return fmt::format("'{}' is no {}; one of: {}", code, core::Vocabulary<E>::name, known);
        }
    return std::nullopt;
}

bool holds_one(ClaimSlot slot) {
    return slot == ClaimSlot::Kind || slot == ClaimSlot::Certainty ||
           slot == ClaimSlot::ObjectOwner;
}

// The claim among those found; the nearest sentence where its words were edited.
std::optional<std::size_t> find(const core::FoundClaim& sought, std::string_view text,
                                const std::vector<core::Claim>& claims) {
    std::size_t nth = 0;
    for (std::size_t i = 0; i < claims.size(); ++i)
        if (core::cut(text, claims[i].quote) == sought.quote && nth++ == sought.nth) return i;
    if (nth > 0) return std::nullopt;  // fewer claims are found in these words than were
    std::optional<std::size_t> nearest;
    double most = core::kEditedShare;
    std::set<core::Span> seen;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (!seen.insert(claims[i].quote).second) continue;
        const auto share = core::shared_words(sought.quote, core::cut(text, claims[i].quote));
        if (share < most || (nearest && share == most)) continue;
        most = share;
        nearest = i;
    }
    if (!nearest) return std::nullopt;
    const auto chosen = *nearest;
    for (std::size_t i = chosen, at = 0; i < claims.size(); ++i)
        if (claims[i].quote == claims[chosen].quote && at++ == sought.nth) return i;
    return std::nullopt;  // fewer claims are found in these words than were
}

std::vector<core::Party> parties(std::span<const std::string> names,
                                 const std::vector<core::Party>& before) {
    std::vector<core::Party> all;
    for (const auto& name : names) {
        core::Party party{name, std::nullopt};
        for (const auto& old : before)  // the words that name it are still there
            if (core::fold(old.name) == core::fold(name)) party.span = old.span;
        all.push_back(std::move(party));
    }
    return all;
}

void set(core::Claim& claim, ClaimSlot slot, std::span<const std::string> value) {
    switch (slot) {
        case ClaimSlot::Kind: claim.kind = *core::from_code<core::ClaimKind>(value.front()); break;
        case ClaimSlot::Claimant: claim.claimant = parties(value, claim.claimant); break;
        case ClaimSlot::Accused: claim.accused = parties(value, claim.accused); break;
        case ClaimSlot::Via: claim.via = parties(value, claim.via); break;
        case ClaimSlot::ObjectOwner:
            claim.object_owner = value.empty() ? std::nullopt : std::optional(value.front());
            break;
        case ClaimSlot::Certainty:
            claim.certainty = *core::from_code<core::Certainty>(value.front());
            break;
        case ClaimSlot::Conduct:
            claim.conduct.clear();
            for (const auto& code : value)
                claim.conduct.push_back(*core::from_code<core::Conduct>(code));
            break;
    }
}

void remove(std::vector<core::Claim>& claims, const std::vector<bool>& rejected) {
    std::vector<std::optional<std::size_t>> now(claims.size());
    std::vector<core::Claim> kept;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (rejected[i]) continue;
        now[i] = kept.size();
        kept.push_back(std::move(claims[i]));
    }
    for (auto& claim : kept)
        if (claim.responds_to) claim.responds_to = now[*claim.responds_to];
    claims = std::move(kept);
}

void rename(std::string& name, const std::string& folded, const std::string& to) {
    if (core::fold(name) == folded) name = to;
}

// Of two that are one now, the first stays.
void rename_once(std::vector<core::Party>& parties, const std::string& folded,
                 const std::string& to) {
    std::set<std::string> seen;
    for (auto& party : parties) rename(party.name, folded, to);
    std::erase_if(parties,
                  [&](const core::Party& party) { return !seen.insert(party.name).second; });
}

void merge(const Correction& correction, core::Findings& findings) {
    const auto from = core::fold(correction.name);
    const auto& to = correction.value.front();
    for (auto& claim : findings.claims) {
        for (auto* names : {&claim.claimant, &claim.accused, &claim.via})
            rename_once(*names, from, to);
        if (claim.object_owner) rename(*claim.object_owner, from, to);
    }
    for (auto& citation : findings.citations) rename(citation.outlet, from, to);
    auto& entities = findings.entities;
    const auto named = [&](const std::string& folded) {
        return std::find_if(entities.begin(), entities.end(),
                            [&](const auto& one) { return core::fold(one.entity.name) == folded; });
    };
    for (auto& one : entities)
        if (one.entity.parent) {
            rename(*one.entity.parent, from, to);
            if (*one.entity.parent == to && core::fold(one.entity.name) == core::fold(to))
                one.entity.parent.reset();
        }
    const auto gone = named(from);
    if (gone == entities.end()) return;
    const auto stays = named(core::fold(to));
    if (stays == entities.end()) {
        gone->entity.aliases.push_back(std::exchange(gone->entity.name, to));
        return;
    }
    auto& mentions = stays->mentions;
    mentions.insert(mentions.end(), gone->mentions.begin(), gone->mentions.end());
    std::sort(mentions.begin(), mentions.end());
    entities.erase(gone);
}

}  // namespace

std::optional<std::string> mistake_in(std::string_view words) {
    if (words.size() > kMostBytes) return fmt::format("is longer than {} bytes", kMostBytes);
    if (core::first_invalid_utf8(words)) return "is not UTF-8";
    const bool has_controls = std::any_of(words.begin(), words.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
    if (has_controls) return "holds line ends or other control characters";
    return std::nullopt;
}

std::optional<std::string> mistake_in(ClaimSlot slot, std::span<const std::string> value) {
    const auto name = core::code(slot);
    if (value.size() > 1 && holds_one(slot)) return fmt::format("{} holds one value", name);
    if (value.empty() && slot != ClaimSlot::Via && slot != ClaimSlot::ObjectOwner)
        return fmt::format("{} holds at least one value", name);
    for (const auto& one : value) {
        if (one.empty()) return fmt::format("{} holds no empty value", name);
        if (const auto mistake = mistake_in(one)) return mistake;
    }
    switch (slot) {
        case ClaimSlot::Kind: return mistake_in_codes<core::ClaimKind>(value);
        case ClaimSlot::Certainty: return mistake_in_codes<core::Certainty>(value);
        case ClaimSlot::Conduct: return mistake_in_codes<core::Conduct>(value);
        default: return std::nullopt;
    }
}

core::FoundClaim found_claim(const core::ClaimRecord& claim,
                             std::span<const core::ClaimRecord> claims,
                             std::span<const Correction> earlier) {
    for (const auto& correction : earlier)
        if (correction.claim == claim.id && correction.found && correction.fits)
            return *correction.found;
    core::FoundClaim found{claim.article, claim.quote, 0};
    for (const auto& one : claims) {
        if (one.id == claim.id) break;
        if (one.quote == claim.quote) ++found.nth;
    }
    // Those that were rejected stood among them.
    std::set<std::size_t> rejected;
    for (const auto& correction : earlier)
        if (correction.kind == CorrectionKind::RejectClaim && !correction.undone &&
            correction.found && correction.found->article == claim.article &&
            correction.found->quote == claim.quote)
            rejected.insert(correction.found->nth);
    for (const auto nth : rejected)
        if (nth <= found.nth) ++found.nth;
    return found;
}

std::vector<Fitting> apply(std::span<const Correction> corrections, std::string_view text,
                           core::Findings& findings) {
    std::vector<Fitting> fittings;
    std::vector<bool> rejected(findings.claims.size(), false);
    for (const auto& correction : corrections) {
        if (correction.undone || !correction.found) continue;
        const auto at = find(*correction.found, text, findings.claims);
        fittings.push_back({correction.id, {}});
        if (!at) continue;
        const auto quote = core::cut(text, findings.claims[*at].quote);
        fittings.back().found = {correction.found->article, std::string(quote),
                                 correction.found->nth};
        if (correction.kind == CorrectionKind::RejectClaim)
            rejected[*at] = true;
        else if (correction.slot)
            set(findings.claims[*at], *correction.slot, correction.value);
    }
    remove(findings.claims, rejected);
    for (const auto& correction : corrections)
        if (correction.kind == CorrectionKind::MergeEntities && !correction.undone)
            merge(correction, findings);
    return fittings;
}

}  // namespace knowledge
