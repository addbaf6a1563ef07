// The text of WARC records: heads written and read. Private to the crawler; pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/page.h"
#include "core/result.h"
#include "crawler/web.h"

namespace crawler {

// What a record tells of. Looks into its parts, which must live longer.
struct Told {
    const core::FetchedPage& page;
    const Exchange& exchange;
    std::string_view payload_sha256;
};

// A record of a response as it stands in the file before compression.
std::string response_record(const Told& told);
// The same for a page whose body is that of an earlier response from the same address: its head
// alone, and when that one came (WARC/1.1, 6.7).
std::string revisit_record(const Told& told, core::Instant earlier);
// Of the request that a record of either kind answers; empty if it is not known.
std::string request_record(const Told& told, std::string_view answer_record);
std::string file_record(const core::FetchedPage& page, std::string_view address,
                        std::string_view payload_sha256);
std::string warcinfo_record(std::string_view software, std::string_view file, core::Instant at);

// A record's own head: "WARC/1.1" and its fields.
struct WarcHead {
    std::string type, target, date, http_type, requested;
    std::uint64_t length = 0;     // of the block
    std::size_t head_length = 0;  // up to the block
};
// None if the head is not whole yet; a failure if it is none.
core::Result<std::optional<WarcHead>> read_warc_head(std::string_view bytes);

// The HTTP response in a record's block, its transfer and content codings undone; a body larger
// than `most` is a failure.
core::Result<core::FetchedPage> read_response(const WarcHead& head, std::string_view block,
                                              std::uint64_t most);
// A file that was kept as it lay.
core::FetchedPage read_file_record(const WarcHead& head, std::string_view block);

}  // namespace crawler
