#include "extractor/claims/evidence.h"

#include <algorithm>

#include "extractor/claims/words.h"

namespace extractor {

namespace {

bool ends_clause(std::string_view lower) {
    return lower == "," || lower == ";" || lower == "." || lower == "—" || lower == "–" ||
           lower == "(" || lower == ")" || lower == ":";
}

// From the clause's beginning to its end, around the words that name the evidence.
Range clause_around(const Scene& scene, Range range, const Match& match) {
    auto begin = match.begin, end = match.end;
    while (begin > range.begin && !ends_clause(scene.words[begin - 1].lower) &&
           !words::in(words::kRelatives, scene.words[begin - 1].lower))
        --begin;
    while (end < range.end && !ends_clause(scene.words[end].lower)) ++end;
    return {begin, end};
}

}  // namespace

std::vector<core::Evidence> evidence_in(const Scene& scene, Range range) {
    std::vector<core::Evidence> found;
    for (const auto& match : scene.evidence) {
        if (!range.contains(match)) continue;
        const auto type = Clues::builtin().evidence_of[match.rule];
        if (std::any_of(found.begin(), found.end(),
                        [&](const core::Evidence& one) { return one.type == type; }))
            continue;
        found.push_back({type, scene.span(clause_around(scene, range, match))});
    }
    return found;
}

}  // namespace extractor
