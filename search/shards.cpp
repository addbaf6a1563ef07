#include "search/shards.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <xapian.h>

#include "core/result.h"
#include "core/text.h"

namespace search {

namespace {

constexpr unsigned kConnectTimeout = 1'000;  // milliseconds
constexpr unsigned kTimeout = 10'000;

unsigned port_of(const std::string& shard) {
    const auto colon = shard.rfind(':');
    if (colon == std::string::npos || colon == 0) return 0;
    unsigned port = 0;
    const auto* const end = shard.data() + shard.size();
    const auto [read, error] = std::from_chars(shard.data() + colon + 1, end, port);
    return error == std::errc{} && read == end && port < 65'536 ? port : 0;
}

Xapian::Database open_shard(const std::string& shard) {
    if (!is_address(shard)) return Xapian::Database(shard);
    return Xapian::Remote::open(shard.substr(0, shard.rfind(':')), port_of(shard), kTimeout,
                                kConnectTimeout);
}

}  // namespace

bool is_address(const std::string& shard) {
    return shard.find('/') == std::string::npos && port_of(shard) > 0;
}

Opened open_shards(const std::vector<std::string>& shards, Xapian::Database& db) {
    Opened opened;
    Xapian::Database all;
    for (const auto& shard : shards) {
        try {
            all.add_database(open_shard(shard));
            opened.is_remote = opened.is_remote || is_address(shard);
        } catch (const Xapian::Error& error) {
            opened.missing.push_back(fmt::format("{}: {}", shard, error.get_msg()));
        }
    }
    if (opened.missing.size() == shards.size())
        throw core::SystemError(
            fmt::format("no shard of the index can be read: {}", core::join(opened.missing, "; ")));
    db = all;
    return opened;
}

}  // namespace search
