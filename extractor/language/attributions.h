// Who says what, with the words that tell so. Private to extractor/; the door's
// find_attributions gives the spans alone.
#pragma once
#include <cstdint>
#include <vector>

#include "extractor/language/cues.h"
#include "extractor/language/passage.h"

namespace extractor {

enum class ContentKind : std::uint8_t {
    Quotation,   // a quotation of its own
    Clause,      // "that …", "whether …", a clause without "that"
    Phrase,      // an object: "the plan", "of theft"
    Infinitive,  // "to sue"
};

// Ranges of tokens; any may be missing but content.
struct AttributedWords {
    std::vector<TokenRange> source, cue, content;
    CueClass cue_class = CueClass::Say;
    ContentKind kind = ContentKind::Clause;
};

// In reading order of the cues.
std::vector<AttributedWords> attributions(const Passage& passage);

}  // namespace extractor
