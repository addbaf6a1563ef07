#include "search/day_terms.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <xapian.h>

#include "core/text.h"
#include "search/spelling.h"

namespace search {

namespace {

using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;
using Xapian::Query;

// A document of more months has no terms of months, a range of more years is found by values.
constexpr int kMostMonths = 24;
constexpr int kMostYears = 60;

year_month month_of(core::Days day) {
    const year_month_day date(day);
    return {date.year(), date.month()};
}
core::Days first_of(year_month month) { return month / 1; }
core::Days last_of(year_month month) { return month / std::chrono::last; }

std::string long_term(const DayKind& kind) { return fmt::format("XD{}long", kind.letter); }
std::string month_term(const DayKind& kind, year_month month) {
    return fmt::format("XD{}{:04}{:02}", kind.letter, static_cast<int>(month.year()),
                       static_cast<unsigned>(month.month()));
}
std::string year_term(const DayKind& kind, std::chrono::year year) {
    return fmt::format("XD{}{:04}", kind.letter, static_cast<int>(year));
}

Query by_values(const DayKind& kind, const core::DayRange& days) {
    return {Query::OP_AND, Query(Query::OP_VALUE_LE, kind.first_slot, sortable(days.last)),
            Query(Query::OP_VALUE_GE, kind.last_slot, sortable(days.first))};
}

bool is_whole(year_month month, const core::DayRange& days) {
    return days.first <= first_of(month) && last_of(month) <= days.last;
}

// Whole years by year, whole months by month; at the edges the values decide among a month's
// documents and those that have no months.
Query by_terms(const DayKind& kind, const core::DayRange& days) {
    std::vector<Query> whole;
    std::vector<Query> edges{Query(long_term(kind))};
    const auto last = month_of(days.last);
    for (auto at = month_of(days.first); at <= last;) {
        const year_month december(at.year(), std::chrono::December);
        if (at.month() == std::chrono::January && is_whole(at, days) && is_whole(december, days)) {
            whole.emplace_back(year_term(kind, at.year()));
            at = december;
        } else {
            (is_whole(at, days) ? whole : edges).emplace_back(month_term(kind, at));
        }
        at += months(1);
    }
    whole.emplace_back(Query::OP_FILTER, Query(Query::OP_OR, edges.begin(), edges.end()),
                       by_values(kind, days));
    return {Query::OP_OR, whole.begin(), whole.end()};
}

}  // namespace

void add_days(const DayKind& kind, const core::DayRange& days, Xapian::Document& document) {
    document.add_value(kind.first_slot, sortable(days.first));
    document.add_value(kind.last_slot, sortable(days.last));
    const auto first = month_of(days.first);
    const auto last = month_of(days.last);
    const auto end_year = std::min(last.year(), first.year() + std::chrono::years(kMostYears));
    for (auto year = first.year(); year <= end_year; ++year)
        document.add_boolean_term(year_term(kind, year));
    if (last - first >= months(kMostMonths)) {
        document.add_boolean_term(long_term(kind));
        return;
    }
    for (auto at = first; at <= last; at += months(1))
        document.add_boolean_term(month_term(kind, at));
}

std::string year_of_term(const DayKind& kind, const std::string& term) {
    const bool is_year = term.size() == 7 && term.starts_with("XD") && term[2] == kind.letter &&
                         core::is_digit(term[3]);
    return is_year ? term.substr(3) : std::string();
}

std::optional<core::DayRange> days_in(const DayKind& kind, const Xapian::Database& db) {
    const auto first = db.get_value_lower_bound(kind.first_slot);
    const auto last = db.get_value_upper_bound(kind.last_slot);
    if (first.empty() || last.empty()) return std::nullopt;
    const auto day = [](const std::string& value) {
        return core::Days{std::chrono::days(static_cast<int>(Xapian::sortable_unserialise(value)))};
    };
    return core::DayRange{day(first), day(last)};
}

Query days_query(const DayKind& kind, std::optional<core::Days> from, std::optional<core::Days> to,
                 const std::optional<core::DayRange>& known) {
    if (!known) return Query::MatchNothing;
    const core::DayRange days{std::max(from.value_or(known->first), known->first),
                              std::min(to.value_or(known->last), known->last)};
    if (days.last < days.first) return Query::MatchNothing;
    const auto years = month_of(days.last).year() - month_of(days.first).year();
    return years.count() > kMostYears ? by_values(kind, days) : by_terms(kind, days);
}

}  // namespace search
