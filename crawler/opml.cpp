#include "core/charset.h"
#include "crawler/feed_parts.h"
#include "crawler/feeds.h"
#include "crawler/xml.h"
#include "crawler/xml_text.h"

namespace crawler {

// <outline xmlUrl text title>, at any depth of folders.
core::Result<std::vector<ListedFeed>> read_opml(std::string_view bytes) {
    using core::Failure;
    if (bytes.size() > kMaxDocument)
        return core::fail(Failure::Kind::TooLarge, "a list of feeds of more than 16 MiB");
    const auto text = core::decode(bytes, "", core::Markup::Xml).text;
    const auto tree = XmlTree::parse(readable_xml(text));
    const auto root = tree.root();
    if (root == XmlTree::none || tree.name(root) != "opml")
        return core::fail(Failure::Kind::NotReadable, "no OPML, as feed readers export it");
    std::vector<ListedFeed> feeds;
    for (auto node = root; node != XmlTree::none; node = tree.next_within(node, root)) {
        if (tree.name(node) != "outline" || feeds.size() == kMaxEntries) continue;
        const auto url = core::Url::parse(tree.attribute(node, "xmlurl").value_or(""));
        if (!url) continue;
        auto title = filled(tree.attribute(node, "title").value_or(""));
        if (!title) title = filled(tree.attribute(node, "text").value_or(""));
        feeds.push_back({*url, std::move(title)});
    }
    return feeds;
}

}  // namespace crawler
