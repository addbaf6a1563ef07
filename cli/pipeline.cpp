#include "cli/pipeline.h"

#include <algorithm>

#include "cli/copies.h"
#include "cli/same_story.h"
#include "knowledge/knowledge.h"

namespace cli {

namespace {

constexpr std::size_t kIndexBatch = 300;  // documents a commit, by measurement (search notes)

bool may_be_indexed(const core::Article& article) {
    const auto asks = [&](std::string_view word) {
        return std::find(article.robots.begin(), article.robots.end(), word) !=
               article.robots.end();
    };
    return !asks("noindex") && !asks("none");
}

core::Article without_text(core::Article article) {
    article.text.clear();
    article.blocks.clear();
    return article;
}

// Those that the newsroom knows, and those that this article tells of ("Heron, made by Quillmark").
std::vector<core::Entity> entities_for(const core::Findings& findings,
                                       const extractor::Lexicon& lexicon) {
    std::vector<core::Entity> entities;
    for (const auto& found : findings.entities) entities.push_back(found.entity);
    for (const auto& claim : findings.claims)
        for (const auto* parties : {&claim.claimant, &claim.accused})
            for (const auto& party : *parties)
                if (const auto* known = lexicon.entity(party.name)) entities.push_back(*known);
    return entities;
}

// What a stretch of the change log asks for: whole articles, because their claims' documents are
// replaced together.
struct Stale {
    std::set<core::ArticleId> articles;
    std::set<core::EntityId> entities;
};

Stale stale_by(const store::Reader& store, const std::vector<store::Change>& changes) {
    Stale stale;
    for (const auto& change : changes) {
        using Of = store::Change::Of;
        if (change.of == Of::Article) stale.articles.insert({change.id});
        if (change.of == Of::Entity) stale.entities.insert({change.id});
        if (change.of != Of::Claim) continue;
        if (const auto claim = store.claim({change.id})) stale.articles.insert(claim->article);
    }
    return stale;
}

search::Batch batch_of(const store::Reader& store, const Stale& stale, Share share) {
    search::Batch batch;
    for (const auto id : stale.articles) {
        if (!share.has(id.value)) continue;
        batch.articles.push_back(id);
        const auto article = store.article(id);
        if (!article) continue;
        auto docs = search::make_docs(*article, store.claims_of(id));
        std::move(docs.begin(), docs.end(), std::back_inserter(batch.docs));
    }
    for (const auto id : stale.entities) {
        if (!share.has(id.value)) continue;
        if (const auto entity = store.entity(id)) batch.docs.push_back(search::make_doc(*entity));
    }
    return batch;
}

}  // namespace

OutletNames outlet_names(const std::vector<store::SourceSpec>& sources) {
    OutletNames names;
    std::set<std::string> disputed;
    for (const auto& source : sources) {
        if (!source.outlet) continue;
        const auto domain = core::registrable_domain(source.url.host());
        const auto [known, is_new] = names.emplace(domain, *source.outlet);
        if (!is_new && known->second != *source.outlet) disputed.insert(domain);
    }
    for (const auto& domain : disputed) names.erase(domain);
    return names;
}

core::Result<core::Article> article_of(const Input& input) {
    auto article = [&]() -> core::Result<core::Article> {
        if (const auto* page = std::get_if<core::FetchedPage>(&input.content))
            return extractor::read_article(*page);
        return extractor::read_text(std::get<extractor::PlainText>(input.content));
    }();
    if (!article) {
        if (article.error().input.empty()) article.error().input = input.name;
        return article;
    }
    article->input_id = input.id;
    if (!article->title) article->title = input.title;
    if (!article->published) article->published = input.published;
    if (!article->language) article->language = input.language;
    return article;
}

core::Findings findings_of(const core::Article& article, const extractor::Lexicon& lexicon) {
    if (!may_be_indexed(article)) return {};
    return extractor::find_claims(article, lexicon);
}

Pipeline::Pipeline(store::Store& store, search::IndexWriter& index,
                   const extractor::Lexicon& lexicon, OutletNames outlets)
    : store_(store), index_(index), lexicon_(lexicon), outlets_(std::move(outlets)) {
    for (auto& topic : store_.topics_to_redo()) topics_.insert(std::move(topic));
}

core::Result<store::SavedArticle> Pipeline::ingest(const Input& input, core::Instant retrieved) {
    auto article = article_of(input);
    if (!article) return tl::unexpected(article.error());
    return save(std::move(*article), {.retrieved = retrieved});
}

core::Result<store::SavedArticle> Pipeline::ingest(const core::FetchedPage& page,
                                                   core::CaptureId capture,
                                                   std::optional<core::ArticleId> moved_from) {
    auto article = extractor::read_article(page);
    if (!article) return tl::unexpected(article.error());
    if (moved_from) {
        const auto before = store_.article(*moved_from);
        if (!before || !is_same_story(before->article, *article)) moved_from.reset();
    }
    if (const auto known =
            article->url ? store_.article_at(core::canonical(*article->url)) : std::nullopt)
        if (const auto before = store_.article(*known);
            hides_what_was_shown(before->article, *article))
            return core::fail(core::Failure::Kind::Refused,
                              "behind a paywall now; what was read before stays",
                              article->url->text());
    return save(std::move(*article),
                {.retrieved = page.fetched_at, .capture = capture, .moved_from = moved_from});
}

std::optional<core::ArticleId> Pipeline::twin_of(const core::FetchedPage& page) const {
    const auto article = extractor::read_article(page);
    return article ? cli::twin_of(store_, *article) : std::nullopt;
}

store::SavedArticle Pipeline::ingest_again(const core::Article& article,
                                           const core::ArticleRecord& old) {
    return save(article,
                {.retrieved = old.facts.retrieved, .capture = old.capture, .status = old.status});
}

void Pipeline::read_again(std::span<const core::ArticleId> ids) {
    for (const auto id : ids)
        if (const auto record = store_.article(id)) ingest_again(record->article, *record);
}

store::SavedArticle Pipeline::save(core::Article article, store::Saving saving) {
    if (const auto named = outlets_.find(article.outlet.domain.value_or(""));
        named != outlets_.end())
        article.outlet.name = named->second;
    auto findings = findings_of(article, lexicon_);
    const auto corrections = store_.corrections_of(article, saving.moved_from);
    const auto fittings = knowledge::apply(corrections, article.text, findings);
    saving.extractor = std::string(extractor::kVersion);
    const knowledge::Parties parties(entities_for(findings, lexicon_));
    saving.topics = knowledge::topics_of(findings.claims, parties);
    auto saved = may_be_indexed(article) ? store_.save(article, findings, saving)
                                         : store_.save(without_text(article), findings, saving);
    for (const auto& fitting : fittings) store_.note_fit(fitting.id, fitting.found);
    topics_.insert(saved.topics.begin(), saved.topics.end());
    using Change = store::SavedArticle::Change;
    const bool is_new_text = saved.change == Change::New || saved.change == Change::Revised;
    if (is_new_text || !store_.has_bands(saved.id))
        for (auto& topic : settle_copies(store_, saved.id)) topics_.insert(std::move(topic));
    ++articles_;
    claims_ += saved.claims.size();
    if (++since_conclusion_ >= kBatch) conclude();
    return saved;
}

void Pipeline::conclude() {
    for (const auto& topic : topics_) store_.put(knowledge::assemble(store_.dossier(topic)));
    topics_.clear();
    store_.settle();  // the index must not know what a power cut could take from the store
    catch_up(store_, index_);
    since_conclusion_ = 0;
}

void catch_up(const store::Reader& store, search::IndexWriter& index, Share share) {
    // A store put back from an older backup: what the index knows beyond it never happened.
    if (index.applied() > store.last_change()) index.clear();
    for (;;) {
        const auto changes = store.changes_after(index.applied(), kIndexBatch);
        if (changes.empty()) return;
        auto batch = batch_of(store, stale_by(store, changes), share);
        batch.upto = changes.back().seq;
        index.apply(batch);
    }
}

}  // namespace cli
