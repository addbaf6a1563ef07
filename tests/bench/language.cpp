// How fast English text is parsed, and what it takes to start; with CoNLL-U files as arguments, how
// well on their gold tokens, and on their raw text.
//   bench_language [FILE.conllu…]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extractor/extractor.h"
#include "extractor/language/coreference.h"
#include "extractor/language/names.h"
#include "extractor/language/parser.h"
#include "extractor/language/segment.h"
#include "extractor/language/train/score.h"
#include "extractor/language/train/treebank.h"
#include "tests/bench/treebank_text.h"

namespace {

using extractor::Parser;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double resident_megabytes() {
    std::ifstream statm("/proc/self/statm");
    double pages = 0, resident = 0;
    statm >> pages >> resident;
    return resident * 4096 / 1e6;
}

struct Sentences {
    std::vector<std::string> texts;
    std::vector<std::vector<core::Span>> tokens;
    std::size_t token_count = 0;
};

Sentences sentences_of(const std::vector<training::Sentence>& treebank) {
    Sentences all;
    for (const auto& sentence : treebank) {
        std::string text;
        std::vector<core::Span> tokens;
        for (const auto& word : sentence.words) {
            tokens.push_back({text.size(), text.size() + word.size()});
            text += word + " ";
        }
        all.texts.push_back(text);
        all.tokens.push_back(tokens);
        all.token_count += tokens.size();
    }
    return all;
}

// The fastest of several times over: what else runs on the machine only ever slows it down.
double tokens_per_second(const Sentences& sentences) {
    extractor::ParsedSentence parsed;
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const double begin = cpu_seconds();
        for (std::size_t at = 0; at < sentences.texts.size(); ++at)
            Parser::builtin().parse(sentences.texts[at], sentences.tokens[at], parsed);
        best = std::min(best, cpu_seconds() - begin);
    }
    return static_cast<double>(sentences.token_count) / best;
}

struct Arc {
    std::optional<core::Span> head;
    std::string_view relation;  // universal
    bool operator==(const Arc&) const = default;
};
using Arcs = std::map<core::Span, Arc>;

void add_arcs(std::span<const core::Span> words, const extractor::ParsedSentence& tree,
              Arcs& arcs) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto relation = extractor::name_of(tree[at].relation);
        Arc arc{.head = std::nullopt, .relation = relation.substr(0, relation.find(':'))};
        if (tree[at].head != extractor::kNoHead)
            arc.head = words[static_cast<std::size_t>(tree[at].head)];
        arcs.emplace(words[at], arc);
    }
}

double f1(std::size_t right, std::size_t gold, std::size_t found) {
    return 200.0 * static_cast<double>(right) / static_cast<double>(gold + found);
}

// As CoNLL 2018 counted: words are the same if their spans are.
void measure_raw(const char* file, const std::vector<training::Sentence>& treebank) {
    const auto text = bench::read_treebank_text(file);
    Arcs gold, found;
    std::size_t gold_count = 0, right = 0, sentences = 0;
    for (std::size_t at = 0; at < treebank.size(); ++at) {
        add_arcs(text.words[at], treebank[at].gold, gold);
        gold_count += text.words[at].size();
    }
    const auto segments = extractor::segment(text.article);
    extractor::ParsedSentence parsed;
    for (const auto& sentence : segments.sentences) {
        Parser::builtin().parse(text.article.text, segments.tokens_of(sentence), parsed);
        add_arcs(segments.tokens_of(sentence), parsed, found);
        sentences += text.sentences.count(sentence.span);
    }
    for (const auto& [word, arc] : found) {
        const auto same = gold.find(word);
        right += same != gold.end() && same->second == arc ? 1 : 0;
    }
    std::printf("  raw text: LAS %.2f, sentences F1 %.2f\n", f1(right, gold_count, found.size()),
                f1(sentences, text.sentences.size(), segments.sentences.size()));
}

