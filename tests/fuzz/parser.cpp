#include "extractor/language/parser.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "extractor/extractor.h"
#include "extractor/language/segment.h"

namespace {

// Up from each token one comes to the one root.
void check(const extractor::ParsedSentence& parsed) {
    std::size_t roots = 0;
    for (std::size_t at = 0; at < parsed.size(); ++at) {
        if (parsed[at].head == extractor::kNoHead) ++roots;
        auto up = static_cast<std::size_t>(parsed[at].head);
        std::size_t steps = 0;
        while (up != static_cast<std::size_t>(extractor::kNoHead)) {
            if (up >= parsed.size() || ++steps > parsed.size()) std::abort();
            up = static_cast<std::size_t>(parsed[up].head);
        }
    }
    if (roots != 1) std::abort();
}

}  // namespace

// Whatever the text, each of its sentences becomes one tree, and so does all of it as one sentence.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto article = extractor::read_text({.text = core::repair_utf8(bytes)});
    const auto segments = extractor::segment(article);
    const auto& parser = extractor::Parser::builtin();
    extractor::ParsedSentence parsed;
    for (const auto& sentence : segments.sentences) {
        parser.parse(article.text, segments.tokens_of(sentence), parsed);
        check(parsed);
    }
    if (segments.tokens.empty()) return 0;
    parser.parse(article.text, segments.tokens, parsed);
    check(parsed);
    return 0;
}
