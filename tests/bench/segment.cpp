// How fast text is cut into tokens and sentences; with CoNLL-U files as arguments, how well.
//   bench_segment [--errors] FILE.conllu…
#include "extractor/language/segment.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "extractor/extractor.h"
#include "tests/bench/treebank_text.h"

namespace {

void score(const char* what, const std::set<core::Span>& gold, const std::set<core::Span>& found) {
    std::vector<core::Span> both;
    std::ranges::set_intersection(gold, found, std::back_inserter(both));
    const auto right = static_cast<double>(both.size());
    const double p = right / static_cast<double>(found.size());
    const double r = right / static_cast<double>(gold.size());
    std::printf("  %-10s P %6.2f  R %6.2f  F1 %6.2f  (%zu)\n", what, 100 * p, 100 * r,
                200 * p * r / (p + r), gold.size());
}

void show_errors(const bench::TreebankText& treebank, const std::set<core::Span>& gold,
                 const std::set<core::Span>& found, const char* mark) {
    for (const core::Span span : gold) {
        if (found.contains(span)) continue;
        const std::size_t begin = span.begin < 20 ? 0 : span.begin - 20;
        std::string around = treebank.article.text.substr(begin, span.end + 20 - begin);
        std::ranges::replace(around, '\n', '|');
        std::printf("%s\t%s\t%s\n", mark,
                    std::string(core::cut(treebank.article.text, span)).c_str(), around.c_str());
    }
}

std::set<core::Span> ends_of(const std::set<core::Span>& spans) {
    std::set<core::Span> ends;
    for (const core::Span span : spans) ends.insert({span.end, span.end});
    return ends;
}

void measure(const char* file, bool errors) {
    const auto treebank = bench::read_treebank_text(file);
    const auto segments = extractor::segment(treebank.article);
    const std::set<core::Span> tokens(segments.tokens.begin(), segments.tokens.end());
    std::set<core::Span> sentences;
    for (const auto& sentence : segments.sentences) sentences.insert(sentence.span);
    std::printf("%s\n", file);
    score("tokens", treebank.tokens, tokens);
    score("sentences", treebank.sentences, sentences);
    score("ends", ends_of(treebank.sentences), ends_of(sentences));
    if (!errors) return;
    show_errors(treebank, treebank.tokens, tokens, "T-");
    show_errors(treebank, tokens, treebank.tokens, "T+");
    show_errors(treebank, treebank.sentences, sentences, "S-");
    show_errors(treebank, sentences, treebank.sentences, "S+");
}

void time_segment() {
    std::string text;
    while (text.size() < 1'000'000)
        text +=
            "“We didn't take it,” said Dr. J. Doe of Lab Inc., whose model GPT-4 is state-of-"
            "the-art. The U.S. firm (worth $5.6 million) denied it on Sept. 3; nobody else did.\n";
    const auto article = extractor::read_text({.text = text});
    const auto begin = std::chrono::steady_clock::now();
    const auto segments = extractor::segment(article);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf("segment  %6.1f MB/s, %zu tokens, %zu sentences\n",
                static_cast<double>(text.size()) / 1e6 / took.count(), segments.tokens.size(),
                segments.sentences.size());
}

}  // namespace

int main(int argc, char** argv) {
    bool errors = false;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--errors")
            errors = true;
        else
            measure(argv[i], errors);
    }
    if (argc == 1) time_segment();
}
