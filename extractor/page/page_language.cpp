#include "extractor/page/page_language.h"

#include <algorithm>
#include <array>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "core/text.h"

namespace extractor {

namespace {

constexpr std::size_t kSample = 1'000;  // bytes of the text: more changes nothing, and costs time
constexpr std::size_t kShort = 120;     // bytes, below which markup is believed first
constexpr int kMostOfIt = 70;           // per cent of the sample

struct Spelling {
    std::string_view from;
    std::string_view to;
};
constexpr std::array kSpellings = std::to_array<Spelling>({
    {"pt-br", "pt-BR"},     {"zh-tw", "zh-Hant"}, {"zh-hk", "zh-Hant"}, {"zh-mo", "zh-Hant"},
    {"zh-hant", "zh-Hant"}, {"iw", "he"},         {"in", "id"},         {"ji", "yi"},
    {"jp", "ja"},           {"cz", "cs"},         {"gr", "el"},         {"ua", "uk"},
    {"kr", "ko"},           {"vn", "vi"},         {"dk", "da"},         {"se", "sv"},
    {"english", "en"},      {"german", "de"},     {"deutsch", "de"},    {"french", "fr"},
    {"spanish", "es"},      {"sr-me", "sr"},      {"mo", "ro"},         {"tl", "fil"},
    {"nb", "no"},
});

// Languages that a statistic of letters mixes up, and that a page's markup tells apart.
constexpr std::array<std::string_view, 4> kKin{"hr sr bs cnr sh", "no nn da", "id ms", "ur hi fa"};

bool are_kin(std::string_view a, std::string_view b) {
    return std::any_of(kKin.begin(), kKin.end(), [&](std::string_view group) {
        const auto words = core::split(group, ' ');
        return std::find(words.begin(), words.end(), a) != words.end() &&
               std::find(words.begin(), words.end(), b) != words.end();
    });
}

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find('-')); }

std::string_view sample_of(std::string_view text) {
    if (text.size() <= kSample) return text;
    auto end = kSample;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

struct Detected {
    std::string tag;
    bool plain = false;  // reliably most of the sample
    bool sure = false;   // and there is enough of it to gainsay the markup
};

std::optional<Detected> detect(std::string_view text) {
    const auto sample = sample_of(text);
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> shares{};
    std::array<double, 3> scores{};
    int bytes = 0;
    int valid = 0;
    bool reliable = false;
    const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::ExtDetectLanguageSummaryCheckUTF8(sample.data(), static_cast<int>(sample.size()), true,
                                            &hints, 0, languages.data(), shares.data(),
                                            scores.data(), nullptr, &bytes, &reliable, &valid);
    if (languages[0] == CLD2::UNKNOWN_LANGUAGE || shares[0] == 0) return std::nullopt;
    const auto tag = language_tag(CLD2::LanguageCode(languages[0]));
    if (!tag) return std::nullopt;
    const bool plain = reliable && shares[0] >= kMostOfIt;
    return Detected{.tag = *tag, .plain = plain, .sure = plain && sample.size() >= kShort};
}

}  // namespace

std::optional<std::string> language_tag(std::string_view markup) {
    auto tag = core::lower_ascii(core::trim(markup));
    tag = tag.substr(0, tag.find_first_of(",; "));
    std::replace(tag.begin(), tag.end(), '_', '-');
    // "zh-Hant-TW" is looked up as a whole, then without its last part, then as "zh".
    for (auto part = std::string_view(tag);;) {
        for (const auto& spelling : kSpellings)
            if (spelling.from == part) return std::string(spelling.to);
        const auto dash = part.rfind('-');
        if (dash == std::string_view::npos) break;
        part = part.substr(0, dash);
    }
    const auto language = primary(tag);
    const bool is_word = std::all_of(language.begin(), language.end(), core::is_alpha);
    if (!is_word || language.size() < 2 || language.size() > 3 || language == "und")
        return std::nullopt;
    return std::string(language);
}

LanguageFinding find_language(std::string_view text, std::string_view markup) {
    const auto told = language_tag(markup);
    const auto detected = detect(text);
    if (!detected && !told) return {};
    if (!detected) return {told, "markup", "the text is too short to tell"};
    if (!told) return {detected->tag, "text", "the markup names none"};
    if (primary(*told) == primary(detected->tag)) return {told, "text", "text and markup agree"};
    if (are_kin(primary(*told), primary(detected->tag)))
        return {told, "markup", "the text is in this or a closely related language"};
    if (detected->sure) return {detected->tag, "text", "the text is plainly in another language"};
    return {told, "markup", "the text does not plainly say otherwise"};
}

std::optional<std::string> language_of_text(std::string_view text) {
    auto detected = detect(text);
    if (!detected || !detected->plain) return std::nullopt;
    return std::move(detected->tag);
}

}  // namespace extractor
