// What an outcome of the crawler says, in the words of the store and of the log.
#pragma once
#include <string>

#include "cli/context.h"
#include "crawler/crawler.h"
#include "store/store.h"

namespace cli {

// The page, if one came; null if it did not change, or failed.
const core::FetchedPage* page_in(const crawler::Outcome& outcome);

store::Validators validators_of(const core::FetchedPage& page);

std::string problem_of(const core::Failure& failure);  // "refused: robots.txt forbids it"

// Only with -v: what happened to a page.
void whisper_failure(const Context& context, const core::Failure& failure, const core::Url& url);

}  // namespace cli
