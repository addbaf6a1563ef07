#include "web/export.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "web/csv.h"
#include "web/export_formats.h"
#include "web/json.h"
#include "web/timeline.h"

namespace web {

namespace {

using core::Failure;
using Write = std::function<void(std::string_view)>;

constexpr std::size_t kPage = 500;  // articles or disputes read together

template <class E>
struct Name {
    std::string_view name;
    E value;
};
constexpr std::array<Name<ExportFormat>, 6> kFormats{{{"csv", ExportFormat::Csv},
                                                      {"jsonl", ExportFormat::Jsonl},
                                                      {"timelinejs", ExportFormat::TimelineJs},
                                                      {"jsonld", ExportFormat::JsonLd},
                                                      {"ftm", ExportFormat::Ftm},
                                                      {"gexf", ExportFormat::Gexf}}};
constexpr std::array<Name<ExportKind>, 3> kKinds{{{"claims", ExportKind::Claims},
                                                  {"articles", ExportKind::Articles},
                                                  {"disputes", ExportKind::Disputes}}};

template <class Table>
auto named(const Table& table, std::string_view name) -> std::optional<decltype(table[0].value)> {
    for (const auto& row : table)
        if (row.name == name) return row.value;
    return std::nullopt;
}

// Walks through what is asked for: everything, or what the given claims stand in.
class Walk {
public:
    Walk(const ExportSpec& spec, const store::Reader& store) : store_(store) {
        if (!spec.claims) return;
        wanted_.emplace(spec.claims->begin(), spec.claims->end());
        for (const auto id : *wanted_)
            if (const auto claim = store.claim(id)) {
                articles_.insert(claim->article);
                disputes_.insert(claim->disputes.begin(), claim->disputes.end());
            }
    }

    template <class Each>
    void articles(Each each) const {
        if (wanted_) {
            for (const auto id : articles_) one_article(id, each);
            return;
        }
        pages([&](const store::Limits& page) { return store_.articles(page); },
              [&](core::ArticleId id) { one_article(id, each); });
    }

    template <class Each>
    void claims(Each each) const {
        articles([&](const core::ArticleRecord& article) {
            for (const auto& claim : store_.claims_of(article.facts.id))
                if (!wanted_ || wanted_->contains(claim.id)) each(claim, article);
        });
    }

    template <class Each>
    void disputes(Each each) const {
        const auto one = [&](core::DisputeId id) {
            if (const auto dispute = store_.dispute(id)) each(*dispute);
        };
        if (wanted_) {
            for (const auto id : disputes_) one(id);
            return;
        }
        pages([&](const store::Limits& page) { return store_.disputes(page); }, one);
    }

private:
    template <class Ids, class Each>
    static void pages(Ids ids, Each each) {
        for (std::size_t offset = 0;; offset += kPage) {
            const auto page = ids(store::Limits{.limit = kPage, .offset = offset});
            for (const auto id : page) each(id);
            if (page.size() < kPage) return;
        }
    }
    template <class Each>
    void one_article(core::ArticleId id, Each each) const {
        if (const auto article = store_.article(id)) each(*article);
    }

