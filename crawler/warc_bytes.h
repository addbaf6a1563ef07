// The bytes of a WARC file from some place on, unpacked if they are packed, a piece at a time.
// Private to the crawler.
#pragma once
#include <cstdint>
#include <deque>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "crawler/gzip.h"

namespace crawler {

class WarcBytes {
public:
    enum class Extent { OneMember, Rest };
    WarcBytes(const std::filesystem::path& file, std::uint64_t offset, Extent extent);

    bool opened() const { return in_.is_open(); }
    // Unpacked bytes that are here; grows by more(), by 4 MiB at the most.
    std::string_view here() const { return std::string_view(ready_).substr(at_); }
    bool more();  // false at the end, and where the file is damaged
    void skip(std::size_t count);
    bool damaged() const;  // ends within a gzip member, or is none
    // Where in the file the record lies that here() begins with: its gzip member, if it is packed.
    std::uint64_t offset() const;

private:
    struct Member {
        std::uint64_t unpacked, file;  // where it begins
    };
    bool read_piece();
    bool unpack();
    void begin_member();

    std::ifstream in_;
    Extent extent_;
    Inflater inflater_;
    std::string piece_, ready_;
    std::size_t used_ = 0, at_ = 0;     // of piece_, of ready_
    std::uint64_t read_to_ = 0;         // in the file, the end of piece_
    std::uint64_t fed_ = 0, made_ = 0;  // bytes, so far
    std::deque<Member> members_;        // of what is here
    bool packed_ = false;
};

}  // namespace crawler
