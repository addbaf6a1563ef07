// stats: how much of everything there is, and how each source fares.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/home.h"
#include "web/web.h"

namespace cli {

namespace {

// One block a source: what an operator looks for when nothing new comes.
void print_source_figures(const store::Reader& store) {
    const auto when = [](const std::optional<core::Instant>& at) {
        return at ? core::to_text(*at) : std::string("never");
    };
    const auto all = store.schedule().source_figures(web::kNewestFetches);
    for (const auto& source : store.schedule().sources()) {
        if (!source.active) continue;
        const auto figures = web::figures_of(source.id, all);
        print_line(fmt::format("\n{}\n  last good fetch {}, next due {}", source.spec.url.text(),
                               when(source.last_ok), when(source.next_due)));
        print_line(fmt::format(
            "  newest fetches: {}, not modified {}, failed {}, forbidden by robots.txt {}",
            figures.fetches, figures.not_modified, figures.failed, figures.forbidden));
        if (source.last_problem) print_line(fmt::format("  problem: {}", *source.last_problem));
    }
}

}  // namespace

Exit stats(const Context& context) {
    const auto store = open_for_reading(context.home);
    const auto index = open_index(context);
    if (context.json()) {
        print_line(web::status_json(store, index, context.clock.now()));
        return Exit::Done;
    }
    const auto counts = store.counts();
    const std::pair<const char*, std::int64_t> rows[] = {
        {"outlets", counts.outlets},
        {"sources", counts.sources},
        {"captures", counts.captures},
        {"articles", counts.articles},
        {"revisions", counts.revisions},
        {"entities", counts.entities},
        {"claims", counts.claims},
        {"allegations", counts.allegations},
        {"disputes", counts.disputes},
        {"events", counts.events},
        {"indexed", index.documents()},
        {"not indexed yet", store.last_change() - index.applied()}};
    for (const auto& [name, count] : rows) print_line(fmt::format("{:<16} {:>10}", name, count));
    print_source_figures(store);
    return Exit::Done;
}

}  // namespace cli
