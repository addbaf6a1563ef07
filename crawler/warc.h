// Keeping responses byte for byte: WARC/1.1 (ISO 28500:2017), one gzip member per record. Part of
// the crawler's door.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/page.h"
#include "core/result.h"
#include "crawler/web.h"

namespace crawler {

// Where one response was kept.
struct Kept {
    std::string file;  // name inside the folder
    std::uint64_t offset = 0, length = 0;
    std::string sha256;  // of the body, 64 hex digits
};

// Appends to one new file a run, "claimtrail-20250603T140300Z-00000.warc.gz"; a new one at 1 GiB.
// What write() returned for outlives the process; what was written before sync() outlives a power
// cut.
class WarcWriter {
public:
    WarcWriter(std::filesystem::path folder, std::string software, core::Instant started);
    WarcWriter(WarcWriter&&) noexcept;
    WarcWriter& operator=(WarcWriter&&) noexcept;
    ~WarcWriter();
    // page.url must be set. The request is kept with the response, where it is known.
    Kept write(const core::FetchedPage& page, const Exchange& exchange = {});
    // A page whose body is kept already, in the response to an earlier request: its head alone.
    // What it returns is where this record lies.
    Kept write_again(const core::FetchedPage& page, const Exchange& exchange,
                     core::Instant earlier);
    // The bytes of a file, kept under the address where it lay: "file:///…".
    Kept write_file(const core::FetchedPage& page, std::string_view address);
    void sync();
    bool holds(const std::string& file) const;  // a file of that name is in the folder

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

struct WarcReaders {
    std::function<void(core::FetchedPage)> each;
    // One record that is of no use: too large, no HTTP. Names it by number and offset; reading goes
    // on behind it.
    std::function<void(const core::Failure&)> failed;
    std::function<bool()> stopped = [] { return false; };  // asked within large records, too
};

// Every HTTP response of a WARC file, gzip or plain, from whatever tool, one at a time; how many
// there were. A record is unpacked piece by piece and never held beyond 16 MiB of body, whatever it
// unpacks to. A failure says where the file cannot be read any further.
core::Result<std::size_t> read_warc(const std::filesystem::path& file, const WarcReaders& readers);

// The response kept at `offset`.
core::Result<core::FetchedPage> read_capture(const std::filesystem::path& file,
                                             std::uint64_t offset);

std::string sha256_hex(std::string_view bytes);

}  // namespace crawler
