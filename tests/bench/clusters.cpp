// How well the same claim in several articles is found again: B-cubed F1 of allegations against
// clusters made by hand, on claims whose slots were filled in by hand.
//
//     build/tests/bench_clusters FOLDER     (or CLAIMTRAIL_CLAIMS=FOLDER)
//
// The folder holds seeds_gold.jsonl (claims with their slots, "article", "must") and
// seeds_clusters.jsonl ("cluster", "members"); the days of the articles are in main().
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

// Claim → allegation, over all topics.
std::map<std::int64_t, int> allegations_of(const Corpus& corpus) {
    std::map<core::Topic, std::vector<core::ClaimRecord>> topics;
    for (const auto& record : corpus.claims)
        for (const auto& topic : knowledge::topics_of(record.claim))
            topics[topic].push_back(record);
    std::map<std::int64_t, int> found;
    int number = 0;
    for (const auto& [topic, claims] : topics)
        for (const auto& draft : knowledge::assemble(topic, claims, corpus.articles).allegations) {
            ++number;
            for (const auto claim : draft.claims) found[claim.value] = number;
        }
    return found;
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
    const auto found = allegations_of(corpus);
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
}
