// A page as one flat array: what the extractors and the metadata reader walk instead of a tree.
//
//   make      read_document: bytes → UTF-8 → byte prefilter → Gumbo → this; see prefilter.h
//   walk      nodes in preorder; the subtree of i is [i, nodes[i].end), its text one slice
//   scripts   JSON-LD and page state never reach the parser: their bodies lie in `source`
//
// Nothing in here recurses, and every size is bounded (limits.h). A Document owns all it refers to.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/page.h"
#include "core/result.h"
#include "core/text.h"
#include "extractor/page/cues.h"
#include "extractor/page/tags.h"

namespace extractor {

using NodeIndex = std::uint32_t;

struct Node {
    Tag tag = Tag::Other;  // Tag::Text: a run of text, which has no children or attributes
    bool hidden = false;   // itself or an ancestor: hidden, display:none, <template>, <noscript>
    std::uint16_t depth = 0;
    NodeIndex parent = 0;          // of the root: itself
    NodeIndex end = 0;             // one behind the last node of the subtree
    std::uint32_t text_begin = 0;  // of Document::text, with all that is below
    std::uint32_t text_end = 0;
    std::uint32_t attributes_begin = 0;  // of Document::attributes
    std::uint32_t attributes_end = 0;
    Cues cues;  // what class, id, role and the like say of it
};

struct Attribute {
    AttributeName name;
    core::Span value;  // of Document::values, entities decoded, trimmed
};

// `window.__STATE__ = {…}` and `<script id="__NEXT_DATA__" type="application/json">`.
struct PageState {
    core::Span name;  // of Document::source: the script's id or the variable's name; may be empty
    core::Span body;  // of Document::source, from the first brace; may be broken JSON
};

struct Document {
    std::vector<Node> nodes;  // [0] is <html>
    std::vector<Attribute> attributes;
    // All text of the page in order: white space collapsed to one space, '\n' where a block begins
    // or ends and for <br>, nothing at inline borders. Holds <title>, <script> and <style> never.
    std::string text;
    std::string values;  // of attributes
    std::string source;  // the page in UTF-8

    std::vector<NodeIndex> metas, links;  // <meta>, <link>, wherever they stand, in order
    std::vector<core::Span> json_ld;      // of source: bodies of <script type=application/ld+json>
    std::vector<PageState> page_states;
    std::optional<std::string> title;      // the first <title>, spaces collapsed
    std::optional<std::string> lang;       // <html lang>, else xml:lang
    std::optional<std::string> base_href;  // the first <base href>

    // Trimmed; may hold line ends.
    std::string_view text_of(NodeIndex node) const {
        return core::trim(core::cut(text, {nodes[node].text_begin, nodes[node].text_end}));
    }
    // The attribute's value, empty if it has none or an empty one; `has` tells them apart.
    std::string_view value(NodeIndex node, AttributeName name) const;
    bool has(NodeIndex node, AttributeName name) const;
    std::string_view at_source(core::Span span) const { return core::cut(source, span); }
    // The next node behind this one's subtree, or nodes.size().
    NodeIndex behind(NodeIndex node) const { return nodes[node].end; }
    bool is_within(NodeIndex node, NodeIndex ancestor) const {
        return ancestor <= node && node < nodes[ancestor].end;
    }
    // The nearest ancestor of that tag, or the node itself; none.
    std::optional<NodeIndex> closest(NodeIndex node, Tag tag) const;
};

// Fails with NotReadable (empty, not HTML) or TooLarge; the message names the limit.
core::Result<Document> read_document(const core::FetchedPage& page);

// The same of HTML that is UTF-8 already, and no larger than a page.
core::Result<Document> read_markup(std::string html);

}  // namespace extractor
