#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "extractor/extractor.h"

// Any bytes whatever: an article whose text is valid UTF-8 and whose blocks lie in it, or an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    core::FetchedPage page;
    page.url = core::Url::parse("https://www.gazette.test/2025/06/03/lab-sues").value();
    page.content_type = "text/html; charset=utf-8";
    page.body.assign(reinterpret_cast<const char*>(data), size);
    static_cast<void>(extractor::read_links(page));
    static_cast<void>(extractor::explain_page(page));
    const auto article = extractor::read_article(page);
    if (!article) return 0;
    if (core::first_invalid_utf8(article->text)) std::abort();
    std::size_t at = 0;
    for (const auto& block : article->blocks) {
        if (block.span.begin < at || block.span.end <= block.span.begin) std::abort();
        if (block.span.end > article->text.size()) std::abort();
        at = block.span.end;
    }
    return 0;
}
