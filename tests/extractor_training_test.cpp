#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "extractor/language/parser.h"
#include "extractor/language/train/export.h"
#include "extractor/language/train/matrix.h"
#include "extractor/language/train/options.h"
#include "extractor/language/train/schedule.h"
#include "tests/temp_dir.h"

namespace {

using namespace training;

// Ten columns from five: id, word, upos, xpos, head, relation.
std::string line(const std::string& id, const std::string& word, const std::string& tags,
                 const std::string& head, const std::string& relation) {
    return id + "\t" + word + "\t_\t" + tags + "\t_\t" + head + "\t" + relation + "\t_\t_\n";
}

std::string small_treebank() {
    std::string text = "# newdoc id = GUM_news_a\n";
    for (const std::string name : {"Ada", "Bob", "Lab"})
        for (const std::string verb : {"sued", "told", "left"})
            text += line("1", name, "PROPN\tNNP", "2", "nsubj") +
                    line("2", verb, "VERB\tVBD", "0", "root") +
                    line("3", "them", "PRON\tPRP", "2", "obj") +
                    line("4", ".", "PUNCT\t.", "2", "punct") + "\n";
    text += "# newdoc id = GUM_textbook_b\n" + line("1-2", "Dont", "_\t_", "_", "_") +
            line("1", "Do", "AUX\tVB", "2", "aux") + line("2", "nt", "PART\tRB", "0", "root") +
            line("2.1", "_", "_\t_", "_", "_") + "\n";
    return text;
}

std::string write(const TempDir& dir, const std::string& text) {
    const std::string file = dir.path() / "treebank.conllu";
    std::ofstream(file) << text;
    return file;
}

Shape small_shape(std::size_t vocabulary, std::size_t tags) {
    return {.width = 32,
            .layers = "CRCR",
            .tag_layer = 2,
            .arc_width = 16,
            .label_width = 16,
            .vocabulary = vocabulary,
            .tags = tags};
}

// Three sentences of chance words under chance trees.
Batch chance_batch(Random& random) {
    Batch batch{.starts = {0}};
    for (const std::size_t size : {5, 1, 7}) {
        const std::size_t start = batch.size();
        for (std::size_t at = 0; at < size; ++at) {
            const auto word = "word" + std::to_string(random.below(9));
            batch.words.push_back(
                {.known = random.below(20), .features = extractor::word_features(word)});
            batch.bounds.first.push_back(start);
            batch.bounds.last.push_back(start + size);
            batch.tags.push_back(random.below(5));
            batch.relations.push_back(random.below(50));
            batch.heads.push_back(at == 0 ? Batch::kRoot : start + random.below(at));
        }
        batch.starts.push_back(start + size);
    }
    return batch;
}

}  // namespace

TEST_CASE("a product of matrices is what the definition says", "[extractor][training]") {
    Random random(1);
    const auto [rows, inner, columns] = GENERATE(table<std::size_t, std::size_t, std::size_t>(
        {{1, 1, 1}, {13, 300, 33}, {120, 16, 5}, {125, 257, 64}}));
    Matrix left, right, result;
    left.resize(rows, inner);
    right.resize(columns, inner);  // used transposed
    for (float& value : left.data) value = random.normal();
    for (float& value : right.data) value = random.normal();
    result.clear(rows, columns);
    add_product(left, View(right).transposed(), result.data.data());
    for (const std::size_t row : {std::size_t{0}, rows / 2, rows - 1})
        for (const std::size_t column : {std::size_t{0}, columns - 1}) {
            double sum = 0;
            for (std::size_t k = 0; k < inner; ++k) sum += left.row(row)[k] * right.row(column)[k];
            CHECK(result.row(row)[column] == Approx(sum).margin(1e-3));
        }
}

