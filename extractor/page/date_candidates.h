// The dates that a page's witnesses tell, in order of trust. Private to decide_dates.cpp.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "extractor/page/date_text.h"
#include "extractor/page/decide.h"

namespace extractor {

struct DateCandidate {
    // Where readers see it: above the story's heading stand other dates, too.
    enum class Place : std::uint8_t { Story, AboveHeading };

    Field field;
    Witness witness;
    FoundDate date;
    Place place = Place::Story;

    core::Days day() const { return date.stamp.day(); }
    bool is_publication() const { return field != Field::Modified; }
    // On the page itself, near the heading.
    bool is_shown() const {
        return witness == Witness::TimeElement || witness == Witness::TextDate;
    }
    bool is_meta() const {
        return witness == Witness::ArticleMeta || witness == Witness::NamedMeta ||
               witness == Witness::DublinCore;
    }
};

struct DateCandidates {
    std::vector<DateCandidate> all;
    std::optional<UrlDate> in_address;
    int refused = 0;  // impossible ones, which are left out
};

DateCandidates find_date_candidates(const Evidence& evidence);

}  // namespace extractor
