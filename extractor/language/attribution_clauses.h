// Who says what in the grammar of a sentence: cue verbs with their clauses and objects, nouns,
// adjectives, adverbs, "according to". Private to extractor/.
#pragma once
#include <vector>

#include "extractor/language/attributions.h"

namespace extractor {

// `taken` marks the tokens that are cues of direct quotations already. Ascending.
std::vector<AttributedWords> verb_attributions(const Passage& passage,
                                               const std::vector<bool>& taken);
std::vector<AttributedWords> other_attributions(const Passage& passage);

}  // namespace extractor
