// A query as it was read: a small tree, printable, without Xapian. Private to search/.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"
#include "search/fields.h"

namespace search {

// Limits that keep a query cheap; what lies beyond is left out and noted.
inline constexpr std::size_t kWordsOfQuery = 12;  // people hardly type more
inline constexpr std::size_t kMaxWords = 64;
inline constexpr std::size_t kMaxPhraseWords = 20;
inline constexpr std::size_t kMaxWildcards = 3;
inline constexpr std::size_t kMinWildcardLetters = 3;
inline constexpr std::size_t kMaxDepth = 20;
inline constexpr std::size_t kMaxQueryBytes = 8192;
inline constexpr std::size_t kMaxNotes = 8;
inline constexpr unsigned kMaxNear = 50;

struct Node {
    enum class Kind {
        Word,      // text
        Wildcard,  // text is what comes before the *
        Phrase,    // text, to be split into words
        Field,     // field and text; a * at its end stands for any ending
        Dates,     // from, to: when it was published
        Happened,  // from, to: when what is claimed happened
        Origins,   // least, most
        Near,      // two children, distance
        List,      // children side by side: words ranked, fields required, excluded ones out
        And,
        Or,
    };
    Kind kind = Kind::List;
    std::string text;
    Field field = Field::By;
    std::optional<core::Days> from, to;
    std::optional<int> least, most;
    unsigned distance = 10;
    bool excluded = false;  // "-x", "NOT x"
    std::vector<Node> children;
};

struct Parsed {
    Node root;
    bool passage = false;            // pasted text: words throughout
    std::vector<std::string> notes;  // what was not understood, and what was done about it
};

// Never fails: what does not parse is searched as plain words, and a note says so. A passage of
// text that somebody pasted (many words, no fields, hardly an operator) is words throughout.
Parsed parse_query(std::string_view text);

// The query in its own language, every operator written out; read again it means the same.
std::string print_query(const Node& node);

}  // namespace search
