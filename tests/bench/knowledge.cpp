// What it costs to conclude a topic anew, which is what an arriving article causes for the few
// parties that it speaks about, by how many claims there are of a party.
#include "knowledge/knowledge.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>
#include <string>

namespace {

std::string sentence(std::mt19937& random, int story) {
    std::string text;
    for (int i = 0; i < 14; ++i)
        text += "word" +
                std::to_string(random() % 3 == 0
                                   ? random() % 400
                                   : 400 + static_cast<unsigned>(story) * 12 + random() % 12) +
                " ";
    return text;
}

// Stories of ten claims each by forty claimants, over three years.
core::Dossier topic_of(int claims) {
    std::mt19937 random(5);
    core::Dossier topic{.topic = "parallax"};
    const core::Days first{std::chrono::days(20'000)};
    for (int i = 0; i < claims; ++i) {
        const int story = i / 10;
        core::ArticleFacts facts{.id = {i + 1}};
        facts.outlet.name = "Outlet " + std::to_string(random() % 60);
        facts.retrieved =
            first + std::chrono::days(static_cast<int>(static_cast<long>(i) * 1'000 / claims));
        topic.articles.push_back(facts);
        core::ClaimRecord record{.id = {i + 1}, .article = facts.id};
        record.quote = sentence(random, story);
        record.claim.quote = {0, record.quote.size()};
        record.claim.claimant = {{.name = "Claimant " + std::to_string(story % 40)}};
        record.claim.accused = {{.name = "Parallax"}};
        record.claim.conduct = {core::Conduct::Distillation};
        if (random() % 2 == 0)
            record.claim.via = {{.name = "Outlet " + std::to_string(random() % 60)}};
        topic.claims.push_back(std::move(record));
    }
    return topic;
}

}  // namespace

int main() {
    for (const int claims : {100, 1'000, 10'000}) {
        const auto topic = topic_of(claims);
        const auto begin = std::clock();
        const auto picture = knowledge::assemble(topic);
        const double took = static_cast<double>(std::clock() - begin) * 1e3 / CLOCKS_PER_SEC;
        std::printf("%6d claims of a party: %9.2f ms CPU, %zu allegations, %zu disputes\n", claims,
                    took, picture.allegations.size(), picture.disputes.size());
    }
}
