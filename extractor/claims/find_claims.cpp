#include <algorithm>
#include <iterator>

#include "extractor/claims/finder.h"
#include "extractor/extractor.h"
#include "extractor/language/described_groups.h"

namespace extractor {

namespace {

constexpr std::ptrdiff_t kNear = 16;

bool is_english(const core::Article& article) {
    return !article.language || article.language->starts_with("en");
}

std::vector<core::EntityMentions> entities_of(const Names& names) {
    std::vector<core::EntityMentions> entities;
    for (const auto& entity : names.entities) entities.push_back({entity, {}});
    for (const auto& mention : names.mentions)
        entities[mention.entity].mentions.push_back(mention.span);
    std::erase_if(entities, [](const auto& entity) { return entity.mentions.empty(); });
    return entities;
}

// Several claims of a sentence may rest on one credit, which is told once.
std::vector<core::Citation> each_once(std::vector<core::Citation> citations) {
    std::vector<core::Citation> once;
    for (auto& citation : citations) {
        const auto same = [&](const core::Citation& other) {
            return other.span == citation.span && other.outlet == citation.outlet;
        };
        // Those of one sentence come together.
        const auto from = once.end() - std::min<std::ptrdiff_t>(std::ssize(once), kNear);
        if (std::none_of(from, once.end(), same)) once.push_back(std::move(citation));
    }
    return once;
}

}  // namespace

core::Findings find_claims(const core::Article& article, const Lexicon& lexicon) {
    const Reading reading(article, lexicon);
    core::Findings findings{.entities = entities_of(reading.names())};
    if (!is_english(article)) return findings;
    auto groups = find_described_groups(article, reading.segments(), reading.names());
    std::move(groups.begin(), groups.end(), std::back_inserter(findings.entities));
    Finder finder(reading);
    finder.read_all();
    findings.claims = finder.take_claims();
    findings.citations = each_once(finder.take_citations());
    return findings;
}

}  // namespace extractor
