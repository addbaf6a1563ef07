// One spelling for an outlet's names. Private to knowledge/.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"

namespace knowledge {

// "The Harbour Ledger", "Harbour Ledger" and "www.harbourledger.example" are one outlet.
std::string outlet_key(std::string_view name);

// Both keys of an outlet, its name's and its domain's, as far as they are known.
std::vector<std::string> keys_of(const core::Outlet& outlet);

// Outlets that are known by one name, to take joint names apart: "The Ledger and Kestrel Wire" are
// two if one of them is known, "Food and Wine" is one.
using KnownOutlets = std::set<std::string>;  // keys
std::vector<std::string> outlets_in(std::string_view credit, const KnownOutlets& known);

}  // namespace knowledge
