// crawl --dry-run: what would be asked for now, without asking, and without changing anything.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/crawl_choice.h"
#include "cli/home.h"

namespace cli {

namespace {

constexpr std::size_t kAtOnce = 2000;  // pages told of

void tell_one(const Context& context, std::string_view what, const core::Url& url) {
    if (context.json())
        print_line(nlohmann::ordered_json{{"what", what}, {"url", url.text()}}.dump());
    else
        print_line(fmt::format("{:<8} {}", what, url.text()));
}

// Those of the configuration that were never fetched, and those that are due again.
std::size_t tell_sources(const Context& context, const CrawlOptions& options,
                         const std::vector<store::SourceRow>& known) {
    std::size_t told = 0;
    for (const auto& spec : context.config.sources) {
        const auto row = std::find_if(known.begin(), known.end(), [&](const auto& source) {
            return source.spec.url == spec.url;
        });
        const bool is_due = row == known.end() || row->next_due <= context.clock.now();
        if (!is_chosen(spec, options.sources) || (options.sources.empty() && !is_due)) continue;
        tell_one(context, core::code(spec.kind), spec.url);
        ++told;
    }
    return told;
}

std::size_t tell_pages(const Context& context, const CrawlOptions& options,
                       const store::Reader& store) {
    const auto since = core::parse_day_range(options.since);
    const auto most = options.max_pages == 0 ? kAtOnce : options.max_pages;
    std::size_t told = 0;
    for (const auto& page : store.schedule().pages_due(context.clock.now(), kAtOnce)) {
        if (since && page.published && *page.published < since->first) continue;
        if (told == most) break;
        tell_one(context, "page", page.url);
        ++told;
    }
    return told;
}

}  // namespace

Exit preview_crawl(const Context& context, const CrawlOptions& options) {
    std::error_code error;
    std::size_t sources = 0, pages = 0;
    if (std::filesystem::exists(context.home.database(), error)) {
        const auto store = open_for_reading(context.home);
        sources = tell_sources(context, options, store.schedule().sources());
        pages = tell_pages(context, options, store);
    } else {
        sources = tell_sources(context, options, {});
    }
    tell(context, fmt::format("crawl: {} sources and {} pages are due; nothing was fetched",
                              sources, pages));
    return Exit::Done;
}

}  // namespace cli
