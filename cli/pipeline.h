// One article's way through the house, and what follows from it.
//
//     page ─read_article─▶ article ─find_claims─▶ findings ─save─▶ store
//     store ─topics─▶ assemble ─put─▶ store ─change log─▶ index
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/inputs.h"
#include "core/result.h"
#include "extractor/extractor.h"
#include "search/search.h"
#include "store/store.h"

namespace cli {

// What the sources call the outlet of a domain; none where they do not agree.
using OutletNames = std::map<std::string, std::string, std::less<>>;
OutletNames outlet_names(const std::vector<store::SourceSpec>& sources);

class Pipeline {
public:
    // Catches up first with what an earlier process left undone.
    Pipeline(store::Store& store, search::IndexWriter& index, const extractor::Lexicon& lexicon,
             OutletNames outlets);

    // The rest of the way for one page; everyday failures are the caller's to report.
    core::Result<store::SavedArticle> ingest(const Input& input, core::Instant retrieved);
    // `moved_from`: the article of an address that lasting redirects led on from. The page is that
    // article at a new address if it tells the same story.
    core::Result<store::SavedArticle> ingest(
        const core::FetchedPage& page, core::CaptureId capture,
        std::optional<core::ArticleId> moved_from = std::nullopt);

    // See same_story.h; for a page that is seen for the first time.
    std::optional<core::ArticleId> twin_of(const core::FetchedPage& page) const;

    // An article that was stored before, read once more from the same capture.
    store::SavedArticle ingest_again(const core::Article& article, const core::ArticleRecord& old);

    // Stored articles from their stored text, for what has changed around them: corrections.
    void read_again(std::span<const core::ArticleId> ids);

    // Draws conclusions from what was ingested and brings the index up to date. Called by itself
    // every kBatch articles; to be called at the end.
    void conclude();

    std::size_t articles() const { return articles_; }  // ingested so far
    std::size_t claims() const { return claims_; }

private:
    static constexpr std::size_t kBatch = 500;
    store::SavedArticle save(core::Article article, store::Saving saving);
    store::Store& store_;
    search::IndexWriter& index_;
    const extractor::Lexicon& lexicon_;
    OutletNames outlets_;           // win over what pages call themselves
    std::set<core::Topic> topics_;  // to be looked at again
    std::size_t articles_ = 0, claims_ = 0, since_conclusion_ = 0;
};

// An input's article, with what its line says where the page is silent.
core::Result<core::Article> article_of(const Input& input);

// Claims, entities and citations of an article; none where the page does not want to be indexed.
core::Findings findings_of(const core::Article& article, const extractor::Lexicon& lexicon);

// What one of several indexes holds: every article with its claims is in one of them, by its id.
struct Share {
    std::int64_t which = 0, of = 1;
    bool has(std::int64_t id) const { return id % of == which; }
};

// Everything the change log holds beyond what the index has.
void catch_up(const store::Reader& store, search::IndexWriter& index, Share share = {});

}  // namespace cli
