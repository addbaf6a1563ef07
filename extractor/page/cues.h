// What an element's class, id, role, itemprop and data-testid say of its part in the page, by one
// look-up per word in a table (cues.cpp): "entry-content" → Body, "relatedLinks" → Related.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace extractor {

enum class Cue : std::uint8_t {
    Body,        // article-body, entry-content, articleBody: holds the text
    Story,       // article, story, post, main: may hold the text
    Live,        // an entry of a live blog
    Byline,      // author's line, date line
    AuthorBox,   // about the author
    Caption,     // of a picture
    Credit,      // who took the picture
    Navigation,  // menus, breadcrumbs, pagination
    Related,     // other stories, most read, recommended
    Share,
    Comments,
    Newsletter,
    Advertisement,
    Consent,   // cookies
    Paywall,   // subscribe to read on
    Meta,      // tags, topics, categories, print, font size
    Widget,    // modules
    Sidebar,   // a column beside the story
    Modal,     // what lies over the page
    Embed,     // a post of a social network
    Hidden,    // for screen readers, collapsed
    Lead,      // standfirst, summary below the title
    Headline,  // the story's title
    Footer,
    Header,
    Disclaimer,  // correction notes, legal notes
};

// A set of cues.
class Cues {
public:
    constexpr Cues() = default;
    constexpr Cues(std::initializer_list<Cue> cues) {
        for (const auto cue : cues) add(cue);
    }
    constexpr void add(Cue cue) { bits_ |= 1u << static_cast<unsigned>(cue); }
    constexpr void add(Cues cues) { bits_ |= cues.bits_; }
    constexpr bool has(Cue cue) const { return (bits_ & (1u << static_cast<unsigned>(cue))) != 0; }
    constexpr bool any(Cues cues) const { return (bits_ & cues.bits_) != 0; }
    constexpr bool empty() const { return bits_ == 0; }

private:
    std::uint32_t bits_ = 0;
};

// Of one attribute's value: words split at anything but letters and digits, and at camelCase.
Cues cues_in(std::string_view value);

}  // namespace extractor
