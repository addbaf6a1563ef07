#include "extractor/page/metadata.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/text.h"
#include "extractor/page/authors.h"
#include "extractor/page/date_text.h"
#include "extractor/page/document.h"
#include "extractor/page/json.h"
#include "extractor/page/main_text.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_utf8(std::string_view text) { return !core::first_invalid_utf8(text); }

void read_page(std::string body) {
    core::FetchedPage page;
    page.url = core::Url::parse("https://www.gazette.test/2024/06/04/story").value();
    page.fetched_at = core::parse_timestamp("2024-06-30")->at;
    page.content_type = "text/html; charset=utf-8";
    page.body = std::move(body);
    const auto document = extractor::read_document(page);
    if (!document) return;
    const auto main_text = extractor::find_main_text(*document);
    const auto metadata =
        extractor::read_metadata(*document, page, main_text, document->text.substr(0, 2'000));
    require(!metadata.title || is_utf8(*metadata.title));
    for (const auto& author : metadata.authors) require(is_utf8(author));
    require(!metadata.published ||
            metadata.published->at <= page.fetched_at + std::chrono::hours{40});
}

void read_json(std::string_view text) {
    const extractor::Json json(text);
    for (extractor::JsonIndex n = 0; n < json.nodes().size(); ++n) {
        require(json.end(n) > n && json.end(n) <= json.nodes().size());
        static_cast<void>(json.text(n));
    }
}

void read_line(std::string_view bytes) {
    const auto text = core::repair_utf8(bytes);
    const auto folded = core::fold(text);
    for (const auto& date : extractor::find_dates(folded, {.language = "en", .month_first = true}))
        require(date.begin < date.end && date.end <= folded.size());
    for (const auto form : {extractor::CreditForm::Field, extractor::CreditForm::Line})
        for (const auto& name : extractor::read_credits(text, form, {}).people)
            require(is_utf8(name) && !name.empty());
}

}  // namespace

// The first byte chooses: a page, a page's JSON-LD, JSON alone, a line of text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string rest(reinterpret_cast<const char*>(data + 1), size - 1);
    switch (data[0] % 4) {
        case 0: read_page(rest); break;
        case 1:
            read_page("<title>A full reservoir</title><script type=application/ld+json>" + rest +
                      "</script><h1>A full reservoir</h1><p>By Jane Doe</p>");
            break;
        case 2: read_json(rest); break;
        default: read_line(rest);
    }
    return 0;
}
