#include "cli/config.h"

#include <fstream>
#include <iterator>
#include <set>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "cli/version.h"
#include "core/text.h"

namespace cli {

namespace {

using core::Failure;
using std::chrono::milliseconds;
using std::chrono::seconds;

// Thrown inside this file only: a mistake at a place in the TOML; becomes a Failure at its edge.
struct Mistake {
    toml::source_position at;
    std::string message;
};

class TomlReader {
public:
    explicit TomlReader(std::string file) : file_(std::move(file)) {}

    core::Result<Config> read(std::string_view text) {
        try {
            const toml::table root = toml::parse(text, file_);
            return config_of(root);
        } catch (const toml::parse_error& error) {
            return fail(error.source().begin, std::string(error.description()));
        } catch (const Mistake& mistake) {
            return fail(mistake.at, mistake.message);
        }
    }

private:
    tl::unexpected<Failure> fail(toml::source_position at, std::string message) const {
        return core::fail(Failure::Kind::BadConfiguration, std::move(message),
                          fmt::format("{}:{}", file_, at.line));
    }

    static void known(const toml::table& table, const std::set<std::string_view>& keys) {
        for (const auto& [key, node] : table)
            if (!keys.contains(key.str()))
                throw Mistake{key.source().begin,
                              fmt::format("unknown key '{}'", std::string(key.str()))};
    }

    static std::string text(const toml::node& node) {
        const auto value = node.value<std::string>();
        if (!value) throw Mistake{node.source().begin, "a text in quotes is wanted here"};
        return *value;
    }
    static const toml::array& array(const toml::node& node) {
        if (const auto* array = node.as_array()) return *array;
        throw Mistake{node.source().begin, "a list in [ ] is wanted here"};
    }
    static const toml::table& table(const toml::node& node) {
        if (const auto* table = node.as_table()) return *table;
        throw Mistake{node.source().begin, "a table is wanted here"};
    }
    static std::vector<std::string> texts(const toml::node& node) {
        std::vector<std::string> all;
        for (const auto& item : array(node)) all.push_back(text(item));
        return all;
    }
    template <class T>
    static T checked(const toml::node& node, const core::Result<T>& result) {
        if (!result) throw Mistake{node.source().begin, result.error().message};
        return *result;
    }
    static milliseconds duration(const toml::node& node) {
        return checked(node, parse_duration(text(node)));
    }
    static seconds in_seconds(const toml::node& node) {
        return std::chrono::duration_cast<seconds>(duration(node));
    }
    static const toml::node& required(const toml::table& table, std::string_view key) {
        if (const auto* node = table.get(key)) return *node;
        throw Mistake{table.source().begin, fmt::format("'{}' is missing", key)};
    }
    template <class Read>
    static void optional(const toml::table& table, std::string_view key, Read read) {
        if (const auto* node = table.get(key)) read(*node);
    }

    static Config config_of(const toml::table& root) {
        known(root, {"crawl", "server", "search", "source", "watch", "entity"});
        Config config = default_config();
        optional(root, "crawl", [&](const toml::node& n) { read_crawl(table(n), config); });
        optional(root, "server", [&](const toml::node& n) { read_server(table(n), config); });
        optional(root, "search", [&](const toml::node& n) {
            known(table(n), {"shards"});
            optional(table(n), "shards", [&](const toml::node& s) { config.shards = texts(s); });
        });
        optional(root, "source", [&](const toml::node& n) {
            for (const auto& item : array(n)) config.sources.push_back(source_of(table(item)));
        });
        optional(root, "watch", [&](const toml::node& n) {
            for (const auto& item : array(n)) config.watches.push_back(watch_of(table(item)));
        });
        optional(root, "entity", [&](const toml::node& n) {
            for (const auto& item : array(n)) config.entities.push_back(entity_of(table(item)));
        });
        return config;
    }

    static void read_crawl(const toml::table& crawl, Config& config) {
        known(crawl,
              {"contact", "delay", "max_crawl_delay", "hosts_at_once", "first_byte_timeout",
               "timeout", "max_body", "recheck", "allow_private", "allow_downgrade", "connect_to"});
        auto& fetch = config.fetch;
        optional(crawl, "contact", [&](const toml::node& n) {
            const auto contact = text(n);
            if (contact.find_first_of("\r\n()") != std::string::npos)
                throw Mistake{n.source().begin, "no line ends or brackets in the contact"};
            fetch.user_agent = fmt::format("claimtrail/{} (+{})", kProgramVersion, contact);
        });
        optional(crawl, "delay", [&](const toml::node& n) { fetch.delay = duration(n); });
        optional(crawl, "max_crawl_delay",
                 [&](const toml::node& n) { fetch.max_crawl_delay = duration(n); });
        optional(crawl, "hosts_at_once", [&](const toml::node& n) {
            const auto hosts = n.value<std::int64_t>().value_or(0);
            if (hosts < 1 || hosts > 1000)
                throw Mistake{n.source().begin, "hosts_at_once is a number from 1 to 1000"};
            fetch.hosts_at_once = static_cast<int>(hosts);
        });
        optional(crawl, "first_byte_timeout",
                 [&](const toml::node& n) { fetch.first_byte_timeout = duration(n); });
        optional(crawl, "timeout", [&](const toml::node& n) { fetch.timeout = duration(n); });
        optional(crawl, "max_body",
                 [&](const toml::node& n) { fetch.max_body = checked(n, parse_size(text(n))); });
        optional(crawl, "recheck", [&](const toml::node& n) { config.recheck = recheck_of(n); });
        optional(crawl, "allow_private",
                 [&](const toml::node& n) { fetch.allow_private = texts(n); });
        optional(crawl, "allow_downgrade", [&](const toml::node& n) {
            const auto allowed = n.value<bool>();
            if (!allowed) throw Mistake{n.source().begin, "allow_downgrade is true or false"};
            fetch.allow_downgrade = *allowed;
        });
        optional(crawl, "connect_to", [&](const toml::node& n) { fetch.connect_to = texts(n); });
    }

