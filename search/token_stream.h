// The words of a text in their order, kept in one position list instead of one for each word: a
// quarter of the bytes, and half the time to index them. Private to search/.
#pragma once
#include <string_view>
#include <vector>

namespace Xapian {
class Database;
class Document;
class Query;
}  // namespace Xapian

namespace search {

struct Stopped;

// Adds a text's words to a document, each at its place; places grow from call to call.
class TokenStream {
public:
    explicit TokenStream(Xapian::Document& document) : document_(document) {}
    void add(std::string_view word);
    void leave_gap(unsigned places) { place_ += places; }

private:
    Xapian::Document& document_;
    unsigned place_ = 1;
};

// How words must stand: in a row, or two of them so many places apart at most. They are compared
// by 18 bits of a hash: right but for one in 260,000 where a document holds all of them.
struct Order {
    enum class Kind { InARow, Near };
    Kind kind = Kind::InARow;
    std::vector<std::string_view> words;
    unsigned distance = 1;
};

// What a query may cost; looked at before a text is.
struct Patience {
    double until = 0;  // milliseconds of this thread's processor time
    Stopped* stopped = nullptr;
};

// The documents whose words stand so: a filter, to be asked about documents that hold the words.
Xapian::Query in_order(const Order& order, const Patience& patience);

// The same where filters of ours do not run, in indexes on the network: the documents that hold the
// words are looked at one by one, a few thousand at most, and named.
Xapian::Query named_in_order(const Xapian::Database& db, const Xapian::Query& holding,
                             const Order& order, const Patience& patience);

}  // namespace search
