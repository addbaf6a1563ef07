#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "crawler/crawler.h"

// The first line is the path that is asked for, the rest the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto end = std::min(bytes.find('\n'), bytes.size());
    const auto robots = crawler::Robots::parse(bytes.substr(end));
    static_cast<void>(robots.may_fetch("claimtrail", bytes.substr(0, end)));
    static_cast<void>(robots.crawl_delay("claimtrail"));
    return 0;
}
