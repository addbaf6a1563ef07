#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "tests/knowledge_press.h"

using press::ClaimKind;
using press::Conduct;
using press::Press;

namespace {

struct Story {
    std::string outlet, day;
    std::vector<press::Says> says;
};

// Forty articles of six outlets about one party, some of them alike.
std::vector<Story> stories() {
    const std::vector<std::string> outlets{"Ledger",  "Courier", "Herald",
                                           "Gazette", "Post",    "Echo"};
    const std::vector<std::string> words{"accounts", "Nimbus",  "answers", "model",  "interface",
                                         "books",    "library", "authors", "robots", "pages"};
    std::vector<Story> all;
    std::mt19937 random(7);
    const auto pick = [&](const std::vector<std::string>& from) {
        return from[random() % from.size()];
    };
    for (int i = 0; i < 40; ++i) {
        Story story{pick(outlets), "2026-06-" + std::to_string(10 + random() % 15), {}};
        for (int j = 0; j < 3; ++j) {
            press::Says says{.kind = random() % 4 == 0 ? ClaimKind::Denial : ClaimKind::Accusation};
            says.claimant = {random() % 3 == 0 ? "(unnamed)" : pick({"Quillmark", "Halberd"})};
            if (random() % 5 == 0) says.accused.push_back("Nimbus Works");
            if (random() % 3 == 0) says.via = {pick(outlets)};
            if (random() % 4 == 0) says.time = pick({"2025", "2025-11", "2024-12"});
            says.conduct = {random() % 2 == 0 ? Conduct::Distillation : Conduct::Piracy};
            for (int k = 0; k < 7; ++k) says.quote += pick(words) + " ";
            story.says.push_back(says);
        }
        all.push_back(std::move(story));
    }
    return all;
}

Press printed(const std::vector<Story>& all, const std::vector<std::size_t>& order) {
    Press press;
    for (const auto index : order) {
        const auto& story = all[index];
        press.article(story.outlet, story.day, "story-" + std::to_string(index));
        for (const auto& says : story.says) press.says(says);
    }
    return press;
}

// Where a claim or an article stands, in words that do not depend on ids.
std::string place(const Press& press, core::ClaimId claim) {
    const auto& record = press.claims()[static_cast<std::size_t>(claim.value - 1)];
    return press.article_of(claim).url->text() + "#" + std::to_string(record.claim.quote.begin);
}
std::string place(const Press& press, const core::Origin& origin) {
    const auto where =
        origin.article
            ? press.articles()[static_cast<std::size_t>(origin.article->value - 1)].url->text()
            : "";
    return origin.name + "@" + where;
}

// Everything concluded, with places for ids.
std::string told(const Press& press) {
    const auto picture = press.picture();
    std::string text;
    for (const auto& allegation : picture.allegations) {
        text += "allegation";
        for (std::size_t i = 0; i < allegation.claims.size(); ++i)
            text += " " + place(press, allegation.claims[i]) + " < " +
                    place(press, allegation.origin_of[i]);
        for (const auto& origin : allegation.origins) text += " | " + place(press, origin);
        text += "\n";
    }
    for (const auto& dispute : picture.disputes) {
        text += dispute.key + " " + dispute.name + " " + std::to_string(dispute.origins) + "\n";
        for (const auto claim : dispute.claims) text += " " + place(press, claim);
        for (const auto& event : dispute.events) {
            text += "\n" + event.date.text() + " " + std::string(core::code(event.kind)) + " " +
                    std::to_string(event.origins) + " " + core::join(event.claimant, ",");
            for (const auto claim : event.claims) text += " " + place(press, claim);
        }
        text += "\n";
    }
    for (const auto& link : picture.responses)
        text += place(press, link.response) + " > " + place(press, link.to) + "\n";
    return text;
}

}  // namespace

TEST_CASE("The same articles in any order of arrival give the same picture", "[knowledge][order]") {
    const auto all = stories();
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto expected = told(printed(all, order));
    CHECK(std::count(expected.begin(), expected.end(), '\n') > 30);
    std::mt19937 random(11);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        REQUIRE(told(printed(all, order)) == expected);
    }
}
