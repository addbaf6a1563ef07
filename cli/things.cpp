// dispute, claim, allegation, article, entity, outlet: one thing, with what belongs to it.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/home.h"
#include "web/web.h"

namespace cli {

namespace {

using Shown = std::optional<Exit>;  // none: there is no such thing

std::string names(const std::vector<core::Party>& parties) {
    std::string all;
    for (const auto& party : parties) all += (all.empty() ? "" : ", ") + party.name;
    return all.empty() ? "(not known)" : all;
}

template <class E>
std::string labels(const std::vector<E>& values) {
    std::string all;
    for (const auto value : values)
        all += (all.empty() ? "" : ", ") + std::string(core::term(value).label);
    return all.empty() ? "(not known)" : all;
}

void row(std::string_view name, std::string_view value) {
    print_line(fmt::format("  {:<12} {}", name, value));
}

std::string outlet_of(const core::ArticleFacts& facts) {
    return facts.outlet.name.value_or(facts.outlet.domain.value_or("(outlet not known)"));
}

void print_claim(const core::ClaimRecord& record, const core::ArticleFacts& facts) {
    const auto& claim = record.claim;
    print_line(fmt::format("{}  {}", core::to_text(record.id), core::term(claim.kind).label));
    row("claimant", names(claim.claimant));
    row("accused", names(claim.accused));
    row("conduct", labels(claim.conduct));
    row("object", claim.object.value_or("(not known)"));
    row("certainty", core::term(claim.certainty).label);
    std::vector<core::EvidenceType> evidence;
    for (const auto& item : claim.evidence) evidence.push_back(item.type);
    row("evidence", evidence.empty() ? "none given" : labels(evidence));
    row("via", claim.via.empty() ? "nobody credited" : names(claim.via));
    row("time", claim.time ? claim.time->text : "(not known)");
    if (record.origin)
        row("origin",
            fmt::format("{} ({})", record.origin->name, core::term(record.origin->kind).label));
    if (record.allegation)
        row("allegation",
            fmt::format("{}, {} origins", core::to_text(*record.allegation), record.origins));
    if (record.responds_to) row("responds to", core::to_text(*record.responds_to));
    row("article", fmt::format("{} {} · {}", core::to_text(facts.id), outlet_of(facts),
                               core::to_text(facts.day())));
    print_line("  “" + record.quote + "”");
}

template <class Tag, class Show>
Shown with_id(const std::string& name, Show show) {
    const auto id = core::read_id<Tag>(name);
    return id ? show(*id) : std::nullopt;
}

Shown show_dispute(const Context& context, const store::Reader& store, const std::string& name) {
    return with_id<core::DisputeTag>(name, [&](core::DisputeId id) -> Shown {
        const auto dispute = store.dispute(id);
        if (!dispute) return std::nullopt;
        if (context.json())
            print_line(web::dispute_json(*dispute));
        else
            fmt::print(
                "{}", web::as_text(web::make_timeline(dispute->name, dispute->events, store), 100));
        return Exit::Done;
    });
}

Shown show_claim(const Context& context, const store::Reader& store, const std::string& name) {
    return with_id<core::ClaimTag>(name, [&](core::ClaimId id) -> Shown {
        const auto claim = store.claim(id);
        const auto article = claim ? store.article(claim->article) : std::nullopt;
        if (!article) return std::nullopt;
        if (context.json())
            print_line(web::claim_json(*claim, *article));
        else
            print_claim(*claim, article->facts);
        return Exit::Done;
    });
}

Shown show_allegation(const Context& context, const store::Reader& store, const std::string& name) {
    return with_id<core::AllegationTag>(name, [&](core::AllegationId id) -> Shown {
        const auto allegation = store.allegation(id);
        if (!allegation) return std::nullopt;
        if (context.json()) {
            print_line(web::allegation_json(*allegation));
            return Exit::Done;
        }
        print_line(fmt::format("{}  {} claims, {} origins", core::to_text(id),
                               allegation->claims.size(), allegation->origins.size()));
        for (const auto& origin : allegation->origins)
            row("origin", fmt::format("{} ({})", origin.name, core::term(origin.kind).label));
        for (const auto claim_id : allegation->claims) {
            const auto claim = store.claim(claim_id);
            const auto facts = claim ? store.article_facts(claim->article) : std::nullopt;
            if (facts) print_claim(*claim, *facts);
        }
        return Exit::Done;
    });
}

// One line each, where the article was edited since it was first read.
void print_revisions(const std::vector<core::RevisionRecord>& revisions) {
    if (revisions.size() < 2) return;
    for (const auto& revision : revisions) {
        row("revision",
            fmt::format("{} · {} · {}", revision.revision, core::to_text(revision.retrieved),
                        revision.title.value_or("(no title)")));
        if (revision.revision > 1)
            row("", fmt::format("claims: {} new, {} gone, {} changed", revision.added.size(),
                                revision.removed.size(), revision.changed.size()));
    }
}

Shown show_article(const Context& context, const store::Reader& store, const std::string& name) {
    auto id = core::read_id<core::ArticleTag>(name);
    if (!id)
        if (const auto url = core::Url::parse(name)) id = store.article_at(*url);
    const auto article = id ? store.article(*id) : std::nullopt;
    if (!article) return std::nullopt;
    if (context.json()) {
        print_line(web::article_json(*article, store.revisions(*id)));
        return Exit::Done;
    }
    const auto& facts = article->facts;
    print_line(fmt::format("{}  {}", core::to_text(*id), facts.title.value_or("(no title)")));
    row("outlet", outlet_of(facts));
    row("published", facts.published ? core::to_text(*facts.published) : "(not known)");
    row("retrieved", core::to_text(facts.retrieved));
    row("modified",
        article->article.modified ? core::to_text(*article->article.modified) : "(not known)");
    row("url", facts.url ? facts.url->text() : "(none)");
    print_revisions(store.revisions(*id));
    for (const auto& claim : store.claims_of(*id)) print_claim(claim, facts);
    return Exit::Done;
}

Shown show_entity(const Context& context, const store::Reader& store, const std::string& name) {
    auto id = core::read_id<core::EntityTag>(name);
    if (!id) id = store.entity_named(name);
    const auto entity = id ? store.entity(*id) : std::nullopt;
    if (!entity) return std::nullopt;
    if (context.json()) {
        print_line(web::entity_json(*entity));
        return Exit::Done;
    }
    print_line(fmt::format("{}  {}", core::to_text(*id), entity->entity.name));
    row("type", core::term(entity->entity.type).label);
    row("also", core::join(entity->entity.aliases, ", "));
    row("articles", std::to_string(entity->articles));
    row("accuses", fmt::format("{} claims", entity->claims_by));
    row("accused", fmt::format("{} claims", entity->claims_about));
    for (const auto dispute_id : store.disputes_of(*id))
        if (const auto dispute = store.dispute(dispute_id))
            row("dispute", fmt::format("{} {}", core::to_text(dispute_id), dispute->name));
    return Exit::Done;
}

Shown show_outlet(const Context& context, const store::Reader& store, const std::string& name) {
    const auto articles = store.articles_of_outlet(name);
    if (articles.empty()) return std::nullopt;
    if (context.json()) {
        print_line(web::outlet_json(name, store));
        return Exit::Done;
    }
    print_line(fmt::format("{}  {} articles", name, articles.size()));
    for (const auto id : articles)
        if (const auto facts = store.article_facts(id))
            row(core::to_text(id), fmt::format("{} {}", core::to_text(facts->day()),
                                               facts->title.value_or("(no title)")));
    return Exit::Done;
}

Shown show(const Context& context, const store::Reader& store, Thing thing,
           const std::string& name) {
    switch (thing) {
        case Thing::Dispute: return show_dispute(context, store, name);
        case Thing::Claim: return show_claim(context, store, name);
        case Thing::Allegation: return show_allegation(context, store, name);
        case Thing::Article: return show_article(context, store, name);
        case Thing::Entity: return show_entity(context, store, name);
        case Thing::Outlet: return show_outlet(context, store, name);
    }
    return std::nullopt;
}

}  // namespace

Exit show_thing(const Context& context, Thing thing, const std::string& name) {
    const auto store = open_for_reading(context.home);
    if (const auto shown = show(context, store, thing, name)) return *shown;
    return refuse(context,
                  {core::Failure::Kind::NotFound, "nothing by this name or id is stored", name},
                  Exit::NothingFound);
}

}  // namespace cli
