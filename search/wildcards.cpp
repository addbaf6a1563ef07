#include "search/wildcards.h"

#include <algorithm>
#include <vector>

#include <xapian.h>

namespace search {

Xapian::Query any_ending(const Xapian::Database& db, const std::string& beginning) {
    using Xapian::Query;
    constexpr std::ptrdiff_t most = 500;
    std::vector<std::pair<Xapian::doccount, std::string>> words;
    const auto end = db.allterms_end(beginning);
    for (auto term = db.allterms_begin(beginning); term != end; ++term)
        words.emplace_back(term.get_termfreq(), *term);
    const auto kept = words.begin() + std::min(most, std::ssize(words));
    std::partial_sort(words.begin(), kept, words.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<Query> any;
    for (auto word = words.begin(); word != kept; ++word) any.emplace_back(word->second);
    return any.empty() ? Query::MatchNothing : Query(Query::OP_OR, any.begin(), any.end());
}

}  // namespace search
