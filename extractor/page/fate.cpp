#include "extractor/page/fate.h"

#include <array>

namespace extractor {

std::string_view words_for(Fate fate) {
    static constexpr std::array<std::string_view, 29> words{"kept",
                                                            "outside of the article",
                                                            "hidden",
                                                            "navigation",
                                                            "page header",
                                                            "footer",
                                                            "aside",
                                                            "form",
                                                            "share links",
                                                            "related stories",
                                                            "comments",
                                                            "newsletter",
                                                            "advertisement",
                                                            "cookie notice",
                                                            "paywall",
                                                            "tags and tools",
                                                            "widget",
                                                            "post of a social network",
                                                            "table of data",
                                                            "byline or date",
                                                            "about the author",
                                                            "picture caption",
                                                            "title",
                                                            "mostly links",
                                                            "label",
                                                            "said before",
                                                            "note to the reader",
                                                            "another story",
                                                            "behind the story as JSON-LD tells it"};
    static_assert(words.size() == static_cast<std::size_t>(Fate::Untold) + 1);
    return words[static_cast<std::size_t>(fate)];
}

}  // namespace extractor
