#include "knowledge/timeline.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "core/text.h"

namespace knowledge {

namespace {

using core::EventKind;

constexpr std::chrono::days kSlack{1};
constexpr std::chrono::days kReported{10};
constexpr std::chrono::days kMonth{31};

// Whole words of a sentence that tells of a suit; "to sue" and "might sue" tell of none.
constexpr std::array<std::string_view, 12> kFilingWords{
    "complaint", "court",      "damages", "injunction", "lawsuit", "lawsuits",
    "plaintiff", "plaintiffs", "sued",    "sues",       "suing",   "suit"};
constexpr std::array<std::string_view, 4> kWithdrawalWords{"withdrew", "withdrawn", "retracted",
                                                           "dropped its"};

template <std::size_t N>
bool mentions(std::string_view quote, const std::array<std::string_view, N>& words) {
    const auto lower = core::lower_ascii(quote);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

bool tells_of_suit(std::string_view quote) {
    const auto lower = core::lower_ascii(quote);
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= lower.size(); ++at) {
        if (at < lower.size() && core::is_alpha(lower[at])) continue;
        const auto word = std::string_view(lower).substr(begin, at - begin);
        if (std::binary_search(kFilingWords.begin(), kFilingWords.end(), word)) return true;
        begin = at + 1;
    }
    return lower.find("legal action") != std::string::npos;
}
static_assert(std::is_sorted(kFilingWords.begin(), kFilingWords.end()));

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

// An accusation's "late 2024" is when the thing was done, not when it was spoken of.
bool may_date(EventKind kind, const core::Edtf& date) {
    if (kind != EventKind::Accusation && kind != EventKind::Denial) return true;
    const auto range = date.days();
    return range.last - range.first <= kMonth;
}

// When the claims say it was: what most of them say, then the most precise, then the first.
std::optional<core::Edtf> date_told(EventKind kind, const Group& items) {
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
        if (may_date(kind, date) && (!best || rank(date) < rank(*best))) best = date;
    }
    return best;
}

// What statements tell of one thing that happened.
struct Told {
    EventKind kind = EventKind::Background;
    Group items;  // in the order of the material
    std::set<std::string> origins;
    std::optional<core::Edtf> date;
    std::vector<std::string> by;  // keys, sorted
    core::DayRange days() const {
        return date ? date->days() : core::DayRange{items.front()->day, items.front()->day};
    }
};

// Findings and background stand for themselves: two of them are hardly ever one event.
bool is_one_act(EventKind kind) {
    return kind != EventKind::Evidence && kind != EventKind::Background;
}

// The day on which something was first reported follows the day on which it happened; reports of
// one thing follow each other.
bool times_agree(const Told& a, const Told& b) {
    const auto one = a.days();
    const auto other = b.days();
    if (a.date && b.date)
        return one.first <= other.last + kSlack && other.first <= one.last + kSlack;
    if (a.date) return other.first + kSlack >= one.first && other.first <= one.last + kReported;
    if (b.date) return one.first + kSlack >= other.first && one.first <= other.last + kReported;
    return std::chrono::abs(one.first - other.first) <= kReported;
}

// What is said in a suit is told as an accusation on the same days.
bool kinds_agree(const Told& a, const Told& b) {
    if (a.kind == b.kind) return true;
    const auto [accusation, filing] = std::minmax(a.kind, b.kind);
    return accusation == EventKind::Accusation && filing == EventKind::Filing;
}

bool are_one(const Told& a, const Told& b) {
    return kinds_agree(a, b) && is_one_act(a.kind) && times_agree(a, b) &&
           (a.by.empty() || b.by.empty() || meet(a.by, b.by));
}

void merge(Told& into, Told&& told) {
    into.items.insert(into.items.end(), told.items.begin(), told.items.end());
    std::stable_sort(into.items.begin(), into.items.end(),
                     [](const Item* a, const Item* b) { return a < b; });
    into.origins.merge(told.origins);
    if (into.by.empty()) into.by = std::move(told.by);
    if (told.kind == EventKind::Filing) into.kind = EventKind::Filing;
    into.date = date_told(into.kind, into.items);
}

// In the order of their days, each with the first that it may be one with.
std::vector<Told> merged(std::vector<Told> all) {
    std::stable_sort(all.begin(), all.end(), [](const Told& a, const Told& b) {
        const auto key = [](const Told& told) {
            const auto days = told.days();
            return std::tuple(days.first, days.last, told.items.front());
        };
        return key(a) < key(b);
    });
    std::vector<Told> events;
    for (auto& told : all) {
        const auto same = std::find_if(events.begin(), events.end(),
                                       [&](const Told& event) { return are_one(event, told); });
        if (same == events.end())
            events.push_back(std::move(told));
        else
            merge(*same, std::move(told));
    }
    return events;
}

core::Event event_of(Told told) {
    core::Event event{.date = core::Edtf::of(told.items.front()->day), .kind = told.kind};
    if (told.date) {
        event.date = *told.date;
        event.basis = basis_of(told.kind);
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

void tell(const Statement& statement, std::vector<Told>& all) {
    std::map<EventKind, Told> by_kind;
    for (std::size_t i = 0; i < statement.items.size(); ++i) {
        const Item* item = statement.items[i];
        auto& told = by_kind[event_kind(*item)];
        told.items.push_back(item);
        told.by.insert(told.by.end(), item->claimants.begin(), item->claimants.end());
        told.origins.insert(outlet_key(statement.origins[i].name));
    }
    for (auto& [kind, told] : by_kind) {
        told.kind = kind;
        told.date = date_told(kind, told.items);
        std::sort(told.by.begin(), told.by.end());
        all.push_back(std::move(told));
    }
}

}  // namespace

EventKind event_kind(const Item& item) {
    const auto& quote = item.record->quote;
    const auto kind = core::event_kind(item.claim().kind);
    if (kind == EventKind::Accusation && tells_of_suit(quote)) return EventKind::Filing;
    if (kind == EventKind::Response && mentions(quote, kWithdrawalWords))
        return EventKind::Withdrawal;
    return kind;
}

std::vector<core::Event> events_of(const std::vector<const Statement*>& statements) {
    std::vector<Told> all;
    for (const auto* statement : statements) tell(*statement, all);
    std::vector<core::Event> events;
    for (auto& told : merged(std::move(all))) events.push_back(event_of(std::move(told)));
    std::stable_sort(events.begin(), events.end(), [](const core::Event& a, const core::Event& b) {
        const auto days_a = a.date.days();
        const auto days_b = b.date.days();
        return std::pair(days_a.first, days_a.last) < std::pair(days_b.first, days_b.last);
    });
    return events;
}

}  // namespace knowledge
