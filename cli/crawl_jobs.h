// What the requests of a crawl are made for.
#pragma once
#include <chrono>
#include <variant>

#include "crawler/crawler.h"
#include "store/store.h"

namespace cli {

struct Child {
    store::ChildSitemap sitemap;
    store::SourceRow source;
};
using Job = std::variant<store::SourceRow, store::FrontierRow, Child>;

// A source, or a sitemap below it, as a place that pages are named in.
struct Place {
    store::SourceRow source;
    core::Url url;  // as it was asked for
    int depth = 0;
    std::chrono::seconds interval;
    int failures = 0;
};

// A page that is here, but waits for the answer of another address.
struct Waiting {
    store::FrontierRow page;
    crawler::Outcome outcome;
};

}  // namespace cli
