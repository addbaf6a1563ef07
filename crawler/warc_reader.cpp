#include <algorithm>

#include <fmt/format.h>

#include "core/text.h"
#include "crawler/warc.h"
#include "crawler/warc_bytes.h"
#include "crawler/warc_text.h"

namespace crawler {
namespace {

using Kind = core::Failure::Kind;

// Of a stranger's file; what we kept ourselves was bounded when it was fetched.
struct Limits {
    std::uint64_t record, body;
};
constexpr Limits kStrangers{.record = 17 << 20, .body = 16 << 20};
constexpr Limits kOurs{.record = std::uint64_t{1} << 30, .body = std::uint64_t{1} << 30};

bool is_http(const WarcHead& head) {
    return head.http_type.empty() || head.http_type.starts_with("application/http");
}

// Pages that were kept as files; other resources are notes of the tool that made the file.
bool is_page_file(const WarcHead& head) {
    return head.type == "resource" && head.target.starts_with("file:");
}

class RecordReader {
public:
    struct What {
        std::filesystem::path file;
        std::uint64_t offset = 0;
        WarcBytes::Extent extent = WarcBytes::Extent::Rest;
        Limits limits = kStrangers;
    };
    RecordReader(const What& what, const WarcReaders& readers)
        : file_(what.file.string()),
          limits_(what.limits),
          readers_(readers),
          bytes_(what.file, what.offset, what.extent) {}

    // The next response; none at the end. What is no response is passed over.
    core::Result<std::optional<core::FetchedPage>> next() {
        if (!bytes_.opened()) return core::fail(Kind::NotFound, "the file cannot be opened", file_);
        while (!readers_.stopped()) {
            auto head = next_head();
            if (!head) return tl::unexpected(head.error());
            if (!*head) return std::nullopt;
            auto page = read_record(**head);
            if (!page || *page) return page;
        }
        return std::nullopt;
    }

private:
    // None if it was none of ours, or was reported as failed.
    core::Result<std::optional<core::FetchedPage>> read_record(const WarcHead& head) {
        const bool response = head.type == "response" && is_http(head);
        const bool wanted = response || is_page_file(head);
        if (wanted && head.length > limits_.record)
            fail_record({Kind::TooLarge,
                         fmt::format("{} bytes are more than {} MiB, which no article is",
                                     head.length, limits_.record >> 20),
                         head.target});
        if (!wanted || head.length > limits_.record) {
            if (!skip(head.length)) return cut_off_or_stopped();
            return std::nullopt;
        }
        if (!fill(head.length)) return cut_off_or_stopped();
        const auto block = bytes_.here().substr(0, head.length);
        auto page = response ? read_response(head, block, limits_.body)
                             : core::Result<core::FetchedPage>(read_file_record(head, block));
        bytes_.skip(head.length);
        if (page) return std::optional(std::move(*page));
        fail_record(page.error());
        return std::nullopt;
    }

    core::Result<std::optional<WarcHead>> next_head() {
        skip_line_ends();
        while (true) {
            const bool start = !bytes_.here().empty();
            auto head = start ? read_warc_head(bytes_.here())
                              : core::Result<std::optional<WarcHead>>(std::nullopt);
            if (!head) return core::fail(head.error().kind, at_place(head.error().message), file_);
            if (*head) {
                ++number_;
                offset_ = bytes_.offset();
                bytes_.skip((*head)->head_length);
                return head;
            }
            if (readers_.stopped()) return std::nullopt;
            if (bytes_.more()) {
                if (!start) skip_line_ends();
                continue;
            }
            if (!start && !bytes_.damaged()) return std::nullopt;
            ++number_;
            offset_ = bytes_.offset();
            return cut_off();
        }
    }

    void skip_line_ends() {
        const auto here = bytes_.here();
        bytes_.skip(std::min(here.find_first_not_of("\r\n"), here.size()));
    }
    bool fill(std::uint64_t length) {
        while (bytes_.here().size() < length)
            if (readers_.stopped() || !bytes_.more()) return false;
        return true;
    }
    bool skip(std::uint64_t length) {
        while (length > bytes_.here().size()) {
            length -= bytes_.here().size();
            bytes_.skip(bytes_.here().size());
            if (readers_.stopped() || !bytes_.more()) return false;
        }
        bytes_.skip(length);
        return true;
    }

    std::string place() const { return fmt::format("record {} at byte {}", number_, offset_); }
    std::string at_place(std::string_view message) {
        ++number_;
        offset_ = bytes_.offset();
        return fmt::format("{}: {}", place(), message);
    }
    void fail_record(core::Failure failure) const {
        const auto about = failure.input.empty() ? std::string() : ", " + failure.input;
        failure.message = fmt::format("{}{}: {}", place(), about, failure.message);
        failure.input = file_;
        readers_.failed(failure);
    }
    // None if it was stopped: then that is no fault of the file.
    core::Result<std::optional<core::FetchedPage>> cut_off_or_stopped() const {
        if (readers_.stopped()) return std::nullopt;
        return cut_off();
    }
    tl::unexpected<core::Failure> cut_off() const {
        return core::fail(Kind::NotReadable,
                          place() + (bytes_.damaged() ? ": the gzip stream is damaged or cut off"
                                                      : ": the file ends in the middle of it"),
                          file_);
    }

    std::string file_;
    Limits limits_;
    const WarcReaders& readers_;
    WarcBytes bytes_;
    std::size_t number_ = 0;
    std::uint64_t offset_ = 0;
};

}  // namespace

core::Result<std::size_t> read_warc(const std::filesystem::path& file, const WarcReaders& readers) {
    RecordReader reader({.file = file}, readers);
    for (std::size_t count = 0;; ++count) {
        auto page = reader.next();
        if (!page) return tl::unexpected(page.error());
        if (!*page) return count;
        readers.each(std::move(**page));
    }
}

core::Result<core::FetchedPage> read_capture(const std::filesystem::path& file,
                                             std::uint64_t offset) {
    std::optional<core::Failure> problem;
    const WarcReaders readers{.each = {},
                              .failed = [&](const core::Failure& failure) { problem = failure; }};
    RecordReader reader(
        {.file = file, .offset = offset, .extent = WarcBytes::Extent::OneMember, .limits = kOurs},
        readers);
    auto page = reader.next();
    if (!page) return tl::unexpected(page.error());
    if (*page) return std::move(**page);
    if (problem) return tl::unexpected(std::move(*problem));
    return core::fail(Kind::NotFound, "no response is kept there", file.string());
}

}  // namespace crawler
