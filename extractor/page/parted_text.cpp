#include "extractor/page/parted_text.h"

#include <algorithm>

namespace extractor {

namespace {

bool is_letter_style(Tag tag) {
    return tag == Tag::B || tag == Tag::I || tag == Tag::Em || tag == Tag::Strong ||
           tag == Tag::Small || tag == Tag::Sup || tag == Tag::Sub || tag == Tag::Font;
}

bool is_phrase(const Document& document, const Node& run) {
    const auto text = core::cut(document.text, {run.text_begin, run.text_end});
    return core::trim(text).find(' ') != std::string_view::npos;
}

// "J<small>ANE</small>": the style of some letters, right below the other run's element.
bool is_styled_within(const Document& document, NodeIndex styled, NodeIndex around) {
    const auto& element = document.nodes[styled];
    return is_letter_style(element.tag) && element.parent == around;
}

std::string_view mark_between(const Document& document, const Node& left, const Node& right) {
    const auto gap = core::cut(document.text, {left.text_end, right.text_begin});
    if (gap.find('\n') != std::string_view::npos) return " | ";
    if (document.nodes[left.parent].tag == Tag::A || document.nodes[right.parent].tag == Tag::A)
        return " | ";
    if (left.parent == right.parent) return "";
    // Two runs of several words each are two things: a name and a role, a name and a name.
    if (is_phrase(document, left) && is_phrase(document, right)) return " | ";
    const bool is_one_word = is_styled_within(document, left.parent, right.parent) ||
                             is_styled_within(document, right.parent, left.parent);
    return is_one_word ? "" : " ";
}

void add_parted(std::string& line, std::string_view run) {
    for (;;) {
        const auto end = run.find('\n');
        line += run.substr(0, end);
        if (end == std::string_view::npos) return;
        line += " | ";
        run.remove_prefix(end + 1);
    }
}

}  // namespace

std::string parted_text(const Document& document, NodeIndex from, std::size_t text_end) {
    std::string line;
    const Node* before = nullptr;
    for (auto n = from; n < document.nodes.size(); ++n) {
        const auto& node = document.nodes[n];
        if (node.text_begin >= text_end) break;
        if (node.tag != Tag::Text || node.hidden) continue;
        if (before != nullptr && !line.empty()) line += mark_between(document, *before, node);
        const auto end = std::min<std::size_t>(node.text_end, text_end);
        add_parted(line, core::cut(document.text, {node.text_begin, end}));
        before = &node;
    }
    return line;
}

}  // namespace extractor
