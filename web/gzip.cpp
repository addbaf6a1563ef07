#include "web/gzip.h"

#include <memory>

#include <zlib.h>

#include "core/result.h"
#include "core/text.h"

namespace web {

namespace {

constexpr int kLevel = 5;             // within 2 % of level 9 on our pages, at half its time
constexpr int kGzipWindow = 15 + 16;  // zlib: the largest window, and a gzip header
constexpr int kMemory = 8;

struct EndDeflate {
    void operator()(z_stream* stream) const { deflateEnd(stream); }
};

// "gzip;q=0" forbids; "gzip;q=0.5" and "gzip" allow.
bool is_forbidden(std::string_view parameters) {
    for (const auto part : core::split(parameters, ';')) {
        const auto weight = core::trim(part);
        if (!weight.starts_with("q=")) continue;
        return weight.substr(2).find_first_not_of("0.") == std::string_view::npos;
    }
    return false;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
    bool any = false;
    for (const auto item : core::split(accept_encoding, ',')) {
        const auto semicolon = std::min(item.find(';'), item.size());
        const auto coding = core::trim(item.substr(0, semicolon));
        const bool allowed = !is_forbidden(item.substr(semicolon));
        if (core::equals_ignoring_case(coding, "gzip")) return allowed;
        if (coding == "*") any = allowed;
    }
    return any;
}

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
        throw core::SystemError("web: no memory to compress a page");
    const std::unique_ptr<z_stream, EndDeflate> ends(&stream);
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    // zlib reads through a pointer that is not const for C's sake only.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        throw core::SystemError("web: a page could not be compressed");
    packed.resize(stream.total_out);
    return packed;
}

}  // namespace web
