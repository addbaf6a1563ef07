#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extractor/extractor.h"
#include "extractor/language/coreference.h"

namespace {

// "words → names" of each expression in the text.
std::vector<std::string> referents_of(const std::string& text) {
    const auto article = extractor::read_text({.text = text});
    const auto segments = extractor::segment(article);
    const auto names = extractor::find_names(article, segments, extractor::Lexicon::builtin());
    std::vector<std::string> lines;
    for (const auto& referent : extractor::resolve(article, segments, names)) {
        std::string line(core::cut(text, referent.span));
        line += " →";
        for (const std::size_t entity : referent.entities)
            line += " " + names.entities[entity].name;
        lines.push_back(line);
    }
    return lines;
}

struct Case {
    std::string text;
    std::vector<std::string> referents;
};

}  // namespace

TEST_CASE("pronouns stand for whom the text spoke of", "[extractor][coreference]") {
    const auto [text, referents] = GENERATE(values<Case>({
        {"Sam Altman met Mira Murati. She told him that he was wrong.",
         {"She → Mira Murati", "him → Sam Altman", "he → Sam Altman"}},
        {"OpenAI officials met on Monday. They allege that DeepSeek copied their models.",
         {"They → OpenAI", "their → OpenAI"}},
        {"DeepSeek claims that it trained its model cheaply.", {"it → DeepSeek", "its → DeepSeek"}},
        {"OpenAI sued. It is clear that the court will be asked.", {"It →"}},
        {"Critics object. They say that nobody was asked.", {"They →"}},
    }));
    CAPTURE(text);
    CHECK(referents_of(text) == referents);
}

TEST_CASE("definite nouns stand for what they describe", "[extractor][coreference]") {
    const auto [text, referents] = GENERATE(values<Case>({
        {"OpenAI accused the Chinese AI startup DeepSeek of theft. The Chinese company did not "
         "answer.",
         {"The Chinese company → DeepSeek"}},
        {"OpenAI is the maker of ChatGPT. The ChatGPT maker sued.", {"The ChatGPT maker → OpenAI"}},
        {"Microsoft and OpenAI looked into it. Both companies declined to comment.",
         {"it →", "Both companies → Microsoft OpenAI"}},
        {"OpenAI accused DeepSeek of theft. The French company did not answer.",
         {"The French company →"}},
        {"Anthropic denied it. The company said no books were used.",
         {"it →", "The company → Anthropic"}},
    }));
    CAPTURE(text);
    CHECK(referents_of(text) == referents);
}

TEST_CASE("referents are found in order, and only in the text", "[extractor][coreference]") {
    const auto text = GENERATE(as<std::string>{}, "", "It", "He said she said they said it.",
                               "the the the company the", "ChatGPT maker", "both");
    const auto article = extractor::read_text({.text = text});
    const auto segments = extractor::segment(article);
    const auto names = extractor::find_names(article, segments, extractor::Lexicon::builtin());
    std::size_t at = 0;
    for (const auto& referent : extractor::resolve(article, segments, names)) {
        CHECK(referent.span.begin >= at);
        CHECK(referent.span.end <= text.size());
        at = referent.span.end;
    }
}
