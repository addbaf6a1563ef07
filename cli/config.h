// config.toml: sources, crawl limits, server, the newsroom's own entities.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/entity.h"
#include "core/result.h"
#include "crawler/crawler.h"
#include "store/store.h"

namespace cli {

struct Watch {
    std::string name, query;
};

struct Config {
    crawler::FetchOptions fetch;  // user_agent is made from the contact
    std::vector<crawler::Recheck> recheck;
    std::string address = "127.0.0.1";
    std::uint16_t port = 8737;
    std::vector<store::SourceSpec> sources;
    std::vector<std::string> shards;  // to search in, instead of the home's own index
    std::vector<Watch> watches;
    std::vector<core::Entity> entities;
};

Config default_config();

// Every mistake names file and line; unknown keys are mistakes.
core::Result<Config> parse_config(std::string_view toml, const std::string& file);
core::Result<Config> read_config(const std::filesystem::path& file);

// "ADDR:PORT", "[::1]:8737", ":0"
struct Listen {
    std::string address;
    std::uint16_t port;
};
core::Result<Listen> parse_listen(std::string_view text);

// "250ms", "3s", "15m", "2h", "30d", "1y"; "16MiB"
core::Result<std::chrono::milliseconds> parse_duration(std::string_view text);
core::Result<std::uint64_t> parse_size(std::string_view text);

}  // namespace cli
