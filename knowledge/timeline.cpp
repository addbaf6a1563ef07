#include "knowledge/timeline.h"

#include <algorithm>
#include <array>
#include <map>

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

// Most telling first: kind of statement, certainty, named claimant, evidence, length.
auto telling(const Item& item) {
    const auto& claim = item.claim();
    return std::tuple(named(claim.claimant).empty(), claim.evidence.empty(), item.day,
                      item.record->id);
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

core::Event event_of(EventKind kind, std::vector<const Item*> items,
                     const std::map<core::ClaimId, std::string>& origin_of) {
    const auto first_day = items.front()->day;
    std::sort(items.begin(), items.end(),
              [](const Item* a, const Item* b) { return telling(*a) < telling(*b); });
    core::Event event{.date = core::Edtf::of(first_day), .kind = kind};
    // The most telling claim that says when it happened dates it; else its first report does.
    for (const Item* item : items)
        if (item->claim().time && item->claim().time->edtf) {
            event.date = *item->claim().time->edtf;
            event.basis = core::DateBasis::Happened;
            break;
        }
    event.claimant = names_of(items, [](const core::Claim& c) { return c.claimant; });
    event.accused = names_of(items, [](const core::Claim& c) { return c.accused; });
    event.conduct = conducts_of(items);
    std::set<std::string> origins;
    for (const Item* item : items) {
        event.claims.push_back(item->record->id);
        if (std::find(event.articles.begin(), event.articles.end(), item->article->id) ==
            event.articles.end())
            event.articles.push_back(item->article->id);
        if (const auto origin = origin_of.find(item->record->id); origin != origin_of.end())
            origins.insert(origin->second);
    }
    event.origins = static_cast<int>(origins.size());
    return event;
}

}  // namespace

std::vector<core::Event> events_of(const std::vector<const Item*>& items,
                                   const core::Picture& picture) {
    std::map<core::ClaimId, std::size_t> allegation_of;
    std::map<core::ClaimId, std::string> origin_of;
    for (std::size_t i = 0; i < picture.allegations.size(); ++i) {
        const auto& allegation = picture.allegations[i];
        for (std::size_t j = 0; j < allegation.claims.size(); ++j) {
            allegation_of[allegation.claims[j]] = i;
            origin_of[allegation.claims[j]] = core::fold(allegation.origin_of[j].name);
        }
    }
    // One event for each allegation and kind; claims of other topics' allegations by themselves.
    std::map<std::pair<std::size_t, EventKind>, std::vector<const Item*>> grouped;
    std::size_t alone = picture.allegations.size();
    for (const Item* item : items) {
        const auto allegation = allegation_of.find(item->record->id);
        const auto group = allegation != allegation_of.end() ? allegation->second : alone++;
        grouped[{group, event_kind(*item)}].push_back(item);
    }
    std::vector<core::Event> events;
    for (auto& [key, group] : grouped)
        events.push_back(event_of(key.second, std::move(group), origin_of));
    std::stable_sort(events.begin(), events.end(), [](const core::Event& a, const core::Event& b) {
        return std::pair(a.date.days().first, a.claims.front()) <
               std::pair(b.date.days().first, b.claims.front());
    });
    return events;
}

}  // namespace knowledge
