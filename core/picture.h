// What knowledge concludes about one topic, before the store gives ids to it.
//
// A topic is a party that is spoken about ("deepseek"). All claims of a topic are looked at
// together, so the result does not depend on the order of arrival; topics are independent of one
// another, so an article touches only a few.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/records.h"

namespace core {

using Topic = std::string;

// What it takes to say which of two articles copies the other.
struct Print {
    ArticleId article;
    Instant at;                        // published, else first retrieved
    std::string place;                 // URL, else input id: decides where the instant does not
    std::vector<std::uint64_t> words;  // of the text, in order, as numbers (knowledge/copies.cpp)
};

// All that is known of a topic: what knowledge concludes from. Every list in any order.
struct Dossier {
    struct Credit {
        ArticleId article;
        std::string outlet;  // as the text calls it
        Span span;           // of the article's text
    };
    struct Mention {
        ClaimId claim;
        std::string entity;
        Span span;  // of the article's text, within the claim's quote
    };
    Topic topic;
    std::vector<ClaimRecord> claims;     // whose allegations are formed here
    std::vector<ClaimRecord> visitors;   // at home in other topics, but of this one too
    std::vector<ArticleFacts> articles;  // that all these stand in, each once
    std::vector<Credit> credits;         // outlets that these articles credit
    std::vector<Mention> mentions;       // entities that the claims' quotes name
    std::vector<Entity> entities;        // all of these and of the parties, as far as known
};

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

// An article of the outlet that another one credits, which tells of the same.
struct CreditLink {
    ArticleId article;
    std::string outlet;  // as the crediting text calls it
    ArticleId source;
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
    std::vector<CreditLink> credits;
};

}  // namespace core
