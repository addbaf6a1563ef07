#include <algorithm>
#include <string_view>
#include <utility>

#include "extractor/extractor.h"
#include "extractor/page/document.h"
#include "extractor/page/main_text.h"
#include "extractor/page/metadata.h"

namespace extractor {

namespace {

using core::Failure;

std::string name_of(const core::FetchedPage& page) { return page.url ? page.url->text() : ""; }

// Bytes that no text has (MIME Sniffing Standard, "binary data byte") at the beginning: a program,
// a picture, an archive. UTF-16 is text with NULs; its byte order mark tells.
bool looks_binary(std::string_view body) {
    constexpr std::size_t kSniffed = 1445;
    if (body.starts_with("\xFE\xFF") || body.starts_with("\xFF\xFE")) return false;
    return std::any_of(body.begin(),
                       body.begin() + static_cast<std::ptrdiff_t>(std::min(body.size(), kSniffed)),
                       [](char c) {
                           const auto byte = static_cast<unsigned char>(c);
                           return byte < 0x09 || byte == 0x0B || (byte > 0x0D && byte < 0x1B) ||
                                  (byte > 0x1B && byte < 0x20);
                       }) &&
           body.find('<') == std::string_view::npos;
}

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
    if (looks_binary(page.body))
        return core::fail(Failure::Kind::NotReadable, "is no text, so no page", name_of(page));
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
