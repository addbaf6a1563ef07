#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extractor/extractor.h"

namespace {

struct Told {
    core::Article article;
    core::Findings findings;
};

Told told(const std::string& text) {
    auto article = extractor::read_text({.text = text});
    auto findings = extractor::find_claims(article, extractor::Lexicon::builtin());
    return {std::move(article), std::move(findings)};
}

}  // namespace

TEST_CASE("A summary is made of the sentences that carry the claims, word for word",
          "[extractor][summary]") {
    const auto [article, findings] = told(
        "It rained all morning. OpenAI accused DeepSeek of distilling its models. Lunch was late. "
        "DeepSeek denied the accusation.");
    std::vector<std::string> sentences;
    for (const auto& span : extractor::summarise(article, findings))
        sentences.emplace_back(core::cut(article.text, span));
    CHECK(sentences == std::vector<std::string>{"OpenAI accused DeepSeek of distilling its models.",
                                                "DeepSeek denied the accusation."});
}

TEST_CASE("Without claims the lead is the summary", "[extractor][summary]") {
    const auto [article, findings] = told("It rained. It rained again. Then it stopped.");
    const auto summary = extractor::summarise(article, findings);
    REQUIRE(summary.size() == 2);
    CHECK(core::cut(article.text, summary[0]) == "It rained.");
}

TEST_CASE("Tone follows the words that carry it, for the article and each entity",
          "[extractor][tone]") {
    struct Case {
        std::string text, label;
    };
    const auto [text, label] = GENERATE(values<Case>({
        {"OpenAI was accused of theft, fraud and illegal scraping.", "negative"},
        {"OpenAI met reporters on Monday in a hotel near the station.", "neutral"},
        {"OpenAI won praise for an excellent and successful launch.", "positive"},
        {"", "neutral"},
    }));
    CAPTURE(text);
    const auto [article, findings] = told(text);
    const auto tone = extractor::tone_of(article, findings, extractor::Lexicon::builtin());
    CHECK(tone.label == label);
    CHECK((tone.score >= -1 && tone.score <= 1));
    if (text.empty()) return;
    REQUIRE(tone.entities.size() == 1);
    CHECK(tone.entities[0].name == "OpenAI");
}
