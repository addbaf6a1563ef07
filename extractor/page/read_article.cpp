#include <utility>

#include "extractor/extractor.h"
#include "extractor/page/document.h"
#include "extractor/page/main_text.h"
#include "extractor/page/metadata.h"

namespace extractor {

namespace {

using core::Failure;

std::string name_of(const core::FetchedPage& page) { return page.url ? page.url->text() : ""; }

core::Article described(Metadata metadata) {
    core::Article article;
    article.canonical_url = std::move(metadata.canonical_url);
    article.title = std::move(metadata.title);
    article.authors = std::move(metadata.authors);
    article.outlet = std::move(metadata.outlet);
    article.published = metadata.published;
    article.modified = metadata.modified;
    article.language = std::move(metadata.language);
    article.robots = std::move(metadata.robots);
    return article;
}

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
    auto article = described(read_metadata(*document, page, main_text, written.text));
    article.url = page.url;
    article.text = std::move(written.text);
    article.blocks = std::move(written.blocks);
    article.paywalled = main_text.paywalled;
    return article;
}

}  // namespace extractor
