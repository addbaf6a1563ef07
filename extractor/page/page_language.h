// Which language a page is in: its text says so first, its markup where the text is too short.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace extractor {

struct LanguageFinding {
    std::optional<std::string> language;  // BCP 47: "en", "pt-BR", "zh-Hant"
    std::string_view witness;             // "text", "markup", or empty
    std::string_view why;
};

// `markup`: what <html lang> and the like say, "en-US", "en_GB", "english" or nothing.
LanguageFinding find_language(std::string_view text, std::string_view markup);

// "en_US" → "en", "pt-br" → "pt-BR", "zh-tw" → "zh-Hant"; what is no language tag is none. Regions
// and scripts stay where they are another way of writing, not where they are another place.
std::optional<std::string> language_tag(std::string_view markup);

}  // namespace extractor
