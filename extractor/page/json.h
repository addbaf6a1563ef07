// JSON as pages hold it: read as far as it makes sense, never refused.
//
// One flat array in preorder, like Document::nodes; nothing recurses. Forgiven are missing and
// superfluous commas, raw line ends and unescaped quotes in strings, comments, CDATA marks, several
// values in a row, and an end in the middle. Linear in the text's size.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace extractor {

using JsonIndex = std::uint32_t;

struct JsonNode {
    enum class Kind : std::uint8_t { Object, Array, String, Literal };  // Literal: number or word
    Kind kind = Kind::Object;
    JsonIndex end = 0;  // one behind the last node of the subtree
    core::Span key;     // of the text, without quotes; empty outside of objects
    core::Span value;   // of the text: a string without quotes, escapes as they stand; a literal
};

// Holds a view of the text, which must outlive it.
class Json {
public:
    explicit Json(std::string_view text);

    // [0] is an array of the values that stand at the top: most often one.
    const std::vector<JsonNode>& nodes() const { return nodes_; }
    JsonIndex end(JsonIndex node) const { return nodes_[node].end; }
    bool is(JsonIndex node, JsonNode::Kind kind) const { return nodes_[node].kind == kind; }
    std::string_view key(JsonIndex node) const { return core::cut(text_, nodes_[node].key); }

    std::optional<JsonIndex> member(JsonIndex object, std::string_view key) const;
    // Of a string or a number, trimmed, escapes and HTML entities resolved; else empty.
    std::string text(JsonIndex node) const;
    std::string text(std::optional<JsonIndex> node) const { return node ? text(*node) : ""; }
    // A string as it stands: for words and types, which are never escaped.
    std::string_view raw(JsonIndex node) const { return core::cut(text_, nodes_[node].value); }

private:
    friend class JsonReader;
    std::string_view text_;
    std::vector<JsonNode> nodes_;
};

// Escapes as JSON and JavaScript have them; an unknown one stands for its character.
std::string resolve_escapes(std::string_view text);

// "&amp;", "&#8217;", "&#x2019;" and the names that headlines hold; others stay as they are.
std::string resolve_entities(std::string_view text);

}  // namespace extractor
