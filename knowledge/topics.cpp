#include <algorithm>

#include "core/text.h"
#include "knowledge/knowledge.h"

namespace knowledge {

namespace {

core::Topic topic(std::string_view party, core::ConductFamily family) {
    // fold() leaves no line ends in a name, so that none can be mistaken for the separator.
    return core::fold(party) + "\n" + std::string(core::code(family));
}

core::ConductFamily family_of(const core::Claim& claim) {
    return claim.conduct.empty() ? core::ConductFamily::Other : core::family(claim.conduct.front());
}

}  // namespace

std::vector<core::Topic> topics_of(const core::Claim& claim) {
    const auto family = family_of(claim);
    std::vector<core::Topic> topics;
    const auto add = [&](const core::Party& party) {
        if (!core::is_named(party.name)) return;
        auto one = topic(party.name, family);
        if (std::find(topics.begin(), topics.end(), one) == topics.end())
            topics.push_back(std::move(one));
    };
    for (const auto& accused : claim.accused) add(accused);
    if (topics.empty())
        for (const auto& claimant : claim.claimant) add(claimant);
    if (topics.empty()) topics.push_back(topic("", family));
    return topics;
}

}  // namespace knowledge
