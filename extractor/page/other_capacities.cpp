#include "extractor/page/other_capacities.h"

#include <algorithm>

#include "core/text.h"
#include "extractor/page/byline_words.h"

namespace extractor {

namespace {

// A credit on the page, folded: "photography by | ann lee".
struct Credit {
    std::string text;
    std::size_t other = 0;  // bytes of the words that begin it and name another capacity
    bool is_byline = false;
};

bool stands_on_page(Witness witness) {
    return witness == Witness::Byline || witness == Witness::Line || witness == Witness::LoneLine ||
           witness == Witness::Microdata;
}

std::vector<Credit> credits_on_page(const Statements& statements) {
    std::vector<Credit> credits;
    for (const auto& statement : statements) {
        if (statement.field != Field::Author || !stands_on_page(statement.witness)) continue;
        Credit credit{.text = core::fold(statement.value)};
        credit.other = byline_words_at(BylineWord::Other, credit.text);
        credit.is_byline = byline_words_at(BylineWord::Lead, credit.text) > 0 &&
                           !has_byline_word(BylineWord::Other, credit.text);
        if (credit.other > 0 || credit.is_byline) credits.push_back(std::move(credit));
    }
    return credits;
}

// "Photos by Ann Lee, words by Jane Doe" tells of two capacities, so of none.
bool tells_one_capacity(const Credit& credit) {
    return credit.other > 0 && credit.text.find("by ", credit.other) == std::string::npos;
}

bool did_something_else(const std::vector<Credit>& credits, const std::string& name) {
    const auto folded = core::fold(name);
    bool otherwise = false;
    for (const auto& credit : credits) {
        if (credit.text.find(folded) == std::string::npos) continue;
        if (credit.is_byline) return false;
        otherwise = otherwise || tells_one_capacity(credit);
    }
    return otherwise;
}

}  // namespace

void drop_other_capacities(const Statements& statements, std::vector<std::string>& authors) {
    if (authors.size() < 2) return;
    const auto credits = credits_on_page(statements);
    const auto is_other = [&](const std::string& name) {
        return did_something_else(credits, name);
    };
    if (!std::all_of(authors.begin(), authors.end(), is_other)) std::erase_if(authors, is_other);
}

}  // namespace extractor
