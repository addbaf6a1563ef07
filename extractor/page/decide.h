// From statements to one value a field. Private to metadata.cpp.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/page.h"
#include "extractor/page/date_text.h"
#include "extractor/page/metadata.h"
#include "extractor/page/statements.h"

namespace extractor {

// What all deciders may look at.
struct Evidence {
    const Document& document;
    const core::FetchedPage& page;
    const Statements& statements;
    std::optional<NodeIndex> heading;
    std::vector<std::string> outlet_keys;  // names of the outlet and its domain, by outlet_key()
    DateHabits habits;
};

// Each fills its fields and appends its reasons.
void decide_title(const Evidence& evidence, Metadata& metadata);
void decide_authors(const Evidence& evidence, Metadata& metadata);
void decide_dates(const Evidence& evidence, Metadata& metadata);

// Before the others: they want to know the outlet's names.
core::Outlet decide_outlet(const Statements& statements, const core::FetchedPage& page,
                           Reason& reason);
std::vector<std::string> outlet_keys(const Statements& statements, const core::FetchedPage& page);

void decide_address(const Evidence& evidence, Metadata& metadata);
void decide_robots(const Evidence& evidence, Metadata& metadata);

}  // namespace extractor
