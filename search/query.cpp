#include "search/query.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/text.h"
#include "search/query_passage.h"
#include "search/query_reader.h"
#include "search/search.h"

namespace search {

namespace {

// What people paste: typographic quotes and spaces.
struct Replacement {
    std::string_view from, to;
};
constexpr std::array<Replacement, 9> kReplacements{{{"\u201C", "\""},
                                                    {"\u201D", "\""},
                                                    {"\u201E", "\""},
                                                    {"\u00AB", "\""},
                                                    {"\u00BB", "\""},
                                                    {"\u2018", "'"},
                                                    {"\u2019", "'"},
                                                    {"\u00A0", " "},
                                                    {"\u202F", " "}}};

std::string straightened(std::string_view text) {
    std::string straight;
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        const auto* found =
            std::find_if(kReplacements.begin(), kReplacements.end(),
                         [&](const Replacement& r) { return rest.starts_with(r.from); });
        if (found == kReplacements.end()) {
            const auto c = static_cast<unsigned char>(text[at++]);
            straight += c < 0x20 || c == 0x7F ? ' ' : static_cast<char>(c);
        } else {
            straight += found->to;
            at += found->from.size();
        }
    }
    return straight;
}

std::string dates_text(const Node& node) {
    const std::string_view name = node.kind == Node::Kind::Dates ? "date" : "happened";
    return fmt::format("{}:{}..{}", name, node.from ? core::to_text(*node.from) : "",
                       node.to ? core::to_text(*node.to) : "");
}

std::string origins_text(const Node& node) {
    return fmt::format("origins:{}..{}", node.least ? std::to_string(*node.least) : "",
                       node.most ? std::to_string(*node.most) : "");
}

std::string field_text(const Node& node) {
    const bool quoted = node.text.find_first_of(" ()") != std::string::npos;
    const std::string_view quote = quoted ? "\"" : "";
    return fmt::format("{}:{}{}{}", row(node.field).name, quote, node.text, quote);
}

bool needs_brackets(const Node& inner, const Node& outer) {
    using Kind = Node::Kind;
    switch (inner.kind) {
        case Kind::And:
        case Kind::Or: return true;
        case Kind::List:
            return inner.children.size() > 1 || inner.excluded ||
                   (inner.children.front().excluded && outer.kind == Kind::List);
        case Kind::Near: return outer.kind == Kind::Near && &inner != &outer.children.front();
        default: return false;
    }
}

std::string joined(const Node& node, std::string_view between) {
    std::string text;
    for (const auto& child : node.children) {
        if (!text.empty()) text += between;
        if (child.excluded) text += "NOT ";
        const auto inner = print_query(child);
        text += needs_brackets(child, node) ? "(" + inner + ")" : inner;
    }
    return text;
}

}  // namespace

Parsed parse_query(std::string_view text) {
    const auto straight = straightened(text.substr(0, kMaxQueryBytes));
    const auto repaired = core::repair_utf8(straight);
    QueryReader reader(repaired);
    Parsed parsed{.passage = is_passage(repaired)};
    parsed.root = parsed.passage ? reader.read_passage() : reader.read();
    parsed.notes = reader.take_notes();
    if (text.size() > kMaxQueryBytes)
        parsed.notes.push_back(
            fmt::format("only the first {} bytes of the query are read", kMaxQueryBytes));
    return parsed;
}

Explained explain(std::string_view words) {
    auto parsed = parse_query(words);
    return {print_query(parsed.root), std::move(parsed.notes)};
}

std::string print_query(const Node& node) {
    switch (node.kind) {
        case Node::Kind::Word: return node.text;
        case Node::Kind::Wildcard: return node.text + "*";
        case Node::Kind::Phrase: return "\"" + node.text + "\"";
        case Node::Kind::Field: return field_text(node);
        case Node::Kind::Dates:
        case Node::Kind::Happened: return dates_text(node);
        case Node::Kind::Origins: return origins_text(node);
        case Node::Kind::Near: return joined(node, fmt::format(" NEAR/{} ", node.distance));
        case Node::Kind::List: return joined(node, " ");
        case Node::Kind::And: return joined(node, " AND ");
        case Node::Kind::Or: return joined(node, " OR ");
    }
    return {};
}

}  // namespace search
