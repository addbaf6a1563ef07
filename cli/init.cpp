// init: a configuration to start from, and the store; sources from another feed reader.
#include <fstream>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/home.h"
#include "cli/whole_file.h"
#include "crawler/crawler.h"
#include "embedded/cli.h"

namespace cli {

namespace {

namespace fs = std::filesystem;
using core::Failure;

core::Result<std::string> read_bytes(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open() || in.bad())
        return core::fail(Failure::Kind::NotReadable, "cannot be read", file.string());
    return bytes;
}

// A TOML basic string.
std::string toml_string(std::string_view text) {
    std::string toml = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') toml += '\\';
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            toml += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
        else
            toml += c;
    }
    return toml + '"';
}

std::string as_sources(const std::vector<crawler::ListedFeed>& feeds, std::set<std::string> known) {
    std::string toml;
    for (const auto& feed : feeds) {
        if (!known.insert(feed.url.text()).second) continue;
        toml +=
            fmt::format("\n[[source]]\nurl = {}\nkind = \"feed\"\n", toml_string(feed.url.text()));
        if (feed.title) toml += fmt::format("outlet = {}\n", toml_string(*feed.title));
    }
    return toml;
}

// Behind what is there, which stays as it is; feeds that are sources already are not named again.
core::Result<std::size_t> add_sources(const Context& context, const std::string& opml) {
    const auto listed = read_bytes(opml);
    if (!listed) return tl::unexpected(listed.error());
    const auto feeds = crawler::read_opml(*listed);
    if (!feeds) return core::fail(feeds.error().kind, feeds.error().message, opml);
    auto config = read_bytes(context.config_file);
    if (!config) return tl::unexpected(config.error());
    const auto before = read_config(context.config_file);
    if (!before) return tl::unexpected(before.error());
    std::set<std::string> known;
    for (const auto& source : before->sources) known.insert(source.url.text());
    const auto added = as_sources(*feeds, std::move(known));
    if (!config->empty() && config->back() != '\n') *config += '\n';
    write_whole(context.config_file, *config + added);
    const auto after = read_config(context.config_file);
    if (!after) return tl::unexpected(after.error());
    return after->sources.size() - before->sources.size();
}

}  // namespace

Exit init(const Context& context, const std::string& opml) {
    if (fs::exists(context.config_file)) {
        tell(context, fmt::format("init: {} is there already and stays as it is",
                                  context.config_file.string()));
    } else {
        write_whole(context.config_file, embedded::cli::starting_config_toml());
        tell(context, fmt::format("init: wrote {}", context.config_file.string()));
    }
    if (!opml.empty()) {
        const auto added = add_sources(context, opml);
        if (!added) return refuse(context, added.error());
        tell(context, fmt::format("init: {} feeds of {} are sources now", *added, opml));
    }
    auto store = open_for_writing(context.home);
    open_index_for_writing(context.home, store);
    tell(context, fmt::format("init: the store is {}", context.home.database().string()));
    return Exit::Done;
}

}  // namespace cli
