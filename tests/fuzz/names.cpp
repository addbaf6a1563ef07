#include "extractor/language/names.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "extractor/extractor.h"

// Whatever the text: mentions are in order, disjoint, not empty, cut no character, and stand for
// entities that have a name and are all mentioned.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto article = extractor::read_text({.text = core::repair_utf8(bytes)});
    const auto names =
        find_names(article, extractor::segment(article), extractor::Lexicon::builtin());
    std::size_t at = 0;
    std::vector<bool> mentioned(names.entities.size());
    for (const auto& mention : names.mentions) {
        if (mention.span.begin < at || mention.span.end <= mention.span.begin) std::abort();
        if (core::first_invalid_utf8(core::cut(article.text, mention.span))) std::abort();
        if (mention.entity >= names.entities.size()) std::abort();
        if (!(mention.confidence > 0 && mention.confidence <= 1)) std::abort();
        mentioned[mention.entity] = true;
        at = mention.span.end;
    }
    for (std::size_t i = 0; i < names.entities.size(); ++i)
        if (!mentioned[i] || names.entities[i].name.empty()) std::abort();
    return 0;
}
