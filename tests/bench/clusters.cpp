// What is concluded from claims whose slots were filled in by hand, against what was concluded by
// hand: allegations (B-cubed F1), origins and the timeline.
//
//     build/tests/bench_clusters FOLDER     (or CLAIMTRAIL_CLAIMS=FOLDER)
//
// The folder holds seeds_gold.jsonl (claims with their slots, "article", "must", "clusters"),
// seeds_clusters.jsonl ("cluster", "chains": "speaker -> outlet -> article") and
// seeds_timeline.jsonl ("date", "claims"); the days of the articles are in main().
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "knowledge/knowledge.h"

namespace {

using Json = nlohmann::json;

std::vector<Json> lines_of(const std::string& file) {
    std::vector<Json> all;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) all.push_back(Json::parse(line));
    return all;
}

std::vector<core::Party> parties(const Json& names) {
    std::vector<core::Party> all;
    for (const auto& name : names) all.push_back({.name = name.get<std::string>()});
    return all;
}

struct Gold {
    std::string id;
    bool must = false;
    std::set<std::string> clusters;
};

struct Corpus {
    std::vector<Gold> gold;  // by claim id from 1
    std::vector<core::ClaimRecord> claims;
    std::vector<core::ArticleFacts> articles;
};

core::ClaimRecord record_of(const Json& row, std::int64_t id, core::ArticleId article) {
    core::ClaimRecord record{.id = {id}, .article = article};
    auto& claim = record.claim;
    record.quote = row.at("text").get<std::string>();
    claim.kind = core::from_code<core::ClaimKind>(row.at("kind").get<std::string>()).value();
    claim.quote = {row.at("start").get<std::size_t>(), row.at("end").get<std::size_t>()};
    claim.claimant = parties(row.at("claimant"));
    claim.accused = parties(row.at("accused"));
    claim.via = parties(row.at("via"));
    if (row.at("object_owner").is_string())
        claim.object_owner = row.at("object_owner").get<std::string>();
    for (const auto& code : row.at("conduct"))
        claim.conduct.push_back(core::from_code<core::Conduct>(code.get<std::string>()).value());
    if (row.at("time").is_object())
        claim.time =
            core::ClaimTime{"", core::Edtf::parse(row.at("time").value("edtf", std::string()))};
    return record;
}

Corpus read(const std::string& folder, const std::map<std::string, std::string>& days) {
    Corpus corpus;
    std::map<std::string, core::ArticleId> articles;
    for (const auto& row : lines_of(folder + "/seeds_gold.jsonl")) {
        const auto name = row.at("article").get<std::string>();
        const auto next = static_cast<std::int64_t>(articles.size()) + 1;
        const auto [article, is_new] = articles.emplace(name, core::ArticleId{next});
        if (is_new) {
            core::ArticleFacts facts{.id = article->second, .input_id = name};
            const auto day = days.find(name.substr(0, 3));
            if (day != days.end()) facts.published = core::parse_timestamp(day->second);
            corpus.articles.push_back(std::move(facts));
        }
        const auto id = static_cast<std::int64_t>(corpus.claims.size()) + 1;
        corpus.claims.push_back(record_of(row, id, article->second));
        const auto clusters = row.at("clusters").get<std::vector<std::string>>();
        corpus.gold.push_back({row.at("id").get<std::string>(),
                               row.at("must").get<bool>(),
                               {clusters.begin(), clusters.end()}});
    }
    return corpus;
}

struct Concluded {
    std::map<std::int64_t, int> allegation_of;
    std::map<std::int64_t, core::Origin> origin_of;
    std::vector<core::Event> events;  // of all disputes
};

Concluded concluded(const Corpus& corpus) {
    std::map<core::Topic, core::Dossier> topics;
    for (const auto& record : corpus.claims) {
        const auto of = knowledge::topics_of({&record.claim, 1}, knowledge::Parties()).front();
        for (const auto& topic : of)
            (topic == of.front() ? topics[topic].claims : topics[topic].visitors).push_back(record);
    }
    Concluded all;
    int number = 0;
    for (auto& [topic, dossier] : topics) {
        dossier.topic = topic;
        dossier.articles = corpus.articles;
        const auto picture = knowledge::assemble(dossier);
        for (const auto& draft : picture.allegations) {
            ++number;
            for (std::size_t i = 0; i < draft.claims.size(); ++i) {
                all.allegation_of[draft.claims[i].value] = number;
                all.origin_of.emplace(draft.claims[i].value, draft.origin_of[i]);
            }
        }
        for (const auto& dispute : picture.disputes)
            all.events.insert(all.events.end(), dispute.events.begin(), dispute.events.end());
    }
    return all;
}

std::vector<std::string> parts(const std::string& text, const std::string& separator) {
    std::vector<std::string> all;
    std::size_t begin = 0;
    for (auto at = text.find(separator); at != std::string::npos;
         at = text.find(separator, begin)) {
        all.push_back(text.substr(begin, at - begin));
        begin = at + separator.size();
    }
    all.push_back(text.substr(begin));
    return all;
}

