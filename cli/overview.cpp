// disputes and stats: what there is.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/home.h"
#include "web/web.h"

namespace cli {

namespace {

void print_dispute_line(const core::DisputeRecord& dispute) {
    print_line(fmt::format("{:<6} {} · {} · {} articles, {} origins, {} events",
                           core::to_text(dispute.id), dispute.name, core::term(dispute.state).label,
                           dispute.articles, dispute.origins, dispute.events.size()));
}

}  // namespace

Exit disputes(const Context& context) {
    const auto store = open_for_reading(context.home);
    constexpr std::size_t page = 500;
    std::size_t shown = 0;
    for (;;) {
        const auto ids = store.disputes({.limit = page, .offset = shown});
        for (const auto id : ids) {
            const auto dispute = store.dispute(id);
            if (!dispute) continue;
            if (context.json())
                print_line(web::dispute_json(*dispute));
            else
                print_dispute_line(*dispute);
        }
        shown += ids.size();
        if (ids.size() < page) break;
    }
    return shown == 0 ? Exit::NothingFound : Exit::Done;
}

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
    return Exit::Done;
}

}  // namespace cli
