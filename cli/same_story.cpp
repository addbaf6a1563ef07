#include "cli/same_story.h"

#include <algorithm>
#include <set>

#include "core/text.h"
#include "knowledge/knowledge.h"

namespace cli {

namespace {

std::set<std::string> words_of(std::string_view text) {
    const auto folded = core::fold(text);
    std::set<std::string> words;
    for (const auto word : core::split(folded, ' '))
        if (!word.empty()) words.emplace(word);
    return words;
}

bool have_same_title(const core::Article& one, const core::Article& other) {
    return one.title && other.title && core::fold(*one.title) == core::fold(*other.title);
}

}  // namespace

bool is_same_story(const core::Article& one, const core::Article& other) {
    if (have_same_title(one, other)) return true;
    const auto a = words_of(one.text);
    const auto b = words_of(other.text);
    std::size_t shared = 0;
    for (const auto& word : a) shared += b.contains(word) ? 1 : 0;
    const auto different = a.size() + b.size() - shared;
    return different > 0 && shared * 2 >= different;
}

bool hides_what_was_shown(const core::Article& before, const core::Article& now) {
    return now.paywalled && !before.paywalled && now.text.size() < before.text.size();
}

std::optional<core::ArticleId> twin_of(const store::Reader& store, const core::Article& article) {
    for (const auto& address : {article.url, article.canonical_url})
        if (!article.url || (address && store.article_at(core::canonical(*address))))
            return std::nullopt;
    const auto site = core::registrable_domain(article.url->host());
    const auto words = knowledge::words_of(article.text);
    for (const auto id : store.articles_sharing(knowledge::bands_of(words))) {
        const auto other = store.article(id);
        if (!other || !other->facts.url) continue;
        const bool is_here = core::registrable_domain(other->facts.url->host()) == site;
        if (is_here && have_same_title(article, other->article) &&
            knowledge::are_copies(words, knowledge::words_of(other->article.text)))
            return id;
    }
    return std::nullopt;
}

}  // namespace cli
