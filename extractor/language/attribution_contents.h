// What a cue verb says: the words that its frames let it govern. Private to extractor/.
#pragma once
#include <optional>
#include <vector>

#include "extractor/language/attributions.h"
#include "extractor/language/cues.h"
#include "extractor/language/passage.h"

namespace extractor {

struct ContentOfVerb {
    std::vector<TokenRange> words;
    std::size_t cue_end = 0;  // behind a preposition of the cue: "called for"
    bool before = false;      // stands before the cue
    ContentKind kind = ContentKind::Clause;
};

// The content that begins at `at`, just behind the verb, in any of the cue's frames.
std::optional<ContentOfVerb> content_behind(const Passage& passage, const AttributionCue& cue,
                                            std::size_t at, const TokenRange& within);

// The same for clauses, questions, infinitives and gerunds alone.
std::optional<ContentOfVerb> clause_behind(const Passage& passage, const AttributionCue& cue,
                                           std::size_t at, const TokenRange& within);

}  // namespace extractor
