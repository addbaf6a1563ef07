// Where the parts of an index are, and which of them answer. Private to search/.
#pragma once
#include <string>
#include <vector>

namespace Xapian {
class Database;
}

namespace search {

struct Opened {
    std::vector<std::string> missing;  // "HOST:PORT: why"
    bool is_remote = false;            // some of them are on the network
};

bool is_address(const std::string& shard);  // rather than a folder

// Opens all that can be; throws core::SystemError where none can.
Opened open_shards(const std::vector<std::string>& shards, Xapian::Database& db);

}  // namespace search
