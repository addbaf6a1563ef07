// The entries of a live blog: which lines of it are whose, and when each was posted.
#pragma once
#include <optional>
#include <vector>

#include "core/time.h"
#include "extractor/page/document.h"
#include "extractor/page/main_text.h"

namespace extractor {

// Whether the page is a live blog: its JSON-LD says so, or several elements are called entries.
bool is_live(const Document& document);

struct LiveLine {
    bool is_entry = false;                  // stands in an entry
    NodeIndex element = 0;                  // that holds the entry alone; 0: none does
    std::optional<core::Timestamp> posted;  // if the entry's <time> or JSON-LD tells day and time
};

// One a line; empty if the page is no live blog or has fewer than two entries.
std::vector<LiveLine> read_live_entries(const Document& document, const MainText& main_text);

}  // namespace extractor
