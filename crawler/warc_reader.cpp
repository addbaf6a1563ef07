#include <algorithm>
#include <fstream>
#include <limits>

#include "core/text.h"
#include "crawler/gzip.h"
#include "crawler/warc.h"
#include "crawler/warc_text.h"

namespace crawler {
namespace {

using Kind = core::Failure::Kind;

constexpr std::size_t kPiece = 256 << 10;
constexpr std::uint64_t kMaxRecord = 256 << 20;  // larger ones are passed over

// The bytes of a WARC file from some place on, unpacked if they are packed.
class WarcBytes {
public:
    enum class Extent { OneMember, Rest };
    WarcBytes(const std::filesystem::path& file, std::uint64_t offset, Extent extent)
        : in_(file, std::ios::binary), inflater_(Packing::Gzip) {
        in_.seekg(static_cast<std::streamoff>(
            std::min<std::uint64_t>(offset, std::numeric_limits<std::streamoff>::max())));
        if (extent == Extent::OneMember) inflater_.stop_after_member();
        if (!read_piece()) return;
        packed_ = looks_like_gzip(piece_);
        pass_on();
    }

    bool opened() const { return in_.is_open(); }
    // Unpacked bytes that are here; grows by more().
    std::string_view here() const { return std::string_view(ready_).substr(at_); }
    bool more() {
        if (!read_piece()) return false;
        return pass_on();
    }
    void skip(std::size_t count) {
        at_ += count;
        if (at_ * 2 < ready_.size()) return;  // so that each byte is moved once on average
        ready_.erase(0, at_);
        at_ = 0;
    }
    bool damaged() const {
        return packed_ && (inflater_.state() == Inflater::State::Broken ||
                           inflater_.state() == Inflater::State::Within);
    }

private:
    bool read_piece() {
        piece_.resize(kPiece);
        in_.read(piece_.data(), kPiece);
        piece_.resize(static_cast<std::size_t>(in_.gcount()));
        return !piece_.empty();
    }
    // One piece of 256 KiB unpacks to 256 MiB at most.
    bool pass_on() {
        if (!packed_) {
            ready_ += piece_;
            return true;
        }
        const auto before = inflater_.state();
        if (before == Inflater::State::Broken) return false;
        inflater_.feed(piece_, [&](std::string_view bytes) {
            ready_ += bytes;
            return true;
        });
        return true;
    }

    std::ifstream in_;
    Inflater inflater_;
    std::string piece_, ready_;
    std::size_t at_ = 0;
    bool packed_ = false;
};

bool is_http(const WarcHead& head) {
    return head.http_type.empty() || head.http_type.starts_with("application/http");
}

class RecordReader {
public:
    RecordReader(const std::filesystem::path& file, std::uint64_t offset, WarcBytes::Extent extent)
        : file_(file.string()), bytes_(file, offset, extent) {}

    // The next response; none at the end. What is no response is passed over.
    core::Result<std::optional<core::FetchedPage>> next() {
        if (!bytes_.opened()) return core::fail(Kind::NotFound, "the file cannot be opened", file_);
        while (true) {
            auto head = next_head();
            if (!head) return tl::unexpected(head.error());
            if (!*head) return std::nullopt;
            const bool wanted =
                (*head)->type == "response" && (*head)->length <= kMaxRecord && is_http(**head);
            if (!wanted) {
                if (!skip((*head)->length)) return cut_off();
                continue;
            }
            if (!fill((*head)->length)) return cut_off();
            auto page = read_response(**head, bytes_.here().substr(0, (*head)->length));
            bytes_.skip((*head)->length);
            if (page) return std::optional(std::move(*page));
        }
    }

private:
    core::Result<std::optional<WarcHead>> next_head() {
        skip_line_ends();
        while (true) {
            const bool start = !bytes_.here().empty();
            auto head = start ? read_warc_head(bytes_.here())
                              : core::Result<std::optional<WarcHead>>(std::nullopt);
            if (!head) {
                head.error().input = file_;
                return head;
            }
            if (*head) {
                bytes_.skip((*head)->head_length);
                return head;
            }
            if (bytes_.more()) {
                if (!start) skip_line_ends();
                continue;
            }
            if (start || bytes_.damaged()) return cut_off();
            return std::nullopt;
        }
    }

    void skip_line_ends() {
        const auto here = bytes_.here();
        bytes_.skip(std::min(here.find_first_not_of("\r\n"), here.size()));
    }
    bool fill(std::uint64_t length) {
        while (bytes_.here().size() < length)
            if (!bytes_.more()) return false;
        return true;
    }
    bool skip(std::uint64_t length) {
        while (length > bytes_.here().size()) {
            length -= bytes_.here().size();
            bytes_.skip(bytes_.here().size());
            if (!bytes_.more()) return false;
        }
        bytes_.skip(length);
        return true;
    }
    tl::unexpected<core::Failure> cut_off() const {
        return core::fail(Kind::NotReadable, "the file ends in the middle of a record", file_);
    }

    std::string file_;
    WarcBytes bytes_;
};

}  // namespace

core::Result<std::size_t> read_warc(const std::filesystem::path& file,
                                    const std::function<void(core::FetchedPage)>& each) {
    RecordReader reader(file, 0, WarcBytes::Extent::Rest);
    for (std::size_t count = 0;; ++count) {
        auto page = reader.next();
        if (!page) return tl::unexpected(page.error());
        if (!*page) return count;
        each(std::move(**page));
    }
}

core::Result<core::FetchedPage> read_capture(const std::filesystem::path& file,
                                             std::uint64_t offset) {
    RecordReader reader(file, offset, WarcBytes::Extent::OneMember);
    auto page = reader.next();
    if (!page) return tl::unexpected(page.error());
    if (!*page) return core::fail(Kind::NotFound, "no response is kept there", file.string());
    return std::move(**page);
}

}  // namespace crawler
