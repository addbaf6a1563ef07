#include <catch2/catch.hpp>
#include <string>

#include "extractor/language/word_features.h"

using extractor::word_features;

TEST_CASE("a word is known by its letters, not by their case or its digits",
          "[extractor][word_features]") {
    CHECK(word_features("Claims").word == word_features("claims").word);
    CHECK(word_features("1998").word == word_features("2025").word);
    CHECK(word_features("claim").word != word_features("claims").word);
}

TEST_CASE("case and digits show in a word's shape", "[extractor][word_features]") {
    constexpr std::size_t shape = 3;
    CHECK(word_features("OpenAI").affixes[shape] != word_features("openai").affixes[shape]);
    CHECK(word_features("Reuters").affixes[shape] == word_features("Bloomberg").affixes[shape]);
    CHECK(word_features("GPT-4").affixes[shape] == word_features("ABC-7").affixes[shape]);
}

TEST_CASE("words that end alike share the rows of their ends", "[extractor][word_features]") {
    const auto distilling = word_features("distilling");
    const auto scraping = word_features("scraping");
    CHECK(distilling.affixes[0] == scraping.affixes[0]);
    CHECK(distilling.affixes[1] == scraping.affixes[1]);
    CHECK(distilling.affixes[2] != scraping.affixes[2]);
}

TEST_CASE("typographic marks count as their plain forms", "[extractor][word_features]") {
    CHECK(word_features("n’t").word == word_features("n't").word);
    CHECK(word_features("“").word == word_features("\"").word);
    CHECK(word_features("—").word == word_features("--").word);
    CHECK(word_features("—").word != word_features("-").word);
}

TEST_CASE("any bytes have features, and of long words the ends", "[extractor][word_features]") {
    const std::string middle(1'000'000, 'x');
    CHECK(word_features("Start" + middle + "end").word ==
          word_features("Start" + middle + middle + "end").word);
    CHECK(word_features(middle).ngram_count <= 32);
    CHECK(word_features("").ngram_count == 0);
    CHECK(word_features(std::string("\xE2\x80", 2)).word != 0);
    CHECK(word_features(std::string(3, '\0')).ngram_count > 0);
}
