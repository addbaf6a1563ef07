#include "extractor/language/names.h"

#include <algorithm>

#include "extractor/language/makers.h"
#include "extractor/language/name_stages.h"

namespace extractor {
namespace {

void take(std::vector<bool>& taken, const std::vector<Found>& found) {
    for (const Found& name : found)
        for (std::size_t i = name.words.first; i <= name.words.last; ++i) taken[i] = true;
}

void append(std::vector<Found>& all, std::vector<Found> more) {
    all.insert(all.end(), more.begin(), more.end());
}

Mention mention_of(const NameText& text, const Found& found) {
    return {
        .span = {text.words[found.words.first].span.begin, text.words[found.words.last].span.end},
        .entity = found.entity,
        .confidence = found.confidence};
}

// Entities that are named, in the order in which they first are.
Names names_of(const NameText& text, std::vector<Found> found, const Cast& cast) {
    std::sort(found.begin(), found.end(),
              [](const Found& a, const Found& b) { return a.words.first < b.words.first; });
    Names names;
    constexpr std::size_t kNone = ~std::size_t{0};
    std::vector<std::size_t> places(cast.entities().size(), kNone);
    for (const Found& name : found) {
        std::size_t& place = places[name.entity];
        if (place == kNone) {
            place = names.entities.size();
            names.entities.push_back(cast.entities()[name.entity]);
        }
        names.mentions.push_back(mention_of(text, name));
        names.mentions.back().entity = place;
    }
    return names;
}

}  // namespace

Names find_names(const core::Article& article, const Segments& segments, const Lexicon& lexicon) {
    const Lexicon::Tables& tables = lexicon.tables();
    const NameText text = name_text(article, segments);
    std::vector<bool> taken(text.words.size());
    Cast cast(tables);

    const auto matches = match_names(text, tables.names, tables.surfaces, taken);
    std::vector<Found> found = resolve_listed(text, tables, matches, cast);
    take(taken, found);
    extend_versions(text, tables, taken, found, cast);
    take(taken, found);
    const Unlisted unlisted = find_unlisted(text, tables, taken, cast);
    append(found, unlisted.found);
    take(taken, unlisted.found);
    append(found, find_repeats(text, taken, found, unlisted, cast));
    Names names = names_of(text, std::move(found), cast);
    learn_makers(article.text, names);
    return names;
}

}  // namespace extractor
