#include "search/ask.h"

#include <charconv>

#include <xapian.h>

#include "search/day_terms.h"
#include "search/deadline.h"

namespace search {

namespace {

constexpr double kTimeLimit = 5.0;            // seconds a query may look for more than it needs
constexpr double kMostMilliseconds = 80;      // of processor time, for what may be costly
constexpr double kLengthNormalisation = 1.0;  // by measurement (docs/decisions.md)

std::int64_t number(std::string_view text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Hit hit_of(const std::string& data, double score) {
    const auto kind = data.starts_with('c')   ? DocKind::Claim
                      : data.starts_with('a') ? DocKind::Article
                                              : DocKind::Entity;
    return {kind, number(std::string_view(data).substr(1)), score};
}

Xapian::Query with_filters(Xapian::Query query, const Search& search, const Reading& reading) {
    using Xapian::Query;
    if (search.in) query = Query(Query::OP_FILTER, query, Query(kind_term(*search.in)));
    if (search.from || search.to)
        query = Query(Query::OP_FILTER, query,
                      days_query(kPublished, search.from, search.to, reading.published));
    return query;
}

// What is not ranked by words is sorted like what was asked by date: newest first.
void set_order(Xapian::Enquire& enquire, const Search& search, const Sought& sought) {
    if (!sought.ranks) enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (sought.ranks) enquire.set_weighting_scheme(Xapian::IneB2Weight(kLengthNormalisation));
    if (search.sort == Sort::Date || !sought.ranks)
        enquire.set_sort_by_value_then_relevance(kPublished.first_slot, true);
}

}  // namespace

Answer ask(const Xapian::Database& db, const Parsed& parsed, const Search& search,
           const Reading& reading) {
    Xapian::Query query;
    auto sought = compile(parsed, reading, query);
    Xapian::Enquire enquire(db);
    query = with_filters(query, search, reading);
    Stopped stopped;
    enquire.set_query(sought.is_costly ? with_deadline(query, kMostMilliseconds, stopped) : query);
    enquire.set_time_limit(kTimeLimit);
    set_order(enquire, search, sought);
    const auto matches = enquire.get_mset(static_cast<Xapian::doccount>(search.offset),
                                          static_cast<Xapian::doccount>(search.limit));
    Answer answer{.demanded_phrase = sought.demands_phrase};
    answer.found.about = matches.get_matches_estimated();
    if (stopped.early)
        answer.found.notes.emplace_back(
            "stopped before everything was looked through: ask for less at once to see all of it");
    answer.found.terms = std::move(sought.stems);
    for (auto match = matches.begin(); match != matches.end(); ++match)
        answer.found.hits.push_back(hit_of(match.get_document().get_data(), match.get_weight()));
    return answer;
}

std::string spelled(const Xapian::Database& db, const std::string& word) {
    if (core::count_code_points(word) < kFewestLettersSpelled || db.term_exists(word)) return {};
    const auto better = db.get_spelling_suggestion(word);
    return db.term_exists(better) ? better : std::string();  // its documents may be gone
}

}  // namespace search
