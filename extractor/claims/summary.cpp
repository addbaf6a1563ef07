// The sentences that carry an article's main claims, and how friendly it sounds.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>

#include "embedded/extractor.h"
#include "extractor/extractor.h"
#include "extractor/language/segment.h"
#include "extractor/language/tsv.h"

namespace extractor {

namespace {

constexpr std::size_t kSummarySentences = 3;

// How much of the matter a claim carries: whom, by whom, of what.
int weight(const core::Claim& claim) {
    const auto named = [](const std::vector<core::Party>& parties) {
        return std::any_of(parties.begin(), parties.end(),
                           [](const core::Party& party) { return core::is_named(party.name); });
    };
    return 2 * named(claim.accused) + 2 * named(claim.claimant) + !claim.conduct.empty() +
           !claim.evidence.empty();
}

const std::unordered_map<std::string_view, double>& tone_words() {
    static const auto words = [] {
        std::unordered_map<std::string_view, double> scores;
        for (const auto& row : rows_of(embedded::extractor::tone_tsv()))
            if (row.size() > 1) scores.emplace(row[0], std::stod(std::string(row[1])));
        return scores;
    }();
    return words;
}

struct Label {
    double least;
    std::string_view text;
};
constexpr std::array kLabels{Label{0.5, "positive"}, Label{0.15, "mildly positive"},
                             Label{-0.15, "neutral"}, Label{-0.5, "mildly negative"},
                             Label{-1.0, "negative"}};

std::string_view label_of(double score) {
    for (const auto& label : kLabels)
        if (score >= label.least) return label.text;
    return kLabels.back().text;
}

// Sum of the words' scores, squashed: a few strong words say much, many more say little more.
double squashed(double sum, std::size_t words) {
    if (words == 0) return 0;
    const double density = sum / static_cast<double>(words) * 20;
    return std::clamp(density / (1 + std::abs(density)), -1.0, 1.0);
}

double score_of(const core::Article& article, const Segments& segments, const Sentence& sentence) {
    double score = 0;
    for (const auto& token : segments.tokens_of(sentence)) {
        const auto found = tone_words().find(core::lower_ascii(core::cut(article.text, token)));
        if (found != tone_words().end()) score += found->second;
    }
    return score;
}

// Of the sentences that hold one of the mentions, each once.
double tone_around(const std::vector<core::Span>& mentions, const Segments& segments,
                   const std::vector<double>& scores) {
    double sum = 0;
    std::size_t words = 0, next = 0;
    for (const auto& mention : mentions) {
        const auto& sentences = segments.sentences;
        while (next < sentences.size() && sentences[next].span.end <= mention.begin) ++next;
        if (next == sentences.size()) break;
        if (!sentences[next].span.contains(mention)) continue;
        sum += scores[next];
        words += sentences[next].end - sentences[next].begin;
        ++next;
    }
    return squashed(sum, words);
}

}  // namespace

std::vector<core::Span> summarise(const core::Article& article, const core::Findings& findings) {
    const auto segments = segment(article);
    std::vector<core::Span> all;
    all.reserve(segments.sentences.size());
    for (const auto& sentence : segments.sentences) all.push_back(sentence.span);
    if (findings.claims.empty())
        return {all.begin(),
                all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), std::size_t{2}))};
    std::map<core::Span, int> weights;
    for (const auto& claim : findings.claims) {
        // Sentences are in reading order: the first that ends behind the quote's beginning.
        const auto sentence = std::partition_point(
            all.begin(), all.end(),
            [&](const core::Span& span) { return span.end <= claim.quote.begin; });
        if (sentence != all.end() && sentence->overlaps(claim.quote))
            weights[*sentence] = std::max(weights[*sentence], weight(claim));
    }
    std::vector<std::pair<core::Span, int>> best(weights.begin(), weights.end());
    std::stable_sort(best.begin(), best.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    best.resize(std::min(best.size(), kSummarySentences));
    std::vector<core::Span> summary;
    summary.reserve(best.size());
    for (const auto& [span, score] : best) summary.push_back(span);
    std::sort(summary.begin(), summary.end());
    return summary;
}

Tone tone_of(const core::Article& article, const core::Findings& findings, const Lexicon&) {
    const auto segments = segment(article);
    Tone tone;
    double sum = 0;
    std::vector<double> scores;  // of each sentence
    scores.reserve(segments.sentences.size());
    for (const auto& sentence : segments.sentences) {
        scores.push_back(score_of(article, segments, sentence));
        sum += scores.back();
    }
    tone.score = squashed(sum, segments.tokens.size());
    tone.label = label_of(tone.score);
    for (const auto& [entity, mentions] : findings.entities)
        if (core::is_named(entity.name))
            tone.entities.push_back({entity.name, tone_around(mentions, segments, scores)});
    return tone;
}

}  // namespace extractor
