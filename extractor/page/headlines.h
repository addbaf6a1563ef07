// What the page calls its story, to know the headline again where it stands.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extractor/page/document.h"
#include "extractor/page/lines.h"

namespace extractor {

class Headlines {
public:
    // From <title>, og:title, twitter:title and the first <h1>.
    Headlines(const Document& document, const std::vector<Line>& lines);

    // Whether the text is the story's headline, give or take a site's name.
    bool matches(std::string_view text) const;

    // The line in which it stands above the story: the first heading that matches.
    std::optional<std::size_t> line() const { return line_; }

private:
    using Words = std::vector<std::uint32_t>;  // hashes, ascending
    static Words words_of(std::string_view text);
    void add(std::string_view text);
    std::vector<Words> known_;
    std::optional<std::size_t> line_;
};

}  // namespace extractor
