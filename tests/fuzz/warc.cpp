#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "crawler/warc_text.h"

// A record from its first byte: head, then block.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto head = crawler::read_warc_head(bytes);
    if (!head || !*head) return 0;
    const auto page = crawler::read_response(**head, bytes.substr((*head)->head_length), 1 << 20);
    if (page) static_cast<void>(crawler::response_record({*page, {}, std::string(64, '0')}));
    return 0;
}
