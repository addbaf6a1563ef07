// The formats that other programs define. Private to web/.
#pragma once
#include <map>
#include <set>
#include <string>

#include "core/records.h"

namespace web {

// One schema.org Claim as a line of JSON-LD.
std::string claim_jsonld(const core::ClaimRecord& claim, const core::ArticleRecord& article);

// The FollowTheMoney entities of one claim, a line each: the article, the parties, and a link
// between each claimant and each accused. Ids are stable, so that repeated ones merge.
std::string claim_ftm(const core::ClaimRecord& claim, const core::ArticleRecord& article);

// Who accuses whom: nodes are named parties, an edge counts articles and origins.
class AccusationGraph {
public:
    void add(const core::ClaimRecord& claim, const core::ArticleFacts& article);
    std::size_t edges() const { return edges_.size(); }
    std::string as_gexf() const;  // GEXF 1.3

private:
    struct Edge {
        std::set<core::ArticleId> articles;
        std::set<std::string> origins;
        std::map<core::Conduct, int> conduct;
        std::string first, last;  // days
    };
    std::map<std::pair<std::string, std::string>, Edge> edges_;
};

}  // namespace web
