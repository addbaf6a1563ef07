// Which heading of a page is its story's.
#include "extractor/page/page_title.h"
#include "extractor/page/statements.h"

namespace extractor {

namespace {

bool is_told_of_page(Witness witness) {
    return witness == Witness::JsonLd || witness == Witness::OpenGraph ||
           witness == Witness::TitleElement || witness == Witness::Twitter;
}

std::vector<TitleWords> titles_told(const Statements& statements) {
    constexpr std::size_t kTitles = 8;
    std::vector<TitleWords> titles;
    for (const auto& statement : statements)
        if (statement.field == Field::Title && is_told_of_page(statement.witness) &&
            titles.size() < kTitles)
            titles.emplace_back(statement.value);
    return titles;
}

}  // namespace

std::optional<NodeIndex> find_heading(const Document& document, const MainText& main_text,
                                      const Statements& statements) {
    constexpr double kAlike = 0.4;
    constexpr int kHeadings = 30;
    const auto titles = titles_told(statements);
    std::optional<NodeIndex> above;
    std::optional<NodeIndex> best;
    double most = kAlike;
    int count = 0;
    for (NodeIndex n = 0; n < document.nodes.size() && count < kHeadings; ++n) {
        const auto tag = document.nodes[n].tag;
        if (tag != Tag::H1 && tag != Tag::H2) continue;
        const auto text = core::trim(document.text_of(n));
        if (text.size() < 4 || text.size() > 400) continue;
        ++count;
        if (tag == Tag::H1 && (!above || n <= main_text.body)) above = n;
        const TitleWords words(text);
        for (const auto& title : titles) {
            const auto alike = title.likeness(words) + (tag == Tag::H1 ? 0.1 : 0);
            if (alike <= most) continue;
            most = alike;
            best = n;
        }
    }
    return best ? best : above;
}

}  // namespace extractor
