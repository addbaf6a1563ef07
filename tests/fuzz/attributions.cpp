#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "extractor/extractor.h"

// Whatever the text: each attribution has content, and all its spans lie in the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto article = extractor::read_text({.text = core::repair_utf8(bytes)});
    for (const auto& found : extractor::find_attributions(article, extractor::Lexicon::builtin())) {
        if (found.content.empty()) std::abort();
        for (const auto* spans : {&found.source, &found.cue, &found.content})
            for (const core::Span span : *spans)
                if (span.begin >= span.end || span.end > article.text.size()) std::abort();
    }
    return 0;
}
