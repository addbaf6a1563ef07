// What was taken, and whose it is. Private to extractor/.
#pragma once
#include <optional>
#include <string>

#include "extractor/claims/drafts.h"

namespace extractor {

struct Taken {
    Range words;                       // of the sentence
    std::optional<std::string> owner;  // only where the words tell it
};

// "distilled Merlot", "the scraping of its archive", "trained on pirated books": what the draft's
// main conduct was done to. Nothing where the sentence does not say, or says it with a pronoun.
std::optional<Taken> taken_in(const Scene& scene, const Parties& parties, const Draft& draft);

}  // namespace extractor
