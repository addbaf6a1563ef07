// A limit on what one query may cost. Private to search/.
#pragma once
namespace Xapian {
class Query;
}

namespace search {

double processor_milliseconds();  // of this thread: a busy machine does not change what is found

// Set when a query was stopped.
struct Stopped {
    bool early = false;
};

// The same query, which ends when this thread has used so much processor time, with what it has
// found by then. `stopped` must outlive the search.
Xapian::Query with_deadline(const Xapian::Query& query, double until, Stopped& stopped);

}  // namespace search
