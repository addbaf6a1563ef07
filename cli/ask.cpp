// search, timeline and export.
#include <fstream>
#include <set>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/home.h"
#include "web/web.h"

namespace cli {

namespace {

using core::Failure;

std::string joined(const std::vector<std::string>& words) { return core::join(words, " "); }

Exit nothing(const Context& context, std::string message, std::string input) {
    return refuse(context, {Failure::Kind::NotFound, std::move(message), std::move(input)},
                  Exit::NothingFound);
}

core::Result<search::Search> search_of(const SearchOptions& options) {
    search::Search search{.words = joined(options.words),
                          .limit = options.limit,
                          .offset = options.offset,
                          .sort = options.sort == "date"      ? search::Sort::Date
                                  : options.sort == "origins" ? search::Sort::Origins
                                                              : search::Sort::Rank};
    if (options.in == "claims") search.in = search::DocKind::Claim;
    if (options.in == "articles") search.in = search::DocKind::Article;
    if (options.in == "entities") search.in = search::DocKind::Entity;
    const auto day = [](const std::string& text) { return core::parse_day_range(text); };
    if (!options.from.empty() && !day(options.from))
        return core::fail(Failure::Kind::BadDate, "--from is a day, month or year as in 2025-06-01",
                          options.from);
    if (!options.to.empty() && !day(options.to))
        return core::fail(Failure::Kind::BadDate, "--to is a day, month or year as in 2025-06-01",
                          options.to);
    if (!options.from.empty()) search.from = day(options.from)->first;
    if (!options.to.empty()) search.to = day(options.to)->last;
    return search;
}

std::string without_markup(std::string_view html) {
    struct Entity {
        std::string_view name, text;
    };
    static constexpr Entity entities[] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", "\""}, {"&#39;", "'"}};
    std::string text;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] == '<') {
            at = std::min(html.find('>', at), html.size() - 1) + 1;
            continue;
        }
        const auto rest = html.substr(at);
        const auto* entity =
            std::find_if(std::begin(entities), std::end(entities),
                         [&](const Entity& e) { return rest.starts_with(e.name); });
        if (entity == std::end(entities)) {
            text += html[at++];
        } else {
            text += entity->text;
            at += entity->name.size();
        }
    }
    return text;
}

void print_claim_hit(const store::Reader& store, core::ClaimId id, const std::string& snippet) {
    const auto claim = store.claim(id);
    if (!claim) return;
    const auto facts = store.article_facts(claim->article);
    const auto names = [](const std::vector<core::Party>& parties) {
        std::string all;
        for (const auto& party : parties) all += (all.empty() ? "" : ", ") + party.name;
        return all.empty() ? std::string("?") : all;
    };
    print_line(fmt::format("{:<6} {} → {} · {} · {}", core::to_text(id),
                           names(claim->claim.claimant), names(claim->claim.accused),
                           core::term(claim->claim.kind).label,
                           core::term(claim->claim.certainty).label));
    if (facts)
        print_line(fmt::format("       {} · {}", core::to_text(facts->day()),
                               facts->outlet.name.value_or(facts->outlet.domain.value_or("?"))));
    print_line("       “" + snippet + "”");
}

void print_article_hit(const store::Reader& store, core::ArticleId id, const std::string& snippet) {
    const auto facts = store.article_facts(id);
    if (!facts) return;
    print_line(fmt::format("{:<6} {}", core::to_text(id), facts->title.value_or("(no title)")));
    print_line(fmt::format("       {} · {}", core::to_text(facts->day()),
                           facts->outlet.name.value_or(facts->outlet.domain.value_or("?"))));
    print_line("       " + snippet);
}

void print_hit(const search::Hit& hit, const search::Found& found, const store::Reader& store) {
    const auto snippet = [&](const std::string& text) {
        return without_markup(search::make_snippet(text, found.terms, "en"));
    };
    switch (hit.kind) {
        case search::DocKind::Claim:
            if (const auto claim = store.claim({hit.id}))
                print_claim_hit(store, {hit.id}, snippet(claim->quote));
            return;
        case search::DocKind::Article:
            if (const auto article = store.article({hit.id}))
                print_article_hit(store, {hit.id}, snippet(article->article.text));
            return;
        case search::DocKind::Entity:
            if (const auto entity = store.entity({hit.id}))
                print_line(fmt::format("{:<6} {} · {} · accuses in {}, accused in {} claims",
                                       core::to_text(core::EntityId{hit.id}), entity->entity.name,
                                       core::term(entity->entity.type).label, entity->claims_by,
                                       entity->claims_about));
            return;
    }
}

Exit answer(const Context& context, const search::Search& search, const store::Reader& store,
            const search::Index& index) {
    const auto found = index.find(search);
    for (const auto& note : found.notes) tell(context, "search: " + note);
    for (const auto& hit : found.hits) {
        if (!context.json()) {
            print_hit(hit, found, store);
        } else if (const auto json = web::hit_json(hit, found, store)) {
            print_line(*json);
        }
    }
    if (found.partial) return Exit::SomeFailed;
    if (!found.hits.empty()) return Exit::Done;
    if (const auto suggestion = index.suggestion(search.words))
        tell(context, fmt::format("search: did you mean: {}", *suggestion));
    return Exit::NothingFound;
}

