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

core::CaptureId keep_response(store::Store& store, crawler::WarcWriter& captures,
                              const core::FetchedPage& page) {
    return note(store, page, page.url->text(), captures.write(page));
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
