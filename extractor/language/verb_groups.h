// A verb with its auxiliaries and adverbs, and how far what it governs reaches. Private to
// extractor/.
#pragma once
#include <cstddef>
#include <optional>

#include "extractor/language/passage.h"

namespace extractor {

struct VerbGroup {
    TokenRange words;  // "has repeatedly denied", "was accused", "continued to call"
    std::size_t verb = 0;
    bool passive = false;
    bool infinitive = false;  // "to discuss" with nothing before it that could take a subject
    bool gerund = false;      // "…, saying"
    bool participle = false;  // "…, asked about": no auxiliary, may be reduced
};

VerbGroup verb_group(const Passage& passage, std::size_t verb);

// No content reaches over more tokens: what is read for one cue is bounded.
inline constexpr std::size_t kLongestContent = 300;

// Where content that ends at `end` may begin at the earliest.
constexpr std::size_t earliest_begin(std::size_t floor, std::size_t end) {
    return end > floor + kLongestContent ? end - kLongestContent : floor;
}

enum class Reach {
    Clause,  // a whole clause: keeps what is subordinate to it
    Phrase,  // an object or infinitive: ends before the next clause
};

// Where the content that begins at `begin` ends: within its sentence, or where a quotation that it
// holds closes.
std::size_t content_end(const Passage& passage, std::size_t begin, Reach reach);

// Whether a finite verb stands in the range, outside quotations if `begin` is.
bool has_finite_verb(const Passage& passage, TokenRange range);

// Whether the noun phrase that begins the range has a finite verb: "the lab that won lost", not
// "the lab that won".
bool subject_has_verb(const Passage& passage, TokenRange range);

}  // namespace extractor
