// Figures of the store, its schedule and the index; an outlet's articles.
#include <nlohmann/json.hpp>

#include "web/json.h"

namespace web {

namespace {

using json = nlohmann::ordered_json;

std::string written(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <class T>
json maybe(const std::optional<T>& value) {
    return value ? json(*value) : json();
}
json maybe(const std::optional<core::Instant>& at) {
    return at ? json(core::to_text(*at)) : json();
}

json run_value(const store::RunRow& run) {
    return {{"id", core::to_text(run.id)},
            {"command", run.command},
            {"started", core::to_text(run.started)},
            {"ended", maybe(run.ended)},
            {"fetched", run.fetched},
            {"not_modified", run.not_modified},
            {"failed", run.failed},
            {"articles", run.articles},
            {"claims", run.claims},
            {"problem", maybe(run.problem)}};
}

json source_value(const store::SourceRow& source, const store::SourceFigures& figures) {
    return {{"id", core::to_text(source.id)},
            {"url", source.spec.url.text()},
            {"kind", core::code(source.spec.kind)},
            {"outlet", maybe(source.spec.outlet)},
            {"last_fetched", maybe(source.last_fetched)},
            {"last_ok", maybe(source.last_ok)},
            {"next_due", core::to_text(source.next_due)},
            {"failures", source.failures},
            {"problem", maybe(source.last_problem)},
            {"newest_fetches",
             {{"all", figures.fetches},
              {"not_modified", figures.not_modified},
              {"failed", figures.failed},
              {"forbidden_by_robots", figures.forbidden}}}};
}

json fetch_value(const store::FetchLogRow& fetch) {
    return {{"url", fetch.url.text()},
            {"at", core::to_text(fetch.at)},
            {"status", maybe(fetch.status)},
            {"problem", maybe(fetch.problem)}};
}

json counts_value(const store::Counts& counts) {
    return {{"outlets", counts.outlets},     {"sources", counts.sources},
            {"captures", counts.captures},   {"articles", counts.articles},
            {"revisions", counts.revisions}, {"entities", counts.entities},
            {"claims", counts.claims},       {"allegations", counts.allegations},
            {"disputes", counts.disputes},   {"events", counts.events}};
}

constexpr std::size_t kRuns = 10;
constexpr std::size_t kFailures = 20;

}  // namespace

std::string outlet_json(std::string_view domain, const store::Reader& store) {
    json name;
    json articles = json::array();
    for (const auto id : store.articles_of_outlet(domain)) {
        articles.push_back(core::to_text(id));
        if (!name.is_null()) continue;
        if (const auto facts = store.article_facts(id)) name = maybe(facts->outlet.name);
    }
    return written({{"domain", domain}, {"name", name}, {"articles", std::move(articles)}});
}

store::SourceFigures figures_of(core::SourceId source,
                                const std::vector<store::SourceFigures>& all) {
    for (const auto& figures : all)
        if (figures.source == source) return figures;
    return {.source = source};
}

std::string status_json(const store::Reader& store, const search::Index& index, core::Instant now) {
    const auto schedule = store.schedule();
    json runs = json::array();
    for (const auto& run : schedule.last_runs(kRuns)) runs.push_back(run_value(run));
    const auto figures = schedule.source_figures(kNewestFetches);
    json sources = json::array();
    for (const auto& source : schedule.sources())
        if (source.active) sources.push_back(source_value(source, figures_of(source.id, figures)));
    json failures = json::array();
    for (const auto& fetch : schedule.last_failures(kFailures))
        failures.push_back(fetch_value(fetch));
    return written(
        {{"now", core::to_text(now)},
         {"counts", counts_value(store.counts())},
         {"pages_waiting", schedule.pages_waiting()},
         {"next_due", maybe(schedule.next_due())},
         {"index",
          {{"documents", index.documents()}, {"behind_by", store.last_change() - index.applied()}}},
         {"runs", std::move(runs)},
         {"sources", std::move(sources)},
         {"failures", std::move(failures)}});
}

}  // namespace web
