// What the elements of RSS and Atom mean, and what stands in them. Private to the crawler; pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "crawler/feed_parts.h"
#include "crawler/xml.h"

namespace crawler {

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

Field field_of(const XmlTree& tree, XmlTree::Node node);

// An element of the feed's own vocabulary, whatever its version.
bool is_own(const XmlTree& tree, XmlTree::Node node, std::string_view name);
bool is_entry(const XmlTree& tree, XmlTree::Node node);

// Addresses within their markup become absolute.
std::optional<std::string> title_text(const XmlTree& tree, XmlTree::Node node, const Base& base);
std::optional<std::string> html_text(const XmlTree& tree, XmlTree::Node node, const Base& base);
std::string author_text(const XmlTree& tree, XmlTree::Node node);

}  // namespace crawler
