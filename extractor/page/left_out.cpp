#include "extractor/page/left_out.h"

#include <algorithm>
#include <array>
#include <string>

#include "extractor/page/markup.h"
#include "extractor/page/word_table.h"

namespace extractor {

namespace {

constexpr auto npos = std::string_view::npos;

// Part of a page state may be tiny; what holds an article is not.
constexpr std::size_t kLeastState = 256;

// How an element inside of SVG or MathML counts.
enum class Inside : std::uint8_t {
    Root,      // svg, math: may be nested
    Html,      // holds HTML, which does not break out there
    BreaksOut  // cannot stand in SVG
};
using InsideEntry = WordEntry<Inside>;
constexpr std::array inside_entries{
    InsideEntry{"svg", Inside::Root},
    InsideEntry{"math", Inside::Root},
    InsideEntry{"foreignobject", Inside::Html},
    InsideEntry{"desc", Inside::Html},
    InsideEntry{"title", Inside::Html},
    InsideEntry{"annotation-xml", Inside::Html},
    InsideEntry{"mi", Inside::Html},
    InsideEntry{"mo", Inside::Html},
    InsideEntry{"mn", Inside::Html},
    InsideEntry{"ms", Inside::Html},
    InsideEntry{"mtext", Inside::Html},
    InsideEntry{"b", Inside::BreaksOut},
    InsideEntry{"big", Inside::BreaksOut},
    InsideEntry{"blockquote", Inside::BreaksOut},
    InsideEntry{"body", Inside::BreaksOut},
    InsideEntry{"br", Inside::BreaksOut},
    InsideEntry{"center", Inside::BreaksOut},
    InsideEntry{"code", Inside::BreaksOut},
    InsideEntry{"dd", Inside::BreaksOut},
    InsideEntry{"div", Inside::BreaksOut},
    InsideEntry{"dl", Inside::BreaksOut},
    InsideEntry{"dt", Inside::BreaksOut},
    InsideEntry{"em", Inside::BreaksOut},
    InsideEntry{"embed", Inside::BreaksOut},
    InsideEntry{"h1", Inside::BreaksOut},
    InsideEntry{"h2", Inside::BreaksOut},
    InsideEntry{"h3", Inside::BreaksOut},
    InsideEntry{"h4", Inside::BreaksOut},
    InsideEntry{"h5", Inside::BreaksOut},
    InsideEntry{"h6", Inside::BreaksOut},
    InsideEntry{"head", Inside::BreaksOut},
    InsideEntry{"hr", Inside::BreaksOut},
    InsideEntry{"i", Inside::BreaksOut},
    InsideEntry{"img", Inside::BreaksOut},
    InsideEntry{"li", Inside::BreaksOut},
    InsideEntry{"listing", Inside::BreaksOut},
    InsideEntry{"menu", Inside::BreaksOut},
    InsideEntry{"meta", Inside::BreaksOut},
    InsideEntry{"nobr", Inside::BreaksOut},
    InsideEntry{"ol", Inside::BreaksOut},
    InsideEntry{"p", Inside::BreaksOut},
    InsideEntry{"pre", Inside::BreaksOut},
    InsideEntry{"ruby", Inside::BreaksOut},
    InsideEntry{"s", Inside::BreaksOut},
    InsideEntry{"small", Inside::BreaksOut},
    InsideEntry{"span", Inside::BreaksOut},
    InsideEntry{"strike", Inside::BreaksOut},
    InsideEntry{"strong", Inside::BreaksOut},
    InsideEntry{"sub", Inside::BreaksOut},
    InsideEntry{"sup", Inside::BreaksOut},
    InsideEntry{"table", Inside::BreaksOut},
    InsideEntry{"tt", Inside::BreaksOut},
    InsideEntry{"u", Inside::BreaksOut},
    InsideEntry{"ul", Inside::BreaksOut},
    InsideEntry{"var", Inside::BreaksOut},
};
constexpr WordTable insides(inside_entries);

// One tag of what is skipped over; comments are passed by.
struct SkippedTag {
    std::size_t begin = 0;  // of its '<'; the page's size: there is none
    std::size_t end = 0;
    std::string name;  // in lower case
    bool closes = false;
    bool self_closing = false;
};

SkippedTag next_tag(std::string_view html, std::size_t at) {
    for (;;) {
        at = html.find('<', at);
        if (at == npos || at + 1 >= html.size()) return {.begin = html.size(), .end = html.size()};
        const bool closes = html[at + 1] == '/';
        const auto name_at = at + (closes ? 2 : 1);
        if (name_at < html.size() && core::is_alpha(html[name_at])) {
            const auto name = tag_name_at(html, name_at);
            const auto end = behind_tag(html, name_at + name.size());
            return {.begin = at,
                    .end = end,
                    .name = core::lower_ascii(name.substr(0, 32)),
                    .closes = closes,
                    .self_closing = end >= 2 && html[end - 2] == '/'};
        }
        if (html.compare(at, 4, "<!--") == 0)
            at = behind_comment(html, at);
        else if (html[at + 1] == '!' || html[at + 1] == '?' || closes)
            at = behind_bogus_comment(html, at);
        else
            ++at;
    }
}

// Raw text of elements whose content may hold what looks like tags.
std::size_t behind_raw_text(std::string_view html, const SkippedTag& tag) {
    if (tag.closes) return tag.end;
    if (tag.name == "script") return end_of_script(html, tag.end);
    if (tag.name == "style" || tag.name == "iframe" || tag.name == "textarea" ||
        tag.name == "title")
        return end_of_raw_text(html, tag.end, tag.name);
    return tag.end;
}

core::Span trimmed(std::string_view html, core::Span span) {
    const auto text = core::trim(core::cut(html, span));
    const auto begin = static_cast<std::size_t>(text.data() - html.data());
    return {begin, begin + text.size()};
}

// `window.__STATE__ = {`: the variable's name and the object; none for other code.
Script read_assignment(std::string_view html, core::Span text) {
    const auto code = core::cut(html, text);
    const auto equals = code.substr(0, 200).find('=');
    const auto brace = code.substr(0, 300).find_first_of("{[");
    if (equals == npos || brace == npos || brace < equals || code.size() < kLeastState) return {};
    const auto name = core::trim(code.substr(0, equals));
    const auto is_variable = std::all_of(name.begin(), name.end(), [](char c) {
        return core::is_alpha(c) || core::is_digit(c) ||
               std::string_view(" ._$[]'\"").find(c) != npos;
    });
    const auto between = core::trim(code.substr(equals + 1, brace - equals - 1));
    if (name.empty() || !is_variable || !between.empty()) return {};
    const auto name_begin = static_cast<std::size_t>(name.data() - html.data());
    return {.kind = ScriptKind::PageState,
            .name = {name_begin, name_begin + name.size()},
            .body = {text.begin + brace, text.end}};
}

}  // namespace

Script read_script(std::string_view html, core::Span tag, core::Span text) {
    Script script{.kind = ScriptKind::Code, .name = {}, .body = trimmed(html, text)};
    std::string type;
    AttributeReader attributes(html, tag.end);
    for (RawAttribute attribute; attributes.next(attribute);) {
        if (core::equals_ignoring_case(attribute.name, "type"))
            type = core::lower_ascii(core::trim(attribute.value.substr(0, 64)));
        if (core::equals_ignoring_case(attribute.name, "id") && !attribute.value.empty()) {
            const auto begin = static_cast<std::size_t>(attribute.value.data() - html.data());
            script.name = {begin, begin + attribute.value.size()};
        }
    }
    if (type.starts_with("application/ld+json"))
        script.kind = ScriptKind::JsonLd;
    else if (type.starts_with("application/json"))
        script.kind = script.body.size() < kLeastState ? ScriptKind::Code : ScriptKind::PageState;
    else if (type.empty() || type == "text/javascript")
        return read_assignment(html, script.body);
    return script;
}

std::size_t behind_foreign(std::string_view html, std::size_t at) {
    std::size_t roots = 0;
    std::size_t html_inside = 0;
    for (auto tag = next_tag(html, at); tag.begin < html.size(); tag = next_tag(html, tag.end)) {
        if (html_inside > 0)
            tag.end = behind_raw_text(html, tag.name == "title" ? SkippedTag{.begin = tag.begin,
                                                                             .end = tag.end,
                                                                             .name = {},
                                                                             .closes = tag.closes}
                                                                : tag);
        const auto* inside = insides.find(tag.name);
        if (inside == nullptr) continue;
        if (*inside == Inside::BreaksOut && html_inside == 0 && !tag.closes) return tag.begin;
        if (tag.self_closing) {
            if (roots == 0) return tag.end;
            continue;
        }
        if (*inside == Inside::BreaksOut) continue;
        auto& count = *inside == Inside::Root ? roots : html_inside;
        if (!tag.closes)
            ++count;
        else if (count > 0)
            --count;
        if (roots == 0) return tag.end;
    }
    return html.size();
}

std::size_t behind_template(std::string_view html, std::size_t at) {
    std::size_t open = 0;
    for (auto tag = next_tag(html, at); tag.begin < html.size(); tag = next_tag(html, tag.end)) {
        tag.end = behind_raw_text(html, tag);
        if (tag.name != "template") continue;
        if (!tag.closes)
            ++open;
        else if (--open == 0)
            return tag.end;
    }
    return html.size();
}

}  // namespace extractor
