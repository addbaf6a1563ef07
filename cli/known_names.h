// Whom the extractor knows by name.
#pragma once
#include "cli/config.h"
#include "extractor/extractor.h"

namespace cli {

// The built-in names, the newsroom's own, and the outlets that it crawls: so that "the Ledger
// reported" credits an outlet of which no list ever heard. A company's own pages make it no outlet.
extractor::Lexicon lexicon_of(const Config& config);

}  // namespace cli