void measure(const char* file) {
    const auto treebank = training::read_treebank(file);
    const Sentences sentences = sentences_of(treebank);
    training::Score score;
    extractor::ParsedSentence parsed;
    for (std::size_t at = 0; at < treebank.size(); ++at) {
        Parser::builtin().parse(sentences.texts[at], sentences.tokens[at], parsed);
        score.add(treebank[at].gold, parsed);
    }
    std::printf("%s\n  %s\n  %.0f tokens/s\n", file, score.text().c_str(),
                tokens_per_second(sentences));
    measure_raw(file, treebank);
}

// Plain prose of our own; no two sentences alike, as names and numbers differ.
std::string article_text(std::size_t size) {
    static const std::vector<std::string> sentences{
        "“We found no copy of it,” said the lab’s counsel, who had asked for more time. ",
        "The publisher, which sued in March, says that millions of pages were taken. ",
        "Whether a court will follow that argument is far from clear, lawyers warn. ",
        "According to two people who saw the contract, nobody was ever paid. ",
        "Researchers compared the answers of both systems and suspected a common source. ",
        "A spokeswoman declined to comment on accounts that the company had closed. "};
    std::string text;
    for (std::size_t at = 0; text.size() < size; ++at)
        text += sentences[at % sentences.size()] + "Firm" + std::to_string(at * 7919) + " paid $" +
                std::to_string(at * 31) + " million for archive no. " + std::to_string(at) + ".\n";
    return text;
}

void time_article() {
    const auto article = extractor::read_text({.text = article_text(5000)});
    extractor::ParsedSentence parsed;
    constexpr int rounds = 50;
    const double begin = cpu_seconds();
    std::size_t tokens = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto segments = extractor::segment(article);
        tokens = segments.tokens.size();
        for (const auto& sentence : segments.sentences)
            Parser::builtin().parse(article.text, segments.tokens_of(sentence), parsed);
    }
    const double took = (cpu_seconds() - begin) / rounds;
    std::printf("article of 5 kB: %zu tokens cut and parsed in %.2f ms, %.0f tokens/s\n", tokens,
                took * 1e3, static_cast<double>(tokens) / took);
}

// All that claims and attributions stand on.
void time_layer() {
    const auto article = extractor::read_text({.text = article_text(5000)});
    const auto& lexicon = extractor::Lexicon::builtin();
    extractor::find_attributions(article, lexicon);
    constexpr int rounds = 50;
    const double begin = cpu_seconds();
    std::size_t names = 0, referents = 0, attributions = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto segments = extractor::segment(article);
        const auto found = extractor::find_names(article, segments, lexicon);
        names = found.mentions.size();
        referents = extractor::resolve(article, segments, found).size();
        attributions = extractor::find_attributions(article, lexicon).size();
    }
    std::printf("article of 5 kB: %zu names, %zu referents and %zu attributions in %.2f ms\n",
                names, referents, attributions, (cpu_seconds() - begin) / rounds * 1e3);
}

void time_one_sentence() {
    std::string text;
    while (text.size() < 1'000'000) text += "the lab took " + std::to_string(text.size()) + ", ";
    std::vector<core::Span> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        tokens.push_back({at, end});
        at = end + 1;
    }
    extractor::ParsedSentence parsed;
    const double begin = cpu_seconds();
    Parser::builtin().parse(text, tokens, parsed);
    std::printf("one sentence of 1 MB: %zu tokens in %.0f ms\n", tokens.size(),
                (cpu_seconds() - begin) * 1e3);
}

}  // namespace

int main(int count, char** arguments) {
    const double before = resident_megabytes();
    const double begin = cpu_seconds();
    static_cast<void>(Parser::builtin());
    std::printf("start-up: %.1f ms\n", (cpu_seconds() - begin) * 1e3);
    time_article();
    time_layer();
    std::printf("resident: %.1f MB, %.1f before the parser was asked for\n", resident_megabytes(),
                before);
    time_one_sentence();
    for (int at = 1; at < count; ++at) measure(arguments[at]);
    std::printf("(UDPipe 1.2, as published for EWT: LAS 81.1, 2,300 tokens/s)\n");
}
