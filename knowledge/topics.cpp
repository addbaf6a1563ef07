#include <algorithm>

#include "core/text.h"
#include "knowledge/knowledge.h"

namespace knowledge {

namespace {

using core::ClaimKind;
using core::Topic;
using Topics = std::vector<Topic>;

// "AI labs (unnamed)" is a party like any other here: what is said of AI labs belongs together.
Topic topic(std::string_view party, const Parties& parties) {
    if (party.ends_with(core::kUnnamedSuffix)) party.remove_suffix(core::kUnnamedSuffix.size());
    return party_key(parties.principal(party));
}

bool is_somebody(const core::Party& party) {
    return party.name != core::kArticleVoice && party.name != core::kUnnamed;
}

Topics topics_of_parties(const std::vector<core::Party>& named, const Parties& parties) {
    Topics topics;
    for (const auto& party : named)
        if (is_somebody(party)) topics.push_back(topic(party.name, parties));
    std::sort(topics.begin(), topics.end());
    topics.erase(std::unique(topics.begin(), topics.end()), topics.end());
    return topics;
}

bool accuses(const core::Claim& claim) {
    return claim.kind == ClaimKind::Accusation || claim.kind == ClaimKind::Observation ||
           claim.kind == ClaimKind::Investigation;
}

bool contains(const Topics& topics, const Topic& topic) {
    return std::find(topics.begin(), topics.end(), topic) != topics.end();
}

// Whom an article's parties accuse in it: what they do without naming anybody ("it now checks its
// customers") belongs there too.
class Accused {
public:
    Accused(std::span<const core::Claim> claims, const Parties& parties) {
        for (const auto& claim : claims) {
            if (!accuses(claim)) continue;
            auto by = topics_of_parties(claim.claimant, parties);
            if (claim.object_owner) by.push_back(topic(*claim.object_owner, parties));
            accusations_.push_back({std::move(by), topics_of_parties(claim.accused, parties)});
        }
    }
    void add_to(Topics& topics) const {
        const Topics speaking = topics;
        for (const auto& [by, accused] : accusations_) {
            const bool is_theirs = std::any_of(speaking.begin(), speaking.end(),
                                               [&, &of = by](auto& t) { return contains(of, t); });
            if (!is_theirs) continue;
            for (const auto& topic : accused)
                if (!contains(topics, topic)) topics.push_back(topic);
        }
    }

private:
    struct Accusation {
        Topics by;
        Topics accused;
    };
    std::vector<Accusation> accusations_;
};

}  // namespace

std::vector<std::vector<core::Topic>> topics_of(std::span<const core::Claim> claims,
                                                const Parties& parties) {
    const Accused accused(claims, parties);
    std::vector<Topics> all;
    all.reserve(claims.size());
    for (const auto& claim : claims) {
        auto topics = topics_of_parties(claim.accused, parties);
        if (topics.empty()) {
            topics = topics_of_parties(claim.claimant, parties);
            accused.add_to(topics);
        }
        if (topics.empty()) topics.emplace_back();
        all.push_back(std::move(topics));
    }
    return all;
}

}  // namespace knowledge
