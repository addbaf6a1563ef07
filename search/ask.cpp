#include "search/ask.h"

#include <algorithm>
#include <charconv>
#include <map>

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
    if (search.changed_after)
        query = Query(
            Query::OP_FILTER, query,
            Query(Query::OP_VALUE_GE, kSlotChange,
                  Xapian::sortable_serialise(static_cast<double>(*search.changed_after + 1))));
    return query;
}

// What is not ranked by words is sorted like what was asked by date: newest first.
void set_order(Xapian::Enquire& enquire, const Search& search, const Sought& sought) {
    if (!sought.ranks) enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (sought.ranks) enquire.set_weighting_scheme(Xapian::IneB2Weight(kLengthNormalisation));
    if (search.sort == Sort::Origins)
        enquire.set_sort_by_value_then_relevance(kSlotOrigins, true);
    else if (search.sort == Sort::Date || !sought.ranks)
        enquire.set_sort_by_value_then_relevance(kPublished.first_slot, true);
}

}  // namespace

namespace {

// A query with everything that it takes, ready to be asked.
class Asking {
public:
    Asking(const Xapian::Database& db, const Parsed& parsed, const Search& search, Reading reading)
        : enquire_(db) {
        reading.patience = {processor_milliseconds() + kMostMilliseconds, &stopped_};
        Xapian::Query query;
        sought_ = compile(parsed, reading, query);
        query = with_filters(query, search, reading);
        if (sought_.is_costly && !reading.is_remote)
            query = with_deadline(query, reading.patience.until, stopped_);
        enquire_.set_query(query);
        enquire_.set_time_limit(kTimeLimit);
        set_order(enquire_, search, sought_);
    }
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;

    Xapian::MSet hits(std::size_t offset, std::size_t limit) {
        return enquire_.get_mset(static_cast<Xapian::doccount>(offset),
                                 static_cast<Xapian::doccount>(limit));
    }
    Sought& sought() { return sought_; }
    bool was_stopped() const { return stopped_.early; }

private:
    Xapian::Enquire enquire_;
    Sought sought_;
    Stopped stopped_;
};

// What the terms of some documents say; reading them costs the same however many there are.
using Counts = std::map<std::string, std::size_t>;

struct Tally {
    std::map<Field, Counts> fields;
    Counts years;

    void add(const Xapian::Database& db, Xapian::docid id) {
        auto term = db.termlist_begin(id);
        const auto end = db.termlist_end(id);
        term.skip_to("XD");
        for (; term != end && (*term).starts_with("XD"); ++term)
            if (auto year = year_of_term(kPublished, *term); !year.empty()) ++years[year];
        if (term != end) term.skip_to(std::string(kFacetPrefix));
        for (; term != end && (*term).starts_with(kFacetPrefix); ++term) {
            const auto text = *term;
            const auto field = static_cast<Field>(text[kFacetPrefix.size()] - 'A');
            ++fields[field][text.substr(kFacetPrefix.size() + 1)];
        }
    }
};

std::vector<Facets::Count> listed(const Counts& counts) {
    std::vector<Facets::Count> all;
    all.reserve(counts.size());
    for (const auto& [value, hits] : counts) all.push_back({value, hits});
    return all;
}

}  // namespace

Answer ask(const Xapian::Database& db, const Parsed& parsed, const Search& search,
           const Reading& reading) {
    Asking asking(db, parsed, search, reading);
    const auto matches = asking.hits(search.offset, search.limit);
    Answer answer{.demanded_phrase = asking.sought().demands_phrase};
    answer.found.about = matches.get_matches_estimated();
    if (asking.was_stopped())
        answer.found.notes.emplace_back(
            "stopped before everything was looked through: ask for less at once to see all of it");
    answer.found.terms = std::move(asking.sought().stems);
    for (auto match = matches.begin(); match != matches.end(); ++match)
        answer.found.hits.push_back(hit_of(match.get_document().get_data(), match.get_weight()));
    return answer;
}

Found ask_like(const Xapian::Database& db, DocKind kind, std::int64_t id, std::size_t limit) {
    using Xapian::Query;
    constexpr Xapian::termcount most_words = 25;
    Found found;
    const auto self = db.postlist_begin(unique_term(kind, id));
    if (self == db.postlist_end(unique_term(kind, id))) return found;
    Xapian::RSet example;
    example.add_document(*self);
    Xapian::Enquire enquire(db);
    const Xapian::ExpandDeciderFilterPrefix is_stem("Z");
    std::vector<Query> words;
    const auto telling = enquire.get_eset(most_words, example, &is_stem);
    for (auto word = telling.begin(); word != telling.end(); ++word) words.emplace_back(*word);
    if (words.empty()) return found;
    Query query(Query::OP_OR, words.begin(), words.end());
    query = Query(Query::OP_FILTER, query, Query(kind_term(kind)));
    auto term = db.termlist_begin(*self);
    term.skip_to("XA");
    const bool has_article = term != db.termlist_end(*self) && (*term).starts_with("XA");
    query = Query(Query::OP_AND_NOT, query,
                  Query(has_article ? *term : unique_term(kind, id)));  // not its own article's
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::IneB2Weight(kLengthNormalisation));
    const auto matches = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
    found.about = matches.get_matches_estimated();
    for (auto match = matches.begin(); match != matches.end(); ++match)
        found.hits.push_back(hit_of(match.get_document().get_data(), match.get_weight()));
    return found;
}

Facets count_facets(const Xapian::Database& db, const Parsed& parsed, const Search& search,
                    const Reading& reading, std::size_t among) {
    Asking asking(db, parsed, search, reading);
    const auto matches = asking.hits(0, among);
    Tally tally;
    for (auto match = matches.begin(); match != matches.end(); ++match) tally.add(db, *match);
    Facets facets{.counted = matches.size(), .about = matches.get_matches_estimated()};
    for (const auto& [field, counts] : tally.fields) {
        auto values = listed(counts);
        std::stable_sort(values.begin(), values.end(),
                         [](const auto& a, const auto& b) { return a.hits > b.hits; });
        facets.fields.emplace_back(field, std::move(values));
    }
    facets.years = listed(tally.years);
    std::reverse(facets.years.begin(), facets.years.end());
    return facets;
}

std::string spelled(const Xapian::Database& db, const std::string& word) {
    if (core::count_code_points(word) < kFewestLettersSpelled || db.term_exists(word)) return {};
    const auto better = db.get_spelling_suggestion(word);
    return db.term_exists(better) ? better : std::string();  // its documents may be gone
}

}  // namespace search
