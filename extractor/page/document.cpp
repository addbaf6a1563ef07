#include "extractor/page/document.h"

#include "core/charset.h"
#include "extractor/page/limits.h"
#include "extractor/page/prefilter.h"
#include "extractor/page/tree.h"

namespace extractor {

namespace {

const Attribute* find(const Document& document, NodeIndex node, AttributeName name) {
    const auto& element = document.nodes[node];
    for (auto n = element.attributes_begin; n < element.attributes_end; ++n)
        if (document.attributes[n].name == name) return &document.attributes[n];
    return nullptr;
}

core::Result<void> check(const core::FetchedPage& page) {
    using Kind = core::Failure::Kind;
    if (page.body.size() > limits::kPageBytes)
        return core::fail(Kind::TooLarge, "the page is larger than " +
                                              std::to_string(limits::kPageBytes >> 20) + " MiB");
    if (core::trim(page.body).empty()) return core::fail(Kind::NotReadable, "the page is empty");
    return {};
}

}  // namespace

std::string_view Document::value(NodeIndex node, AttributeName name) const {
    const auto* found = find(*this, node, name);
    return found != nullptr ? core::cut(values, found->value) : std::string_view();
}

bool Document::has(NodeIndex node, AttributeName name) const {
    return find(*this, node, name) != nullptr;
}

std::optional<NodeIndex> Document::closest(NodeIndex node, Tag tag) const {
    for (;; node = nodes[node].parent) {
        if (nodes[node].tag == tag) return node;
        if (node == 0) return std::nullopt;
    }
}

core::Result<Document> read_markup(std::string html) {
    Document document;
    document.source = std::move(html);
    auto filtered = prefilter(document.source);
    document.json_ld = std::move(filtered.json_ld);
    for (const auto& state : filtered.page_states)
        document.page_states.push_back({state.name, state.body});
    if (const auto read = read_tree(document.source, filtered, document); !read)
        return tl::unexpected(read.error());
    return document;
}

core::Result<Document> read_document(const core::FetchedPage& page) {
    if (const auto fit = check(page); !fit) return tl::unexpected(fit.error());
    return read_markup(core::decode(page.body, page.content_type, core::Markup::Html).text);
}

}  // namespace extractor
