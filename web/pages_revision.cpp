// An article as it stood before it was edited.
#include <algorithm>
#include <charconv>

#include "core/text.h"
#include "web/page.h"
#include "web/pages.h"
#include "web/pieces.h"
#include "web/words.h"

namespace web {

std::optional<int> revision_asked(const Request& request) {
    const auto text = parameter(request, "rev");
    if (text.empty()) return std::nullopt;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : 0;
}

Response revision_page(const core::ArticleRecord& record, const core::RevisionRecord& revision) {
    const auto id = core::to_text(record.facts.id);
    const auto title = revision.title.value_or(title_of(record.facts));
    PageParts parts{.title = title, .json = Href::path("/api/v1/articles/"_html, id)};
    auto& html = parts.main;
    html << "<p class=\"meta\">Article "_html << id << ", revision "_html << revision.revision
         << ", retrieved "_html << core::to_text(revision.retrieved) << "</p>\n<h1>"_html << title
         << "</h1>\n<p class=\"note\">An earlier text of this article. <a href=\""_html
         << Href::path("/articles/"_html, id)
         << "\">The newest, with its claims and its history</a>.</p>\n<div class=\"text\">\n"_html;
    for (const auto line : core::split(revision.text, '\n'))
        if (!line.empty()) html << "<p>"_html << line << "</p>\n"_html;
    html << "</div>\n"_html;
    return page(std::move(parts));
}

}  // namespace web