TEST_CASE("every gradient is the slope of the loss", "[extractor][training]") {
    Random random(3);
    Network network(small_shape(20, 5), random);
    const Batch batch = chance_batch(random);
    const Noise noise{.dropout = 0.25F};
    const auto parameters = network.parameters();
    const auto loss = [&] {
        Random same(7);
        return network.learn(batch, noise, same).all() / static_cast<double>(batch.size());
    };
    loss();
    std::vector<std::vector<float>> slopes;
    for (const Parameter* parameter : parameters) slopes.push_back(parameter->gradient);
    for (std::size_t which = 0; which < parameters.size(); ++which) {
        CAPTURE(which);
        const auto& slope = slopes[which];
        int agreeing = 0;
        for (int round = 0; round < 20; ++round) {
            std::size_t at = random.below(slope.size());
            while (slope[at] == 0) at = (at + 1) % slope.size();
            float& value = parameters[which]->value[at];
            const float before = value;
            constexpr float step = 1e-3F;
            value = before + step;
            const double above = loss();
            value = before - step;
            const double below = loss();
            value = before;
            const double measured = (above - below) / (2 * step);
            agreeing += std::abs(measured - slope[at]) < 2e-3 + 0.05 * std::abs(measured) ? 1 : 0;
        }
        CHECK(agreeing >= 12);  // a rectifier's corner may lie within the step
    }
}

TEST_CASE("what was learnt goes through the model file into the parser", "[extractor][training]") {
    const TempDir dir;
    const std::vector<std::string> without{"textbook"};
    const auto sentences = read_treebank(write(dir, small_treebank()), without);
    const Vocabulary vocabulary(sentences);
    const TagPairs tags(sentences);
    const Encoding encoding{vocabulary, tags};
    Random random(5);
    Network network(small_shape(vocabulary.size(), tags.pairs().size()), random);
    const Schedule schedule{.epochs = 1200, .rate = 5e-3F, .noise = {.dropout = 0.05F}};
    train(network, sentences, encoding, schedule, random, [](std::size_t, const Losses&) {});
    REQUIRE(evaluate(network, sentences, encoding).labelled() == 100);

    const std::string file = model_file(network, encoding);
    const auto parser = extractor::Parser::from(file);
    REQUIRE(parser);
    Score score;
    for (const auto& sentence : sentences) {
        std::string text;
        std::vector<core::Span> tokens;
        for (const auto& word : sentence.words) {
            tokens.push_back({text.size(), text.size() + word.size()});
            text += word;
        }
        extractor::ParsedSentence parsed;
        parser->parse(text, tokens, parsed);
        score.add(sentence.gold, parsed);
    }
    CHECK(score.labelled_fully() == 100);
    CHECK(score.xpos() == 100);
}

TEST_CASE("a treebank is read word by word, without the genres left out", "[extractor][training]") {
    const TempDir dir;
    const auto file = write(dir, small_treebank());
    const auto all = read_treebank(file);
    REQUIRE(all.size() == 10);
    CHECK(all.back().words == std::vector<std::string>{"Do", "nt"});
    CHECK(all.back().gold[0].head == 1);
    CHECK(all.back().gold[1].head == extractor::kNoHead);
    const std::vector<std::string> without{"textbook"};
    CHECK(read_treebank(file, without).size() == 9);
}

TEST_CASE("a treebank that cannot be read is named with its line", "[extractor][training]") {
    const TempDir dir;
    const auto [text, message] = GENERATE(values<std::pair<std::string, std::string>>({
        {"\n1\tword\n", ":2: ten columns"},
        {line("1", "a", "VERB\tVB", "0", "nsubject"), ":1: no such relation"},
        {line("1", "a", "VRB\tVB", "0", "root"), ":1: no such tag"},
        {line("1", "a", "VERB\tVB", "x", "root"), ":1: not a number"},
        {line("1", "a", "VERB\tVB", "9", "root") + "\n", ":2: a head outside"},
    }));
    CHECK_THROWS_WITH(read_treebank(write(dir, text)), Catch::Contains(message));
    CHECK_THROWS_WITH(read_treebank("/nowhere"), Catch::Contains("cannot read /nowhere"));
}

TEST_CASE("options are taken or refused by name", "[extractor][training]") {
    const std::vector<const char*> good{"train=a", "train=b",  "dev=c",
                                        "out=d",   "epochs=3", "without=textbook"};
    const auto options = read_options(good);
    CHECK(options.train == std::vector<std::string>{"a", "b"});
    CHECK(options.schedule.epochs == 3);
    for (const char* bad : {"epochs", "epochs=many", "speed=3"}) {
        auto arguments = good;
        arguments.push_back(bad);
        CHECK_THROWS_AS(read_options(arguments), std::runtime_error);
    }
    CHECK_THROWS_AS(read_options(std::vector<const char*>{"train=a"}), std::runtime_error);
}
