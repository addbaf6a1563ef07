#include "crawler/xml.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <memory>
#include <new>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "core/text.h"
#include "crawler/xml_text.h"

namespace crawler {
namespace {

constexpr std::size_t kMaxNodes = 2'000'000;
constexpr std::size_t kMaxProblems = 5;
constexpr std::size_t kMaxName = 200;

struct KnownNamespace {
    std::string_view uri, prefix;
    Namespace space;
};
constexpr std::array<KnownNamespace, 18> namespaces{{
    {"http://www.w3.org/2005/Atom", "atom", Namespace::Atom},
    {"http://purl.org/atom/", "atom03", Namespace::Atom},
    {"http://purl.org/rss/1.0/modules/content/", "content", Namespace::Content},
    {"http://purl.org/rss/1.0/modules/", "", Namespace::Other},
    {"http://purl.org/rss/1.0/", "", Namespace::Rss1},
    {"http://purl.org/net/rss1.1#", "", Namespace::Rss1},
    {"http://my.netscape.com/rdf/simple/0.9/", "", Namespace::Rss09},
    {"http://channel.netscape.com/rdf/simple/0.9/", "", Namespace::Rss09},
    {"http://my.netscape.com/publish/formats/rss-0.91.dtd", "", Namespace::None},
    {"http://backend.userland.com/", "", Namespace::None},
    {"http://blogs.law.harvard.edu/tech/rss", "", Namespace::None},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf", Namespace::Rdf},
    {"http://purl.org/dc/elements/", "dc", Namespace::Dc},
    {"http://purl.org/dc/terms/", "dcterms", Namespace::Terms},
    {"http://www.w3.org/1999/xhtml", "xhtml", Namespace::Xhtml},
    {"http://www.sitemaps.org/schemas/sitemap-news/", "", Namespace::Other},
    {"http://www.google.com/schemas/sitemap-news/", "news", Namespace::News},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes", Namespace::Itunes},
}};

std::string_view view(const xmlChar* text) {
    return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

Namespace namespace_of(std::string_view uri, std::string_view prefix) {
    if (prefix == "xml") return Namespace::Xml;
    if (uri.empty() && prefix.empty()) return Namespace::None;
    if (uri.starts_with("http://www.sitemaps.org/schemas/sitemap/") ||
        uri.starts_with("http://www.google.com/schemas/sitemap/"))
        return Namespace::Sitemap;
    for (const auto& row : namespaces) {
        const bool same = uri.empty()
                              ? row.prefix == prefix
                              : core::equals_ignoring_case(uri.substr(0, row.uri.size()), row.uri);
        if (same) return row.space;
    }
    return prefix.empty() ? Namespace::None : Namespace::Other;
}

// Without entity replacement libxml2 hands over an ampersand in an attribute as a reference.
std::string attribute_value(std::string_view raw) {
    constexpr std::string_view ampersand = "&#38;";
    std::string value;
    for (auto at = raw.find(ampersand); at != raw.npos; at = raw.find(ampersand)) {
        value.append(raw.substr(0, at)) += '&';
        raw.remove_prefix(at + ampersand.size());
    }
    return value.append(raw);
}

struct FreeParser {
    void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};
using Parser = std::unique_ptr<xmlParserCtxt, FreeParser>;

}  // namespace

// Takes the parser's events and hangs them into the tree.
class XmlBuilder {
public:
    explicit XmlBuilder(xmlParserCtxt* parser) : parser_(parser) {
        parser->userData = this;
        *parser->sax = {};
        parser->sax->initialized = XML_SAX2_MAGIC;
        parser->sax->startElementNs = [](void* self, const xmlChar* name, const xmlChar* prefix,
                                         const xmlChar* uri, int, const xmlChar**, int count, int,
                                         const xmlChar** attributes) {
            static_cast<XmlBuilder*>(self)->open(view(name), namespace_of(view(uri), view(prefix)));
            for (int n = 0; n < count; ++n)
                static_cast<XmlBuilder*>(self)->add_attribute(attributes + std::ptrdiff_t{n} * 5);
        };
        parser->sax->endElementNs = [](void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
            static_cast<XmlBuilder*>(self)->close();
        };
        const auto characters = [](void* self, const xmlChar* text, int size) {
            static_cast<XmlBuilder*>(self)->add_text(
                {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
        };
        parser->sax->characters = characters;
        parser->sax->ignorableWhitespace = characters;
        parser->sax->cdataBlock = characters;
        parser->sax->serror = [](void* self, xmlErrorPtr error) {
            static_cast<XmlBuilder*>(self)->add_problem(*error);
        };
    }

    XmlTree take() { return std::move(tree_); }

private:
    using Node = XmlTree::Node;

    void open(std::string_view name, Namespace space) {
        name = name.substr(0, kMaxName);
        const Node node = append();
        if (node == XmlTree::none) return;
        auto& item = tree_.nodes_[node];
        item.space = space;
        item.name_size = static_cast<std::uint16_t>(name.size());
        item.begin = keep(core::lower_ascii(name));
        item.first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
        current_ = node;
    }

    // Five pointers: name, prefix, URI, begin and end of the value.
    void add_attribute(const xmlChar** parts) {
        auto& item = tree_.nodes_[current_];
        const auto name = core::lower_ascii(view(parts[0]).substr(0, kMaxName));
        if (full_ || item.attributes == std::numeric_limits<std::uint16_t>::max()) return;
        const auto begin = keep(name);
        const auto value = attribute_value({reinterpret_cast<const char*>(parts[3]),
                                            static_cast<std::size_t>(parts[4] - parts[3])});
        keep(value);
        tree_.attributes_.push_back({namespace_of(view(parts[2]), view(parts[1])), begin,
                                     static_cast<std::uint16_t>(name.size()),
                                     static_cast<std::uint32_t>(value.size())});
        ++item.attributes;
    }

    void close() {
        if (!full_) current_ = tree_.nodes_[current_].parent;
    }

    void add_text(std::string_view text) {
        if (full_ || current_ == XmlTree::none) return;
        const Node last = tree_.nodes_[current_].last_child;
        if (last != XmlTree::none && !tree_.is_element(last) &&
            tree_.nodes_[last].begin + tree_.nodes_[last].size == tree_.pool_.size()) {
            keep(text);
            tree_.nodes_[last].size += static_cast<std::uint32_t>(text.size());
        } else if (const Node node = append(); node != XmlTree::none) {
            tree_.nodes_[node].begin = keep(text);
            tree_.nodes_[node].size = static_cast<std::uint32_t>(text.size());
        }
    }

    void add_problem(const xmlError& error) {
        if (tree_.problems_.size() >= kMaxProblems || !error.message) return;
        tree_.problems_.push_back("line " + std::to_string(error.line) + ": " +
                                  std::string(core::trim(core::repair_utf8(error.message))));
    }

    Node append() {
        if (full_) return XmlTree::none;
        if (tree_.nodes_.size() >= kMaxNodes) {
            full_ = true;
            tree_.problems_.push_back("too many elements: the rest was not read");
            xmlStopParser(parser_);
            return XmlTree::none;
        }
        const auto node = static_cast<Node>(tree_.nodes_.size());
        tree_.nodes_.push_back({.parent = current_});
        auto& parent = tree_.nodes_[current_];
        if (parent.last_child == XmlTree::none)
            parent.first_child = node;
        else
            tree_.nodes_[parent.last_child].next = node;
        parent.last_child = node;
        return node;
    }

    std::uint32_t keep(std::string_view text) {
        const auto begin = static_cast<std::uint32_t>(tree_.pool_.size());
        tree_.pool_.append(text);
        return begin;
    }

    xmlParserCtxt* parser_;
    XmlTree tree_;
    Node current_ = XmlTree::none;
    bool full_ = false;
};

// A stranger's document must not make the parser open files or the network, nor expand anything:
// no NOENT, no DTD, NONET; without HUGE its own limits on depth and text hold.
XmlTree XmlTree::parse(std::string_view text) {
    const Parser parser(xmlNewParserCtxt());
    if (!parser) throw std::bad_alloc();
    XmlBuilder builder(parser.get());
    constexpr std::size_t most = 1 << 30;
    xmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(std::min(text.size(), most)),
                      nullptr, "UTF-8", XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOCDATA);
    return builder.take();
}

XmlTree::Node XmlTree::next_outside(Node node, Node top) const {
    while (node != top && node != none) {
        if (nodes_[node].next != none) return nodes_[node].next;
        node = nodes_[node].parent;
    }
    return none;
}

XmlTree::Node XmlTree::next_within(Node node, Node top) const {
    if (nodes_[node].first_child != none) return nodes_[node].first_child;
    return next_outside(node, top);
}

std::string_view XmlTree::name(Node node) const {
    return slice(nodes_[node].begin, nodes_[node].name_size);
}

std::string_view XmlTree::own_text(Node node) const {
    return is_element(node) ? std::string_view() : slice(nodes_[node].begin, nodes_[node].size);
}

std::string XmlTree::text(Node node) const {
    std::string text;
    for (Node at = first_child(node); at != none; at = next_within(at, node)) text += own_text(at);
    return text;
}

void XmlTree::open_tag(Node node, const Rewrite& rewrite, std::string& markup) const {
    markup += '<';
    markup += name(node);
    for (std::uint32_t n = 0; n < nodes_[node].attributes; ++n) {
        const auto& attribute = attributes_[nodes_[node].first_attribute + n];
        const auto value_begin = attribute.begin + attribute.name_size;
        if (attribute.space != Namespace::None) continue;
        const auto key = slice(attribute.begin, attribute.name_size);
        const auto value = slice(value_begin, attribute.value_size);
        const bool is_address = key == "href" || key == "src" || key == "cite";
        (markup += ' ') += key;
        markup += "=\"" + escape_markup(is_address ? rewrite(value) : std::string(value)) + '"';
    }
    markup += '>';
}

std::string XmlTree::markup(Node node, const Rewrite& rewrite) const {
    std::string markup;
    Node at = first_child(node);
    const auto is_void = [&](Node element) {
        const auto tag = name(element);
        return first_child(element) == none && (tag == "br" || tag == "img" || tag == "hr");
    };
    const auto close = [&](Node element) {
        if (is_element(element) && !is_void(element)) {
            markup += "</";
            markup += name(element);
            markup += '>';
        }
    };
    while (at != none) {
        if (is_element(at))
            open_tag(at, rewrite, markup);
        else
            markup += escape_markup(slice(nodes_[at].begin, nodes_[at].size));
        if (first_child(at) != none) {
            at = first_child(at);
            continue;
        }
        close(at);
        while (nodes_[at].next == none && nodes_[at].parent != node) {
            at = nodes_[at].parent;
            close(at);
        }
        at = nodes_[at].next;
    }
    return markup;
}

std::optional<std::string_view> XmlTree::attribute(Node node, std::string_view name,
                                                   Namespace space) const {
    for (std::uint32_t n = 0; n < nodes_[node].attributes; ++n) {
        const auto& attribute = attributes_[nodes_[node].first_attribute + n];
        if (attribute.space == space && slice(attribute.begin, attribute.name_size) == name)
            return slice(attribute.begin + attribute.name_size, attribute.value_size);
    }
    return std::nullopt;
}

}  // namespace crawler
