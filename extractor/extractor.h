// From a fetched page to the claims made in it.
//
//     FetchedPage ──read_article──▶ Article ──find_claims──▶ Findings
//
//   page       read_article, read_text, read_links, explain_page
//   language   sentences
//   claims     Lexicon, find_claims, find_attributions, summarise, tone_of
//
// Every function here is pure: no clock, no files, no network, same answer every time, for any
// bytes whatever. Time and memory are bounded: see page/limits.h. Any stage can be looked at:
// `claimtrail show page|article|sentences|claims FILE`. Safe to call from several threads at once.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "core/claim.h"
#include "core/page.h"
#include "core/result.h"

namespace extractor {

// Changes whenever the same page may give another result; kept with every revision.
inline constexpr std::string_view kVersion = "2";

// ── page ──

// Fails with NotReadable (not HTML, empty) or NoArticle (an index, an error page, no text).
core::Result<core::Article> read_article(const core::FetchedPage& page);

struct PlainText {
    std::string text;  // valid UTF-8, taken as it stands: one block per line
    std::optional<std::string> title;
    std::optional<core::Url> url;
    std::optional<core::Timestamp> published;
    std::optional<std::string> language;
};
core::Article read_text(PlainText input);

// Why a page was read as it was: for `show page`, and to find mistakes.
struct PageLine {
    bool is_kept = false;
    std::string_view why;  // "kept", "related stories", "outside of the article" …
    std::string text;
    std::string place;  // the elements it stands in: "article.post > div.entry-content > p"
};
struct PageReading {
    std::vector<std::string> facts;  // "title: Lab sues lab (heading: the markup's title agrees)"
    std::vector<PageLine> lines;
};
core::Result<PageReading> explain_page(const core::FetchedPage& page);

struct PageLinks {
    struct Link {
        core::Url url;
        std::string text;
    };
    std::vector<Link> links;       // of the page, in order, each address once
    std::vector<core::Url> feeds;  // <link rel=alternate> of a feed type
    bool nofollow = false;         // meta robots
};
PageLinks read_links(const core::FetchedPage& page);

// ── language ──

// Sentences of an article's text in reading order; none runs across a block's end.
std::vector<core::Span> sentences(const core::Article& article);

// ── claims ──

// Words of the domain: entities with aliases, cue verbs, hedges, conduct terms. A value, made once
// from data/ and from a newsroom's own additions, then shared.
class Lexicon {
public:
    static const Lexicon& builtin();
    // The built-in one with more entities merged over it: same name replaces.
    static Lexicon with(std::span<const core::Entity> entities);

    const core::Entity* entity(std::string_view name) const;  // canonical name or alias, folded
    std::span<const core::Entity> entities() const;

    struct Tables;
    const Tables& tables() const { return *tables_; }

private:
    explicit Lexicon(std::shared_ptr<const Tables> tables);
    std::shared_ptr<const Tables> tables_;
};

core::Findings find_claims(const core::Article& article, const Lexicon& lexicon);

// Who said what, of anything: spans of source, cue words and content.
struct Attribution {
    std::vector<core::Span> source, cue, content;
};
std::vector<Attribution> find_attributions(const core::Article& article, const Lexicon& lexicon);

// The sentences that carry the article's main claims, in reading order.
std::vector<core::Span> summarise(const core::Article& article, const core::Findings& findings);

struct Tone {
    std::string_view label;  // "negative", "mildly negative", "neutral", …
    double score = 0;        // −1…1
    struct OfEntity {
        std::string name;
        double score = 0;
    };
    std::vector<OfEntity> entities;
};
Tone tone_of(const core::Article& article, const core::Findings& findings, const Lexicon& lexicon);

}  // namespace extractor
