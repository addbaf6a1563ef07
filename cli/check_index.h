// Whether the index says what the store says.
#pragma once
#include <string>
#include <vector>

#include "cli/context.h"
#include "store/store.h"

namespace cli {

// Its files, how far it has come, and whether it holds just what the store does.
std::vector<std::string> problems_of_index(const Home& home, const store::Reader& store);

}  // namespace cli
