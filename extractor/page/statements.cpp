#include "extractor/page/statements.h"

#include <array>

namespace extractor {

std::string_view words_for(Witness witness) {
    constexpr std::array words = std::to_array<std::string_view>({"JSON-LD",
                                                                  "article meta",
                                                                  "microdata",
                                                                  "named meta",
                                                                  "Dublin Core",
                                                                  "OpenGraph",
                                                                  "Twitter card",
                                                                  "heading",
                                                                  "rel=author",
                                                                  "byline",
                                                                  "byline in the text",
                                                                  "line at the end",
                                                                  "signature",
                                                                  "line near the heading",
                                                                  "<time>",
                                                                  "date in the text",
                                                                  "<title>",
                                                                  "link",
                                                                  "other JSON-LD",
                                                                  "address",
                                                                  "markup",
                                                                  "response header"});
    return words[static_cast<std::size_t>(witness)];
}

void state(Statements& statements, Statement statement) {
    if (statements.size() >= kMostStatements || statement.value.size() > kLongestValue) return;
    statement.value = core::collapse_spaces(statement.value);
    if (!statement.value.empty()) statements.push_back(std::move(statement));
}

}  // namespace extractor
