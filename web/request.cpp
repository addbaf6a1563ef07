#include "web/request.h"

#include <algorithm>
#include <optional>

#include "core/text.h"

namespace web {

namespace {

using core::Failure;

constexpr std::size_t kLongest = 8192;
constexpr std::size_t kMostParameters = 32;

// Forms write "+" for a space, and people type "50%" into the address bar (URL Standard, 5.1).
enum class Part { Path, Parameter };

std::optional<unsigned> hex_digit(char c) {
    if (core::is_digit(c)) return static_cast<unsigned>(c - '0');
    const char lower = core::to_lower(c);
    if (lower >= 'a' && lower <= 'f') return static_cast<unsigned>(lower - 'a' + 10);
    return std::nullopt;
}

// The byte of the "%2F" that the text begins with.
std::optional<char> escaped_byte(std::string_view text) {
    if (text.size() < 3 || text.front() != '%') return std::nullopt;
    const auto high = hex_digit(text[1]);
    const auto low = hex_digit(text[2]);
    if (!high || !low) return std::nullopt;
    return static_cast<char>(*high * 16 + *low);
}

std::optional<std::string> decoded(std::string_view text, Part part) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = escaped_byte(text.substr(at));
        if (!byte && text[at] == '%' && part == Part::Path) return std::nullopt;
        if (byte) at += 2;
        out += byte ? *byte : text[at] == '+' && part == Part::Parameter ? ' ' : text[at];
    }
    // Line ends and tabs come with pasted queries; other control characters with no good intent.
    const bool control = std::any_of(out.begin(), out.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && !core::is_space(c)) || c == 0x7F;
    });
    if (control || core::first_invalid_utf8(out)) return std::nullopt;
    return out;
}

tl::unexpected<Failure> unreadable(std::string_view what) {
    return core::fail(Failure::Kind::BadUrl, "this address cannot be read: " + std::string(what));
}

// Proxies are asked with the whole address (RFC 9112, 3.2.2); we answer to any host.
std::string_view without_host(std::string_view target) {
    if (!target.starts_with("http://") && !target.starts_with("https://")) return target;
    return target.substr(std::min(target.find('/', target.find("//") + 2), target.size()));
}

}  // namespace

core::Result<Request> parse_target(std::string_view target) {
    if (target.size() > kLongest) return unreadable("it is too long");
    target = without_host(target);
    const auto mark = std::min(target.find('?'), target.size());
    Request request;
    auto path = decoded(target.substr(0, mark), Part::Path);
    if (!path || !path->starts_with('/')) return unreadable("its path is not one");
    request.path = std::move(*path);
    if (mark == target.size()) return request;
    for (const auto pair : core::split(target.substr(mark + 1), '&')) {
        if (pair.empty()) continue;
        if (request.query.size() == kMostParameters) return unreadable("too many parameters");
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = decoded(pair.substr(0, equals), Part::Parameter);
        auto value = equals == pair.size() ? std::optional(std::string())
                                           : decoded(pair.substr(equals + 1), Part::Parameter);
        if (!name || !value) return unreadable("a parameter is not UTF-8 text");
        request.query.emplace(std::move(*name), std::move(*value));
    }
    return request;
}

}  // namespace web
