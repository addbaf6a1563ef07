#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <vector>

#include <libpsl.h>

#include "core/text.h"
#include "core/url.h"
#include "core/url_host.h"

namespace core {

namespace {

enum class Reach { Public, Local, Embedded };  // Embedded: as the IPv4 address inside says

// IANA's special-purpose address registries, the narrower network first. IPv4 is written as mapped
// into IPv6, so that both are one table.
struct Network {
    std::string_view prefix;
    int bits;
    Reach reach;
};
constexpr std::array networks = std::to_array<Network>({
    {"::ffff:0.0.0.0", 104, Reach::Local},       // this network
    {"::ffff:10.0.0.0", 104, Reach::Local},      // private
    {"::ffff:100.64.0.0", 106, Reach::Local},    // shared by carriers
    {"::ffff:127.0.0.0", 104, Reach::Local},     // loopback
    {"::ffff:169.254.0.0", 112, Reach::Local},   // link-local
    {"::ffff:172.16.0.0", 108, Reach::Local},    // private
    {"::ffff:192.0.0.9", 128, Reach::Public},    // port control anycast
    {"::ffff:192.0.0.10", 128, Reach::Public},   // TURN anycast
    {"::ffff:192.0.0.0", 120, Reach::Local},     // protocol assignments
    {"::ffff:192.0.2.0", 120, Reach::Local},     // documentation
    {"::ffff:192.88.99.0", 120, Reach::Local},   // 6to4 relays, withdrawn
    {"::ffff:192.168.0.0", 112, Reach::Local},   // private
    {"::ffff:198.18.0.0", 111, Reach::Local},    // benchmarks
    {"::ffff:198.51.100.0", 120, Reach::Local},  // documentation
    {"::ffff:203.0.113.0", 120, Reach::Local},   // documentation
    {"::ffff:224.0.0.0", 100, Reach::Local},     // multicast
    {"::ffff:240.0.0.0", 100, Reach::Local},     // reserved, broadcast
    {"::ffff:0.0.0.0", 96, Reach::Public},       // the rest of IPv4
    {"64:ff9b::", 96, Reach::Embedded},          // NAT64: the last four bytes
    {"2002::", 16, Reach::Embedded},             // 6to4: bytes 2 to 5
    {"2001:1::1", 128, Reach::Public},           // port control anycast
    {"2001:1::2", 128, Reach::Public},           // TURN anycast
    {"2001:1::3", 128, Reach::Public},           // DNS-SD anycast
    {"2001:3::", 32, Reach::Public},             // AMT
    {"2001:4:112::", 48, Reach::Public},         // AS112
    {"2001:20::", 28, Reach::Public},            // ORCHIDv2
    {"2001:30::", 28, Reach::Public},            // drone identification
    {"2001::", 23, Reach::Local},                // protocol assignments, Teredo
    {"2001:db8::", 32, Reach::Local},            // documentation
    {"3fff::", 20, Reach::Local},                // documentation
    {"2000::", 3, Reach::Public},                // the rest of global unicast
    {"::", 0, Reach::Local},                     // all that is not handed out yet, or never
});

bool in_network(const Ipv6& address, const Ipv6& prefix, int bits) {
    for (std::size_t n = 0; bits > 0; ++n, bits -= 16) {
        const unsigned mask = bits >= 16 ? 0xFFFFU : 0xFFFFU << (16 - bits) & 0xFFFFU;
        if (((address[n] ^ prefix[n]) & mask) != 0) return false;
    }
    return true;
}

Ipv6 mapped(std::uint16_t high, std::uint16_t low) { return {0, 0, 0, 0, 0, 0xFFFF, high, low}; }

Reach reach_of(const Ipv6& address) {
    for (const auto& network : networks) {
        if (in_network(address, *parse_ipv6(network.prefix), network.bits)) return network.reach;
    }
    return Reach::Local;
}

std::optional<Ipv6> parse_address(std::string_view text) {
    if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
    if (text.find(':') != std::string_view::npos) {
        return parse_ipv6(text.substr(0, text.find('%')));  // without a zone: "fe80::1%eth0"
    }
    const auto address = parse_ipv4(text);
    if (!address) return std::nullopt;
    return mapped(static_cast<std::uint16_t>(*address >> 16),
                  static_cast<std::uint16_t>(*address & 0xFFFF));
}

// The list as compiled into the library; never a file.
const psl_ctx_t& public_suffixes() {
    static const psl_ctx_t* const list = psl_builtin();
    if (list == nullptr) throw SystemError("core: libpsl was built without its list");
    return *list;
}

}  // namespace

std::optional<bool> is_public_address(std::string_view ip) {
    const auto address = parse_address(ip);
    if (!address) return std::nullopt;
    const auto reach = reach_of(*address);
    if (reach != Reach::Embedded) return reach == Reach::Public;
    const auto& at = *address;
    const auto inner = at[0] == 0x2002 ? mapped(at[1], at[2]) : mapped(at[6], at[7]);
    return reach_of(inner) == Reach::Public;
}

std::optional<std::string> site_of(std::string_view host) {
    if (host.ends_with('.')) host.remove_suffix(1);
    if (host.empty() || host.starts_with('.') || parse_address(host)) return std::nullopt;
    const auto name = lower_ascii(host);
    const char* const site = psl_registrable_domain(&public_suffixes(), name.c_str());
    if (site == nullptr) return std::nullopt;
    return site;
}

std::string registrable_domain(std::string_view host) {
    return site_of(host).value_or(std::string(host));
}

}  // namespace core
