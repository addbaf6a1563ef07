// How documents and queries are spelled in Xapian. Private to search/.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/query.h"
#include "search/search.h"
#include "search/terms.h"
#include "search/token_stream.h"

namespace Xapian {
class Database;
class Document;
class Query;
}  // namespace Xapian

namespace search {

inline constexpr unsigned kSlotOrigins = 2;  // of values; days have their own (day_terms.h)
inline constexpr unsigned kSlotChange = 5;   // the last change that the document is from

// Changes whenever the same document may be indexed otherwise; an older index is made anew.
inline constexpr std::string_view kAnalyser = "6";

// Terms: words as they are written, and
//   XP<n>     no word: its positions are those of all words (token_stream.h)
//   Z<stem>   of every word, by the English stemmer
//   Y<stem>   of every word of a text in another language, by that language's
//   Q…, X…    what a document is and what fields.h says
std::string unique_prefix(DocKind kind);                 // "Qc"
std::string unique_term(DocKind kind, std::int64_t id);  // "Qc17"
std::string kind_term(DocKind kind);                     // "XTclaim"
std::string article_term(std::int64_t article);          // "XA3"
std::string field_term(Field field, std::string_view word);
// A whole name, to be counted: "XFB" and the name.
std::string facet_term(Field field, std::string_view name);
inline constexpr std::string_view kFacetPrefix = "XF";
// A whole name of an entity: "XNMsam paech "; none for no words or too many.
std::optional<std::string> name_term(std::span<const Token> words);
bool is_coded(Field field);  // its values are one term each, not words
std::string sortable(core::Days day);

void fill_document(const IndexDoc& doc, Xapian::Document& document);

// What a compiled query looked for.
struct Sought {
    std::vector<std::string> stems;  // for snippets; "distil*" stands for any ending
    bool ranks = false;              // whether there are words to rank by
    bool demands_phrase = false;     // a phrase among words decides what is found
    bool is_costly = false;          // positions, wildcards or many words
};

struct Reading {
    const Xapian::Database& db;  // whose words "distil*" stands for
    bool is_remote = false;      // where our own filters do not run
    bool lenient = false;        // phrases among words are rewarded, not demanded
    Patience patience = {};
    // That documents can be of; none: nothing is dated.
    std::optional<core::DayRange> published = {}, happened = {};
};
Sought compile(const Parsed& parsed, const Reading& reading, Xapian::Query& query);

}  // namespace search
