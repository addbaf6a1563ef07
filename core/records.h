// What the store knows, as values: an article or a claim with its id and with what was concluded
// about it. Made by store; read by knowledge, search, web and cli.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/article.h"
#include "core/claim.h"
#include "core/ids.h"

namespace core {

// The end of an article's citation chain for a claim.
struct Origin {
    std::string name;  // "Bloomberg"; an outlet or speaker; for Article: the article's own outlet
    OriginKind kind = OriginKind::Article;
    std::optional<ArticleId> article;  // where it could be found in the store
    friend auto operator<=>(const Origin&, const Origin&) = default;
};

struct ClaimRecord {
    ClaimId id;
    ArticleId article;
    Claim claim;        // spans point into the article's text
    std::string quote;  // the words of claim.quote
    std::optional<ClaimId> responds_to;
    bool responds_within = false;  // its own article says what it answers; else it was concluded
    std::optional<AllegationId> allegation;
    std::vector<DisputeId> disputes;
    std::optional<Origin> origin;
    int origins = 0;  // distinct origins of its allegation; 0: not concluded yet
};

// What most readers need of an article; cheap to load in numbers.
struct ArticleFacts {
    ArticleId id;
    std::optional<std::string> input_id;
    std::optional<Url> url;
    std::optional<std::string> title;
    Outlet outlet;
    std::optional<Timestamp> published;
    Instant retrieved;  // first time
    int revision = 1;   // newest
    std::optional<ArticleId> duplicate_of;
    // The day by which it stands in a timeline: published, else retrieved.
    Days day() const {
        return published ? published->day() : std::chrono::floor<std::chrono::days>(retrieved);
    }
};

struct ChangedClaim {
    ClaimId id;
    std::vector<std::string> slots;  // "certainty", "via", …
};

struct RevisionRecord {
    int revision = 1;
    Instant retrieved;
    std::optional<std::string> title;
    std::string text;
    std::vector<ClaimId> added, removed;
    std::vector<ChangedClaim> changed;
};

struct CitationRecord {
    Citation citation;
    std::optional<ArticleId> article;  // the credited article, where it is in the store
};

// An article's newest revision.
struct ArticleRecord {
    ArticleFacts facts;
    Article article;
    ArticleStatus status = ArticleStatus::Ok;
    std::vector<EntityMentions> entities;
    std::vector<CitationRecord> citations;
    std::string extractor;  // version that read it
    std::optional<CaptureId> capture;
};

// A statement made about the same parties and conduct, in several articles.
struct AllegationRecord {
    AllegationId id;
    std::vector<ClaimId> claims;  // by the article's day
    std::vector<Origin> origins;  // distinct, sorted
};

struct Event {
    EventId id{0};
    Edtf date;
    DateBasis basis = DateBasis::Published;
    EventKind kind = EventKind::Background;
    std::vector<std::string> claimant;
    std::vector<std::string> accused;
    std::vector<Conduct> conduct;
    std::vector<ClaimId> claims;  // the most telling first
    std::vector<ArticleId> articles;
    int origins = 0;
};

struct DisputeRecord {
    DisputeId id;
    std::string name;                  // "OpenAI – DeepSeek: distillation"
    std::vector<std::string> parties;  // the accusing side first
    std::vector<Conduct> conduct;      // by number of claims
    DisputeState state = DisputeState::Alleged;
    std::vector<AllegationId> allegations;
    std::vector<Event> events;  // by date
    int articles = 0;
    int origins = 0;
};

struct EntityRecord {
    EntityId id;
    Entity entity;
    int articles = 0;  // that mention it
    int claims_by = 0;
    int claims_about = 0;
};

}  // namespace core
