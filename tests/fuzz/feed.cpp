#include <cstddef>
#include <cstdint>
#include <string>

#include "crawler/crawler.h"

// The first byte chooses the Content-Type, the rest is the body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    core::FetchedPage page;
    page.url = core::Url::parse("https://www.gazette.test/a/feed.xml").value();
    if (data[0] % 2 == 1) page.content_type = "application/xml; charset=utf-8";
    page.body.assign(reinterpret_cast<const char*>(data + 1), size - 1);
    static_cast<void>(crawler::read_feed(page));
    return 0;
}
