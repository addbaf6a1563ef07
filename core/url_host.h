// Hosts of web addresses as the URL Standard reads them: names by UTS 46, IPv4 in all its old
// spellings, IPv6. Private to core.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace core {

using Ipv6 = std::array<std::uint16_t, 8>;

// "192.168.0.1", "0xc0.0250.1", "3232235521"; none if a part is no number or too large.
std::optional<std::uint32_t> parse_ipv4(std::string_view text);
std::optional<Ipv6> parse_ipv6(std::string_view text);  // without brackets
std::string write_ipv4(std::uint32_t address);
std::string write_ipv6(const Ipv6& address);  // RFC 5952: the longest run of zeros is "::"

// Whether the last label is a number: such a host is an IPv4 address or nothing.
bool ends_in_number(std::string_view host);

// The host as it stands in a serialised URL: lower case, Punycode, normal form of addresses.
// The text must be valid UTF-8; percent escapes in it are decoded.
Result<std::string> parse_host(std::string_view text);

}  // namespace core
