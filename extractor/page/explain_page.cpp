#include <algorithm>

#include "extractor/extractor.h"
#include "extractor/page/document.h"
#include "extractor/page/main_text.h"
#include "extractor/page/metadata.h"
#include "extractor/page/story_kind.h"

namespace extractor {

namespace {

constexpr int kLevels = 6;  // of elements that tell where a line stands

// Names longer than this tell a reader nothing, and may be many.
std::string_view if_short(std::string_view name) {
    constexpr std::size_t longest = 40;
    return name.size() <= longest ? name : std::string_view();
}

std::string name_of(const Document& document, NodeIndex node) {
    std::string name(name_of(document.nodes[node].tag));
    const auto classes = document.value(node, AttributeName::Class);
    const auto first_class = if_short(classes.substr(0, classes.find(' ')));
    const auto id = if_short(document.value(node, AttributeName::Id));
    if (!id.empty()) name.append("#").append(id);
    if (!first_class.empty()) name.append(".").append(first_class);
    return name;
}

std::string place_of(const Document& document, NodeIndex node) {
    std::string place;
    for (int level = 0; level < kLevels && node > 0; ++level) {
        auto name = name_of(document, node);
        if (!place.empty()) name.append(" > ").append(place);
        place = std::move(name);
        node = document.nodes[node].parent;
    }
    return place;
}

std::vector<std::string> facts_of(const Document& document, const core::FetchedPage& page,
                                  const MainText& main_text) {
    std::vector<std::string> facts;
    const auto written = write_text(document, main_text);
    for (const auto& reason : read_metadata(document, page, main_text, written.text).reasons)
        facts.push_back(std::string(reason.field) + ": " +
                        (reason.value.empty() ? "not known" : reason.value) + " (" +
                        std::string(reason.witness) + ": " + reason.why + ")");
    if (is_paywalled(document, main_text)) facts.emplace_back("paywalled: only a part is visible");
    if (const auto why = why_no_article(document, page, main_text))
        facts.push_back("no article: " + std::string(*why));
    return facts;
}

std::vector<PageLine> lines_of(const Document& document, const MainText& main_text) {
    std::vector<PageLine> lines;
    for (std::size_t n = 0; n < main_text.lines.size(); ++n)
        lines.push_back({.is_kept = main_text.fates[n] == Fate::Kept,
                         .why = words_for(main_text.fates[n]),
                         .text = std::string(core::cut(document.text, main_text.lines[n].text)),
                         .place = place_of(document, main_text.lines[n].block)});
    return lines;
}

}  // namespace

core::Result<PageReading> explain_page(const core::FetchedPage& page) {
    const auto document = read_document(page);
    if (!document) return tl::unexpected(document.error());
    const auto main_text = find_main_text(*document);
    return PageReading{.facts = facts_of(*document, page, main_text),
                       .lines = lines_of(*document, main_text)};
}

}  // namespace extractor