// How the words are read, without looking for them.
Exit explain_query(const Context& context, const std::string& words) {
    const auto read = search::explain(words);
    if (context.json()) {
        print_line(web::explained_json(words, read));
        return Exit::Done;
    }
    print_line(read.understood);
    for (const auto& note : read.notes) tell(context, "search: " + note);
    return Exit::Done;
}

// {"query_id":…,"hits":[…]} for every line of the file.
Exit answer_file(const Context& context, const SearchOptions& options, search::Search search,
                 const store::Reader& store, const search::Index& index) {
    std::ifstream file(options.queries, std::ios::binary);
    if (!file)
        return refuse(context, {Failure::Kind::NotFound, "cannot be read", options.queries},
                      Exit::SomeFailed);
    std::size_t bad = 0;
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        const auto tab = line.find('\t');
        if (tab == std::string::npos || core::first_invalid_utf8(line)) {
            complain(context.format, {Failure::Kind::BadQuery, "is no id<TAB>query in UTF-8",
                                      fmt::format("{}:{}", options.queries, number)});
            ++bad;
            continue;
        }
        search.words = line.substr(tab + 1);
        const auto found = index.find(search);
        print_line(web::hits_json(line.substr(0, tab), found, store));
    }
    return bad == 0 ? Exit::Done : Exit::SomeFailed;
}

// All claims that a query finds, best first.
std::vector<core::ClaimId> claims_found(const search::Index& index, const std::string& words) {
    std::vector<core::ClaimId> claims;
    const auto found = index.find({.words = words,
                                   .in = search::DocKind::Claim,
                                   .from = {},
                                   .to = {},
                                   .limit = static_cast<std::size_t>(index.documents())});
    for (const auto& hit : found.hits) claims.push_back({hit.id});
    return claims;
}

std::size_t terminal_width() {
    const char* const columns = std::getenv("COLUMNS");
    const long width = columns == nullptr ? 0 : std::strtol(columns, nullptr, 10);
    return width >= 40 && width <= 400 ? static_cast<std::size_t>(width) : 100;
}

Exit print_timeline(const Context& context, const std::string& format, const std::string& heading,
                    const core::DisputeRecord* dispute, const std::vector<core::Event>& events,
                    const store::Reader& store) {
    const bool json = format == "json" || (context.json() && format == "text");
    if (json) {
        print_line(web::timeline_json(
            dispute, dispute ? std::nullopt : std::optional<std::string_view>(heading), events));
        return events.empty() ? Exit::NothingFound : Exit::Done;
    }
    const auto view = web::make_timeline(heading, events, store);
    if (format == "csv") {
        print_text(web::as_csv(view));
    } else if (format == "md") {
        print_text(web::as_markdown(view));
    } else if (format == "timelinejs") {
        print_line(web::as_timelinejs(view));
    } else {
        print_text(web::as_text(view, terminal_width()));
    }
    return events.empty() ? Exit::NothingFound : Exit::Done;
}

}  // namespace

Exit search_for(const Context& context, const SearchOptions& options) {
    const auto search = search_of(options);
    if (!search) return refuse(context, search.error());
    if (core::first_invalid_utf8(search->words))
        return refuse(context, {Failure::Kind::BadQuery, "the query is not UTF-8", {}});
    if (search->words.empty() && options.queries.empty())
        return refuse(context, {Failure::Kind::BadQuery,
                                "what to search for? claimtrail search --help has examples",
                                {}});
    if (options.explain) return explain_query(context, search->words);
    const auto store = open_for_reading(context.home);
    const auto index = open_index(context);
    if (!options.queries.empty()) return answer_file(context, options, *search, store, index);
    return answer(context, *search, store, index);
}

Exit timeline(const Context& context, const TimelineOptions& options) {
    const auto store = open_for_reading(context.home);
    const auto words = joined(options.words);
    if (const auto id = core::read_id<core::DisputeTag>(words)) {
        const auto dispute = store.dispute(*id);
        if (!dispute) return nothing(context, "there is no such dispute", words);
        return print_timeline(context, options.format, dispute->name, &*dispute, dispute->events,
                              store);
    }
    const auto claims = claims_found(open_index(context), words);
    return print_timeline(context, options.format, words, nullptr, store.events_with(claims),
                          store);
}

Exit export_all(const Context& context, const ExportOptions& options) {
    const auto store = open_for_reading(context.home);
    web::ExportSpec spec{.format = *web::export_format(options.format),
                         .kind = *web::export_kind(options.kind),
                         .claims = std::nullopt};
    if (!options.words.empty())
        spec.claims = claims_found(open_index(context), joined(options.words));
    const auto written = web::write_export(spec, store, print_text);
    if (!written) return refuse(context, written.error());
    return *written == 0 ? Exit::NothingFound : Exit::Done;
}

}  // namespace cli
