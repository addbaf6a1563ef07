// A small store about an invented dispute, and its index. What is concluded of the claims follows
// simple rules of its own, so that pages are tested apart from knowledge/.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/search.h"
#include "store/store.h"
#include "tests/temp_dir.h"
#include "web/web.h"

namespace site {

// An article that is being written: paragraphs, and claims whose spans are found by their words.
class Story {
public:
    Story(std::string url, std::string outlet, std::string published, std::string title);

    Story& paragraph(const std::string& text, core::BlockKind kind = core::BlockKind::Paragraph);
    // The last paragraph's words `quote`; empty: all of it.
    core::Claim& claim(core::ClaimKind kind, const std::string& claimant,
                       const std::string& accused, core::Conduct conduct,
                       std::string_view quote = {});
    core::Span find(std::string_view words) const;  // the last place they stand at

    core::Article article;
    core::Findings findings;
    std::string copied_from;  // the outlet that it repeats without credit

private:
    std::optional<core::Party> party(const std::string& name) const;
};

class Site {
public:
    Site();
    store::SavedArticle save(const Story& story, std::string_view retrieved = "2026-06-20");
    void conclude();  // allegations, disputes, events; and the index catches up

    web::Response get(const std::string& target, const web::Request& headers = {}) const;

    TempDir home;
    store::Store store;
    search::IndexWriter index;
    core::Instant now;

private:
    core::Picture picture_of(const core::Topic& topic) const;
    core::Origin origin_of(const core::ClaimRecord& claim,
                           const std::vector<core::ClaimRecord>& all) const;

    std::map<core::ArticleId, std::string> copied_from_;
};

// Four articles on one accusation, its evidence and its denial; `conclude()` was called.
void fill(Site& site);

}  // namespace site
