#include "extractor/language/attributions.h"

#include <algorithm>

#include "extractor/extractor.h"
#include "extractor/language/attribution_clauses.h"
#include "extractor/language/attribution_direct.h"
#include "extractor/language/attribution_filter.h"
#include "extractor/language/parsing.h"

namespace extractor {

namespace {

std::size_t place(const AttributedWords& attributed) {
    return attributed.cue.empty() ? attributed.content.front().begin : attributed.cue.front().begin;
}

std::vector<core::Span> spans_of(const std::vector<TokenRange>& ranges, const Passage& passage) {
    std::vector<core::Span> spans;
    for (const TokenRange& range : ranges)
        if (!range.empty())
            spans.push_back({passage.segments.tokens[range.begin].begin,
                             passage.segments.tokens[range.end - 1].end});
    std::ranges::sort(spans);
    return spans;
}

}  // namespace

std::vector<AttributedWords> attributions(const Passage& passage) {
    std::vector<AttributedWords> all = direct_attributions(passage);
    std::vector<bool> taken(passage.segments.tokens.size());
    for (const auto& attributed : all)
        for (const TokenRange& cue : attributed.cue)
            for (std::size_t i = cue.begin; i < cue.end; ++i) taken[i] = true;
    const auto append = [&all](std::vector<AttributedWords> more) {
        all.insert(all.end(), std::make_move_iterator(more.begin()),
                   std::make_move_iterator(more.end()));
    };
    append(verb_attributions(passage, taken));
    append(other_attributions(passage));
    std::erase_if(all, [](const auto& attributed) { return attributed.content.empty(); });
    drop_unlikely(passage, all);
    std::ranges::stable_sort(all, {}, place);
    return all;
}

std::vector<Attribution> find_attributions(const core::Article& article, const Lexicon&) {
    const Segments segments = segment(article);
    Tagging tagging = tag_words(article, segments);
    Parses parses = parse_cue_sentences(article, segments, tagging);
    const Passage passage = read_passage(article, segments, tagging, std::move(parses));
    std::vector<Attribution> found;
    for (const auto& attributed : attributions(passage))
        found.push_back({.source = spans_of(attributed.source, passage),
                         .cue = spans_of(attributed.cue, passage),
                         .content = spans_of(attributed.content, passage)});
    return found;
}

}  // namespace extractor
