// Any text whatever: claims, summary and tone end, and every span lies on code point boundaries.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "extractor/extractor.h"

namespace {

void check(const std::string& text, core::Span span) {
    const auto on_boundary = [&](std::size_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    };
    if (span.begin > span.end || span.end > text.size() || !on_boundary(span.begin) ||
        !on_boundary(span.end))
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto& lexicon = extractor::Lexicon::builtin();
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto article = extractor::read_text({.text = core::repair_utf8(bytes)});
    const auto findings = extractor::find_claims(article, lexicon);
    for (const auto& claim : findings.claims) {
        check(article.text, claim.quote);
        for (const auto* parties : {&claim.claimant, &claim.accused, &claim.via})
            for (const auto& party : *parties)
                if (party.span) check(article.text, *party.span);
        for (const auto& evidence : claim.evidence) check(article.text, evidence.span);
        if (claim.hedge) check(article.text, *claim.hedge);
        if (claim.responds_to && *claim.responds_to >= findings.claims.size()) std::abort();
    }
    for (const auto& span : extractor::summarise(article, findings)) check(article.text, span);
    const auto tone = extractor::tone_of(article, findings, lexicon);
    if (!(tone.score >= -1 && tone.score <= 1)) std::abort();
    return 0;
}
