#include "extractor/page/page_address.h"

#include "core/text.h"

namespace extractor {

std::string comparable_address(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos || scheme > 8) return "";
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("?#"));
    if (url.starts_with("www.")) url.remove_prefix(4);
    while (url.ends_with('/')) url.remove_suffix(1);
    if (url.find('/') == std::string_view::npos) return "";
    return core::lower_ascii(url);
}

std::string page_address(const Document& document, const core::FetchedPage& page) {
    for (const auto node : document.links)
        if (core::equals_ignoring_case(document.value(node, AttributeName::Rel), "canonical"))
            if (auto address = comparable_address(document.value(node, AttributeName::Href));
                !address.empty())
                return address;
    for (const auto node : document.metas)
        if (core::equals_ignoring_case(document.value(node, AttributeName::Property), "og:url"))
            if (auto address = comparable_address(document.value(node, AttributeName::Content));
                !address.empty())
                return address;
    return page.url ? comparable_address(page.url->text()) : "";
}

}  // namespace extractor
