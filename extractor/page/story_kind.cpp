#include "extractor/page/story_kind.h"

#include <algorithm>
#include <array>

namespace extractor {

namespace {

constexpr auto npos = std::string_view::npos;

constexpr std::uint32_t kLeastText = 60;    // letters of any article
constexpr std::uint32_t kShortText = 1500;  // letters that a paywall leaves, at most
constexpr std::uint32_t kErrorText = 600;   // letters of an error page, at most
constexpr std::uint32_t kIndexText = 500;   // letters that stand around the stories of an index
constexpr std::size_t kIndexStories = 10;   // headlines that make an index
constexpr std::size_t kPromptDistance = 6;  // lines between the text and a request to pay

// How titles of error pages begin or read, folded.
constexpr std::array<std::string_view, 12> error_titles{"404",
                                                        "page not found",
                                                        "not found",
                                                        "error 404",
                                                        "410",
                                                        "access denied",
                                                        "seite nicht gefunden",
                                                        "page introuvable",
                                                        "p\u00e1gina no encontrada",
                                                        "pagina non trovata",
                                                        "just a moment",
                                                        "attention required"};

bool says_not_free(std::string_view json) {
    static constexpr std::string_view key = "\"isAccessibleForFree\"";
    for (auto at = json.find(key); at != npos; at = json.find(key, at + 1)) {
        auto value = json.substr(at + key.size(), 16);
        while (!value.empty() && (core::is_space(value[0]) || value[0] == ':' || value[0] == '"'))
            value.remove_prefix(1);
        if (core::equals_ignoring_case(value.substr(0, 5), "false")) return true;
    }
    return false;
}

std::string_view name_of(const Document& document, NodeIndex meta) {
    const auto property = document.value(meta, AttributeName::Property);
    return property.empty() ? document.value(meta, AttributeName::Name) : property;
}

bool says_it_is_article(const Document& document) {
    for (const auto meta : document.metas) {
        const auto name = name_of(document, meta);
        if (name == "og:type" &&
            document.value(meta, AttributeName::Content).starts_with("article"))
            return true;
        if (name == "article:published_time") return true;
    }
    return std::any_of(document.json_ld.begin(), document.json_ld.end(), [&](core::Span body) {
        const auto json = document.at_source(body);
        return json.find("Article\"") != npos || json.find("BlogPosting\"") != npos;
    });
}

bool is_error_title(const Document& document) {
    if (!document.title) return false;
    const auto title = core::lower_ascii(*document.title);
    return std::any_of(error_titles.begin(), error_titles.end(),
                       [&](std::string_view words) { return title.starts_with(words); });
}

std::size_t count(const MainText& main_text, Fate fate) {
    return static_cast<std::size_t>(
        std::count(main_text.fates.begin(), main_text.fates.end(), fate));
}

}  // namespace

std::uint32_t letters_kept(const MainText& main_text) {
    std::uint32_t letters = 0;
    for (std::size_t n = 0; n < main_text.lines.size(); ++n)
        if (main_text.fates[n] == Fate::Kept) letters += main_text.lines[n].size;
    return letters;
}

std::optional<std::string_view> why_no_article(const Document& document,
                                               const core::FetchedPage& page,
                                               const MainText& main_text) {
    const auto letters = letters_kept(main_text);
    if (letters < kLeastText) return "there is no running text on the page";
    if (letters < kErrorText && is_error_title(document))
        return "the page says that what it was asked for is not there";
    if (letters >= kIndexText || says_it_is_article(document)) return std::nullopt;
    const bool is_front = page.url && page.url->path() == "/";
    if (is_front ||
        count(main_text, Fate::Related) + count(main_text, Fate::Links) >= kIndexStories)
        return "the page is an index of stories";
    return std::nullopt;
}

bool is_paywalled(const Document& document, const MainText& main_text) {
    if (letters_kept(main_text) > kShortText) return false;
    const bool costs =
        std::any_of(document.json_ld.begin(), document.json_ld.end(),
                    [&](core::Span body) { return says_not_free(document.at_source(body)); });
    if (costs) return true;
    const auto& fates = main_text.fates;
    const auto last = std::find(fates.rbegin(), fates.rend(), Fate::Kept).base();
    const auto behind = std::min<std::ptrdiff_t>(fates.end() - last, kPromptDistance);
    return std::find(last, last + behind, Fate::Paywall) != last + behind;
}

}  // namespace extractor
