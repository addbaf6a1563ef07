// Who says what, with the words that tell so. Private to extractor/; the door's
// find_attributions gives the spans alone.
#pragma once
#include <vector>

#include "extractor/language/cues.h"
#include "extractor/language/passage.h"

namespace extractor {

// Ranges of tokens; any may be missing but content.
struct AttributedWords {
    std::vector<TokenRange> source, cue, content;
    CueClass cue_class = CueClass::Say;
    bool direct = false;  // the content is a quotation
};

// In reading order of the cues.
std::vector<AttributedWords> attributions(const Passage& passage);

}  // namespace extractor
