#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/home.h"
#include "cli/stop.h"
#include "web/web.h"

namespace cli {

Exit serve(const Context& context, const std::string& listen) {
    Listen at{context.config.address, context.config.port};
    if (!listen.empty()) {
        const auto parsed = parse_listen(listen);
        if (!parsed) return refuse(context, parsed.error());
        at = *parsed;
    }
    open_for_reading(context.home);  // fails here, with what to do, rather than at each request
    open_index(context);
    web::serve({.address = at.address,
                .port = at.port,
                .database = context.home.database(),
                .index = context.home.index(),
                .shards = context.config.shards,
                .now = [clock = context.clock] { return clock.now(); },
                .listening =
                    [&](std::uint16_t port) {
                        const bool v6 = at.address.find(':') != std::string::npos;
                        const auto host = v6 ? "[" + at.address + "]" : at.address;
                        tell(context, fmt::format("serve: http://{}:{}/ until Ctrl-C", host, port));
                    }},
               stop_requested());
    return Exit::Done;
}

}  // namespace cli
