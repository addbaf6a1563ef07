// Any bytes under any declaration must decode to valid UTF-8.
#include "core/charset.h"

#include <algorithm>
#include <cstdint>

#include "core/text.h"

// The first line stands for the Content-Type header, the rest for the body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto line = std::min(text.find('\n'), text.size());
    const auto body = text.substr(std::min(line + 1, text.size()));
    for (const auto markup : {core::Markup::None, core::Markup::Html, core::Markup::Xml}) {
        const auto decoded = core::decode(body, text.substr(0, line), markup);
        if (decoded.encoding.empty() || core::first_invalid_utf8(decoded.text)) __builtin_trap();
    }
    return 0;
}
