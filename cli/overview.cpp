// disputes: what there is.
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

}  // namespace cli
