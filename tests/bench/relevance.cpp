// How well searches rank, on collections with judgments: nDCG@10 of each.
//
//     build/tests/bench_relevance FOLDER…     (or CLAIMTRAIL_COLLECTIONS=FOLDER:FOLDER…)
//
// A folder holds docs.jsonl {"_id","title","text"}, queries.jsonl {"_id","text"} and qrels.tsv
// (query, document, grade). Documents are indexed as articles, queries asked as people write them.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "core/text.h"
#include "search/search.h"
#include "tests/temp_dir.h"

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t kDepth = 10;

struct Collection {
    std::vector<std::string> ids;  // of documents, by number from 1
    std::vector<std::pair<std::string, std::string>> queries;
    std::map<std::string, std::map<std::string, int>> grades;
};

template <class Each>
void for_each_line(const fs::path& file, const Each& each) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) each(line);
}

std::string text_of(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

void index_documents(const fs::path& file, Collection& collection, search::IndexWriter& index) {
    search::Batch batch;
    for_each_line(file, [&](const std::string& line) {
        const auto json = Json::parse(line);
        collection.ids.push_back(text_of(json, "_id"));
        const auto number = static_cast<std::int64_t>(collection.ids.size());
        batch.docs.push_back({.kind = search::DocKind::Article,
                              .id = number,
                              .article = number,
                              .language = "en",
                              .title = text_of(json, "title"),
                              .body = text_of(json, "text")});
        if (batch.docs.size() < 300) return;
        index.apply(batch);
        batch.docs.clear();
    });
    index.apply(batch);
}

void read_questions(const fs::path& folder, Collection& collection) {
    for_each_line(folder / "qrels.tsv", [&](const std::string& line) {
        const auto parts = core::split(line, '\t');
        const int grade = parts.size() == 3 ? std::atoi(std::string(parts[2]).c_str()) : 0;
        if (grade > 0) collection.grades[std::string(parts[0])][std::string(parts[1])] = grade;
    });
    for_each_line(folder / "queries.jsonl", [&](const std::string& line) {
        const auto json = Json::parse(line);
        auto id = text_of(json, "_id");
        if (collection.grades.contains(id))
            collection.queries.emplace_back(std::move(id), text_of(json, "text"));
    });
}

double discounted(const std::vector<int>& grades) {
    double gain = 0;
    for (std::size_t i = 0; i < std::min(grades.size(), kDepth); ++i)
        gain += grades[i] / std::log2(static_cast<double>(i + 2));
    return gain;
}

double ndcg(const std::map<std::string, int>& grades, const std::vector<int>& got) {
    std::vector<int> ideal;
    for (const auto& [id, grade] : grades) ideal.push_back(grade);
    std::sort(ideal.rbegin(), ideal.rend());
    return discounted(got) / discounted(ideal);
}

double measured(const Collection& collection, const search::Index& index) {
    double sum = 0;
    for (const auto& [id, words] : collection.queries) {
        const auto& grades = collection.grades.at(id);
        std::vector<int> got;
        for (const auto& hit : index.find({.words = words, .limit = kDepth}).hits) {
            const auto grade = grades.find(collection.ids[static_cast<std::size_t>(hit.id - 1)]);
            got.push_back(grade == grades.end() ? 0 : grade->second);
        }
        sum += ndcg(grades, got);
    }
    return sum / static_cast<double>(collection.queries.size());
}

void measure(const fs::path& folder) {
    const TempDir home;
    auto writer = search::IndexWriter::open(home.path() / "index", "bench");
    Collection collection;
    index_documents(folder / "docs.jsonl", collection, writer);
    read_questions(folder, collection);
    std::printf("%-14s %6zu documents %4zu queries  nDCG@10 %.4f\n",
                folder.filename().string().c_str(), collection.ids.size(),
                collection.queries.size(), measured(collection, writer.reader()));
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<std::string> folders(arguments + 1, arguments + count);
    const char* const named = std::getenv("CLAIMTRAIL_COLLECTIONS");
    if (folders.empty() && named != nullptr)
        for (const auto folder : core::split(named, ':')) folders.emplace_back(folder);
    if (folders.empty())
        std::puts("no collections: name their folders in CLAIMTRAIL_COLLECTIONS, joined by colons");
    for (const auto& folder : folders) measure(folder);
}
