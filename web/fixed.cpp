// Answers that are the same whatever the store holds.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.h"
#include "web/routes.h"

namespace web {

namespace {

bool may_be_host(std::string_view host) {
    return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
        return core::is_alpha(c) || core::is_digit(c) ||
               std::string_view("-.:[]").find(c) != std::string_view::npos;
    });
}

}  // namespace

Response plain(std::string_view body, std::string_view type) {
    return {.content_type = std::string(type), .headers = {}, .body = std::string(body)};
}

Response style_answer() {
    auto response = plain(style_sheet(), "text/css; charset=utf-8");
    response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
    return response;
}

// Pages that lead nowhere new for a crawler.
Response robots_answer() {
    return plain("User-agent: *\nDisallow: /search\nDisallow: /api/\n",
                 "text/plain; charset=utf-8");
}

Response icon_answer() {
    auto response = plain(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><path d=\"M3 2v12M3 "
        "4h8l2 2-2 2H3\" fill=\"none\" stroke=\"#b3441f\" stroke-width=\"2\"/></svg>",
        "image/svg+xml");
    response.headers.emplace_back("Cache-Control", "public, max-age=86400");
    return response;
}

// So that a browser's own search box can ask us. Its addresses must be absolute.
Response open_search_answer(std::string_view host) {
    if (!may_be_host(host)) return problem(400, "No host was named", host, Form::Page);
    return plain(
        fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
                    "<ShortName>claimtrail</ShortName>\n"
                    "<Description>Claims about where AI training data comes from</Description>\n"
                    "<InputEncoding>UTF-8</InputEncoding>\n"
                    "<Url type=\"text/html\" template=\"http://{0}/search?q={{searchTerms}}\"/>\n"
                    "<Url type=\"application/json\" "
                    "template=\"http://{0}/api/v1/search?q={{searchTerms}}\"/>\n"
                    "</OpenSearchDescription>\n",
                    host),
        "application/opensearchdescription+xml; charset=utf-8");
}

}  // namespace web
