#include <utility>

#include "extractor/extractor.h"
#include "extractor/page/document.h"
#include "extractor/page/main_text.h"

namespace extractor {

namespace {

using core::Failure;

std::string name_of(const core::FetchedPage& page) { return page.url ? page.url->text() : ""; }

}  // namespace

core::Result<core::Article> read_article(const core::FetchedPage& page) {
    const auto document = read_document(page);
    if (!document)
        return core::fail(document.error().kind, document.error().message, name_of(page));
    const auto main_text = find_main_text(*document);
    auto written = write_text(*document, main_text);
    if (written.text.empty())
        return core::fail(Failure::Kind::NoArticle, "there is no running text on the page",
                          name_of(page));
    core::Article article;
    article.url = page.url;
    article.outlet.domain =
        page.url ? core::site_of(page.url->host()) : std::optional<std::string>();
    article.title = document->title;
    article.language = document->lang;
    article.text = std::move(written.text);
    article.blocks = std::move(written.blocks);
    article.paywalled = main_text.paywalled;
    return article;
}

}  // namespace extractor
