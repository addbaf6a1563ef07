// Comma-separated values for spreadsheets (RFC 4180). Private to web/.
#pragma once
#include <string>
#include <vector>

namespace web {

// One row with CRLF. A cell that a spreadsheet would take for a formula is kept from being one.
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace web
