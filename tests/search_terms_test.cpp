#include <catch2/catch.hpp>

#include "search/terms.h"

namespace {

std::string words_of(std::string_view text) {
    std::string words;
    for (const auto& token : search::tokens_of(text)) words += token.word + "|";
    return words;
}

struct Case {
    std::string text, words;
};

}  // namespace

TEST_CASE("Text is cut into the words people search for", "[search][terms]") {
    const auto [text, words] = GENERATE(values<Case>({
        {"", ""},
        {"... !", ""},
        {"OpenAI's models", "openai|models|"},
        {"DeepSeek\u2019s R1-0528", "deepseek|r1|0528|"},
        {"AT&T don't", "at&t|don't|"},
        {"3.5 million, 1,000", "3.5|million|1,000|"},
        {"U.S. law", "u|s|law|"},
        {"深度求索 said", "深|度|求|索|said|"},
        {"ÉCOLE", "école|"},
    }));
    CAPTURE(text);
    CHECK(words_of(text) == words);
}

TEST_CASE("Words stand where they say", "[search][terms]") {
    const std::string text = "«Überall» it’s 深.";
    std::string found;
    for (const auto& token : search::tokens_of(text))
        found += std::string(core::cut(text, token.span)) + "|";
    CHECK(found == "Überall|it’s|深|");
}

TEST_CASE("No word is longer than a term may be", "[search][terms]") {
    const auto tokens = search::tokens_of(std::string(10'000, 'x') + " \xF0\x9D\x94\xB8");
    REQUIRE_FALSE(tokens.empty());
    for (const auto& token : tokens) CHECK(token.word.size() <= search::kMaxTermBytes + 4);
}

TEST_CASE("Stems are a language's own, and unknown languages have none", "[search][terms]") {
    CHECK(search::Stemmer("en").stem("distilled") == search::Stemmer("").stem("distilling"));
    CHECK(search::Stemmer("de-AT").stem("bücher") == search::Stemmer("de").stem("büchern"));
    CHECK(search::Stemmer("xx").stem("houses") == "houses");
    CHECK(search::Stemmer("e").stem("houses") == "houses");
}
