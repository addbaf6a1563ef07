#include <catch2/catch.hpp>

#include "extractor/language/words.h"

using extractor::words_of;

namespace {

std::vector<std::string> texts(std::string_view text) {
    std::vector<std::string> words;
    for (const auto& word : words_of(text)) words.emplace_back(core::cut(text, word.span));
    return words;
}

}  // namespace

TEST_CASE("words are runs of letters, runs of digits and single ideographs", "[extractor][words]") {
    using Case = std::pair<std::string, std::vector<std::string>>;
    const auto [text, words] = GENERATE(values<Case>({
        {"OpenAI’s GPT-4o", {"OpenAI", "s", "GPT", "4", "o"}},
        {"R1-0528, R1", {"R", "1", "0528", "R", "1"}},
        {"Junot Díaz – Über", {"Junot", "Díaz", "Über"}},
        {"深度求索AI", {"深", "度", "求", "索", "AI"}},
        {"новы “thoughts”…", {"новы", "thoughts"}},
        {"A\u0301b 🙂", {"A\u0301b"}},
        {"", {}},
        {"— …", {}},
    }));
    CAPTURE(text);
    CHECK(texts(text) == words);
}

TEST_CASE("a word tells how it is written", "[extractor][words]") {
    const auto words = words_of("OpenAI said NYT Élan xAI Škoda новы 4");
    CHECK((words[0].capital && words[0].mixed && !words[0].capitals));
    CHECK((!words[1].capital && !words[1].mixed && !words[1].capitals));
    CHECK((words[2].capital && words[2].capitals && !words[2].mixed));
    CHECK((words[3].capital && !words[3].capitals));
    CHECK((!words[4].capital && words[4].mixed));
    CHECK(words[5].capital);
    CHECK_FALSE(words[6].capital);
    CHECK(words[7].kind == extractor::WordKind::Digits);
}

TEST_CASE("words are compared without case and accents", "[extractor][words]") {
    CHECK(extractor::fold_word("Martínez") == "martinez");
    CHECK(extractor::fold_word("OLGUÍN") == "olguin");
    CHECK(extractor::fold_word("Łódź") == "lodz");
    CHECK(extractor::fold_word("Straße") == "strasse");
    CHECK(extractor::fold_word("深") == "深");
}
