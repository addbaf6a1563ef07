#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "extractor/claims/when.h"

namespace {

struct Case {
    std::string sentence, text, edtf;
};

std::optional<core::ClaimTime> time_of(const std::string& sentence,
                                       std::optional<core::Days> published) {
    const auto article = extractor::read_text({.text = sentence});
    const extractor::Reading reading(article, extractor::Lexicon::builtin());
    const extractor::Scene scene{.words = reading.words(), .tree = reading.parse(reading.words())};
    return extractor::time_in(scene, {0, scene.words.size()}, reading, published);
}

}  // namespace

TEST_CASE("Words of time are resolved against the article's date", "[extractor][when]") {
    using namespace std::chrono;
    const auto [sentence, text, edtf] = GENERATE(values<Case>({
        {"In late 2024 it leaked.", "late 2024", "2024-10/2024-12"},
        {"It began in early 2023.", "early 2023", "2023-01/2023-03"},
        {"It leaked in December.", "in December", "2024-12"},
        {"They looked into it last fall.", "last fall", "2024-09/2024-11"},
        {"It was said earlier this year.", "earlier this year", "2025"},
        {"They sued in November 2022.", "in November 2022", "2022-11"},
        {"They sued on 4 November 2022.", "4 November 2022", "2022-11-04"},
        {"They sued on May 20.", "May 20", "2025-05-20"},
        {"They sued on November 20.", "November 20", "2024-11-20"},
        {"It happened last month.", "last month", "2025-05"},
        {"It happened last year.", "last year", "2024"},
        {"It was revealed in 2019.", "in 2019", "2019"},
        {"They said so in a 2023 letter.", "in a 2023", "2023"},
    }));
    CAPTURE(sentence);
    const auto time = time_of(sentence, sys_days(2025y / June / 4));
    REQUIRE(time);
    CHECK(time->text == text);
    REQUIRE(time->edtf);
    CHECK(time->edtf->text() == edtf);
}

TEST_CASE("Without the article's date, relative times stay unresolved", "[extractor][when]") {
    const auto* const sentence = GENERATE("It leaked in December.", "They sued last year.",
                                          "It was said earlier this year.");
    CAPTURE(sentence);
    const auto time = time_of(sentence, std::nullopt);
    REQUIRE(time);
    CHECK_FALSE(time->edtf);
}

TEST_CASE("What is no time is not taken for one", "[extractor][when]") {
    const auto* const sentence = GENERATE("It may 7 times fail.", "They march on.",
                                          "It took 2025 pages.", "The last model leaked.");
    CAPTURE(sentence);
    CHECK_FALSE(time_of(sentence, std::nullopt));
}

TEST_CASE("What is yet to come dates nothing that was done", "[extractor][when]") {
    const auto* const sentence =
        GENERATE("Tallis accused Korvid of theft, and the committee will meet again in September.",
                 "The lab admitted it, and a court will hear the case in May.");
    CAPTURE(sentence);
    CHECK_FALSE(time_of(sentence, std::nullopt));
}
