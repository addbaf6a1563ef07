#include "search/query.h"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>

#include "search/search.h"

// Any bytes are a query; what it was understood as can be asked, and means the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto index = [] {
        auto writer = search::IndexWriter::in_memory("fuzz");
        writer.apply({.docs = {{.id = 1, .title = "a leak", .body = "by the lab of models"}}});
        return writer.reader();
    }();
    const std::string words(reinterpret_cast<const char*>(data), size);
    const auto found = index.find({.words = words});
    const auto again = search::parse_query(found.understood);
    if (size < 1000 && !search::parse_query(words).passage && !again.passage)
        assert(print_query(again.root) == found.understood);
    for (const auto& term : found.terms) search::make_snippet(found.understood, {&term, 1}, "en");
    return 0;
}
