#include "knowledge/timeline.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/text.h"

namespace knowledge {

namespace {

using core::ClaimKind;
using core::EventKind;

constexpr std::array<std::string_view, 9> kFilingWords{
    "sued ",        "sues ",           "lawsuit",      "filed suit",  "files suit",
    "filed a suit", "complaint filed", "class action", "legal action"};
constexpr std::array<std::string_view, 4> kWithdrawalWords{"withdrew", "withdrawn", "retracted",
                                                           "dropped its"};

template <std::size_t N>
bool mentions(std::string_view quote, const std::array<std::string_view, N>& words) {
    const auto lower = core::lower_ascii(quote);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

EventKind event_kind(const Item& item) {
    const auto& quote = item.record->quote;
    switch (item.claim().kind) {
        case ClaimKind::Accusation:
            return mentions(quote, kFilingWords) ? EventKind::Filing : EventKind::Accusation;
        case ClaimKind::Observation: return EventKind::Evidence;
        case ClaimKind::Investigation: return EventKind::Investigation;
        case ClaimKind::Denial: return EventKind::Denial;
        case ClaimKind::Response:
            return mentions(quote, kWithdrawalWords) ? EventKind::Withdrawal : EventKind::Response;
        case ClaimKind::Admission: return EventKind::Admission;
        case ClaimKind::Countermeasure: return EventKind::Countermeasure;
        case ClaimKind::Policy: return EventKind::Policy;
        case ClaimKind::Ruling: return EventKind::Ruling;
        case ClaimKind::Settlement: return EventKind::Settlement;
        case ClaimKind::Opinion:
        case ClaimKind::SelfClaim:
        case ClaimKind::Background: return EventKind::Background;
    }
    return EventKind::Background;
}

// Most telling first: with a named claimant, with evidence; then the earliest.
auto telling(const Item& item) {
    const auto& claim = item.claim();
    return std::pair(item.claimants.empty(), claim.evidence.empty());
}

// By how many claims a name is said; the first spelling stands.
template <class Parties>
std::vector<std::string> names_of(const std::vector<const Item*>& items, Parties parties) {
    std::vector<std::string> names;
    std::vector<std::string> folded;
    for (const Item* item : items)
        for (const auto& party : parties(item->claim())) {
            auto key = core::fold(party.name);
            if (std::find(folded.begin(), folded.end(), key) != folded.end()) continue;
            folded.push_back(std::move(key));
            names.push_back(party.name);
        }
    // "(unnamed)" says nothing where somebody is named.
    if (std::any_of(names.begin(), names.end(), [](auto& n) { return core::is_named(n); }))
        std::erase_if(names, [](const std::string& name) { return !core::is_named(name); });
    return names;
}

std::vector<core::Conduct> conducts_of(const std::vector<const Item*>& items) {
    std::vector<core::Conduct> conducts;
    for (const Item* item : items)
        for (const auto conduct : item->claim().conduct)
            if (std::find(conducts.begin(), conducts.end(), conduct) == conducts.end())
                conducts.push_back(conduct);
    return conducts;
}

// What somebody says is dated by when it was said, what was done by when it happened.
core::DateBasis basis_of(EventKind kind) {
    const bool is_said = kind == EventKind::Denial || kind == EventKind::Response ||
                         kind == EventKind::Admission || kind == EventKind::Withdrawal;
    return is_said ? core::DateBasis::Said : core::DateBasis::Happened;
}

// When the claims say it was: what most of them say, then the most precise, then the first.
std::optional<core::Edtf> date_told(const Group& items) {
    std::map<std::string, int> said;
    for (const Item* item : items)
        if (item->claim().time && item->claim().time->edtf)
            ++said[item->claim().time->edtf->text()];
    std::optional<core::Edtf> best;
    const auto rank = [&](const core::Edtf& date) {
        const auto days = date.days();
        return std::pair(-said[date.text()], days.last - days.first);
    };
    for (const Item* item : items) {
        if (!item->claim().time || !item->claim().time->edtf) continue;
        const auto& date = *item->claim().time->edtf;
        if (!best || rank(date) < rank(*best)) best = date;
    }
    return best;
}

struct Told {
    Group items;  // of one statement and kind, in the order of the material
    std::set<std::string> origins;
};

core::Event event_of(EventKind kind, Told told) {
    core::Event event{.date = core::Edtf::of(told.items.front()->day), .kind = kind};
    if (const auto date = date_told(told.items)) {
        event.date = *date;
        event.basis = basis_of(kind);
    }
    std::stable_sort(told.items.begin(), told.items.end(),
                     [](const Item* a, const Item* b) { return telling(*a) < telling(*b); });
    event.claimant = names_of(told.items, [](const core::Claim& c) { return c.claimant; });
    event.accused = names_of(told.items, [](const core::Claim& c) { return c.accused; });
    event.conduct = conducts_of(told.items);
    for (const Item* item : told.items) {
        event.claims.push_back(item->record->id);
        if (std::find(event.articles.begin(), event.articles.end(), item->article->id) ==
            event.articles.end())
            event.articles.push_back(item->article->id);
    }
    event.origins = static_cast<int>(told.origins.size());
    return event;
}

}  // namespace

std::vector<core::Event> events_of(const std::vector<const Statement*>& statements) {
    std::vector<core::Event> events;
    for (const auto* statement : statements) {
        std::map<EventKind, Told> by_kind;
        for (std::size_t i = 0; i < statement->items.size(); ++i) {
            auto& told = by_kind[event_kind(*statement->items[i])];
            told.items.push_back(statement->items[i]);
            told.origins.insert(outlet_key(statement->origins[i].name));
        }
        for (auto& [kind, told] : by_kind) events.push_back(event_of(kind, std::move(told)));
    }
    std::stable_sort(events.begin(), events.end(), [](const core::Event& a, const core::Event& b) {
        const auto days_a = a.date.days();
        const auto days_b = b.date.days();
        return std::pair(days_a.first, days_a.last) < std::pair(days_b.first, days_b.last);
    });
    return events;
}

}  // namespace knowledge
