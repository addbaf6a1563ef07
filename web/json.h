// The JSON of the product: the same keys and values on the command line and in the API. Part of the
// web's door. Each function returns one object without a line end. Offsets are code points.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/records.h"
#include "search/search.h"
#include "store/store.h"

namespace web {

// One result of `extract`.
struct Extracted {
    std::optional<std::string> id;  // of the input
    const core::Article& article;
    const core::Findings* findings = nullptr;  // none: --page-only
    std::vector<core::Span> summary;
    struct Tone {
        std::string_view label;
        double score = 0;
        std::vector<std::pair<std::string, double>> entities;
    };
    std::optional<Tone> tone;
    struct Attribution {
        std::vector<core::Span> source, cue, content;
    };
    std::optional<std::vector<Attribution>> attributions;
};
std::string json_of(const Extracted& extracted);

// `export --format jsonl`, and what `claim ID`, `article ID`, … and the API answer.
std::string claim_json(const core::ClaimRecord& claim, const core::ArticleRecord& article);
std::string article_json(const core::ArticleRecord& article,
                         std::span<const core::RevisionRecord> revisions);
std::string dispute_json(const core::DisputeRecord& dispute);
std::string allegation_json(const core::AllegationRecord& allegation);
std::string entity_json(const core::EntityRecord& entity);
std::string outlet_json(std::string_view domain, const store::Reader& store);

// {"dispute":…|null,"query":…|null,"events":[…]}
std::string timeline_json(const core::DisputeRecord* dispute, std::optional<std::string_view> query,
                          std::span<const core::Event> events);

// One search hit, filled from the store; nothing where the store no longer has it.
std::optional<std::string> hit_json(const search::Hit& hit, const search::Found& found,
                                    const store::Reader& store);

// {"query_id":…,"hits":[…]}
std::string hits_json(std::string_view query_id, const search::Found& found,
                      const store::Reader& store);

// What the API's search answers: {"query":…,"understood":…,"notes":[…],"about":…,"hits":[…]}
std::string found_json(const search::Search& search, const search::Found& found,
                       const store::Reader& store);

// {"query":…,"understood":…,"notes":[…]}
std::string explained_json(std::string_view words, const search::Explained& read);

// Of a source and its pages, in the newest fetches of all.
inline constexpr std::int64_t kNewestFetches = 20'000;
store::SourceFigures figures_of(core::SourceId source,
                                const std::vector<store::SourceFigures>& all);
std::string status_json(const store::Reader& store, const search::Index& index, core::Instant now);
std::string error_json(std::string_view code, std::string_view message, std::string_view input);

}  // namespace web
