// Web addresses. One parser for checking, recognising and connecting: WHATWG URL, http(s) only.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace core {

// An absolute http(s) URL that parsed; text() is its WHATWG serialisation (hosts by UTS 46).
// At most 2,083 bytes: longer addresses are refused.
class Url {
public:
    static Result<Url> parse(std::string_view text);
    static Result<Url> parse(std::string_view text, const Url& base);

    const std::string& text() const { return text_; }
    bool is_https() const { return text_.starts_with("https:"); }
    std::string_view host() const;    // "www.example.org", "127.0.0.1", "[::1]"
    std::uint16_t port() const;       // the effective one: 443 for https without a port
    std::string_view origin() const;  // "https://www.example.org:8443", without a trailing slash
    std::string_view path() const;    // "/a/b", at least "/"
    std::string_view query() const;   // without "?"; empty if none
    std::string path_and_query()
        const;  // what goes into a request line and robots.txt is asked for

    friend auto operator<=>(const Url&, const Url&) = default;

private:
    friend class UrlParser;
    explicit Url(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

// The one spelling by which we recognise a page: no fragment, no tracking parameters, no default
// port, sorted nothing: order of the remaining parameters is kept. https and http stay apart.
Url canonical(const Url& url);

// Registrable domain by the public suffix list ("news.bbc.co.uk" → "bbc.co.uk"); the host itself
// where there is none (IP addresses, "localhost").
std::string registrable_domain(std::string_view host);

// Whether an IP address literal (v4, v6, v4 in v6) may be connected to: not private, loopback,
// link-local, shared, multicast, documentation or reserved (IANA special-purpose registries).
// None if the text is no address.
std::optional<bool> is_public_address(std::string_view ip);

}  // namespace core

template <>
struct std::hash<core::Url> {
    std::size_t operator()(const core::Url& url) const noexcept {
        return std::hash<std::string>{}(url.text());
    }
};
