#include <algorithm>
#include <utility>

#include "core/text.h"
#include "crawler/feed_fields.h"
#include "crawler/feed_parts.h"
#include "crawler/xml_text.h"

namespace crawler {
namespace {

using Node = XmlTree::Node;

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
        auto base = base_;
        enter(base, node);
        switch (field_of(tree_, node)) {
            case Field::Guid: return take_guid(node);
            case Field::Title:
                if (!entry_.title) entry_.title = title_text(tree_, node, base);
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
                if (!entry_.summary) entry_.summary = html_text(tree_, node, base);
                return;
            case Field::Content:
                if (!entry_.content_html) entry_.content_html = html_text(tree_, node, base);
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

// <link rel="hub" href> of Atom, whose element RSS borrows as <atom:link>.
std::vector<std::string> hubs_of(const XmlTree& tree, Node channel, const Base& base) {
    constexpr std::size_t most = 10;
    std::vector<std::string> hubs;
    for (Node node = tree.first_child(channel); node != XmlTree::none; node = tree.next(node)) {
        const auto rel = core::lower_ascii(tree.attribute(node, "rel").value_or(""));
        const auto href = tree.attribute(node, "href");
        if (rel == "hub" && href && tree.name(node) == "link" && hubs.size() < most)
            hubs.push_back(base.resolve(*href));
    }
    return hubs;
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
    feed.hubs = hubs_of(tree, root->channel, base);
    read_entries(tree, *root, base, feed);
    const auto& problems = tree.problems();
    feed.problems.insert(feed.problems.end(), problems.begin(), problems.end());
    return feed;
}

}  // namespace crawler