    const store::Reader& store_;
    std::optional<std::set<core::ClaimId>> wanted_;
    std::set<core::ArticleId> articles_;
    std::set<core::DisputeId> disputes_;
};

std::string names(const std::vector<core::Party>& parties) {
    std::vector<std::string> all;
    all.reserve(parties.size());
    for (const auto& party : parties) all.push_back(party.name);
    return core::join(all, "; ");
}

template <class E>
std::string codes(const std::vector<E>& values) {
    std::vector<std::string> all;
    all.reserve(values.size());
    for (const auto value : values) all.emplace_back(core::code(value));
    return core::join(all, "; ");
}

std::string published(const core::ArticleFacts& facts) {
    return facts.published ? core::to_text(*facts.published) : "";
}

constexpr std::string_view kClaimHeader[] = {
    "id",        "kind",   "claimant", "accused", "conduct",   "object",
    "certainty", "via",    "time",     "origin",  "origins",   "allegation",
    "quote",     "outlet", "title",    "url",     "published", "article"};

std::vector<std::string> claim_row(const core::ClaimRecord& record,
                                   const core::ArticleRecord& article) {
    const auto& claim = record.claim;
    const auto& facts = article.facts;
    return {core::to_text(record.id),
            std::string(core::code(claim.kind)),
            names(claim.claimant),
            names(claim.accused),
            codes(claim.conduct),
            claim.object.value_or(""),
            std::string(core::code(claim.certainty)),
            names(claim.via),
            claim.time && claim.time->edtf ? claim.time->edtf->text() : "",
            record.origin ? record.origin->name : "",
            std::to_string(record.origins),
            record.allegation ? core::to_text(*record.allegation) : "",
            record.quote,
            facts.outlet.name.value_or(facts.outlet.domain.value_or("")),
            facts.title.value_or(""),
            facts.url ? facts.url->text() : "",
            published(facts),
            core::to_text(facts.id)};
}

constexpr std::string_view kArticleHeader[] = {"id",        "title",   "outlet",   "domain",
                                               "published", "authors", "language", "url",
                                               "retrieved", "revision"};

std::vector<std::string> article_row(const core::ArticleRecord& record) {
    const auto& facts = record.facts;
    return {core::to_text(facts.id),
            facts.title.value_or(""),
            facts.outlet.name.value_or(""),
            facts.outlet.domain.value_or(""),
            published(facts),
            core::join(record.article.authors, "; "),
            record.article.language.value_or(""),
            facts.url ? facts.url->text() : "",
            core::to_text(facts.retrieved),
            std::to_string(facts.revision)};
}

constexpr std::string_view kDisputeHeader[] = {"id",    "name",     "parties", "conduct",
                                               "state", "articles", "origins", "events"};

std::vector<std::string> dispute_row(const core::DisputeRecord& dispute) {
    return {core::to_text(dispute.id),
            dispute.name,
            core::join(dispute.parties, "; "),
            codes(dispute.conduct),
            std::string(core::code(dispute.state)),
            std::to_string(dispute.articles),
            std::to_string(dispute.origins),
            std::to_string(dispute.events.size())};
}

std::size_t write_csv(ExportKind kind, const Walk& walk, const Write& write) {
    std::size_t written = 0;
    const auto row = [&](const std::vector<std::string>& cells) {
        write(csv_row(cells));
        ++written;
    };
    const auto header = [&](auto& names) { write(csv_row({std::begin(names), std::end(names)})); };
    switch (kind) {
        case ExportKind::Claims:
            header(kClaimHeader);
            walk.claims(
                [&](const auto& claim, const auto& article) { row(claim_row(claim, article)); });
            break;
        case ExportKind::Articles:
            header(kArticleHeader);
            walk.articles([&](const auto& article) { row(article_row(article)); });
            break;
        case ExportKind::Disputes:
            header(kDisputeHeader);
            walk.disputes([&](const auto& dispute) { row(dispute_row(dispute)); });
            break;
    }
    return written;
}

std::size_t write_jsonl(ExportKind kind, const Walk& walk, const store::Reader& store,
                        const Write& write) {
    std::size_t written = 0;
    const auto line = [&](std::string json) {
        json += '\n';
        write(json);
        ++written;
    };
    switch (kind) {
        case ExportKind::Claims:
            walk.claims(
                [&](const auto& claim, const auto& article) { line(claim_json(claim, article)); });
            break;
        case ExportKind::Articles:
            walk.articles([&](const auto& article) {
                line(article_json(article, store.revisions(article.facts.id)));
            });
            break;
        case ExportKind::Disputes:
            walk.disputes([&](const auto& dispute) { line(dispute_json(dispute)); });
            break;
    }
    return written;
}

// Every event of the disputes asked for, as one timeline.
std::size_t write_timelinejs(const Walk& walk, const store::Reader& store, const Write& write) {
    std::vector<core::Event> events;
    std::string heading = "Disputes about AI training data";
    std::size_t disputes = 0;
    walk.disputes([&](const core::DisputeRecord& dispute) {
        events.insert(events.end(), dispute.events.begin(), dispute.events.end());
        if (++disputes == 1) heading = dispute.name;
    });
    if (disputes > 1) heading = fmt::format("{} disputes about AI training data", disputes);
    write(as_timelinejs(make_timeline(heading, events, store)));
    write("\n");
    return events.size();
}

std::size_t write_graph(const Walk& walk, const Write& write) {
    AccusationGraph graph;
    walk.claims([&](const auto& claim, const auto& article) { graph.add(claim, article.facts); });
    write(graph.as_gexf());
    return graph.edges();
}

// Formats that know claims only, one JSON object a line.
template <class Lines>
std::size_t write_claim_lines(const Walk& walk, const Write& write, Lines lines) {
    std::size_t written = 0;
    walk.claims([&](const auto& claim, const auto& article) {
        write(lines(claim, article));
        ++written;
    });
    return written;
}

}  // namespace

std::optional<ExportFormat> export_format(std::string_view name) { return named(kFormats, name); }
std::optional<ExportKind> export_kind(std::string_view name) { return named(kKinds, name); }

core::Result<std::size_t> write_export(const ExportSpec& spec, const store::Reader& store,
                                       const Write& write) {
    const Walk walk(spec, store);
    if (spec.format == ExportFormat::Csv) return write_csv(spec.kind, walk, write);
    if (spec.format == ExportFormat::Jsonl) return write_jsonl(spec.kind, walk, store, write);
    if (spec.format == ExportFormat::TimelineJs && spec.kind != ExportKind::Articles)
        return write_timelinejs(walk, store, write);
    if (spec.kind != ExportKind::Claims)
        return core::fail(Failure::Kind::BadConfiguration,
                          "this format knows claims only; csv and jsonl know every kind");
    if (spec.format == ExportFormat::JsonLd) return write_claim_lines(walk, write, claim_jsonld);
    if (spec.format == ExportFormat::Ftm) return write_claim_lines(walk, write, claim_ftm);
    return write_graph(walk, write);
}

}  // namespace web
