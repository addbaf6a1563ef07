// An article's text as names see it: words with all that is known of each. Private to extractor/.
#pragma once
#include <string>
#include <vector>

#include "core/article.h"
#include "extractor/language/name_words.h"
#include "extractor/language/segment.h"
#include "extractor/language/words.h"

namespace extractor {

struct NameWord : Word {
    std::string folded;
    WordClasses classes;
    std::size_t sentence = 0;
    bool opens = false;     // begins a sentence or a quotation: a capital proves nothing
    bool headline = false;  // of a sentence in Title Case or CAPITALS: nor does it here
    bool prose = false;     // of a sentence that ends like one
};

// Looks into the article's text, which must outlive it.
struct NameText {
    std::string_view text;
    std::vector<NameWord> words;
    std::size_t prose_sentences = 0;

    std::string_view cut(const NameWord& word) const { return core::cut(text, word.span); }
    // What stands between two neighbours.
    std::string_view gap(std::size_t word) const {
        return core::cut(text, {words[word].span.end, words[word + 1].span.begin});
    }
    bool same_sentence(std::size_t a, std::size_t b) const {
        return words[a].sentence == words[b].sentence;
    }
    // The words right before and after, of the same sentence.
    const NameWord* before(std::size_t word) const;
    const NameWord* after(std::size_t word) const;
    bool possessive(std::size_t word) const;  // followed by "’s", or by "’" alone
};

NameText name_text(const core::Article& article, const Segments& segments);

bool is_apostrophe(std::string_view gap);
bool is_hyphen(std::string_view gap);
bool is_blank(std::string_view gap);  // spaces, also those that do not break

}  // namespace extractor
