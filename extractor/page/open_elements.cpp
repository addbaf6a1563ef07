#include "extractor/page/open_elements.h"

#include <algorithm>

namespace extractor {

namespace {

constexpr bool one_of(Tag tag, std::initializer_list<Tag> tags) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

constexpr std::array<std::string_view, 18> void_names{
    "area", "base",  "basefont", "bgsound", "br",   "col",  "embed", "frame",  "hr",
    "img",  "image", "input",    "keygen",  "link", "meta", "param", "source", "wbr"};

constexpr std::array<std::string_view, 14> formatting_names{
    "a",    "b", "big",   "code",   "em",     "font", "i",
    "nobr", "s", "small", "strike", "strong", "tt",   "u"};

constexpr std::array<std::string_view, 3> barrier_names{"applet", "marquee", "object"};

constexpr std::array<std::string_view, 4> block_names{"dir", "listing", "main", "center"};

template <std::size_t N>
constexpr bool has(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool closes_paragraph(Tag tag) {
    return is_block(tag) && !one_of(tag, {Tag::Td, Tag::Th, Tag::Tr, Tag::Tbody, Tag::Thead,
                                          Tag::Tfoot, Tag::Caption, Tag::Colgroup, Tag::Button,
                                          Tag::Select, Tag::Option, Tag::Textarea, Tag::Noscript,
                                          Tag::Template, Tag::Head, Tag::Html, Tag::Body});
}

bool is_barrier(const OpenElements::Name& name) { return name.nesting == Nesting::Barrier; }
bool is_table(const OpenElements::Name& name) { return name.tag == Tag::Table; }
bool ends_item_scope(const OpenElements::Name& name) {
    return is_barrier(name) ||
           (name.nesting == Nesting::Block && !one_of(name.tag, {Tag::Address, Tag::Div, Tag::P}));
}

}  // namespace

Nesting nesting_of(std::string_view name, Tag tag) {
    if (one_of(tag, {Tag::Table, Tag::Td, Tag::Th, Tag::Caption, Tag::Button, Tag::Object}))
        return Nesting::Barrier;
    if (tag == Tag::Other || tag == Tag::Canvas) {
        if (has(void_names, name)) return Nesting::Void;
        if (has(formatting_names, name)) return Nesting::Formatting;
        if (has(barrier_names, name)) return Nesting::Barrier;
        return has(block_names, name) ? Nesting::Block : Nesting::Plain;
    }
    if (has(formatting_names, name)) return Nesting::Formatting;
    if (has(void_names, name)) return Nesting::Void;
    return is_block(tag) ? Nesting::Block : Nesting::Plain;
}

bool OpenElements::open(const Name& name) {
    if (name.nesting == Nesting::Void) return true;
    close_implied(name);
    if (open_.size() >= limits::kDepth) {
        ++dropped_;
        return false;
    }
    if (name.nesting == Nesting::Formatting && name.tag != Tag::A) {
        if (formatting_ >= limits::kFormatting) return false;
        ++formatting_;
    }
    open_.push_back(name);
    return true;
}

bool OpenElements::close(const Name& name) {
    if (name.nesting == Nesting::Void) return true;
    if (dropped_ > 0) {
        --dropped_;
        return false;
    }
    if (name.tag == Tag::Form || name.tag == Tag::A) return erase_nearest(name);
    if (name.nesting == Nesting::Formatting) {
        if (formatting_ == 0) return false;
        --formatting_;
        erase_nearest(name);
        return true;
    }
    const auto match = std::find_if(open_.rbegin(), open_.rend(), [&](const Name& open) {
        return open.hash == name.hash ||
               (name.nesting == Nesting::Plain
                    ? open.nesting != Nesting::Plain && open.nesting != Nesting::Formatting
                : one_of(name.tag, {Tag::Table, Tag::Tr, Tag::Tbody, Tag::Thead, Tag::Tfoot,
                                    Tag::Td, Tag::Th, Tag::Caption})
                    ? is_table(open)
                    : is_barrier(open));
    });
    if (match == open_.rend()) return name.tag == Tag::P;
    if (match->hash == name.hash) open_.erase(match.base() - 1, open_.end());
    return true;
}

// Start tags that close what is open, as in the standard's "in body" and table modes.
void OpenElements::close_implied(const Name& name) {
    if (closes_paragraph(name.tag)) close_nearest(Tag::P, is_barrier);
    switch (name.tag) {
        case Tag::Li: close_nearest(Tag::Li, ends_item_scope); break;
        case Tag::Dt:
        case Tag::Dd:
            if (!close_nearest(Tag::Dt, ends_item_scope)) close_nearest(Tag::Dd, ends_item_scope);
            break;
        case Tag::Td:
        case Tag::Th:
            if (!close_nearest(Tag::Td, is_table)) close_nearest(Tag::Th, is_table);
            break;
        case Tag::Tr: close_nearest(Tag::Tr, is_table); break;
        case Tag::Tbody:
        case Tag::Thead:
        case Tag::Tfoot:
            for (const auto tag : {Tag::Tbody, Tag::Thead, Tag::Tfoot})
                if (close_nearest(tag, is_table)) break;
            break;
        case Tag::Option: close_nearest(Tag::Option, is_barrier); break;
        case Tag::A: erase_nearest(name); break;
        default:
            if (is_heading(name.tag) && !open_.empty() && is_heading(open_.back().tag))
                open_.pop_back();
    }
}

bool OpenElements::close_nearest(Tag tag, bool (*stops)(const Name&)) {
    const auto match = std::find_if(open_.rbegin(), open_.rend(), [&](const Name& open) {
        return open.tag == tag || stops(open);
    });
    if (match == open_.rend() || match->tag != tag) return false;
    open_.erase(match.base() - 1, open_.end());
    return true;
}

bool OpenElements::erase_nearest(const Name& name) {
    const auto match = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](const Name& open) { return open.hash == name.hash; });
    if (match == open_.rend()) return false;
    open_.erase(match.base() - 1);
    return true;
}

}  // namespace extractor
