#include "extractor/language/segment.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "extractor/extractor.h"

// Whatever the text: tokens and sentences are in order, disjoint, not empty, and cut no character.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto article = extractor::read_text({.text = core::repair_utf8(bytes)});
    const auto segments = extractor::segment(article);
    std::size_t at = 0, next = 0;
    for (const core::Span token : segments.tokens) {
        if (token.begin < at || token.end <= token.begin) std::abort();
        if (core::first_invalid_utf8(core::cut(article.text, token))) std::abort();
        at = token.end;
    }
    for (const auto& sentence : segments.sentences) {
        if (sentence.begin != next || sentence.end <= sentence.begin) std::abort();
        next = sentence.end;
    }
    if (next != segments.tokens.size()) std::abort();
    return 0;
}