    static std::vector<crawler::Recheck> recheck_of(const toml::node& node) {
        std::vector<crawler::Recheck> rules;
        for (const auto& item : array(node)) {
            const auto& pair = array(item);
            if (pair.size() != 2)
                throw Mistake{item.source().begin, R"(a pair as in ["3h", "15m"] is wanted here)"};
            rules.push_back({.age = in_seconds(pair[0]), .every = in_seconds(pair[1])});
        }
        return rules;
    }

    static void read_server(const toml::table& server, Config& config) {
        known(server, {"listen"});
        optional(server, "listen", [&](const toml::node& n) {
            const auto listen = checked(n, parse_listen(text(n)));
            config.address = listen.address;
            config.port = listen.port;
        });
    }

    static store::SourceSpec source_of(const toml::table& source) {
        known(source, {"url", "kind", "outlet", "every"});
        const auto& url = required(source, "url");
        const auto& kind = required(source, "kind");
        const auto known_kind = core::from_code<core::SourceKind>(text(kind));
        if (!known_kind) throw Mistake{kind.source().begin, "kind is one of feed, sitemap, page"};
        store::SourceSpec spec{.url = checked(url, core::Url::parse(text(url))),
                               .kind = *known_kind};
        optional(source, "outlet", [&](const toml::node& n) { spec.outlet = text(n); });
        optional(source, "every", [&](const toml::node& n) { spec.every = in_seconds(n); });
        if (spec.every < seconds{1})
            throw Mistake{source.source().begin, "every is at least one second"};
        return spec;
    }

    static Watch watch_of(const toml::table& watch) {
        known(watch, {"name", "query"});
        return {.name = text(required(watch, "name")), .query = text(required(watch, "query"))};
    }

    static core::Entity entity_of(const toml::table& entity) {
        known(entity, {"name", "type", "aliases", "parent", "ticker", "wikidata", "domain"});
        core::Entity read{.name = text(required(entity, "name"))};
        optional(entity, "type", [&](const toml::node& n) {
            const auto type = core::from_code<core::EntityType>(text(n));
            if (!type)
                throw Mistake{n.source().begin,
                              "type is one of person, organisation, product, dataset, outlet, "
                              "court, law"};
            read.type = *type;
        });
        optional(entity, "aliases", [&](const toml::node& n) { read.aliases = texts(n); });
        optional(entity, "parent", [&](const toml::node& n) { read.parent = text(n); });
        optional(entity, "ticker", [&](const toml::node& n) { read.ticker = text(n); });
        optional(entity, "wikidata", [&](const toml::node& n) { read.wikidata = text(n); });
        optional(entity, "domain", [&](const toml::node& n) { read.domain = text(n); });
        return read;
    }

    std::string file_;
};

}  // namespace

Config default_config() {
    using namespace std::chrono_literals;
    constexpr auto day = 24h;
    Config config;
    config.fetch.user_agent = fmt::format("claimtrail/{}", kProgramVersion);
    config.recheck = {{.age = 3h, .every = 15min},
                      {.age = day, .every = 1h},
                      {.age = 7 * day, .every = 3h},
                      {.age = 30 * day, .every = 3 * day},
                      {.age = 365 * day, .every = 30 * day}};
    return config;
}

core::Result<Config> parse_config(std::string_view toml, const std::string& file) {
    if (const auto bad = core::first_invalid_utf8(toml))
        return core::fail(Failure::Kind::BadConfiguration,
                          fmt::format("not UTF-8 at byte {}", *bad), file);
    return TomlReader(file).read(toml);
}

core::Result<Config> read_config(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::error_code ignored;
    if (!in || std::filesystem::is_directory(file, ignored))
        return core::fail(Failure::Kind::BadConfiguration,
                          "cannot be read; `claimtrail init` writes one", file.string());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return parse_config(text, file.string());
}

}  // namespace cli
