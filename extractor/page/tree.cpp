#include "extractor/page/tree.h"

#include <array>
#include <charconv>
#include <csetjmp>

#include <gumbo.h>

#include "extractor/page/arena.h"
#include "extractor/page/entities.h"
#include "extractor/page/limits.h"
#include "extractor/page/page_text.h"

namespace extractor {

namespace {

struct Parser {
    Arena arena{limits::kParserBytes};
    std::jmp_buf full;
};

void* allocate(void* parser, std::size_t size) {
    auto* self = static_cast<Parser*>(parser);
    void* block = self->arena.allocate(size);
    // Gumbo does not look whether it got memory. There is nothing but C between here and parse().
    if (block == nullptr) std::longjmp(self->full, 1);
    return block;
}

void release(void* parser, void* block) { static_cast<Parser*>(parser)->arena.release(block); }

// The tree lives in the parser's arena, and is gone with it. Null: it did not fit.
const GumboNode* parse(const std::string& html, Parser& parser) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = &parser;
    options.max_errors = 0;
    if (setjmp(parser.full) != 0) return nullptr;
    return gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

Tag tag_of(GumboTag tag) {
    static const auto tags = [] {
        std::array<Tag, GUMBO_TAG_LAST + 1> all{};
        for (unsigned n = 0; n < all.size(); ++n)
            all[n] = n < GUMBO_TAG_UNKNOWN
                         ? extractor::tag_of(gumbo_normalized_tagname(static_cast<GumboTag>(n)))
                         : Tag::Other;
        return all;
    }();
    return tags[tag];
}

bool is_text(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
           node.type == GUMBO_NODE_CDATA;
}

bool is_element(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

const GumboNode* child(const GumboNode& node, std::size_t index) {
    return static_cast<const GumboNode*>(node.v.element.children.data[index]);
}

class Flattener {
public:
    Flattener(std::string_view page, const Prefiltered& filtered, Document& document)
        : page_(page), filtered_(filtered), out_(document), text_(document.text) {}
    void run(const GumboNode& root);

private:
    // An element whose children are being read.
    struct Open {
        const GumboNode* node;
        std::size_t next_child;
        NodeIndex index;
    };
    void enter(const GumboNode& node);
    void leave();
    void add_text(const GumboNode& node);
    template <class Use>
    void each_text(const GumboNode& node, const Use& use);
    std::string_view resolve(core::Span raw, Within within);
    std::string title_text(const GumboNode& node);
    void add_attributes(const GumboNode& node, Node& element);
    void add_attribute(const RawValue& raw, Node& element);
    bool is_streamed(const Node& element) const;
    void note(NodeIndex index);
    NodeIndex add(const Node& node);

    std::string_view page_;
    const Prefiltered& filtered_;
    Document& out_;
    PageText text_;
    std::string resolved_;  // text or value at hand
    std::vector<Open> open_;
    std::size_t preformatted_ = 0;
};

void Flattener::run(const GumboNode& root) {
    enter(root);
    while (!open_.empty()) {
        auto& top = open_.back();
        if (top.next_child >= top.node->v.element.children.length) {
            leave();
            continue;
        }
        const auto& node = *child(*top.node, top.next_child++);
        if (is_text(node))
            add_text(node);
        else if (is_element(node))
            enter(node);
    }
}

NodeIndex Flattener::add(const Node& node) {
    const auto index = static_cast<NodeIndex>(out_.nodes.size());
    out_.nodes.push_back(node);
    auto& added = out_.nodes.back();
    added.depth = static_cast<std::uint16_t>(open_.size());
    added.parent = open_.empty() ? 0 : open_.back().index;
    added.hidden = added.hidden || (!open_.empty() && out_.nodes[added.parent].hidden);
    added.end = index + 1;
    return index;
}

void Flattener::enter(const GumboNode& node) {
    Node element{.tag = tag_of(node.v.element.tag)};
    add_attributes(node, element);
    if (is_block(element.tag)) text_.end_line();
    element.text_begin = element.text_end = text_.size();
    const auto index = add(element);
    if (element.tag == Tag::Br) text_.end_line();
    if (element.tag == Tag::Pre) ++preformatted_;
    note(index);
    if (element.tag == Tag::Title) {
        if (!out_.title && node.v.element.children.length > 0 && is_text(*child(node, 0)))
            out_.title = core::collapse_spaces(title_text(*child(node, 0)));
        return;
    }
    open_.push_back({&node, 0, index});
}

void Flattener::leave() {
    auto& node = out_.nodes[open_.back().index];
    if (node.tag == Tag::Pre) --preformatted_;
    node.text_end = text_.size();
    node.end = static_cast<NodeIndex>(out_.nodes.size());
    if (is_block(node.tag)) text_.end_line();
    open_.pop_back();
}

// Numbers, each with a ';' behind it, and white space.
template <class Use>
void Flattener::each_text(const GumboNode& node, const Use& use) {
    const std::string_view numbers(node.v.text.text);
    for (std::size_t at = 0; at < numbers.size();) {
        std::size_t number = 0;
        const auto [end, error] =
            std::from_chars(numbers.data() + at, numbers.data() + numbers.size(), number);
        if (error != std::errc()) {
            use(numbers.substr(at++, 1));
            continue;
        }
        at = static_cast<std::size_t>(end - numbers.data()) + 1;
        use(resolve(filtered_.texts[number], Within::Text));
    }
}

std::string_view Flattener::resolve(core::Span raw, Within within) {
    const auto text = core::cut(page_, raw);
    if (text.find('&') == std::string_view::npos) return text;
    resolved_.clear();
    append_resolved(resolved_, text, within);
    return resolved_;
}

std::string Flattener::title_text(const GumboNode& node) {
    std::string title;
    each_text(node, [&](std::string_view text) { title += text; });
    return title;
}

void Flattener::add_text(const GumboNode& node) {
    const auto begin = text_.size();
    const auto lines = preformatted_ > 0 ? PageText::Lines::Kept : PageText::Lines::Collapsed;
    each_text(node, [&](std::string_view text) { text_.append(text, lines); });
    if (node.type == GUMBO_NODE_WHITESPACE || text_.size() == begin) return;
    add({.tag = Tag::Text, .text_begin = begin, .text_end = text_.size()});
}

void Flattener::add_attributes(const GumboNode& node, Node& element) {
    element.attributes_begin = static_cast<std::uint32_t>(out_.attributes.size());
    const auto& attributes = node.v.element.attributes;
    for (unsigned n = 0; n < attributes.length; ++n) {
        const std::string_view name(static_cast<const GumboAttribute*>(attributes.data[n])->name);
        std::size_t number = 0;
        std::from_chars(name.data(), name.data() + name.size(), number);
        for (auto at = filtered_.starts[number]; at < filtered_.starts[number + 1]; ++at)
            add_attribute(filtered_.values[at], element);
    }
    element.attributes_end = static_cast<std::uint32_t>(out_.attributes.size());
    if (is_streamed(element)) element.hidden = false;
    // Whole pages are hidden until a script has run; a reader sees them all the same.
    if (element.tag == Tag::Html || element.tag == Tag::Body || element.tag == Tag::Main)
        element.hidden = false;
}

void Flattener::add_attribute(const RawValue& raw, Node& element) {
    const auto value = core::trim(resolve(raw.value, Within::Attribute));
    const auto begin = out_.values.size();
    out_.values += value;
    out_.attributes.push_back({raw.name, {begin, out_.values.size()}});
    switch (raw.name) {
        case AttributeName::Class:
        case AttributeName::Id:
        case AttributeName::Role:
        case AttributeName::Itemprop:
        case AttributeName::DataKind: element.cues.add(cues_in(value)); break;
        case AttributeName::Hidden: element.hidden = value != "until-found"; break;
        default: break;
    }
}

// React sends parts of a page hidden, for a script to put them in place: <div hidden id="S:1f">.
bool Flattener::is_streamed(const Node& element) const {
    for (auto n = element.attributes_begin; n < element.attributes_end; ++n) {
        const auto& attribute = out_.attributes[n];
        if (attribute.name == AttributeName::Id)
            return core::cut(out_.values, attribute.value).starts_with("S:");
    }
    return false;
}

void Flattener::note(NodeIndex index) {
    const auto tag = out_.nodes[index].tag;
    if (tag == Tag::Meta) out_.metas.push_back(index);
    if (tag == Tag::Link) out_.links.push_back(index);
    if (tag == Tag::Html && !out_.lang) {
        if (const auto lang = out_.value(index, AttributeName::Lang); !lang.empty())
            out_.lang = std::string(lang);
    }
    if (tag == Tag::Base && !out_.base_href && out_.has(index, AttributeName::Href))
        out_.base_href = std::string(out_.value(index, AttributeName::Href));
}

}  // namespace

core::Result<void> read_tree(std::string_view page, const Prefiltered& filtered,
                             Document& document) {
    Parser parser;
    const auto* root = parse(filtered.html, parser);
    if (root == nullptr)
        return core::fail(core::Failure::Kind::TooLarge,
                          "the page has more elements than fit into " +
                              std::to_string(limits::kParserBytes >> 20) + " MiB");
    document.nodes.reserve(filtered.html.size() / 12);
    document.text.reserve(page.size() / 8);
    document.values.reserve(page.size() / 8);
    document.attributes.reserve(filtered.values.size());
    Flattener(page, filtered, document).run(*root);
    return {};
}

}  // namespace extractor
