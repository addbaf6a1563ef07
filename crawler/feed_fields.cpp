#include "crawler/feed_fields.h"

#include <array>

#include <nettle/base64.h>

#include "core/text.h"
#include "crawler/feed_parts.h"
#include "crawler/xml_text.h"

namespace crawler {
namespace {

using Node = XmlTree::Node;

// Every format's names in one table: feeds mix them, and none means different things by one.
enum class From { Own, Dc, Terms, Content, Itunes, Rdf };
struct FieldName {
    From from;
    std::string_view name;
    Field field;
};
constexpr std::array<FieldName, 26> field_names{{
    {From::Own, "guid", Field::Guid},
    {From::Own, "id", Field::Guid},
    {From::Own, "title", Field::Title},
    {From::Dc, "title", Field::Title},
    {From::Own, "link", Field::Link},
    {From::Own, "pubdate", Field::Published},
    {From::Own, "published", Field::Published},
    {From::Own, "issued", Field::Published},
    {From::Dc, "date", Field::PublishedElse},
    {From::Terms, "issued", Field::PublishedElse},
    {From::Terms, "created", Field::PublishedElse},
    {From::Own, "created", Field::PublishedElse},
    {From::Own, "updated", Field::Updated},
    {From::Own, "modified", Field::Updated},
    {From::Terms, "modified", Field::Updated},
    {From::Own, "author", Field::Author},
    {From::Dc, "creator", Field::Author},
    {From::Dc, "author", Field::Author},
    {From::Itunes, "author", Field::Author},
    {From::Own, "description", Field::Summary},
    {From::Own, "summary", Field::Summary},
    {From::Dc, "description", Field::Summary},
    {From::Content, "encoded", Field::Content},
    {From::Own, "content", Field::Content},
    {From::Own, "language", Field::Language},
    {From::Dc, "language", Field::Language},
}};

std::optional<From> from_of(Namespace space) {
    switch (space) {
        case Namespace::None:
        case Namespace::Atom:
        case Namespace::Rss1:
        case Namespace::Rss09: return From::Own;
        case Namespace::Dc: return From::Dc;
        case Namespace::Terms: return From::Terms;
        case Namespace::Content: return From::Content;
        case Namespace::Itunes: return From::Itunes;
        default: return std::nullopt;
    }
}

// Atom says what its text is; 0.3 said it by mode and MIME type.
enum class TextType { Plain, Html, Xhtml, Base64 };
TextType text_type(const XmlTree& tree, Node node) {
    const auto type = core::lower_ascii(tree.attribute(node, "type").value_or(""));
    const auto mode = tree.attribute(node, "mode").value_or("");
    if (mode == "base64") return TextType::Base64;
    if (mode == "escaped" && type != "text/plain") return TextType::Html;
    if (type == "xhtml" || type == "application/xhtml+xml" ||
        (type == "text/html" && mode == "xml"))
        return TextType::Xhtml;
    // RFC 4287, 4.1.3.3: what is neither text nor XML comes in Base64.
    if (type == "application/octet-stream") return TextType::Base64;
    return type == "html" || type == "text/html" ? TextType::Html : TextType::Plain;
}

// As it stands if it is no Base64 after all.
std::string from_base64(std::string text) {
    base64_decode_ctx state;
    base64_decode_init(&state);
    std::string bytes(BASE64_DECODE_LENGTH(text.size()), '\0');
    std::size_t length = bytes.size();
    if (base64_decode_update(&state, &length, reinterpret_cast<std::uint8_t*>(bytes.data()),
                             text.size(), text.data()) != 1 ||
        base64_decode_final(&state) != 1)
        return text;
    return core::repair_utf8(std::string_view(bytes).substr(0, length));
}

bool has_elements(const XmlTree& tree, Node node) {
    for (Node part = tree.first_child(node); part != XmlTree::none; part = tree.next(part))
        if (tree.is_element(part)) return true;
    return false;
}

// The <div> around XHTML is not part of it (RFC 4287, 3.1.1.3).
std::string xhtml(const XmlTree& tree, Node node, const Base& base) {
    const auto absolute = [&](std::string_view address) { return base.resolve(address); };
    for (Node part = tree.first_child(node); part != XmlTree::none; part = tree.next(part)) {
        if (!tree.is_element(part)) continue;
        const bool is_div = tree.is(part, Namespace::Xhtml, "div");
        return tree.markup(is_div ? part : node, absolute);
    }
    return tree.markup(node, absolute);
}

bool has_tag(std::string_view text) {
    for (auto at = text.find('<'); at != text.npos; at = text.find('<', at + 1))
        if (at + 1 < text.size() && (core::is_alpha(text[at + 1]) || text[at + 1] == '/'))
            return true;
    return false;
}

// RSS never said what a title is: most programs write HTML into it, and what they escaped twice
// becomes what it should be unless that would make a tag of it.
std::string rss_title(const std::string& text) {
    auto undone = undo_entities(text);
    return has_tag(undone) && !has_tag(text) ? text : undone;
}

}  // namespace

Field field_of(const XmlTree& tree, Node node) {
    const auto from = from_of(tree.space(node));
    if (!from) return Field::None;
    const auto name = tree.name(node);
    for (const auto& row : field_names)
        if (row.from == *from && row.name == name) return row.field;
    return Field::None;
}

bool is_own(const XmlTree& tree, Node node, std::string_view name) {
    return tree.is_element(node) && from_of(tree.space(node)) == From::Own &&
           tree.name(node) == name;
}

bool is_entry(const XmlTree& tree, Node node) {
    return is_own(tree, node, "item") || is_own(tree, node, "entry");
}

std::optional<std::string> title_text(const XmlTree& tree, Node node, const Base& base) {
    const auto type = text_type(tree, node);
    if (type == TextType::Base64) return filled(from_base64(tree.text(node)));
    if (type == TextType::Xhtml || has_elements(tree, node)) return filled(xhtml(tree, node, base));
    const bool rss = type == TextType::Plain && tree.space(node) != Namespace::Atom;
    return filled(rss ? rss_title(tree.text(node)) : tree.text(node));
}

// As HTML, whatever way it came.
std::optional<std::string> html_text(const XmlTree& tree, Node node, const Base& base) {
    const bool atom = tree.space(node) == Namespace::Atom;
    const auto type = text_type(tree, node);
    std::string html;
    if (type == TextType::Xhtml) {
        html = tree.markup(node, [&](std::string_view address) { return base.resolve(address); });
    } else {
        html = type == TextType::Base64 ? from_base64(tree.text(node)) : tree.text(node);
        const bool plain = atom && type == TextType::Plain && tree.name(node) == "content";
        if (plain) html = escape_markup(html);
    }
    const auto trimmed = core::trim(html);
    if (trimmed.empty()) return std::nullopt;
    return std::string(trimmed);
}

std::string author_text(const XmlTree& tree, Node node) {
    for (Node part = tree.first_child(node); part != XmlTree::none; part = tree.next(part))
        if (is_own(tree, part, "name")) return author_name(tree.text(part));
    for (Node part = tree.first_child(node); part != XmlTree::none; part = tree.next(part))
        if (tree.is_element(part)) return {};  // a person without a name
    return author_name(tree.text(node));
}

}  // namespace crawler
