// Text that was given as text: taken as it stands, one block a line.
#include <utility>

#include "extractor/extractor.h"
#include "extractor/page/page_language.h"

namespace extractor {

namespace {

std::vector<core::Block> lines_of(std::string_view text) {
    std::vector<core::Block> blocks;
    for (std::size_t begin = 0; begin < text.size();) {
        auto end = text.find('\n', begin);
        if (end == std::string_view::npos) end = text.size();
        auto line = core::trim(core::cut(text, {begin, end}));
        if (!line.empty()) {
            const auto first = static_cast<std::size_t>(line.data() - text.data());
            blocks.push_back({core::BlockKind::Paragraph, {first, first + line.size()}});
        }
        begin = end + 1;
    }
    return blocks;
}

}  // namespace

core::Article read_text(PlainText input) {
    core::Article article;
    article.outlet.domain =
        input.url ? core::site_of(input.url->host()) : std::optional<std::string>();
    article.url = std::move(input.url);
    article.title = std::move(input.title);
    article.published = input.published;
    article.text = std::move(input.text);
    article.language = input.language ? std::move(input.language) : language_of_text(article.text);
    article.blocks = lines_of(article.text);
    return article;
}

}  // namespace extractor
