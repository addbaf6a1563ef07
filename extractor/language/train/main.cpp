// From CoNLL-U files to the parser's model file. How the one in use was made: model/MODEL.md.
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>

#include "extractor/language/parser.h"
#include "extractor/language/train/export.h"
#include "extractor/language/train/options.h"

namespace {

using namespace training;

std::vector<Sentence> read_all(const Options& options) {
    std::vector<Sentence> all;
    for (const auto& file : options.train)
        for (auto& sentence : read_treebank(file, options.without))
            all.push_back(std::move(sentence));
    return all;
}

void write(const std::string& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error("train: cannot write " + file);
}

// The parser itself on gold tokens, with the bytes of a model file.
Score score_of(const extractor::Parser& parser, const std::vector<Sentence>& sentences) {
    Score score;
    extractor::ParsedSentence parsed;
    for (const auto& sentence : sentences) {
        std::string text;
        std::vector<core::Span> tokens;
        for (const auto& word : sentence.words) {
            tokens.push_back({text.size(), text.size() + word.size()});
            text += word + " ";
        }
        parser.parse(text, tokens, parsed);
        score.add(sentence.gold, parsed);
    }
    return score;
}

class Run {
public:
    explicit Run(const Options& options) : options_(options) {
        for (const auto& file : options.dev) dev_.push_back(read_treebank(file));
    }

    std::string best_model() {
        const auto sentences = read_all(options_);
        const Vocabulary vocabulary(sentences);
        const TagPairs tags(sentences);
        const Encoding encoding{vocabulary, tags};
        Shape shape = options_.shape;
        shape.vocabulary = vocabulary.size();
        shape.tags = tags.pairs().size();
        Random random(options_.seed);
        Network network(shape, random);
        std::printf("%zu sentences, %zu known words, %zu pairs of tags\n", sentences.size(),
                    vocabulary.size() - 1, shape.tags);
        train(network, sentences, encoding, options_.schedule, random,
              [&](std::size_t epoch, const Losses& losses) {
                  std::printf("epoch %zu: loss of tags %.4f, arcs %.4f, labels %.4f\n", epoch + 1,
                              losses.tags, losses.arcs, losses.labels);
                  consider(model_file(network, encoding));
              });
        return best_;
    }

private:
    void consider(std::string model) {
        const auto parser = extractor::Parser::from(model);
        if (!parser) throw std::runtime_error("train: the parser cannot read the model");
        double sum = 0;
        for (const auto& sentences : dev_) {
            const Score score = score_of(*parser, sentences);
            std::printf("  %s\n", score.text().c_str());
            sum += score.labelled();
        }
        std::fflush(stdout);
        if (sum <= best_sum_) return;
        best_sum_ = sum;
        best_ = std::move(model);
    }

    const Options& options_;
    std::vector<std::vector<Sentence>> dev_;
    double best_sum_ = 0;
    std::string best_;
};

void run(const Options& options) {
    const std::string model = Run(options).best_model();
    write(options.out, model);
    const auto parser = extractor::Parser::from(model);
    for (const auto& file : options.test)
        std::printf("%s: %s\n", file.c_str(),
                    score_of(parser.value(), read_treebank(file)).text().c_str());
}

}  // namespace

int main(int count, char** arguments) {
    try {
        run(read_options(std::span(arguments, static_cast<std::size_t>(count)).subspan(1)));
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n\n%.*s", error.what(), static_cast<int>(usage.size()),
                     usage.data());
        return 1;
    }
}
