// One query against one database. Private to search/.
#pragma once
#include <string>

#include "search/query.h"
#include "search/search.h"
#include "search/spelling.h"

namespace Xapian {
class Database;
}

namespace search {

struct Answer {
    Found found;                   // without how the query was understood
    bool demanded_phrase = false;  // and might have found more without
};
Answer ask(const Xapian::Database& db, const Parsed& parsed, const Search& search,
           const Reading& reading);

// What tells of the same as a document does; nothing of its own article.
Found ask_like(const Xapian::Database& db, DocKind kind, std::int64_t id, std::size_t limit);

// Counts among the best `among` hits.
Facets count_facets(const Xapian::Database& db, const Parsed& parsed, const Search& search,
                    const Reading& reading, std::size_t among);

// A word like this one that occurs; "" where this one does, or none is.
std::string spelled(const Xapian::Database& db, const std::string& word);
inline constexpr std::size_t kFewestLettersSpelled = 4;

}  // namespace search
