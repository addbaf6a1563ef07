#include "crawler/xml_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include <libxml/HTMLparser.h>

#include "core/text.h"

namespace crawler {
namespace {

// libxml2 looks names up one by one; a map made of its table once is a hundred times faster.
std::unordered_map<std::string_view, char32_t> make_entities() {
    std::unordered_map<std::string_view, char32_t> entities;
    constexpr unsigned last = 0x2666;  // ♦ is the highest of HTML 4
    for (unsigned value = 0; value <= last; ++value)
        if (const auto* row = htmlEntityValueLookup(value))
            entities.emplace(row->name, static_cast<char32_t>(value));
    return entities;
}

// A reference at the start of `text`: "&#8217;", "&#x2019;" or "&rsquo;".
struct Reference {
    std::size_t length = 0;
    std::optional<char32_t> numeric;
    std::string_view name;
};

std::optional<Reference> numeric_reference(std::string_view text) {
    const bool hex = text.size() > 2 && core::to_lower(text[2]) == 'x';
    const char* from = text.data() + (hex ? 3 : 2);
    unsigned value = 0;
    const auto [end, error] = std::from_chars(
        from, text.data() + std::min<std::size_t>(text.size(), 12), value, hex ? 16 : 10);
    if (error != std::errc{} || end == text.data() + text.size() || *end != ';')
        return std::nullopt;
    // What Windows once meant by 128–159 is what the HTML standard makes of them.
    constexpr std::array<char16_t, 32> windows{
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    if (value >= 0x80 && value < 0xA0) value = windows[value - 0x80];
    return Reference{static_cast<std::size_t>(end - text.data()) + 1, value, {}};
}

std::optional<Reference> reference_at(std::string_view text) {
    if (text.size() > 3 && text[1] == '#') return numeric_reference(text);
    std::size_t end = 1;
    while (end < text.size() && end < 12 &&
           (core::is_alpha(text[end]) || core::is_digit(text[end])))
        ++end;
    if (end == 1 || end >= text.size() || text[end] != ';') return std::nullopt;
    return Reference{end + 1, std::nullopt, text.substr(1, end - 1)};
}

bool is_xml_entity(std::string_view name) {
    return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

// XML 1.0, production 2, for characters; without the two that editors leave behind.
bool is_xml_character(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
}

// Appends what the reference at the start of `rest` should be to the XML parser; returns its
// length.
std::size_t copy_reference(std::string& xml, std::string_view rest) {
    const auto found = reference_at(rest);
    if (!found) {
        xml += "&amp;";
        return 1;
    }
    if (found->numeric) {
        // As a character, the markup among them would come alive.
        if (*found->numeric < 0x80 && is_xml_character(*found->numeric))
            xml += "&#" + std::to_string(static_cast<unsigned>(*found->numeric)) + ';';
        else if (is_xml_character(*found->numeric))
            core::append_utf8(xml, *found->numeric);
    } else if (is_xml_entity(found->name)) {
        xml.append(rest.substr(0, found->length));
    } else if (const auto character = html_entity(found->name)) {
        core::append_utf8(xml, *character);
    } else {
        xml += "&amp;";
        return 1;
    }
    return found->length;
}

// Where the text begins to be markup we know; else its first tag.
std::size_t markup_begin(std::string_view text) {
    constexpr std::array<std::string_view, 7> roots{"<?xml", "<rss",    "<feed",        "<rdf:RDF",
                                                    "<RDF",  "<urlset", "<sitemapindex"};
    const auto first = text.find('<');
    const auto head = text.substr(0, 4096);
    const auto lower = core::lower_ascii(head);
    if (lower.find("<html") != lower.npos || lower.find("<!doctype html") != lower.npos)
        return first;
    for (const auto root : roots)
        if (const auto at = head.find(root); at != head.npos) return at;
    return first;
}

// The length of a DOCTYPE at the start of `rest`, with its brackets and quotes; 0 if it has no
// end.
std::size_t doctype_length(std::string_view rest) {
    char quote = 0;
    bool bracket = false;
    for (std::size_t at = 0; at < rest.size(); ++at) {
        const char c = rest[at];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '[' || c == ']') {
            bracket = c == '[';
        } else if (c == '>' && !bracket) {
            return at + 1;
        }
    }
    return 0;
}

// Copies what may stay, in one pass.
class XmlCleaner {
public:
    explicit XmlCleaner(std::string_view text) : text_(text) { xml_.reserve(text.size() + 64); }

    std::string clean() {
        while (true) {
            copy_plain();
            if (at_ == text_.size()) return std::move(xml_);
            const auto rest = text_.substr(at_);
            const bool literal = at_ < cdata_end_;
            switch (rest[0]) {
                case '&': at_ += literal ? copy_byte() : copy_reference(xml_, rest); break;
                case '<': at_ += literal ? copy_byte() : copy_tag(rest); break;
                case '\xEF': at_ += is_noncharacter(rest) ? 3 : copy_byte(); break;
                default: ++at_;  // a control character
            }
        }
    }

private:
    static bool is_special(char c) {
        const auto byte = static_cast<unsigned char>(c);
        return c == '&' || c == '<' || c == '\xEF' ||
               (byte < 0x20 && c != '\t' && c != '\n' && c != '\r');
    }
    static bool is_noncharacter(std::string_view rest) {
        return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
    }

    void copy_plain() {
        const auto* const begin = text_.data() + at_;
        const auto* const stop = std::find_if(begin, text_.data() + text_.size(), is_special);
        xml_.append(begin, stop);
        at_ += static_cast<std::size_t>(stop - begin);
    }

    std::size_t copy_byte() {
        xml_ += text_[at_];
        return 1;
    }

    // Comments and declarations go; a CDATA section is copied as it is.
    std::size_t copy_tag(std::string_view rest) {
        const auto through = [&](std::string_view end) {
            const auto at = rest.find(end);
            return at == rest.npos ? rest.size() : at + end.size();
        };
        if (rest.starts_with("<!--")) return through("-->");
        if (rest.starts_with("<?")) return through("?>");
        if (!seen_doctype_ && core::equals_ignoring_case(rest.substr(0, 9), "<!doctype")) {
            seen_doctype_ = true;
            if (const auto length = doctype_length(rest); length > 0) return length;
        }
        if (rest.starts_with("<![CDATA[")) cdata_end_ = at_ + through("]]>");
        return copy_byte();
    }

    std::string_view text_;  // the caller's
    std::string xml_;
    std::size_t at_ = 0, cdata_end_ = 0;
    bool seen_doctype_ = false;
};

}  // namespace

std::optional<char32_t> html_entity(std::string_view name) {
    static const auto entities = make_entities();
    const auto found = entities.find(name);
    if (found == entities.end()) return std::nullopt;
    return found->second;
}

std::string readable_xml(std::string_view text) {
    text.remove_prefix(std::min(markup_begin(text), text.size()));
    return XmlCleaner(text).clean();
}

std::string escape_markup(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            default: escaped += c;
        }
    }
    return escaped;
}

std::string undo_entities(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        const auto at = std::min(text.find('&'), text.size());
        plain.append(text.substr(0, at));
        text.remove_prefix(at);
        if (text.empty()) break;
        const auto found = reference_at(text);
        const auto character = !found           ? std::nullopt
                               : found->numeric ? found->numeric
                                                : html_entity(found->name);
        if (character)
            core::append_utf8(plain, *character);
        else
            plain += '&';
        text.remove_prefix(character ? found->length : 1);
    }
    return plain;
}

std::string without_markup(std::string_view html) {
    std::string plain;
    while (!html.empty()) {
        const auto open = std::min(html.find('<'), html.size());
        plain.append(html.substr(0, open));
        html.remove_prefix(open);
        const bool tag =
            html.size() > 1 && (core::is_alpha(html[1]) || html[1] == '/' || html[1] == '!');
        const auto close = tag ? html.find('>') : 0;
        if (close == html.npos) {  // no tag ends any more
            plain.append(html);
            break;
        }
        if (!tag) plain.append(html.substr(0, 1));
        html.remove_prefix(std::min(close + 1, html.size()));
    }
    return core::collapse_spaces(undo_entities(plain));
}

}  // namespace crawler
