// Lifelike articles and claims for tests of what comes after the extractor.
#pragma once
#include <string>
#include <vector>

#include "core/records.h"
#include "store/store.h"

namespace records {

inline core::Instant day(const std::string& text) { return core::parse_timestamp(text)->at; }

// An article of one sentence a claim. Each claim's quote is its sentence.
struct Draft {
    std::string url, outlet, published, text;
    std::vector<core::Claim> claims;

    // Appends a sentence and the claim that it makes.
    core::Claim& say(const std::string& sentence, core::ClaimKind kind, const std::string& claimant,
                     const std::string& accused,
                     core::Conduct conduct = core::Conduct::Distillation) {
        if (!text.empty()) text += '\n';
        const std::size_t begin = text.size();
        text += sentence;
        core::Claim claim{.kind = kind, .quote = {begin, text.size()}};
        if (!claimant.empty()) claim.claimant.push_back({.name = claimant});
        if (!accused.empty()) claim.accused.push_back({.name = accused});
        claim.conduct.push_back(conduct);
        claims.push_back(std::move(claim));
        return claims.back();
    }

    core::Article article() const {
        core::Article article;
        article.url = core::Url::parse(url).value();
        article.title = "Title of " + url;
        article.outlet = {outlet, core::registrable_domain(article.url->host())};
        article.published = core::parse_timestamp(published);
        article.language = "en";
        article.text = text;
        article.blocks = {{core::BlockKind::Paragraph, {0, text.size()}}};
        return article;
    }
    core::Findings findings() const {
        core::Findings findings;
        findings.claims = claims;
        return findings;
    }
};

inline store::SavedArticle save(store::Store& store, const Draft& draft,
                                std::vector<std::vector<core::Topic>> topics = {}) {
    if (topics.empty())
        for (const auto& claim : draft.claims)
            topics.push_back({claim.accused.empty() ? "-" : claim.accused[0].name});
    return store.save(draft.article(), draft.findings(),
                      {.retrieved = day("2026-06-15"), .extractor = "1", .topics = topics});
}

}  // namespace records
