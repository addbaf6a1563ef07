// What the witnesses on a page say, before anything is believed. Private to metadata.cpp's parts.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/page.h"
#include "extractor/page/document.h"
#include "extractor/page/main_text.h"

namespace extractor {

enum class Field : std::uint8_t {
    Title,
    Author,
    Published,
    Modified,
    Dated,  // a date of either kind
    Outlet,
    Address,
    Language,
    Robots,
};

// In the order in which they are believed where nothing else decides.
enum class Witness : std::uint8_t {
    JsonLd,       // of the page's main entity
    ArticleMeta,  // article:published_time and its kin
    Microdata,
    NamedMeta,  // <meta name=author>, parsely-*, sailthru.*, citation_*
    DublinCore,
    OpenGraph,
    Twitter,
    Heading,
    RelAuthor,
    Byline,       // an element that is called so
    Line,         // "By …" near the heading
    EndLine,      // "(Reporting by …)" where the story ends
    Signature,    // a few words alone above the story, or bold ones below it
    LoneLine,     // a short one near the heading, which may be a name
    TimeElement,  // <time datetime> near the heading
    TextDate,     // a date in a line near the heading
    TitleElement,
    Link,         // <link rel=canonical>
    JsonLdOther,  // of another entity than the main one: its web page, its video
    Address,      // the page's own
    Markup,       // <html lang>
    Header,       // of the response
};
std::string_view words_for(Witness witness);

struct Statement {
    Field field;
    Witness witness;
    std::string value;      // spaces collapsed, not empty
    NodeIndex node = 0;     // where, if in the tree
    bool is_group = false;  // an author who is said to be an organisation
};
using Statements = std::vector<Statement>;

inline constexpr std::size_t kMostStatements = 400;  // more are left out
inline constexpr std::size_t kLongestValue = 2'000;  // bytes; longer ones say nothing

// Drops what is empty, too long or too much.
void state(Statements& statements, Statement statement);

void collect_meta(const Document& document, const core::FetchedPage& page, Statements& statements);
void collect_linked_data(const Document& document, const core::FetchedPage& page,
                         Statements& statements);
// The story's heading: the <h1> that says what the titles told so far say; else the last one above
// the main text.
std::optional<NodeIndex> find_heading(const Document& document, const MainText& main_text,
                                      const Statements& statements);
// `heading`: where bylines and dates are looked for.
void collect_markup(const Document& document, const MainText& main_text,
                    std::optional<NodeIndex> heading, Statements& statements);

}  // namespace extractor
