#include "extractor/page/main_text.h"

#include <algorithm>
#include <unordered_set>

#include "extractor/page/body.h"
#include "extractor/page/clean.h"
#include "extractor/page/parts.h"

namespace extractor {

namespace {

constexpr std::size_t kLeadDistance = 14;  // lines between a lead and the text, at most

bool is_lead(const Document& document, const Line& line) {
    if (line.size < 30 || line.link_share() > 0.3) return false;
    auto node = line.node;
    for (int level = 0; level < 4 && node > 0; ++level) {
        node = document.nodes[node].parent;
        const auto& element = document.nodes[node];
        if (element.tag == Tag::H1 || element.cues.any({Cue::Headline, Cue::Byline}))
            return element.tag == Tag::H2 && element.cues.has(Cue::Lead);
        if (element.cues.has(Cue::Lead)) return true;
        if (element.tag == Tag::H2) return true;
    }
    return false;
}

}  // namespace

MainText find_main_text(const Document& document) {
    MainText main_text;
    main_text.lines = lines_of(document);
    const auto& lines = main_text.lines;
    const LineIndex index(document, lines);
    main_text.fates = read_parts(document, lines, index);
    auto& fates = main_text.fates;
    const auto bodies = find_bodies(document, lines, fates, index);
    main_text.body = bodies.front();
    std::unordered_set<std::string_view> seen;
    auto body = bodies.begin();
    const auto first = index.first(bodies.front());
    std::optional<std::size_t> title;
    for (std::size_t n = 0; n < lines.size(); ++n) {
        const auto& line = lines[n];
        const auto tag = document.nodes[line.block].tag;
        if (tag == Tag::H1 && n < first) title = n;
    }
    for (std::size_t n = 0; n < lines.size(); ++n) {
        if (fates[n] != Fate::Kept) continue;
        const auto& line = lines[n];
        const auto tag = document.nodes[line.block].tag;
        while (body != bodies.end() && index.end(*body) <= n) ++body;
        const bool inside = body != bodies.end() && index.first(*body) <= n;
        if (!inside) {
            fates[n] = Fate::Outside;
            if (n < first && first - n <= kLeadDistance && title && n > *title &&
                is_lead(document, line))
                fates[n] = Fate::Kept;
            else
                continue;
        }
        if (tag == Tag::H1)
            fates[n] = Fate::Title;
        else if (line.link_share() > 0.8 || (line.link_share() > 0.6 && !line.ends_sentence))
            fates[n] = Fate::Links;
        else if (line.size < 25 && !line.ends_sentence && tag == Tag::Div && !line.after_break &&
                 !(n + 1 < lines.size() && lines[n + 1].after_break))
            fates[n] = Fate::Label;
        else if (line.size > 50 && !seen.insert(core::cut(document.text, line.text)).second)
            fates[n] = Fate::Repeated;
    }
    clean(document, lines, fates);
    return main_text;
}

}  // namespace extractor
