// Characters that JSON and HTML write as something else.
#include <array>
#include <charconv>

#include "extractor/page/json.h"

namespace extractor {

namespace {

struct Entity {
    std::string_view name;
    std::string_view text;
};
// Those that are met in headlines and names; the tree builder knows all of them, scripts come as
// they stand.
constexpr std::array kEntities = std::to_array<Entity>({
    {"amp", "&"},    {"quot", "\""},  {"apos", "'"},   {"lt", "<"},     {"gt", ">"},
    {"nbsp", " "},   {"rsquo", "’"},  {"lsquo", "‘"},  {"rdquo", "”"},  {"ldquo", "“"},
    {"bdquo", "„"},  {"sbquo", "‚"},  {"laquo", "«"},  {"raquo", "»"},  {"ndash", "–"},
    {"mdash", "—"},  {"hellip", "…"}, {"shy", ""},     {"middot", "·"}, {"bull", "•"},
    {"eacute", "é"}, {"egrave", "è"}, {"ecirc", "ê"},  {"euml", "ë"},   {"agrave", "à"},
    {"aacute", "á"}, {"acirc", "â"},  {"atilde", "ã"}, {"auml", "ä"},   {"aring", "å"},
    {"aelig", "æ"},  {"ccedil", "ç"}, {"iacute", "í"}, {"icirc", "î"},  {"iuml", "ï"},
    {"ntilde", "ñ"}, {"oacute", "ó"}, {"ocirc", "ô"},  {"otilde", "õ"}, {"ouml", "ö"},
    {"oslash", "ø"}, {"uacute", "ú"}, {"ugrave", "ù"}, {"ucirc", "û"},  {"uuml", "ü"},
    {"szlig", "ß"},  {"Eacute", "É"}, {"Agrave", "À"}, {"Aacute", "Á"}, {"Auml", "Ä"},
    {"Ouml", "Ö"},   {"Uuml", "Ü"},   {"Oslash", "Ø"}, {"Aring", "Å"},  {"AElig", "Æ"},
    {"Ccedil", "Ç"}, {"Iacute", "Í"}, {"Oacute", "Ó"}, {"Uacute", "Ú"}, {"euro", "€"},
    {"pound", "£"},  {"yen", "¥"},    {"copy", "©"},   {"reg", "®"},    {"trade", "™"},
    {"iexcl", "¡"},  {"iquest", "¿"}, {"ordm", "º"},   {"ordf", "ª"},   {"deg", "°"},
    {"igrave", "ì"}, {"ograve", "ò"}, {"yacute", "ý"}, {"frac12", "½"}, {"times", "×"},
});

constexpr std::size_t kLongestEntity = 10;

// Four hexadecimal digits at `at`.
std::optional<char32_t> hex4(std::string_view text, std::size_t at) {
    if (at + 4 > text.size()) return std::nullopt;
    std::uint32_t value = 0;
    const auto* const end = text.data() + at + 4;
    const auto [stop, error] = std::from_chars(text.data() + at, end, value, 16);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

// "uD83D\uDE00" → one code point. `at` stands at the u, and is moved behind what was read.
bool append_unicode(std::string_view text, std::size_t& at, std::string& out) {
    const auto high = hex4(text, at + 1);
    if (!high) return false;
    at += 5;
    if (*high >= 0xD800 && *high < 0xDC00 && text.substr(at, 2) == "\\u") {
        if (const auto low = hex4(text, at + 2); low && *low >= 0xDC00 && *low < 0xE000) {
            core::append_utf8(out, 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00));
            at += 6;
            return true;
        }
    }
    core::append_utf8(out, *high);
    return true;
}

std::optional<std::string> entity_text(std::string_view name) {
    if (name.starts_with('#')) {
        const bool is_hex = name.size() > 1 && core::to_lower(name[1]) == 'x';
        const auto digits = name.substr(is_hex ? 2 : 1);
        std::uint32_t value = 0;
        const auto* const end = digits.data() + digits.size();
        const auto [stop, error] = std::from_chars(digits.data(), end, value, is_hex ? 16 : 10);
        if (error != std::errc{} || stop != end || value == 0) return std::nullopt;
        std::string text;
        core::append_utf8(text, value == 0xA0 ? U' ' : value);
        return text;
    }
    for (const auto& entity : kEntities)
        if (entity.name == name) return std::string(entity.text);
    return std::nullopt;
}

// One pass over the references in a text.
std::string resolve_once(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto mark = std::min(text.find('&', at), text.size());
        out += text.substr(at, mark - at);
        if (mark == text.size()) break;
        const auto name = text.substr(mark + 1, kLongestEntity + 1);
        const auto end = name.find(';');
        const auto found =
            end == std::string_view::npos ? std::nullopt : entity_text(name.substr(0, end));
        out += found ? *found : "&";
        at = mark + 1 + (found ? end + 1 : 0);
    }
    return out;
}

}  // namespace

std::string resolve_escapes(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto slash = std::min(text.find('\\', at), text.size());
        out += text.substr(at, slash - at);
        at = slash + 1;
        if (at >= text.size()) break;
        const char c = text[at];
        if (c == 'u' && append_unicode(text, at, out)) continue;
        const bool is_space = c == 'n' || c == 't' || c == 'r' || c == 'b' || c == 'f';
        out += is_space ? ' ' : c;
        ++at;
    }
    return out;
}

std::string resolve_entities(std::string_view text) {
    if (text.find('&') == std::string_view::npos) return std::string(text);
    // Content systems escape what was escaped before: "&amp;#8217;".
    return resolve_once(resolve_once(text));
}

}  // namespace extractor
