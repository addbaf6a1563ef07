#include <algorithm>

#include "core/text.h"
#include "knowledge/knowledge.h"

namespace knowledge {

namespace {

// "AI labs (unnamed)" is a party like any other here: what is said of AI labs belongs together.
core::Topic topic(std::string_view party) {
    if (party.ends_with(core::kUnnamedSuffix)) party.remove_suffix(core::kUnnamedSuffix.size());
    return core::fold(party);
}

bool is_somebody(const core::Party& party) {
    return party.name != core::kArticleVoice && party.name != core::kUnnamed;
}

std::vector<core::Topic> topics_of_parties(const std::vector<core::Party>& parties) {
    std::vector<core::Topic> topics;
    for (const auto& party : parties)
        if (is_somebody(party)) topics.push_back(topic(party.name));
    std::sort(topics.begin(), topics.end());
    topics.erase(std::unique(topics.begin(), topics.end()), topics.end());
    return topics;
}

}  // namespace

std::vector<core::Topic> topics_of(const core::Claim& claim) {
    auto topics = topics_of_parties(claim.accused);
    if (topics.empty()) topics = topics_of_parties(claim.claimant);
    if (topics.empty()) topics.emplace_back();
    return topics;
}

}  // namespace knowledge
