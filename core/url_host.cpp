#include "core/url_host.h"

#include <algorithm>
#include <memory>

#include <unicode/uidna.h>

#include "core/text.h"
#include "core/url_encode.h"

namespace core {

namespace {

struct CloseIdna {
    void operator()(UIDNA* idna) const { uidna_close(idna); }
};
using Idna = std::unique_ptr<UIDNA, CloseIdna>;

// Browsers let these through: such names exist, and DNS has the last word on length.
constexpr std::uint32_t tolerated = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
                                    UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
                                    UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;

const UIDNA& uts46() {
    static const Idna idna = [] {
        UErrorCode error = U_ZERO_ERROR;
        Idna opened(uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
                                        UIDNA_NONTRANSITIONAL_TO_ASCII |
                                        UIDNA_NONTRANSITIONAL_TO_UNICODE,
                                    &error));
        if (U_FAILURE(error)) throw SystemError("core: ICU has no UTS 46 data");
        return opened;
    }();
    return *idna;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Code points that UTS 46 refused up to Unicode 15 and maps since 15.1 or 16; 0 drops one.
struct Mapping {
    char32_t from;
    char32_t to;
};
constexpr std::array<Mapping, 10> newer_mappings{{
    {0x04C0, 0x04CF},
    {0x180E, 0},
    {0x1E9E, 0x00DF},
    {0x2132, 0x214E},
    {0x2183, 0x2184},
    {0x2F868, 0x36FC},
    {0x2F874, 0x5F33},
    {0x2F91F, 0x43AB},
    {0x2F95F, 0x7AEE},
    {0x2F9BF, 0x45D7},
}};

std::string map_newer(std::string_view name) {
    std::string mapped;
    for (std::size_t at = 0; at < name.size();) {
        char32_t c = next_code_point(name, at);
        const auto row = std::find_if(newer_mappings.begin(), newer_mappings.end(),
                                      [c](const Mapping& m) { return m.from == c; });
        if (row != newer_mappings.end()) c = row->to;
        if (c >= 0x10A0 && c <= 0x10C5) c += 0x2D00 - 0x10A0;  // Georgian capitals
        if (c != 0) append_utf8(mapped, c);
    }
    return mapped;
}

// UTS 46 ToASCII; none if a label is not valid.
std::optional<std::string> to_ascii(std::string_view name) {
    std::string ascii(name.size() * 2 + 64, '\0');
    while (true) {
        UErrorCode error = U_ZERO_ERROR;
        UIDNAInfo info = UIDNA_INFO_INITIALIZER;
        const auto length = uidna_nameToASCII_UTF8(
            &uts46(), name.data(), static_cast<std::int32_t>(name.size()), ascii.data(),
            static_cast<std::int32_t>(ascii.size()), &info, &error);
        const auto size = static_cast<std::size_t>(std::max(length, 0));
        if (error == U_BUFFER_OVERFLOW_ERROR && size > ascii.size()) {
            ascii.resize(size);
            continue;
        }
        if (U_FAILURE(error) || (info.errors & ~tolerated) != 0) return std::nullopt;
        ascii.resize(size);
        return ascii;
    }
}

bool is_forbidden_in_domain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte >= 0x7F ||
           std::string_view("#/:<>?@[\\]^|%").find(c) != std::string_view::npos;
}

Result<std::string> bad_host(std::string message, std::string_view text) {
    return fail(Failure::Kind::BadUrl, std::move(message), std::string(text));
}

}  // namespace

Result<std::string> parse_host(std::string_view text) {
    if (text.starts_with('[')) {
        if (text.ends_with(']')) {
            const auto address = parse_ipv6(text.substr(1, text.size() - 2));
            if (address) return '[' + write_ipv6(*address) + ']';
        }
        return bad_host("the host is no IPv6 address", text);
    }
    const auto name = repair_utf8(percent_decode(text));
    // A name all in ASCII is looked up as it stands, even if its Punycode is broken.
    const auto ascii = is_ascii(name) ? lower_ascii(name) : to_ascii(map_newer(name));
    if (!ascii || ascii->empty()) return bad_host("the host is no valid name", text);
    if (std::any_of(ascii->begin(), ascii->end(), is_forbidden_in_domain)) {
        return bad_host("the host has a character that no host may have", text);
    }
    if (!ends_in_number(*ascii)) return *ascii;
    const auto address = parse_ipv4(*ascii);
    if (!address) return bad_host("the host is no IPv4 address", text);
    return write_ipv4(*address);
}

}  // namespace core
