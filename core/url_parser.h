// The URL Standard's parser, as far as http and https need it. Private to core.
#pragma once
#include <string>
#include <string_view>

#include "core/url.h"

namespace core {

constexpr std::size_t longest_url = 2083;

// Where the parts of a serialised URL begin: "https://" "user:pw@" "host" ":81" "/path" "?q" "#f".
struct UrlLayout {
    explicit UrlLayout(std::string_view text);
    std::size_t authority;
    std::size_t host;
    std::size_t port;  // at ":", or where the path begins
    std::size_t path;
    std::size_t query;     // at "?", or where the fragment begins
    std::size_t fragment;  // at "#", or the end
};

// One parse. Fills the parts from left to right; what a relative address leaves out is the base's.
class UrlParser {
public:
    static Result<Url> parse(std::string_view text, const Url* base);

    // Text that is known to be a serialised URL.
    static Url trust(std::string text) { return Url(std::move(text)); }

private:
    UrlParser(std::string_view input, const Url* base) : input_(input), base_(base) {}

    Result<Url> run();
    Result<Url> read_absolute(std::string_view scheme, std::string_view rest);
    Result<Url> read_relative(std::string_view rest);
    Result<Url> read_authority(std::string_view rest);
    Result<Url> read_host(std::string_view host_and_port, std::string_view rest);
    Result<Url> read_path(std::string_view rest);
    void append_segments(std::string_view path);
    Result<Url> read_query(std::string_view rest);
    Result<Url> fail_with(std::string message) const;

    std::string_view input_;
    const Url* base_;
    std::string scheme_;
    std::string authority_;  // "user:pw@host:81"
    std::string path_;       // each segment with its "/"
    std::string query_;      // with "?", or empty
};

}  // namespace core
