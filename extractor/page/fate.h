// What becomes of a line, and the words for it.
#pragma once
#include <cstdint>
#include <string_view>

namespace extractor {

enum class Fate : std::uint8_t {
    Kept,
    Outside,  // of the elements that hold the article
    Hidden,
    Navigation,
    Header,
    Footer,
    Aside,
    Form,
    Share,
    Related,
    Comments,
    Newsletter,
    Advertisement,
    Consent,
    Paywall,
    Meta,
    Widget,
    Embed,
    Table,
    Byline,
    AuthorBox,
    Caption,
    Title,
    Links,      // mostly links
    Label,      // too short to be a sentence, and in no place where short text stands
    Repeated,   // said before on the page
    Phrase,     // begins as notes to the reader do: "Read more:", "Sign up"
    NextStory,  // of another article behind this one
    Untold,     // behind the end of the story as JSON-LD tells it
};

std::string_view words_for(Fate fate);

}  // namespace extractor
