// How documents and queries are spelled in Xapian. Private to search/.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "search/query.h"
#include "search/search.h"

namespace Xapian {
class Document;
class Query;
class WritableDatabase;
}  // namespace Xapian

namespace search {

// Value slots.
inline constexpr unsigned kSlotFirstDay = 0;  // sortable days since 1970
inline constexpr unsigned kSlotLastDay = 1;
inline constexpr unsigned kSlotOrigins = 2;

// Changes whenever the same document may be indexed otherwise; an older index is made anew.
inline constexpr std::string_view kAnalyser = "1";

std::string unique_term(DocKind kind, std::int64_t id);  // "Qc17"
std::string kind_term(DocKind kind);                     // "XTclaim"
std::string article_term(std::int64_t article);          // "XA3"
std::string sortable(core::Days day);

void fill_document(const IndexDoc& doc, Xapian::Document& document);

// What a compiled query looked for.
struct Sought {
    std::vector<std::string> stems;  // for snippets
    std::size_t ranked = 0;          // words that count for the rank
};
Sought compile(const Node& root, Xapian::Query& query);

}  // namespace search
