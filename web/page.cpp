#include "web/page.h"

#include <fmt/format.h>

#include "core/text.h"
#include "embedded/web.h"
#include "web/words.h"

namespace web {

namespace {

// FNV-1a: the sheet's name changes with its content, so that it may be kept for ever.
std::string content_hash(std::string_view bytes) {
    std::uint32_t hash = 2166136261u;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return fmt::format("{:08x}", hash);
}

constexpr std::string_view error_code(int status) {
    switch (status) {
        case 404: return "not-found";
        case 405: return "method-not-allowed";
        case 413: return "too-large";
        case 503: return "unavailable";
        default: return "bad-request";
    }
}

}  // namespace

std::string_view style_sheet() { return embedded::web::style_css(); }

std::string style_path() {
    static const std::string path = "/style-" + content_hash(style_sheet()) + ".css";
    return path;
}

Response page(PageParts parts) {
    Html html;
    html
        << "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>"_html
        << parts.title << " · claimtrail</title>\n<link rel=\"stylesheet\" href=\""_html
        << style_path()
        << "\">\n<link rel=\"search\" type=\"application/opensearchdescription+xml\" "
           "title=\"claimtrail\" href=\"/opensearch.xml\">\n<link rel=\"icon\" href=\"/icon.svg\">\n"_html;
    if (parts.json)
        html << "<link rel=\"alternate\" type=\"application/json\" href=\""_html << *parts.json
             << "\">\n"_html;
    html << "</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to content</a>\n"
            "<header class=\"site\"><a class=\"brand\" href=\"/\">claimtrail</a>\n"
            "<form action=\"/search\" role=\"search\"><input type=\"search\" name=\"q\" "
            "aria-label=\"Search claims\" placeholder=\"who, whom, words …\" value=\""_html
         << parts.query
         << "\"><button>Search</button></form>\n<nav aria-label=\"Site\"><a href=\"/\">Disputes</a>"
            "<a href=\"/status\">Status</a><a href=\"/about\">About</a></nav></header>\n"
            "<main id=\"main\">\n"_html
         << parts.main
         << "</main>\n<footer><p>Claims are what articles say, quoted; none is a finding of this "
            "site.</p>"_html;
    if (parts.json)
        html << "<nav aria-label=\"Formats\"><a href=\""_html << *parts.json
             << "\">This page as JSON</a></nav>"_html;
    html << "</footer>\n</body>\n</html>\n"_html;
    return {.status = parts.status, .body = std::move(html).take()};
}

Response json_answer(std::string body, int status) {
    body += '\n';
    return {.status = status,
            .content_type = "application/json; charset=utf-8",
            .headers = {},
            .body = std::move(body)};
}

// `input` may be a header's bytes, which nobody has checked.
Response problem(int status, std::string_view what, std::string_view input, Form form) {
    const auto about = core::repair_utf8(input);
    if (form == Form::Json) return json_answer(error_json(error_code(status), what, about), status);
    PageParts parts{.title = std::string(what), .status = status};
    parts.main << "<h1>"_html << what << "</h1>\n"_html;
    if (!about.empty()) parts.main << "<p class=\"soft\">"_html << about << "</p>\n"_html;
    parts.main << "<p><a href=\"/\">All disputes</a></p>\n"_html;
    return page(std::move(parts));
}

}  // namespace web
