#include "extractor/page/page_language.h"

#include <algorithm>
#include <array>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "core/text.h"
#include "extractor/page/word_table.h"

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

// Small words that no other language of the press has in such numbers. Where the markup's language
// is plainly that of the text, the statistic need not be asked, which costs more than parsing a
// small page does.
enum class Plain : std::uint8_t { English, German };
using PlainEntry = WordEntry<Plain>;
constexpr std::array kPlainEntries{
    PlainEntry{"the", Plain::English},  PlainEntry{"of", Plain::English},
    PlainEntry{"and", Plain::English},  PlainEntry{"to", Plain::English},
    PlainEntry{"that", Plain::English}, PlainEntry{"is", Plain::English},
    PlainEntry{"for", Plain::English},  PlainEntry{"it", Plain::English},
    PlainEntry{"on", Plain::English},   PlainEntry{"with", Plain::English},
    PlainEntry{"as", Plain::English},   PlainEntry{"was", Plain::English},
    PlainEntry{"by", Plain::English},   PlainEntry{"at", Plain::English},
    PlainEntry{"from", Plain::English}, PlainEntry{"has", Plain::English},
    PlainEntry{"der", Plain::German},   PlainEntry{"die", Plain::German},
    PlainEntry{"und", Plain::German},   PlainEntry{"das", Plain::German},
    PlainEntry{"den", Plain::German},   PlainEntry{"von", Plain::German},
    PlainEntry{"zu", Plain::German},    PlainEntry{"mit", Plain::German},
    PlainEntry{"ist", Plain::German},   PlainEntry{"nicht", Plain::German},
    PlainEntry{"auf", Plain::German},   PlainEntry{"ein", Plain::German},
    PlainEntry{"eine", Plain::German},  PlainEntry{"dem", Plain::German},
    PlainEntry{"sich", Plain::German},  PlainEntry{"auch", Plain::German},
};
constexpr WordTable kPlainWords(kPlainEntries);
constexpr std::size_t kFewestWords = 60;   // of a text that can be plain
constexpr std::size_t kPlainPerCent = 14;  // of its words

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find('-')); }

std::string_view sample_of(std::string_view text) {
    if (text.size() <= kSample) return text;
    auto end = kSample;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

bool is_plainly(Plain language, std::string_view text) {
    std::size_t words = 0;
    std::size_t plain = 0;
    std::string word;
    for (const char c : sample_of(text)) {
        if (core::is_alpha(c) || static_cast<unsigned char>(c) >= 0x80) {
            word += core::to_lower(c);
            continue;
        }
        if (word.empty()) continue;
        const auto* found = kPlainWords.find(word);
        plain += found != nullptr && *found == language ? 1 : 0;
        ++words;
        word.clear();
    }
    return words >= kFewestWords && plain * 100 >= words * kPlainPerCent;
}

bool is_plainly(std::string_view language, std::string_view text) {
    if (language == "en") return is_plainly(Plain::English, text);
    return language == "de" && is_plainly(Plain::German, text);
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
    if (told && is_plainly(*told, text)) return {told, "text", "text and markup agree"};
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
