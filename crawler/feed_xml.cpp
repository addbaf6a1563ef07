#include <algorithm>
#include <array>

#include "core/text.h"
#include "crawler/feed_parts.h"
#include "crawler/xml_text.h"

namespace crawler {
namespace {

using Node = XmlTree::Node;

enum class Field {
    None,
    Guid,
    Title,
    Link,
    Published,
    PublishedElse,
    Updated,
    Author,
    Summary,
    Content,
    Language,
};

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

// Atom says what its text is; 0.3 said it by mode and MIME type.
enum class TextType { Plain, Html, Xhtml };
TextType text_type(const XmlTree& tree, Node node) {
    const auto type = core::lower_ascii(tree.attribute(node, "type").value_or(""));
    const auto mode = tree.attribute(node, "mode").value_or("");
    if (mode == "escaped" && type != "text/plain") return TextType::Html;
    if (type == "xhtml" || type == "application/xhtml+xml" ||
        (type == "text/html" && mode == "xml"))
        return TextType::Xhtml;
    return type == "html" || type == "text/html" ? TextType::Html : TextType::Plain;
}

std::optional<std::string> title_text(const XmlTree& tree, Node node) {
    const auto text = tree.text(node);
    if (text_type(tree, node) == TextType::Html) return filled(without_markup(text));
    // RSS never said what a title is; most programs write HTML into it.
    const bool atom = tree.space(node) == Namespace::Atom;
    return filled(atom ? text : undo_entities(text));
}

// As HTML, whatever way it came.
std::optional<std::string> html_text(const XmlTree& tree, Node node) {
    const bool atom = tree.space(node) == Namespace::Atom;
    const auto type = text_type(tree, node);
    std::string html;
    if (type == TextType::Xhtml) {
        html = tree.markup(node);
    } else {
        html = tree.text(node);
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

// Reads what stands directly in an entry, a channel or a feed.
class FieldReader {
public:
    FieldReader(const XmlTree& tree, Base base) : tree_(tree), base_(std::move(base)) {}

    FeedEntry read(Node top) {
        const auto outer = base_;
        enter(base_, top);
        for (Node node = tree_.first_child(top); node != XmlTree::none; node = tree_.next(node))
            if (tree_.is_element(node)) take(node);
        if (!entry_.url) entry_.url = permalink();
        if (!entry_.published) entry_.published = published_else_;
        if (!entry_.guid && tree_.attribute(top, "about", Namespace::Rdf))
            entry_.guid = std::string(*tree_.attribute(top, "about", Namespace::Rdf));
        base_ = outer;
        return std::exchange(entry_, {});
    }
    const std::optional<std::string>& language() const { return language_; }

private:
    void enter(Base& base, Node node) const {
        if (const auto inner = tree_.attribute(node, "base", Namespace::Xml)) base.enter(*inner);
    }

    void take(Node node) {
        const auto date = [&] { return core::parse_any_date(tree_.text(node)); };
        switch (field_of(tree_, node)) {
            case Field::Guid: return take_guid(node);
            case Field::Title:
                if (!entry_.title) entry_.title = title_text(tree_, node);
                return;
            case Field::Link: return take_link(node);
            case Field::Published:
                if (!entry_.published) entry_.published = date();
                return;
            case Field::PublishedElse:
                if (!published_else_) published_else_ = date();
                return;
            case Field::Updated:
                if (!entry_.updated) entry_.updated = date();
                return;
            case Field::Author: return take_author(node);
            case Field::Summary:
                if (!entry_.summary) entry_.summary = html_text(tree_, node);
                return;
            case Field::Content:
                if (!entry_.content_html) entry_.content_html = html_text(tree_, node);
                return;
            case Field::Language:
                if (!language_) language_ = filled(tree_.text(node));
                return;
            case Field::None: return;
        }
    }

    void take_guid(Node node) {
        if (entry_.guid) return;
        entry_.guid = filled(tree_.text(node));
    }

    // Atom's `href` with rel "alternate", or the text of an RSS link.
    void take_link(Node node) {
        const auto href = tree_.attribute(node, "href");
        const auto rel = core::lower_ascii(tree_.attribute(node, "rel").value_or("alternate"));
        if (href && rel != "alternate" &&
            rel != "http://www.iana.org/assignments/relation/alternate")
            return;
        const auto text = href ? std::string(*href) : tree_.text(node);
        const auto type = core::lower_ascii(tree_.attribute(node, "type").value_or("text/html"));
        const bool page = type.starts_with("text/html") || type == "application/xhtml+xml";
        if (core::trim(text).empty() || (entry_.url && (link_is_page_ || !page))) return;
        auto base = base_;
        enter(base, node);
        entry_.url = base.resolve(text);
        link_is_page_ = page;
    }

    void take_author(Node node) {
        const auto name = author_text(tree_, node);
        const auto& known = entry_.authors;
        if (!name.empty() && std::find(known.begin(), known.end(), name) == known.end())
            entry_.authors.push_back(name);
    }

    // Without a link, an identifier that is an address, whatever `isPermaLink` says of it.
    std::optional<std::string> permalink() const {
        if (!entry_.guid) return std::nullopt;
        if (!core::lower_ascii(entry_.guid->substr(0, 8)).starts_with("http")) return std::nullopt;
        return entry_.guid;
    }

    const XmlTree& tree_;
    Base base_;
    FeedEntry entry_;
    std::optional<core::Timestamp> published_else_;
    std::optional<std::string> language_;
    bool link_is_page_ = false;
};

struct Root {
    Node node, channel;  // the same for Atom
    FeedFormat format;
};

FeedFormat rss_format(const XmlTree& tree, Node root) {
    const auto version = core::trim(tree.attribute(root, "version").value_or("2.0"));
    return version.starts_with("0.") ? FeedFormat::Rss09 : FeedFormat::Rss2;
}

std::optional<Root> find_root(const XmlTree& tree) {
    const Node root = tree.root();
    if (root == XmlTree::none) return std::nullopt;
    if (is_own(tree, root, "feed")) return Root{root, root, FeedFormat::Atom};
    const bool rdf = tree.name(root) == "rdf" || tree.is(root, Namespace::Rdf, "rdf");
    if (!rdf && !is_own(tree, root, "rss") && !is_own(tree, root, "channel")) return std::nullopt;
    Node channel = root;
    for (Node node = tree.first_child(root); node != XmlTree::none; node = tree.next(node))
        if (is_own(tree, node, "channel") && channel == root) channel = node;
    if (!rdf) return Root{root, channel, rss_format(tree, root)};
    const bool old = tree.space(channel) == Namespace::Rss09;
    return Root{root, channel, old ? FeedFormat::Rss09 : FeedFormat::Rss1};
}

std::optional<std::string> xml_language(const XmlTree& tree, Node node) {
    const auto language = tree.attribute(node, "lang", Namespace::Xml);
    return language ? filled(*language) : std::nullopt;
}

Feed read_head(const XmlTree& tree, const Root& root, const Base& base) {
    FieldReader reader(tree, base);
    const auto head = reader.read(root.channel);
    Feed feed;
    feed.format = root.format;
    feed.title = head.title;
    feed.link = head.url;
    feed.language = reader.language();
    if (!feed.language) feed.language = xml_language(tree, root.channel);
    if (!feed.language) feed.language = xml_language(tree, root.node);
    return feed;
}

// An entry that was never closed holds those after it: they count all the same.
void read_entries(const XmlTree& tree, const Root& root, const Base& base, Feed& feed) {
    for (Node node = root.node; node != XmlTree::none; node = tree.next_within(node, root.node)) {
        if (!is_entry(tree, node)) continue;
        if (feed.entries.size() == kMaxEntries) {
            feed.problems.emplace_back("more than 50,000 entries: the rest was not read");
            return;
        }
        feed.entries.push_back(FieldReader(tree, base).read(node));
    }
}

}  // namespace

core::Result<Feed> read_xml_feed(std::string_view text, const Base& page) {
    const auto tree = XmlTree::parse(readable_xml(text));
    const auto root = find_root(tree);
    if (!root)
        return core::fail(core::Failure::Kind::NotReadable, "neither RSS nor Atom nor a JSON feed");
    auto base = page;
    for (const Node node : {root->node, root->channel})
        if (const auto inner = tree.attribute(node, "base", Namespace::Xml)) base.enter(*inner);
    Feed feed = read_head(tree, *root, base);
    read_entries(tree, *root, base, feed);
    const auto& problems = tree.problems();
    feed.problems.insert(feed.problems.end(), problems.begin(), problems.end());
    return feed;
}

}  // namespace crawler
