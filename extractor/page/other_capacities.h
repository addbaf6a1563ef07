// "Photography by Ann Lee", "Edited by John Roe": people whom a page lists as authors in its markup
// and credits with something else before its readers. Private to decide_authors.cpp.
#pragma once
#include <string>
#include <vector>

#include "extractor/page/statements.h"

namespace extractor {

// Somebody stays: if all of them did something else, all are authors.
void drop_other_capacities(const Statements& statements, std::vector<std::string>& authors);

}  // namespace extractor
