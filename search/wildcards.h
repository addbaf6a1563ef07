// "distil*" by the words of an index. Private to search/.
#pragma once
#include <string>

namespace Xapian {
class Database;
class Query;
}  // namespace Xapian

namespace search {

// Any of the commonest words that begin so. Xapian's OP_WILDCARD leaks the weights of those that
// its limit leaves out (1.4.22).
Xapian::Query any_ending(const Xapian::Database& db, const std::string& beginning);

}  // namespace search
