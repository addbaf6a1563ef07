#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "extractor/extractor.h"
#include "extractor/language/parser.h"
#include "extractor/language/segment.h"

using extractor::ParsedSentence;
using extractor::Parser;
using extractor::Relation;

namespace {

struct Words {
    std::string text;
    std::vector<core::Span> tokens;
};

// Tokens with a space between them.
Words words(const std::string& text) {
    Words result{.text = text};
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        if (end > at) result.tokens.push_back({at, end});
        at = end + 1;
    }
    return result;
}

ParsedSentence parse(const Words& sentence) {
    ParsedSentence parsed;
    Parser::builtin().parse(sentence.text, sentence.tokens, parsed);
    return parsed;
}

// "nsubj(accused, OpenAI)" of every token, the root's head being "".
std::vector<std::string> relations(const std::string& text) {
    const Words sentence = words(text);
    std::vector<std::string> result;
    const auto parsed = parse(sentence);
    for (std::size_t at = 0; at < parsed.size(); ++at) {
        const auto head =
            parsed[at].head == extractor::kNoHead
                ? std::string_view()
                : core::cut(text, sentence.tokens[static_cast<std::size_t>(parsed[at].head)]);
        result.push_back(std::string(name_of(parsed[at].relation)) + "(" + std::string(head) +
                         ", " + std::string(core::cut(text, sentence.tokens[at])) + ")");
    }
    return result;
}

bool is_tree(const ParsedSentence& parsed) {
    std::size_t roots = 0;
    for (std::size_t at = 0; at < parsed.size(); ++at) {
        roots += parsed[at].head == extractor::kNoHead ? 1 : 0;
        auto up = static_cast<std::int32_t>(at);
        for (std::size_t steps = 0; up != extractor::kNoHead; ++steps) {
            if (steps > parsed.size() || up < 0 || up >= static_cast<std::int32_t>(parsed.size()))
                return false;
            up = parsed[static_cast<std::size_t>(up)].head;
        }
    }
    return roots == 1;
}

bool same(const ParsedSentence& a, const ParsedSentence& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.head == y.head && x.relation == y.relation && x.upos == y.upos && x.xpos == y.xpos;
    });
}

std::string repeat(const std::string& text, std::size_t times) {
    std::string result;
    for (std::size_t n = 0; n < times; ++n) result += text;
    return result;
}

