#include "core/url_parser.h"

#include <algorithm>

#include "core/text.h"
#include "core/url_encode.h"
#include "core/url_host.h"

namespace core {

namespace {

constexpr auto npos = std::string_view::npos;

// What is longer than this has no chance: dot segments and line breaks do not shrink it so much.
constexpr std::size_t longest_input = 16 * longest_url;

bool is_slash(char c) { return c == '/' || c == '\\'; }

bool is_control_or_space(char c) { return static_cast<unsigned char>(c) <= 0x20; }

std::string_view trim_controls(std::string_view text) {
    while (!text.empty() && is_control_or_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_control_or_space(text.back())) text.remove_suffix(1);
    return text;
}

// As read: without tabs and line breaks, which may stand anywhere, and in valid UTF-8.
std::string clean(std::string_view text) {
    auto cleaned = repair_utf8(text);
    std::erase_if(cleaned, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
    return cleaned;
}

// The scheme in front of ":", empty if there is none.
std::string_view scheme_of(std::string_view text) {
    if (text.empty() || !is_alpha(text[0])) return {};
    const auto is_scheme_char = [](char c) {
        return is_alpha(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
    };
    const auto end = std::find_if_not(text.begin(), text.end(), is_scheme_char);
    if (end == text.end() || *end != ':') return {};
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

bool is_single_dot(std::string_view segment) {
    return segment == "." || equals_ignoring_case(segment, "%2e");
}

bool is_double_dot(std::string_view segment) {
    return segment == ".." || equals_ignoring_case(segment, ".%2e") ||
           equals_ignoring_case(segment, "%2e.") || equals_ignoring_case(segment, "%2e%2e");
}

void drop_last_segment(std::string& path) {
    const auto slash = path.rfind('/');
    path.resize(slash == std::string::npos ? 0 : slash);
}

// "user:pw" as it stands before "@"; empty if both are.
std::string encode_credentials(std::string_view text) {
    const auto colon = std::min(text.find(':'), text.size());
    std::string credentials;
    percent_encode(credentials, text.substr(0, colon), UrlPart::Userinfo);
    if (colon + 1 < text.size()) {
        credentials += ':';
        percent_encode(credentials, text.substr(colon + 1), UrlPart::Userinfo);
    }
    if (!credentials.empty()) credentials += '@';
    return credentials;
}

// Where the port's ":" stands; colons in brackets belong to the host.
std::size_t find_port(std::string_view host_and_port) {
    bool in_brackets = false;
    for (std::size_t at = 0; at < host_and_port.size(); ++at) {
        const char c = host_and_port[at];
        if (c == '[') in_brackets = true;
        if (c == ']') in_brackets = false;
        if (c == ':' && !in_brackets) return at;
    }
    return host_and_port.size();
}

// ":8080" → the same in its shortest form, empty for the scheme's own port; none if it is no port.
std::optional<std::string> normal_port(std::string_view text, std::string_view scheme) {
    if (text.size() <= 1) return "";
    unsigned port = 0;
    for (const char c : text.substr(1)) {
        if (!is_digit(c)) return std::nullopt;
        port = port * 10 + static_cast<unsigned>(c - '0');
        if (port > 0xFFFF) return std::nullopt;
    }
    if (port == (scheme == "https" ? 443U : 80U)) return "";
    return ':' + std::to_string(port);
}

std::string shorten(std::string_view text) {
    constexpr std::size_t longest_shown = 200;
    if (text.size() <= longest_shown) return repair_utf8(text);
    auto end = longest_shown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return repair_utf8(text.substr(0, end)) + "…";
}

}  // namespace

UrlLayout::UrlLayout(std::string_view text) {
    authority = text.find("://") + 3;
    path = text.find('/', authority);
    const auto at_sign = text.substr(0, path).find('@', authority);
    host = at_sign == npos ? authority : at_sign + 1;
    port = host + find_port(text.substr(host, path - host));
    fragment = std::min(text.find('#', path), text.size());
    query = path + std::min(text.substr(path, fragment - path).find('?'), fragment - path);
}

Result<Url> UrlParser::parse(std::string_view text, const Url* base) {
    const auto trimmed = trim_controls(text);
    if (trimmed.size() > longest_input) {
        return UrlParser(trimmed, base).fail_with("the address is longer than 2,083 bytes");
    }
    const auto cleaned = clean(trimmed);
    return UrlParser(cleaned, base).run();
}

Result<Url> UrlParser::fail_with(std::string message) const {
    return fail(Failure::Kind::BadUrl, std::move(message), shorten(input_));
}

Result<Url> UrlParser::run() {
    const auto scheme = scheme_of(input_);
    if (!scheme.empty()) return read_absolute(scheme, input_.substr(scheme.size() + 1));
    if (base_ == nullptr) return fail_with("not an absolute address: begin it with https://");
    scheme_ = base_->is_https() ? "https" : "http";
    return read_relative(input_);
}

Result<Url> UrlParser::read_absolute(std::string_view scheme, std::string_view rest) {
    scheme_ = lower_ascii(scheme);
    if (scheme_ != "http" && scheme_ != "https") {
        return fail_with("only http and https addresses can be read, not " + shorten(scheme_) +
                         ":");
    }
    // "http:page" is an old way to write "page" under a base of the same scheme.
    const bool same_scheme = base_ != nullptr && base_->is_https() == (scheme_ == "https");
    if (same_scheme && !rest.starts_with("//")) return read_relative(rest);
    return read_authority(rest);
}

Result<Url> UrlParser::read_relative(std::string_view rest) {
    if (rest.size() > 1 && is_slash(rest[0]) && is_slash(rest[1])) return read_authority(rest);
    const std::string_view base = base_->text();
    const UrlLayout at(base);
    authority_ = base.substr(at.authority, at.path - at.authority);
    if (!rest.empty() && is_slash(rest[0])) return read_path(rest);

    path_ = base.substr(at.path, at.query - at.path);
    if (rest.empty() || rest[0] == '#') {
        query_ = base.substr(at.query, at.fragment - at.query);
    }
    if (rest.empty() || rest[0] == '#' || rest[0] == '?') return read_query(rest);
    drop_last_segment(path_);
    return read_path(rest);
}

Result<Url> UrlParser::read_authority(std::string_view rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of("/\\"), rest.size()));
    const auto end = std::min(rest.find_first_of("/\\?#"), rest.size());
    const auto authority = rest.substr(0, end);
    const auto at_sign = authority.rfind('@');
    if (at_sign == npos) return read_host(authority, rest.substr(end));
    authority_ = encode_credentials(authority.substr(0, at_sign));
    return read_host(authority.substr(at_sign + 1), rest.substr(end));
}

Result<Url> UrlParser::read_host(std::string_view host_and_port, std::string_view rest) {
    const auto colon = find_port(host_and_port);
    if (colon == 0) return fail_with("the host is missing");
    if (host_and_port.size() > longest_url) return fail_with("the host is too long");
    const auto host = parse_host(host_and_port.substr(0, colon));
    if (!host) return fail_with(host.error().message);
    const auto port = normal_port(host_and_port.substr(colon), scheme_);
    if (!port) return fail_with("the port is no number from 0 to 65535");
    authority_ += *host + *port;
    return read_path(rest);
}

Result<Url> UrlParser::read_path(std::string_view rest) {
    const auto end = std::min(rest.find_first_of("?#"), rest.size());
    append_segments(rest.substr(0, end));
    return read_query(rest.substr(end));
}

void UrlParser::append_segments(std::string_view path) {
    if (!path.empty() && is_slash(path[0])) path.remove_prefix(1);
    while (true) {
        const auto end = std::min(path.find_first_of("/\\"), path.size());
        const auto segment = path.substr(0, end);
        const bool is_last = end == path.size();
        if (is_double_dot(segment)) drop_last_segment(path_);
        if (is_double_dot(segment) || is_single_dot(segment)) {
            if (is_last) path_ += '/';
        } else {
            path_ += '/';
            percent_encode(path_, segment, UrlPart::Path);
        }
        if (is_last) return;
        path.remove_prefix(end + 1);
    }
}

Result<Url> UrlParser::read_query(std::string_view rest) {
    const auto hash = std::min(rest.find('#'), rest.size());
    if (hash > 0) {
        query_ = '?';
        percent_encode(query_, rest.substr(1, hash - 1), UrlPart::Query);
    }
    auto text = scheme_ + "://" + authority_ + path_ + query_;
    if (hash < rest.size()) {
        text += '#';
        percent_encode(text, rest.substr(hash + 1), UrlPart::Fragment);
    }
    if (text.size() > longest_url) {
        return fail_with("the address is longer than 2,083 bytes");
    }
    return trust(std::move(text));
}

}  // namespace core
