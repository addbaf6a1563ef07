// Whatever is asked for is answered with a page, a document or a refusal, never with a mistake.
#include "web/request.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>

#include <unistd.h>

#include "core/text.h"
#include "tests/web_site.h"
#include "web/gzip.h"

namespace {

site::Site& filled() {
    static site::Site site;
    static const bool once = (site::fill(site), true);
    static_cast<void>(once);
    return site;
}

void check(const web::Response& response) {
    if (response.status < 200 || response.status > 503) __builtin_trap();
    const bool text = response.content_type.find("utf-8") != std::string::npos;
    if (text && core::first_invalid_utf8(response.body)) __builtin_trap();
    const bool page = response.content_type.starts_with("text/html") && response.status != 304;
    if (page && response.status != 301 && !response.body.ends_with("</html>\n")) __builtin_trap();
    if (page && response.body.find("<script") != std::string::npos) __builtin_trap();
    for (const auto& [name, value] : response.headers)
        if (value.find_first_of("\r\n") != std::string::npos) __builtin_trap();
}

}  // namespace

// A target, and on further lines the headers Accept, Accept-Encoding, If-None-Match and Host.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto lines = core::split(text, '\n');
    auto request = web::parse_target(lines[0]);
    if (!request) return 0;
    const auto line = [&](std::size_t at) {
        return at < lines.size() ? std::string(lines[at]) : std::string();
    };
    request->accept = line(1);
    web::accepts_gzip(line(2));
    request->if_none_match = line(3);
    request->host = line(4);
    const auto reader = filled().index.reader();
    check(web::respond(*request, {.store = filled().store, .index = reader, .now = filled().now}));
    return 0;
}
