// Web addresses. One parser for checking, recognising and connecting: WHATWG URL, http(s) only.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace core {

// An absolute http(s) URL that parsed; text() is its WHATWG serialisation (hosts by UTS 46), with
// credentials and fragment if there are any. At most 2,083 bytes: longer addresses are refused.
// Views that the accessors give look into the Url.
class Url {
public:
    static Result<Url> parse(std::string_view text);
    static Result<Url> parse(std::string_view text, const Url& base);

    const std::string& text() const { return text_; }
    bool is_https() const { return text_.starts_with("https:"); }
    std::string_view host() const;   // "www.example.org", "127.0.0.1", "[::1]"
    std::uint16_t port() const;      // the effective one: 443 for https without a port
    std::string origin() const;      // "https://www.example.org:8443", without credentials
    std::string_view path() const;   // "/a/b", at least "/"
    std::string_view query() const;  // without "?"; empty if none
    // What goes into a request line and robots.txt is asked for.
    std::string path_and_query() const;

    friend auto operator<=>(const Url&, const Url&) = default;

private:
    friend class UrlParser;
    explicit Url(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

// The one spelling by which we recognise a page. Leaves out the fragment, the credentials, tracking
// parameters (utm_source, fbclid …), empty parameters and an empty query; spells percent escapes in
// one way. Other parameters keep their order; http and https, and host names, stay apart.
Url canonical(const Url& url);

// Registrable domain by the public suffix list ("news.bbc.co.uk" → "bbc.co.uk"): which site a host
// belongs to. None for what has none: IP addresses, "localhost", "co.uk". Hosts as Url::host()
// gives them, or in Unicode.
std::optional<std::string> site_of(std::string_view host);

// The same, with the host itself where there is none.
std::string registrable_domain(std::string_view host);

// Whether an IP address literal (v4, v6, v4 in v6) may be connected to: not private, loopback,
// link-local, shared, multicast, documentation or reserved (IANA special-purpose registries).
// Takes what Url::host() gives and what the resolver gives ("[::1]", "fe80::1%eth0", "127.1").
// None if the text is no address.
std::optional<bool> is_public_address(std::string_view ip);

}  // namespace core

template <>
struct std::hash<core::Url> {
    std::size_t operator()(const core::Url& url) const noexcept {
        return std::hash<std::string>{}(url.text());
    }
};
