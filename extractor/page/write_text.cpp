// The kept lines as an article's text and blocks.
#include "core/vocabulary.h"
#include "extractor/page/live_entries.h"
#include "extractor/page/main_text.h"

namespace extractor {

namespace {

core::BlockKind kind_of(const Document& document, const Line& line, const LiveLine& live) {
    using Kind = core::BlockKind;
    const auto text = live.is_entry ? Kind::LiveEntry : Kind::Paragraph;
    for (auto node = line.block;; node = document.nodes[node].parent) {
        const auto tag = document.nodes[node].tag;
        if (is_heading(tag)) return Kind::Heading;
        // A list of entries does not make each of them an item of a list.
        if (node == 0 || node == live.element || tag == Tag::Body || tag == Tag::Article)
            return text;
        if (tag == Tag::Li || tag == Tag::Dd || tag == Tag::Dt) return Kind::ListItem;
        if (tag == Tag::Blockquote) return Kind::Quotation;
        if (tag == Tag::Figcaption || tag == Tag::Figure || tag == Tag::Caption)
            return Kind::Caption;
    }
}

// A line that a single <br> cut in the middle of a sentence.
bool goes_on(std::string_view before, std::string_view line) {
    const char last = before.back();
    return (core::is_alpha(last) || last == ',') && line.front() >= 'a' && line.front() <= 'z';
}

}  // namespace

Written write_text(const Document& document, const MainText& main_text) {
    Written written;
    auto live = read_live_entries(document, main_text);
    live.resize(main_text.lines.size());
    for (std::size_t n = 0; n < main_text.lines.size(); ++n) {
        if (main_text.fates[n] != Fate::Kept) continue;
        const auto& line = main_text.lines[n];
        const auto text = core::cut(document.text, line.text);
        const bool joins = line.after_break && n > 0 && main_text.fates[n - 1] == Fate::Kept &&
                           goes_on(written.text, text);
        if (!written.text.empty()) written.text += joins ? ' ' : '\n';
        const auto begin = written.text.size();
        written.text += text;
        if (joins)
            written.blocks.back().span.end = written.text.size();
        else
            written.blocks.push_back({.kind = kind_of(document, line, live[n]),
                                      .span = {begin, written.text.size()},
                                      .posted = live[n].posted});
    }
    return written;
}

}  // namespace extractor
