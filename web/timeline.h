// A timeline for people: what a page shows and what the terminal prints. Part of the web's door.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/records.h"
#include "store/store.h"

namespace web {

struct TimelineEntry {
    core::Event event;
    std::string when;      // "29 January 2025", "late 2024 (October to December)"
    std::string sentence;  // "OpenAI accuses DeepSeek of distillation"
    struct Passage {
        core::ClaimRecord claim;
        core::ArticleFacts article;
    };
    std::vector<Passage> passages;  // one per article, the earliest first
};

struct TimelineView {
    std::string heading;
    // "12 events from 5 articles … 4 of 5 articles rest on one report by Bloomberg."
    std::string summary;
    std::vector<TimelineEntry> entries;
};

TimelineView make_timeline(std::string_view heading, std::span<const core::Event> events,
                           const store::Reader& store);

std::string as_text(const TimelineView& view, std::size_t width);  // for a terminal, plain
std::string as_markdown(const TimelineView& view);
std::string as_csv(const TimelineView& view);  // RFC 4180, CRLF
std::string as_timelinejs(const TimelineView& view);

}  // namespace web
