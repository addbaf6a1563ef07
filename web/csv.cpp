#include "web/csv.h"

#include <string_view>

namespace web {

namespace {

// Spreadsheets run what begins like this; what comes from the network must not (OWASP, "CSV
// injection").
bool begins_formula(std::string_view cell) {
    return !cell.empty() &&
           std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

void append_cell(std::string& row, std::string_view cell) {
    const bool formula = begins_formula(cell);
    if (!formula && cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        row += cell;
        return;
    }
    row += '"';
    if (formula) row += '\'';
    for (const char c : cell) {
        if (c == '"') row += '"';
        row += c;
    }
    row += '"';
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
    std::string row;
    for (const auto& cell : cells) {
        if (&cell != &cells.front()) row += ',';
        append_cell(row, cell);
    }
    row += "\r\n";
    return row;
}

}  // namespace web
