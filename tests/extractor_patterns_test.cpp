#include <catch2/catch.hpp>
#include <string>

#include "extractor/claims/patterns.h"

namespace {

using extractor::Patterns;

core::Article article_of(std::string text) {
    return extractor::read_text({.text = std::move(text)});
}

std::vector<std::string> found(const std::string& pattern, const std::string& text) {
    const auto article = article_of(text);
    const extractor::Reading reading(article, extractor::Lexicon::builtin());
    Patterns patterns;
    patterns.add(pattern, 7);
    std::vector<std::string> all;
    for (const auto& match : patterns.find(reading.words(), reading)) {
        CHECK(match.rule == 7);
        all.emplace_back(reading.text(
            {reading.words()[match.begin].span.begin, reading.words()[match.end - 1].span.end}));
    }
    return all;
}

}  // namespace

TEST_CASE("A pattern is found where its words stand", "[extractor][patterns]") {
    struct Case {
        std::string pattern, text, match;
    };
    const auto [pattern, text, match] = GENERATE(values<Case>({
        {"accused", "It accused them.", "accused"},
        {"distil*", "They distilled it.", "distilled"},
        {"leak|leaked keys", "All leaked keys were revoked.", "leaked keys"},
        {"terms ~2 prohibit*", "Its terms of service prohibit that.", "terms of service prohibit"},
        {"terms ~1 prohibit*", "Its terms of service prohibit that.", ""},
        {"trained _ data", "It trained on data.", "trained on data"},
        {"told @outlet", "He told Bloomberg so.", "told Bloomberg"},
        {"told @outlet", "He told Microsoft so.", ""},
        {"n't train*", "It didn’t train on it.", "n’t train"},
        {"data ~3", "All data.", "data"},
    }));
    CAPTURE(pattern, text);
    CHECK(found(pattern, text) ==
          (match.empty() ? std::vector<std::string>() : std::vector<std::string>{match}));
}

TEST_CASE("A pattern that cannot be read is refused with its word", "[extractor][patterns]") {
    const auto* const pattern =
        GENERATE("", "@party said", "word ~x", "word @nobody", "word a||b", "*");
    CAPTURE(pattern);
    CHECK_THROWS_AS(Patterns().add(pattern, 0), std::invalid_argument);
}
