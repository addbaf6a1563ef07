#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "extractor/extractor.h"
#include "extractor/page/document.h"
#include "extractor/page/main_text.h"
#include "extractor/page/metadata.h"
#include "extractor/page/script_story.h"
#include "extractor/page/story_kind.h"

namespace extractor {

namespace {

using core::Failure;

constexpr std::uint32_t kWholeStory = 2000;  // letters of a story that needs no second source
constexpr std::size_t kTimesLonger = 2;      // what a script must hold more than is shown
constexpr std::size_t kTelling = 80;         // bytes of a block that two tellings share

std::string name_of(const core::FetchedPage& page) { return page.url ? page.url->text() : ""; }

// Bytes that no text has (MIME Sniffing Standard, "binary data byte") at the beginning of what does
// not begin as markup: a program, a picture, an archive. UTF-16 is text with NULs; its byte order
// mark tells.
bool looks_binary(std::string_view body) {
    constexpr std::size_t kSniffed = 1445;
    if (body.starts_with("\xFE\xFF") || body.starts_with("\xFF\xFE")) return false;
    if (core::trim(body.substr(0, kSniffed)).starts_with('<')) return false;
    const auto head = body.substr(0, kSniffed);
    return std::any_of(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x09 || byte == 0x0B || (byte > 0x0D && byte < 0x1B) ||
               (byte > 0x1B && byte < 0x20);
    });
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

// Of the story in the page's scripts: all of it is the article.
std::optional<Written> write_script_story(const Document& document) {
    auto html = find_script_story(document);
    if (!html) return std::nullopt;
    const auto story = read_markup(std::move(*html));
    if (!story) return std::nullopt;
    MainText text{.lines = lines_of(*story)};
    text.fates.assign(text.lines.size(), Fate::Kept);
    return write_text(*story, text);
}

// What is shown may be the beginning of what was sent: then, all of the latter.
std::optional<Written> longer_story(const Document& document, const MainText& shown,
                                    const Written& written) {
    if (letters_kept(shown) >= kWholeStory) return std::nullopt;
    auto story = write_script_story(document);
    if (!story || story->text.size() < kTimesLonger * written.text.size()) return std::nullopt;
    const auto begins_alike = [&](const core::Block& block) {
        const auto text = core::cut(written.text, block.span);
        return text.size() >= kTelling && story->text.find(text) != std::string::npos;
    };
    if (written.text.size() >= kTelling &&
        std::none_of(written.blocks.begin(), written.blocks.end(), begins_alike))
        return std::nullopt;
    return story;
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
    if (auto story = longer_story(*document, main_text, written))
        written = std::move(*story);
    else if (const auto why = why_no_article(*document, page, main_text))
        return core::fail(Failure::Kind::NoArticle, std::string(*why), name_of(page));
    auto article = described(read_metadata(*document, page, main_text, written.text));
    article.url = page.url;
    article.text = std::move(written.text);
    article.blocks = std::move(written.blocks);
    article.paywalled = is_paywalled(*document, main_text);
    return article;
}

}  // namespace extractor
