// Opening what the home holds, with messages that say what to do.
#pragma once
#include "cli/context.h"
#include "search/search.h"
#include "store/store.h"

namespace cli {

// Creates the folders that are missing; throws core::SystemError naming the one that cannot be.
store::Store open_for_writing(const Home& home);
search::IndexWriter open_index_for_writing(const Home& home, const store::Store& store);

// For reading; a home without a store throws core::SystemError saying how one is made.
store::Reader open_for_reading(const Home& home);
search::Index open_index(const Home& home);
// The shards that the configuration names, else the home's own.
search::Index open_index(const Context& context);

}  // namespace cli
