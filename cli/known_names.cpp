#include "cli/known_names.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace cli {

namespace {

// Where companies and people publish what they say of themselves.
constexpr std::array<std::string_view, 7> kOwnPages{"blog",     "news-room", "newsroom", "press",
                                                    "investor", "investors", "company"};

bool publishes_itself(const core::Url& url) {
    const auto is_own = [](std::string_view word) {
        return std::find(kOwnPages.begin(), kOwnPages.end(), word) != kOwnPages.end();
    };
    const auto path = core::split(url.path().substr(1), '/');
    return is_own(url.host().substr(0, url.host().find('.'))) ||
           (!path.empty() && is_own(path.front()));
}

core::Entity outlet_of(const store::SourceSpec& source) {
    core::Entity outlet{.name = *source.outlet, .type = core::EntityType::Outlet};
    outlet.domain = core::registrable_domain(source.url.host());
    constexpr std::string_view article = "The ";
    if (outlet.name.starts_with(article))
        outlet.aliases.push_back(outlet.name.substr(article.size()));
    else
        outlet.aliases.push_back(std::string(article) + outlet.name);
    return outlet;
}

}  // namespace

extractor::Lexicon lexicon_of(const Config& config) {
    auto entities = config.entities;
    const auto& listed = extractor::Lexicon::builtin();
    for (const auto& source : config.sources) {
        if (!source.outlet || listed.entity(*source.outlet) || publishes_itself(source.url))
            continue;
        const bool is_known = std::any_of(entities.begin(), entities.end(), [&](const auto& one) {
            return core::fold(one.name) == core::fold(*source.outlet);
        });
        if (!is_known) entities.push_back(outlet_of(source));
    }
    return extractor::Lexicon::with(entities);
}

}  // namespace cli
