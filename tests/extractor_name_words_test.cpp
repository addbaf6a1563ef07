#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "extractor/language/name_words.h"
#include "extractor/language/spelling.h"

using extractor::NameWordClass;
using extractor::NameWords;

TEST_CASE("the table of words around names is read", "[extractor][names]") {
    std::ifstream file(SOURCE_DIR "/data/name_words.tsv");
    std::stringstream text;
    text << file.rdbuf();
    const auto words = NameWords::read(text.str());
    REQUIRE(words);
    CHECK(words->of("judge").has(NameWordClass::Honorific));
    CHECK(words->of("judge").has_any(NameWordClass::Common, NameWordClass::Role));
    CHECK(words->of("labs").has(NameWordClass::OrgTail));
    CHECK(words->of("new_york").has(NameWordClass::PlaceName));
    CHECK(words->of("vectorwell").none());
}

TEST_CASE("a word may be of several classes, and a broken row is refused with its line",
          "[extractor][names]") {
    const auto words = NameWords::read("# head\nfirst\tmark will\nfunction\twill");
    REQUIRE(words);
    CHECK(words->of("will").has(NameWordClass::First));
    CHECK(words->of("will").has(NameWordClass::Function));
    CHECK_FALSE(words->of("mark").has(NameWordClass::Function));
    const auto tsv = GENERATE(values<std::string>({"verb\tsue", "first", "\tx"}));
    CAPTURE(tsv);
    REQUIRE_FALSE(NameWords::read(tsv));
    CHECK(NameWords::read(tsv).error().input == "name_words.tsv:1");
}

TEST_CASE("one slip is one letter more, less, other or swapped", "[extractor][spelling]") {
    const auto [a, b, slip] = GENERATE(table<std::string, std::string, bool>({
        {"paech", "paeach", true},
        {"paeach", "paech", true},
        {"copilot", "copliot", true},
        {"anthropic", "anthropix", true},
        {"anthropic", "nthropic", true},
        {"anthropic", "anthropic", false},
        {"anthropic", "antropix", false},
        {"abcd", "badc", false},
        {"", "a", true},
        {"", "", false},
    }));
    CAPTURE(a, b);
    CHECK(extractor::is_one_slip(a, b) == slip);
}

TEST_CASE("an index of spellings finds the name that was meant", "[extractor][spelling]") {
    extractor::SpellingIndex index(6);
    index.add("anthropic", 1);
    index.add("copilot", 2);
    index.add("suno", 3);
    index.add("gpt 4 turbo", 4);
    CHECK(index.near("anthrophic") == 1);
    CHECK(index.near("copliot") == 2);
    CHECK_FALSE(index.near("anthropic"));
    CHECK_FALSE(index.near("sunos"));
    CHECK_FALSE(index.near("gpt 5 turbo"));
    CHECK_FALSE(index.near("entropic"));
    CHECK_FALSE(index.near(""));
}