// "Microsoft -> Bloomberg -> 003": what article 003 has of this cluster, it has from Bloomberg.
// Without an outlet between them the article has it from nobody.
void score_origins(const Corpus& corpus, const Concluded& found, const std::string& folder) {
    int all = 0;
    int right = 0;
    for (const auto& row : lines_of(folder + "/seeds_clusters.jsonl")) {
        const auto cluster = row.at("cluster").get<std::string>();
        for (const auto& chain : row.at("chains")) {
            const auto steps = parts(chain.get<std::string>(), " -> ");
            const auto via = steps.size() > 2 ? steps[steps.size() - 2] : "";
            for (std::size_t i = 0; i < corpus.gold.size(); ++i) {
                const auto number = corpus.gold[i].id.substr(0, 3);
                if (!corpus.gold[i].must || !corpus.gold[i].clusters.contains(cluster) ||
                    steps.back().find(number) == std::string::npos)
                    continue;
                const auto& origin = found.origin_of.at(corpus.claims[i].id.value);
                const bool is_own = origin.kind == core::OriginKind::Article;
                const bool agrees = via.empty() ? is_own : !is_own && origin.name == via;
                ++all;
                right += agrees ? 1 : 0;
                if (!agrees)
                    std::printf("  origin of %s: %s, not %s\n", corpus.gold[i].id.c_str(),
                                origin.name.c_str(), via.empty() ? "the article" : via.c_str());
            }
        }
    }
    std::printf("origins: %d of %d right\n", right, all);
}

// An event is found if one of ours holds most of its claims, few others, and a date that agrees.
void score_timeline(const Corpus& corpus, const Concluded& found, const std::string& folder) {
    int all = 0;
    int right = 0;
    for (const auto& row : lines_of(folder + "/seeds_timeline.jsonl")) {
        std::set<std::int64_t> wanted;
        for (std::size_t i = 0; i < corpus.gold.size(); ++i)
            for (const auto& claim : row.at("claims"))
                if (claim == corpus.gold[i].id) wanted.insert(corpus.claims[i].id.value);
        const auto date = core::Edtf::parse(row.at("date").get<std::string>()).value().days();
        const bool is_found =
            std::any_of(found.events.begin(), found.events.end(), [&](const core::Event& event) {
                std::size_t shared = 0;
                for (const auto claim : event.claims) shared += wanted.count(claim.value);
                const auto days = event.date.days();
                return 2 * shared >= wanted.size() && 2 * shared >= event.claims.size() &&
                       days.first <= date.last && date.first <= days.last;
            });
        ++all;
        right += is_found ? 1 : 0;
        if (!is_found) std::printf("  no event: %s\n", row.at("event").get<std::string>().c_str());
    }
    std::printf("timeline: %d of %d events\n", right, all);
}

template <class Same, class Right>
double b_cubed(const std::vector<std::size_t>& rows, const Same& same, const Right& right) {
    double sum = 0;
    for (const auto i : rows) {
        int all = 0;
        int good = 0;
        for (const auto j : rows)
            if (same(i, j)) {
                ++all;
                good += right(i, j) ? 1 : 0;
            }
        sum += static_cast<double>(good) / all;
    }
    return sum / static_cast<double>(rows.size());
}

}  // namespace

int main(int count, char** arguments) {
    const char* const named = std::getenv("CLAIMTRAIL_CLAIMS");
    const std::string folder = count > 1 ? arguments[1] : named != nullptr ? named : "";
    if (folder.empty()) {
        std::puts("no claims: name their folder in CLAIMTRAIL_CLAIMS");
        return 0;
    }
    // Two articles of summer 2025 tell again what three of January told.
    const auto corpus = read(folder, {{"000", "2025-06-04"},
                                      {"001", "2025-06-04"},
                                      {"002", "2025-01-30"},
                                      {"003", "2025-01-30"},
                                      {"004", "2025-01-31"}});
    const auto all = concluded(corpus);
    const auto& found = all.allegation_of;
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < corpus.gold.size(); ++i)
        if (corpus.gold[i].must) rows.push_back(i);
    const auto ours = [&](std::size_t i, std::size_t j) {
        return found.at(corpus.claims[i].id.value) == found.at(corpus.claims[j].id.value);
    };
    const auto theirs = [&](std::size_t i, std::size_t j) {
        const auto& a = corpus.gold[i].clusters;
        const auto& b = corpus.gold[j].clusters;
        return i == j || std::any_of(a.begin(), a.end(), [&](auto& c) { return b.contains(c); });
    };
    const double precision = b_cubed(rows, ours, theirs);
    const double recall = b_cubed(rows, theirs, ours);
    std::printf("%zu claims: B-cubed precision %.3f recall %.3f F1 %.3f\n", rows.size(), precision,
                recall, 2 * precision * recall / (precision + recall));
    score_origins(corpus, all, folder);
    score_timeline(corpus, all, folder);
}
