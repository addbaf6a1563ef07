// Ranges of days as terms of months and years: many times faster than by values. Private to
// search/.
#pragma once
#include <optional>
#include <string>

#include "core/time.h"

namespace Xapian {
class Database;
class Document;
class Query;
}  // namespace Xapian

namespace search {

// Which of a document's days: each has terms and slots of its own.
struct DayKind {
    char letter;  // in its terms
    unsigned first_slot, last_slot;
};
inline constexpr DayKind kPublished{'P', 0, 1};
inline constexpr DayKind kHappened{'H', 3, 4};

void add_days(const DayKind& kind, const core::DayRange& days, Xapian::Document& document);

// The days of this kind that a database's documents are of; none where none has any.
std::optional<core::DayRange> days_in(const DayKind& kind, const Xapian::Database& db);

// The year that a term of this kind names; "" if it names none.
std::string year_of_term(const DayKind& kind, const std::string& term);

// What overlaps the days from `from` to `to`; open ends reach as far as `known`, the days that
// documents are of.
Xapian::Query days_query(const DayKind& kind, std::optional<core::Days> from,
                         std::optional<core::Days> to, const std::optional<core::DayRange>& known);

}  // namespace search
