// What the sites of a crawl's test answer. Part of tests/crawl_town.h.
#pragma once
#include <string>
#include <vector>

#include "core/page.h"

namespace crawl_town {

using Strings = std::vector<std::string>;

inline core::Url url(const std::string& text) { return core::Url::parse(text).value(); }

inline core::FetchedPage xml(const std::string& body, const std::string& etag = {}) {
    core::FetchedPage page;
    page.content_type = "application/xml";
    if (!etag.empty()) page.headers = {{"ETag", etag}};
    page.body = body;
    return page;
}

// Lists of addresses, each "ADDRESS" or "ADDRESS LASTMOD".
inline std::string listed(const Strings& entries, const std::string& list,
                          const std::string& entry) {
    std::string body = "<" + list + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    for (const auto& one : entries) {
        const auto space = one.find(' ');
        body += "<" + entry + "><loc>" + one.substr(0, space) + "</loc>";
        if (space != one.npos) body += "<lastmod>" + one.substr(space + 1) + "</lastmod>";
        body += "</" + entry + ">";
    }
    return body + "</" + list + ">";
}
inline core::FetchedPage index_of(const Strings& entries, const std::string& etag = {}) {
    return xml(listed(entries, "sitemapindex", "sitemap"), etag);
}
inline core::FetchedPage sitemap_of(const Strings& entries, const std::string& etag = {}) {
    return xml(listed(entries, "urlset", "url"), etag);
}

inline std::string story(const std::string& title, const std::string& more = {}) {
    return "<html lang=en><head><title>" + title +
           "</title><meta property=\"og:type\" "
           "content=\"article\"></head><body><article><h1>" +
           title +
           "</h1><p>Quillmark accused "
           "Parallax Labs on Tuesday of distilling its Heron model, in a letter that the company "
           "published on its website late in the evening.</p><p>Parallax Labs did not answer "
           "questions about the letter, which describes thousands of accounts that asked the model "
           "for long answers day and night." +
           more + "</p></article></body></html>";
}

inline const std::string kNoArticle =
    "<html><head><title>Not found</title></head><body><h1>Sorry</h1><p>This story is no longer "
    "available. It may have been moved or removed.</p></body></html>";

}  // namespace crawl_town
