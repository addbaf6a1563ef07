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

// Of a text without a page around it; none where its letters do not plainly tell.
std::optional<std::string> language_of_text(std::string_view text);

// "en_US" → "en", "pt-br" → "pt-BR", "zh-tw" → "zh-Hant"; what is no language tag is none. Regions
// and scripts stay where they are another way of writing, not where they are another place.
std::optional<std::string> language_tag(std::string_view markup);

}  // namespace extractor
