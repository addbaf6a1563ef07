// What a dispute's page says, before it is markup. Private to web/.
#pragma once
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/timeline.h"

namespace web {

// Holds pointers into its own timeline and into the dispute it was made of.
struct DisputeView {
    const core::DisputeRecord& dispute;
    TimelineView timeline;
    std::string origin_sentence;
    core::Days last_looked;

    struct Rung {
        std::string_view name;
        std::size_t times = 0;
        const core::Event* first = nullptr;
    };
    std::array<Rung, 7> ladder;

    struct Reply {
        std::string by;
        const core::Event* event = nullptr;  // the most telling; none was found
        const TimelineEntry::Passage* passage = nullptr;
    };
    std::vector<Reply> replies;  // one for each party that is accused

    const TimelineEntry::Passage* first = nullptr;             // who reported it first
    std::map<core::EvidenceType, int> evidence;                // claims that give it
    std::map<core::Certainty, int, std::greater<>> certainty;  // of those that accuse

    struct OriginOf {
        core::Origin origin;
        std::vector<const core::ArticleFacts*> articles;
    };
    std::vector<OriginOf> origins;                    // by number of articles
    std::vector<const core::ArticleFacts*> articles;  // by day

    DisputeView(const core::DisputeRecord& of, TimelineView shown, core::Days looked);
    DisputeView(const DisputeView&) = delete;
    DisputeView& operator=(const DisputeView&) = delete;
};

// Of its latest `most` events.
DisputeView make_view(const core::DisputeRecord& dispute, const store::Reader& store,
                      core::Instant now, std::size_t most);

// "denies it", "has responded", "admits it".
std::string_view reply_verb(core::EventKind kind);

// Of an event's passages, each once.
std::vector<core::Certainty> certainties(const TimelineEntry& entry);
std::vector<core::EvidenceType> evidence_types(const TimelineEntry& entry);
std::vector<std::string> origin_names(const TimelineEntry& entry);

}  // namespace web
