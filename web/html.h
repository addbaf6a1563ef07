// Markup that cannot be forgotten to be escaped. Private to web/.
//
//     Html page;
//     page << "<p class=\"quote\">"_html << claim.quote << "</p>"_html;
//
// Only literals of this program are markup; every other text is escaped on its way in. Addresses go
// through Href, which lets nothing through but http, https and paths of our own.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/url.h"

namespace web {

// Markup written in our own source: made by the literal "…"_html, and by nothing else. (Not
// consteval: clang 14 emits calls of consteval literals, and the fuzz targets are built with it.)
class Markup {
public:
    constexpr std::string_view text() const { return text_; }

private:
    friend constexpr Markup operator""_html(const char* literal, std::size_t size);
    constexpr explicit Markup(std::string_view text) : text_(text) {}
    std::string_view text_;
};

constexpr Markup operator""_html(const char* literal, std::size_t size) {
    return Markup({literal, size});
}

std::string percent_encoded(std::string_view text);  // RFC 3986, all but unreserved

// What may stand in href="…".
class Href {
public:
    static Href to(const core::Url& url) { return Href(url.text()); }
    // A path of this site: "/claims/" and an id. The tail is percent-encoded.
    static Href path(Markup path, std::string_view tail = {});
    // A place on the same page.
    static Href anchor(std::string_view id) { return Href("#" + percent_encoded(id)); }
    // The words from `first` to `last` on somebody else's page (URL text fragments).
    static Href to_words(const core::Url& url, std::string_view first, std::string_view last);
    // A path with query parameters: "/search", {{"q", "by:OpenAI"}}.
    using Parameters = std::vector<std::pair<std::string_view, std::string>>;
    static Href query(Markup path, const Parameters& parameters);
    const std::string& text() const { return text_; }

private:
    explicit Href(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

class Html {
public:
    Html& operator<<(Markup markup) {
        text_ += markup.text();
        return *this;
    }
    Html& operator<<(const Html& html) {
        text_ += html.text_;
        return *this;
    }
    Html& operator<<(const Href& href) { return *this << std::string_view(href.text()); }
    Html& operator<<(std::string_view text);  // escaped for text and for quoted attributes
    Html& operator<<(const std::string& text) { return *this << std::string_view(text); }
    Html& operator<<(const char* text) { return *this << std::string_view(text); }
    Html& operator<<(std::int64_t number);
    Html& operator<<(int number) { return *this << std::int64_t{number}; }
    Html& operator<<(std::size_t number) { return *this << static_cast<std::int64_t>(number); }

    bool empty() const { return text_.empty(); }
    std::string take() && { return std::move(text_); }

    // For snippets, whose <mark>s are the only markup; anything else in them is escaped already.
    static Html from_snippet(std::string_view snippet);

private:
    std::string text_;
};

}  // namespace web
