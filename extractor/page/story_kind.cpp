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
constexpr std::size_t kTeaserDistance = 3;  // lines from a headline to the text below it
constexpr std::size_t kLongestTitle = 200;  // bytes that are looked at
constexpr std::size_t kPromptDistance = 6;  // lines between the text and a request to pay

// How titles and headings of pages begin that say they are not what was asked for, as core::fold()
// spells them.
constexpr auto error_titles = std::to_array<std::string_view>({
    "404 not found",
    "404 error",
    "404 page",
    "error 404",
    "http 404",
    "410 gone",
    "page not found",
    "not found",
    "page unavailable",
    "this page isn't available",
    "this page doesn't exist",
    "this page does not exist",
    "sorry, this page",
    "we can't find",
    "we couldn't find",
    "oops",
    "access denied",
    "forbidden",
    "just a moment",
    "attention required",
    "are you a robot",
    "verify you are human",
    "seite nicht gefunden",
    "page introuvable",
    "p\u00e1gina no encontrada",
    "p\u00e1gina n\u00e3o encontrada",
    "pagina non trovata",
    "pagina niet gevonden",
    "sidan hittades inte",
    "siden ble ikke funnet",
    "siden blev ikke fundet",
    "sivua ei l\u00f6ydy",
    "strona nie zosta\u0142a znaleziona",
    "nie znaleziono strony",
    "str\u00e1nka nenalezena",
    "sayfa bulunamad\u0131",
    "\u0441\u0442\u0440\u0430\u043d\u0438\u0446\u0430 \u043d\u0435 "
    "\u043d\u0430\u0439\u0434\u0435\u043d\u0430",
    "\u30da\u30fc\u30b8\u304c\u898b\u3064\u304b\u308a\u307e\u305b\u3093",
    "\u9875\u9762\u4e0d\u5b58\u5728",
    "\u627e\u4e0d\u5230\u9801\u9762",
});
// Alone, or parted by a mark from what follows: "404 workers" is a story's title.
constexpr std::array<std::string_view, 3> error_codes{"404", "410", "403"};

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

bool begins_as_error(std::string_view title) {
    const auto folded = core::fold(title.substr(0, kLongestTitle));
    const std::string_view text(folded);
    if (std::any_of(error_titles.begin(), error_titles.end(),
                    [&](std::string_view words) { return text.starts_with(words); }))
        return true;
    return std::any_of(error_codes.begin(), error_codes.end(), [&](std::string_view code) {
        if (!text.starts_with(code)) return false;
        const auto rest = core::trim(text.substr(code.size()));
        return rest.empty() || !(core::is_alpha(rest[0]) || core::is_digit(rest[0]));
    });
}

bool says_it_is_not_there(const Document& document) {
    if (document.title && begins_as_error(*document.title)) return true;
    for (NodeIndex n = 0; n < document.nodes.size(); ++n)
        if (document.nodes[n].tag == Tag::H1) return begins_as_error(document.text_of(n));
    return false;
}

std::size_t count(const MainText& main_text, Fate fate) {
    return static_cast<std::size_t>(
        std::count(main_text.fates.begin(), main_text.fates.end(), fate));
}

// A section's page: what text there is follows headings that lead to other pages.
bool tells_beginnings(const Document& document, const MainText& main_text) {
    std::size_t stories = 0;
    std::size_t kept = 0;
    std::size_t teasers = 0;
    std::size_t since = kTeaserDistance + 1;  // lines since the last such heading
    for (std::size_t n = 0; n < main_text.lines.size(); ++n, ++since) {
        const auto& line = main_text.lines[n];
        if (is_heading(document.nodes[line.block].tag) && line.link_share() > 0.5) {
            ++stories;
            since = 0;
        }
        if (main_text.fates[n] != Fate::Kept || !line.is_good()) continue;
        ++kept;
        if (since <= kTeaserDistance) ++teasers;
    }
    return stories >= kIndexStories && teasers * 10 >= kept * 8 && teasers * 2 >= stories;
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
    if (letters < kErrorText && says_it_is_not_there(document))
        return "the page says that what it was asked for is not there";
    const bool is_front = page.url && page.url->path() == "/";
    const bool leads_away =
        is_front ||
        count(main_text, Fate::Related) + count(main_text, Fate::Links) >= kIndexStories;
    const bool is_index =
        (letters < kIndexText && leads_away) || tells_beginnings(document, main_text);
    if (is_index && !says_it_is_article(document)) return "the page is an index of stories";
    if (letters < kLeastText) return "there is no running text on the page";
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
