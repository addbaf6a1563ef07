// From any older schema to today's. Private to store/.
#pragma once
#include <string_view>
#include <vector>

#include "store/sqlite.h"

namespace store {

inline constexpr int kSchemaVersion = 4;

struct Migration {
    int to;  // the version that it makes
    std::string_view sql;
};

const std::vector<Migration>& migrations();

// Runs the steps that are missing, in one transaction; a new store gets its uuid.
void migrate(sqlite::Database& db, const std::vector<Migration>& steps);

}  // namespace store
