// Which heading of a page is its story's.
#include "extractor/page/page_title.h"
#include "extractor/page/statements.h"

namespace extractor {

namespace {

bool is_told_of_page(Witness witness) {
    return witness == Witness::JsonLd || witness == Witness::OpenGraph ||
           witness == Witness::TitleElement || witness == Witness::Twitter;
}

}  // namespace

std::optional<NodeIndex> find_heading(const Document& document, const MainText& main_text,
                                      const Statements& statements) {
    constexpr double kAlike = 0.4;
    constexpr int kHeadings = 30;
    std::optional<NodeIndex> above;
    std::optional<NodeIndex> best;
    double most = kAlike;
    int count = 0;
    for (NodeIndex n = 0; n < document.nodes.size() && count < kHeadings; ++n) {
        const auto& node = document.nodes[n];
        if (node.tag != Tag::H1 && node.tag != Tag::H2) continue;
        const auto text = core::trim(document.text_of(n));
        if (text.size() < 4 || text.size() > 400) continue;
        ++count;
        const bool is_first = node.tag == Tag::H1;
        if (is_first && (!above || n <= main_text.body)) above = n;
        for (const auto& statement : statements) {
            if (statement.field != Field::Title || !is_told_of_page(statement.witness)) continue;
            const auto alike = title_likeness(statement.value, text) + (is_first ? 0.1 : 0);
            if (alike <= most) continue;
            most = alike;
            best = n;
        }
    }
    return best ? best : above;
}

}  // namespace extractor
