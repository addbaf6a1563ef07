// The ranked words of a query and their weights. Private to search/.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "search/terms.h"
#include "search/token_stream.h"

namespace Xapian {
class Query;
}

namespace search {

// Words that stand side by side, in their order.
class Bag {
public:
    void add(std::string_view text);  // "#OpenSource" is also open and source
    bool empty() const { return words_.empty(); }
    const std::vector<std::string>& words() const { return words_; }

private:
    std::vector<std::string> words_;
};

class QueryWords {
public:
    explicit QueryWords(std::string_view language);  // "" is English

    Xapian::Query term(const std::string& word);  // by its stem
    std::vector<Xapian::Query> ranked(
        const Bag& bag, const Patience* patience);  // each word once, and pairs that stand close
    void seek(const std::string& word);             // to be marked in snippets
    std::vector<std::string> take_stems();

private:
    Xapian::Query with_synonyms(const std::string& stem);

    Stemmer english_{"en"};
    Stemmer local_;
    bool is_english_;
    std::vector<std::string> stems_, common_;
};

}  // namespace search
