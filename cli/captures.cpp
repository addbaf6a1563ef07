#include "cli/captures.h"

#include <filesystem>

#include <fmt/format.h>

#include "core/text.h"

namespace cli {

namespace {

core::CaptureId note(store::Store& store, const core::FetchedPage& page, std::string address,
                     crawler::Kept kept) {
    return store.keep({.url = std::move(address),
                       .fetched_at = page.fetched_at,
                       .status = page.status,
                       .content_type = page.content_type,
                       .sha256 = std::move(kept.sha256),
                       .warc_file = std::move(kept.file),
                       .offset = kept.offset,
                       .length = kept.length});
}

// RFC 8089: "file:///home/ada/story.html".
std::string file_address(std::string_view file) {
    if (file == "-") return "file:///dev/stdin";
    constexpr std::string_view plain = "-._~/";
    std::string address = "file://";
    for (const char c : std::filesystem::absolute(file).lexically_normal().string()) {
        if (core::is_alpha(c) || core::is_digit(c) || plain.find(c) != plain.npos)
            address += c;
        else
            address += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return address;
}

}  // namespace

// A body that was kept before is not kept again: the catalogue leads to where it lies.
core::CaptureId keep_response(store::Store& store, crawler::WarcWriter& captures,
                              const core::FetchedPage& page, const crawler::Exchange& exchange) {
    const auto& address = page.url->text();
    const auto known = store.capture_of({address, crawler::sha256_hex(page.body), std::nullopt});
    auto earlier = known ? store.capture(*known) : std::nullopt;
    if (!earlier || !captures.holds(earlier->warc_file))
        return note(store, page, address, captures.write(page, exchange));
    auto& capture = *earlier;
    captures.write_again(page, exchange, capture.fetched_at);
    capture.fetched_at = page.fetched_at;
    capture.status = page.status;
    capture.content_type = page.content_type;
    return store.keep(capture);
}

std::optional<core::FetchedPage> recall_response(const store::Store& store,
                                                 const std::filesystem::path& folder,
                                                 const core::Url& url) {
    const auto capture = store.last_capture(url.text());
    if (!capture) return std::nullopt;
    auto page = crawler::read_capture(folder / capture->warc_file, capture->offset);
    if (!page) return std::nullopt;
    page->fetched_at = capture->fetched_at;
    page->status = capture->status;
    return std::move(*page);
}

core::CaptureId keep_import(store::Store& store, crawler::WarcWriter& captures,
                            const core::FetchedPage& page, std::string_view file) {
    const auto address = page.url ? page.url->text() : file_address(file);
    const auto fetched_at = page.url ? std::optional(page.fetched_at) : std::nullopt;
    const auto known = store.capture_of({address, crawler::sha256_hex(page.body), fetched_at});
    if (known) return *known;
    return note(store, page, address,
                page.url ? captures.write(page) : captures.write_file(page, address));
}

}  // namespace cli
