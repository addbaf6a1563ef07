// What knowledge concludes about one topic, before the store gives ids to it.
//
// A topic is a party that is spoken about ("deepseek"). All claims of a topic are looked at
// together, so the result does not depend on the order of arrival; topics are independent of one
// another, so an article touches only a few.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/records.h"

namespace core {

using Topic = std::string;

// Allegations and their claims' origins. `claims` and `origin_of` run in parallel.
struct AllegationDraft {
    std::vector<ClaimId> claims;
    std::vector<Origin> origin_of;  // the end of each claim's citation chain
    std::vector<Origin> origins;    // distinct, copies folded
};

// A claim of another article that this one answers.
struct ResponseLink {
    ClaimId response;
    ClaimId to;
};

struct DisputeDraft {
    std::string key;  // unique in the store, the same for the same parties and family
    std::string name;
    std::vector<std::string> parties;
    std::vector<Conduct> conduct;
    DisputeState state = DisputeState::Alleged;
    std::vector<std::size_t> allegations;  // indices into Picture::allegations; see also `claims`
    std::vector<ClaimId> claims;           // all of its claims, also of allegations of other topics
    std::vector<Event> events;             // ids are not set: the store gives them
    int articles = 0;
    int origins = 0;
};

struct Picture {
    Topic topic;
    std::vector<AllegationDraft> allegations;
    std::vector<DisputeDraft> disputes;
    std::vector<ResponseLink> responses;
};

}  // namespace core
