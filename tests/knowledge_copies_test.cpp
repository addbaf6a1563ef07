#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "knowledge/knowledge.h"

namespace {

using Words = std::vector<std::string>;

// A text of its own for each seed: 400 words from a vocabulary of 3,000, as prose has them.
Words story(unsigned seed, std::size_t length = 400) {
    std::mt19937 random(seed);
    Words words;
    for (std::size_t i = 0; i < length; ++i) {
        const auto common = random() % 3 == 0;
        words.push_back((common ? "of" : "words") +
                        std::to_string(common ? random() % 12 : random() % 3'000));
    }
    return words;
}

std::string text_of(const Words& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) text += words[i] + (i % 11 == 10 ? ". " : " ");
    return text;
}

bool are_copies(const Words& a, const Words& b) {
    return knowledge::are_copies(knowledge::words_of(text_of(a)), knowledge::words_of(text_of(b)));
}

bool share_a_band(const Words& a, const Words& b) {
    const auto bands_of = [](const Words& words) {
        return knowledge::bands_of(knowledge::words_of(text_of(words)));
    };
    const auto bands = bands_of(a);
    const std::set<std::uint64_t> known(bands.begin(), bands.end());
    const auto others = bands_of(b);
    return std::any_of(others.begin(), others.end(),
                       [&](auto band) { return known.contains(band); });
}

Words edited(Words words, double share, unsigned seed) {
    std::mt19937 random(seed);
    for (auto& word : words)
        if (static_cast<double>(random() % 1'000) < share * 1'000)
            word = "edited" + std::to_string(random() % 100'000);
    return words;
}

core::Print print(std::int64_t id, std::int64_t at, const Words& words) {
    return {.article = {id},
            .at = core::Instant{std::chrono::seconds(at)},
            .place = "http://a.example/" + std::to_string(id),
            .words = knowledge::words_of(text_of(words))};
}

}  // namespace

TEST_CASE("A copy is found with a fifth of its words changed", "[knowledge][copies]") {
    int found = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const auto original = story(seed);
        const auto copy = edited(original, 0.2, seed + 1'000);
        CHECK(are_copies(original, copy));
        found += share_a_band(original, copy) ? 1 : 0;
    }
    CHECK(found >= 38);
}

TEST_CASE("A copy is found that was cut, or has another beginning", "[knowledge][copies]") {
    const auto original = story(7);
    const Words cut(original.begin(), original.begin() + 250);
    CHECK(are_copies(original, cut));
    CHECK(share_a_band(original, cut));
    auto other_top = story(8, 40);
    other_top.insert(other_top.end(), original.begin() + 20, original.end());
    CHECK(are_copies(original, other_top));
    CHECK(share_a_band(original, other_top));
}

TEST_CASE("Stories of the same length and vocabulary are no copies", "[knowledge][copies]") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        CHECK_FALSE(are_copies(story(seed), story(seed + 100)));
        CHECK_FALSE(share_a_band(story(seed), story(seed + 100)));
    }
    // Half of it quoted from another, in another order: not the same story.
    auto mixed = story(1);
    std::reverse(mixed.begin(), mixed.end());
    CHECK_FALSE(are_copies(story(1), mixed));
}

TEST_CASE("Short reports are copies only where nearly every word is the same",
          "[knowledge][copies]") {
    const auto flash = story(5, 80);
    CHECK(are_copies(flash, edited(flash, 0.02, 1)));
    CHECK_FALSE(are_copies(flash, edited(flash, 0.15, 1)));
}

TEST_CASE("Case, quotation marks and dashes make no difference between copies",
          "[knowledge][copies]") {
    CHECK(knowledge::words_of("“We saw it” — she said") ==
          knowledge::words_of("\"we saw it\" - She said"));
    CHECK(knowledge::words_of("don’t stop").size() == knowledge::words_of("don't stop").size());
    // Without spaces, letters count with the one before.
    CHECK(knowledge::words_of("訓練データ").size() == 5);
    CHECK(knowledge::words_of("データ").back() == knowledge::words_of("のデータ").back());
    CHECK(knowledge::words_of("").empty());
    CHECK(knowledge::bands_of(knowledge::words_of("Too short to tell.")).empty());
}

TEST_CASE("The original is the earliest of an article's copies", "[knowledge][copies]") {
    const auto words = story(3);
    const std::vector<core::Print> prints{print(1, 300, edited(words, 0.05, 1)),
                                          print(2, 100, words), print(3, 200, words),
                                          print(4, 50, story(4))};
    CHECK(knowledge::original_of(prints[0], prints) == core::ArticleId{2});
    CHECK_FALSE(knowledge::original_of(prints[1], prints));
    CHECK(knowledge::original_of(prints[2], prints) == core::ArticleId{2});
    CHECK_FALSE(knowledge::original_of(prints[3], prints));
    // At the same instant the address decides.
    CHECK(knowledge::original_of(print(9, 100, words), prints) == core::ArticleId{2});
}
