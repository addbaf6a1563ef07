// Whatever is read as an address must write itself so that it is read as the same again.
#include "core/url.h"

#include <algorithm>
#include <cstdint>

namespace {

void check(const core::Url& url) {
    const auto again = core::Url::parse(url.text());
    if (!again || *again != url) __builtin_trap();
    if (url.text().size() > 2083) __builtin_trap();
    const auto origin = core::Url::parse(url.origin()).value();
    if (origin.host() != url.host() || origin.port() != url.port()) __builtin_trap();
    if (!url.path().starts_with('/') || !url.path_and_query().starts_with(url.path())) {
        __builtin_trap();
    }
}

}  // namespace

// Two addresses, one per line: the second is read against the first.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto line = std::min(text.find('\n'), text.size());
    core::is_public_address(text);
    core::registrable_domain(text);
    const auto base = core::Url::parse(text.substr(0, line));
    if (!base) return 0;
    check(*base);
    const auto canonical = core::canonical(*base);
    check(canonical);
    if (core::canonical(canonical) != canonical) __builtin_trap();
    if (line == text.size()) return 0;
    if (const auto url = core::Url::parse(text.substr(line + 1), *base)) check(*url);
    return 0;
}