std::string long_words() {
    std::string text(100'000, 'w');
    text += ' ';
    text.append(100'000, '\0');
    return text += " said it";
}

}  // namespace

TEST_CASE("the parser finds who did what to whom", "[extractor][parser]") {
    struct Case {
        std::string sentence;
        std::vector<std::string> found;
    };
    const auto [sentence, found] = GENERATE(values<Case>({
        {"OpenAI accused DeepSeek of stealing its data .",
         {"root(, accused)", "nsubj(accused, OpenAI)", "obj(accused, DeepSeek)",
          "obj(stealing, data)", "nmod:poss(data, its)"}},
        {"The company said that it had found evidence .",
         {"root(, said)", "nsubj(said, company)", "ccomp(said, found)", "nsubj(found, it)",
          "obj(found, evidence)"}},
        {"The books were copied by the lab without permission .",
         {"root(, copied)", "nsubj:pass(copied, books)", "obl:agent(copied, lab)",
          "aux:pass(copied, were)"}},
        {"“ We did n’t use their articles , ” the spokesman said .",
         {"nsubj(use, We)", "advmod(use, n’t)", "obj(use, articles)", "nsubj(said, spokesman)"}},
        {"The judge , who dismissed the claim , criticized both sides .",
         {"root(, criticized)", "nsubj(criticized, judge)", "acl:relcl(judge, dismissed)",
          "obj(criticized, sides)"}},
    }));
    CAPTURE(sentence);
    const auto all = relations(sentence);
    for (const auto& relation : found) CHECK_THAT(all, Catch::VectorContains(relation));
}

TEST_CASE("a tag fits the word's place in its sentence", "[extractor][parser]") {
    using extractor::Upos;
    struct Case {
        std::string sentence;
        std::size_t token;
        Upos upos;
        std::string xpos;
    };
    const auto [sentence, token, upos, xpos] = GENERATE(values<Case>({
        {"They train models .", 1, Upos::Verb, "VBP"},
        {"The train was late .", 1, Upos::Noun, "NN"},
        {"It claims that .", 1, Upos::Verb, "VBZ"},
        {"Their claims were false .", 1, Upos::Noun, "NNS"},
        {"Lawyers for Apple met in Paris .", 2, Upos::Propn, "NNP"},
        {"She has 300 books .", 2, Upos::Num, "CD"},
        {"He was accused of it .", 2, Upos::Verb, "VBN"},
    }));
    CAPTURE(sentence);
    const auto parsed = parse(words(sentence));
    CHECK(name_of(parsed.at(token).upos) == name_of(upos));
    CHECK(name_of(parsed.at(token).xpos) == xpos);
}

TEST_CASE("whatever the tokens, they make one tree", "[extractor][parser]") {
    const std::string text =
        GENERATE(std::string("x"), std::string(". . . . ."), repeat("\" ", 400),
                 repeat("a , ", 1000), repeat("the ", 161), repeat("( ", 5000),
                 repeat("שלום \u0301\u0301 \xEF\xBF\xBD ", 200), long_words());
    const Words sentence = words(text);
    const auto parsed = parse(sentence);
    REQUIRE(parsed.size() == sentence.tokens.size());
    CHECK(is_tree(parsed));
}

TEST_CASE("no tokens, no tree", "[extractor][parser]") {
    ParsedSentence parsed(3);
    Parser::builtin().parse("", {}, parsed);
    CHECK(parsed.empty());
}

TEST_CASE("a long sentence is cut where it may be, its parts hanging from the first",
          "[extractor][parser]") {
    const std::string clause = "the lab took the books and then the firm took the data ; ";
    const Words sentence = words(repeat(clause, 20));
    REQUIRE(sentence.tokens.size() > Parser::kWindow);
    const auto parsed = parse(sentence);
    CHECK(is_tree(parsed));
    const std::size_t clause_size = words(clause).tokens.size();
    const std::size_t second = Parser::kWindow / clause_size * clause_size;
    for (std::size_t at = second; at < second + clause_size; ++at) {
        const auto head = parsed[at].head;
        const bool within = head >= static_cast<std::int32_t>(second);
        CHECK((within || parsed[at].relation == Relation::Parataxis));
    }
}

TEST_CASE("a parse does not depend on what was parsed before it, nor on the thread",
          "[extractor][parser]") {
    const Words sentence =
        words("Its rival denied on Friday that it had trained on leaked books .");
    const auto first = parse(sentence);
    for (std::size_t n = 0; n < 3000; ++n) parse(words("Word" + std::to_string(n) + " came ."));
    CHECK(same(parse(sentence), first));
    ParsedSentence elsewhere;
    std::thread([&] { elsewhere = parse(sentence); }).join();
    CHECK(same(elsewhere, first));
}

TEST_CASE("quotes and dashes count alike, typographic or not", "[extractor][parser]") {
    CHECK(same(parse(words("“ It ’s false , ” he said .")),
               parse(words("\" It 's false , \" he said ."))));
    CHECK(same(parse(words("They left — all of them .")),
               parse(words("They left -- all of them ."))));
}

TEST_CASE("only a whole model file makes a parser", "[extractor][parser]") {
    std::ifstream in(SOURCE_DIR "/extractor/language/model/parser.model", std::ios::binary);
    std::string model{std::istreambuf_iterator<char>(in), {}};
    REQUIRE(Parser::from(model));
    CHECK_FALSE(Parser::from(""));
    CHECK_FALSE(Parser::from(std::string(model.size(), '\0')));
    for (std::size_t size = 1; size < model.size(); size = size * 2 + 7)
        CHECK_FALSE(Parser::from(std::string_view(model).substr(0, size)));
    auto longer = model;
    longer.append(16, '\0');
    CHECK_FALSE(Parser::from(longer));
    model[32] = '\xFF';  // a count
    CHECK_FALSE(Parser::from(model));
}
