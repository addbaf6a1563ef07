// XML as a flat tree, read by libxml2 in recovery: whatever can be read of it is. Private to the
// crawler. Bounded in depth (256) and number of nodes; to be walked without recursion.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crawler {

// The namespaces that feeds and sitemaps are written in. A prefix nobody declared counts as the
// space it usually stands for.
enum class Namespace {
    None,
    Atom,
    Rss1,
    Rss09,
    Rdf,
    Dc,
    Terms,
    Content,
    Xhtml,
    Sitemap,
    News,
    Xml,
    Itunes,
    Other
};

class XmlTree {
public:
    using Node = std::uint32_t;
    static constexpr Node none = 0;  // node 0 is the document; its children are the roots

    // The text must come from readable_xml().
    static XmlTree parse(std::string_view text);

    Node root() const { return first_child(none); }
    Node parent(Node node) const { return nodes_[node].parent; }
    Node first_child(Node node) const { return nodes_[node].first_child; }
    Node next(Node node) const { return nodes_[node].next; }
    // The node after this one in document order that is not below it; none behind the last one
    // below `top`.
    Node next_outside(Node node, Node top) const;
    // In document order, through the tree below `top`.
    Node next_within(Node node, Node top) const;

    bool is_element(Node node) const { return nodes_[node].name_size > 0; }
    bool is(Node node, Namespace space, std::string_view name) const {
        return nodes_[node].space == space && this->name(node) == name;
    }
    Namespace space(Node node) const { return nodes_[node].space; }
    std::string_view name(Node node) const;      // without prefix, lower case
    std::string_view own_text(Node node) const;  // of a text; empty for an element
    std::string text(Node node) const;           // all text below it
    // What is inside it, as markup, with what `rewrite` makes of the addresses in it.
    using Rewrite = std::function<std::string(std::string_view address)>;
    std::string markup(Node node, const Rewrite& rewrite) const;
    std::optional<std::string_view> attribute(Node node, std::string_view name,
                                              Namespace space = Namespace::None) const;
    const std::vector<std::string>& problems() const { return problems_; }

private:
    friend class XmlBuilder;
    struct Item {
        Node parent = none, first_child = none, last_child = none, next = none;
        std::uint32_t begin = 0, size = 0;  // of text
        std::uint32_t first_attribute = 0;
        std::uint16_t attributes = 0;
        std::uint16_t name_size = 0;  // 0: text
        Namespace space = Namespace::None;
    };
    struct Attribute {
        Namespace space;
        std::uint32_t begin;
        std::uint16_t name_size;
        std::uint32_t value_size;
    };
    std::string_view slice(std::uint32_t begin, std::size_t size) const {
        return std::string_view(pool_).substr(begin, size);
    }
    void open_tag(Node node, const Rewrite& rewrite, std::string& markup) const;

    std::vector<Item> nodes_{1};
    std::vector<Attribute> attributes_;
    std::string pool_;  // every name and text
    std::vector<std::string> problems_;
};

}  // namespace crawler
