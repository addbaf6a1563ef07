#include "cli/copies.h"

#include "knowledge/knowledge.h"

namespace cli {

namespace {

core::Print print_of(const store::Reader& store, core::ArticleId id) {
    const auto record = store.article(id);
    if (!record) throw core::SystemError("an article that shares bands is missing");
    const auto& facts = record->facts;
    return {.article = id,
            .at = facts.published ? facts.published->at : facts.retrieved,
            .place = facts.url ? facts.url->text() : facts.input_id.value_or(""),
            .words = knowledge::words_of(record->article.text)};
}

std::vector<core::Print> likely_copies(const store::Reader& store, const core::Print& article) {
    std::vector<core::Print> prints;
    for (const auto id : store.articles_sharing(knowledge::bands_of(article.words)))
        if (id != article.article) prints.push_back(print_of(store, id));
    return prints;
}

// The steps of one settle_copies().
class Settling {
public:
    Settling(store::Store& store, core::ArticleId id)
        : store_(store), article_(print_of(store, id)) {}

    std::vector<core::Topic> run() {
        store_.put_bands(article_.article, knowledge::bands_of(article_.words));
        const auto before = store_.copies_of(article_.article);
        const auto others = likely_copies(store_, article_);
        put(article_.article, knowledge::original_of(article_, others));
        for (const auto& other : others) offer_to(other);
        // Those that copied what it said before.
        for (const auto copy : before) {
            const auto print = print_of(store_, copy);
            if (!knowledge::are_copies(print.words, article_.words))
                put(copy, knowledge::original_of(print, likely_copies(store_, print)));
        }
        return std::move(topics_);
    }

private:
    // It is the original of a later copy if it came before the one that was known so far.
    void offer_to(const core::Print& other) {
        if (knowledge::original_of(other, {&article_, 1}) != article_.article) return;
        const auto known = store_.article_facts(other.article)->duplicate_of;
        if (known && *known != article_.article) {
            const auto so_far = print_of(store_, *known);
            if (knowledge::precedes(so_far, article_)) return;
        }
        put(other.article, article_.article);
    }

    void put(core::ArticleId copy, std::optional<core::ArticleId> original) {
        for (auto& topic : store_.put_original(copy, original)) topics_.push_back(std::move(topic));
    }

    store::Store& store_;
    core::Print article_;
    std::vector<core::Topic> topics_;
};

}  // namespace

std::vector<core::Topic> settle_copies(store::Store& store, core::ArticleId id) {
    return Settling(store, id).run();
}

}  // namespace cli
