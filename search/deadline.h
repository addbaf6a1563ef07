// A limit on what one query may cost. Private to search/.
#pragma once
namespace Xapian {
class Query;
}

namespace search {

// Set when a query was stopped.
struct Stopped {
    bool early = false;
};

// The same query, which ends after so many milliseconds of this thread's processor time with what
// it has found by then. `stopped` must outlive the search.
Xapian::Query with_deadline(const Xapian::Query& query, double milliseconds, Stopped& stopped);

}  // namespace search
