// What indexing news articles costs: processor time, bytes, and how long a commit takes.
//
//     build/tests/bench_index [FILE]      lines of title<TAB>text; else 19,038 generated articles
//
// As the pipeline does it: 300 articles a commit, each replacing what was there of it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>

#include <sys/resource.h>

#include "search/search.h"
#include "tests/bench/zipf.h"
#include "tests/temp_dir.h"

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kArticles = 19'038;  // as many as a well-known collection of news has
constexpr std::size_t kWords = 150;
constexpr std::size_t kBatch = 300;

std::vector<search::IndexDoc> articles_of(const char* file) {
    std::vector<search::IndexDoc> docs;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        const auto tab = std::min(line.find('\t'), line.size() - 1);
        docs.push_back({.title = line.substr(0, tab), .body = line.substr(tab + 1)});
    }
    return docs;
}

std::vector<search::IndexDoc> generated() {
    const zipf::Ranks ranks(60'000);
    std::mt19937 random(1);
    const auto words = [&](std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text += zipf::word_of(ranks(random)) + ' ';
        return text;
    };
    std::vector<search::IndexDoc> docs;
    for (std::size_t i = 0; i < kArticles; ++i)
        docs.push_back({.title = words(8), .body = words(kWords / 2 + random() % kWords)});
    return docs;
}

void number(std::vector<search::IndexDoc>& docs) {
    std::int64_t id = 0;
    for (auto& doc : docs) {
        doc.kind = search::DocKind::Article;
        doc.id = doc.article = ++id;
        doc.language = "en";
        doc.values = {{search::Field::Outlet, "outlet" + std::to_string(id % 200)},
                      {search::Field::Lang, "en"}};
        const core::Days day{std::chrono::days(16'000 + id / 10)};
        doc.date = core::DayRange{day, day};
    }
}

double megabytes(const std::filesystem::path& folder) {
    double bytes = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
        if (file.is_regular_file()) bytes += static_cast<double>(file.file_size());
    return bytes / 1e6;
}

struct Cpu {
    double user, system;
};
Cpu cpu_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return {seconds(used.ru_utime), seconds(used.ru_stime)};
}

void report(const char* what, const Cpu& since, const std::filesystem::path& folder) {
    const auto now = cpu_seconds();
    std::printf("  %-10s %6.2f s CPU and %.2f s in the kernel, %.1f MB\n", what,
                now.user - since.user, now.system - since.system, megabytes(folder));
}

void build(const std::vector<search::IndexDoc>& docs, const std::filesystem::path& folder) {
    auto writer = search::IndexWriter::open(folder, "bench");
    std::chrono::duration<double> longest{};
    auto begin = cpu_seconds();
    for (std::size_t at = 0; at < docs.size(); at += kBatch) {
        search::Batch batch;
        for (std::size_t i = at; i < std::min(at + kBatch, docs.size()); ++i) {
            batch.docs.push_back(docs[i]);
            batch.articles.push_back({docs[i].article});
        }
        batch.upto = static_cast<std::int64_t>(at + batch.docs.size());
        const auto before = Clock::now();
        writer.apply(batch);
        longest = std::max<std::chrono::duration<double>>(longest, Clock::now() - before);
    }
    report("indexed", begin, folder);
    std::printf("  longest commit %.2f s\n", longest.count());
    begin = cpu_seconds();
    const std::filesystem::path compact = folder.string() + ".compact";
    writer.copy_compacted(compact);
    report("compacted", begin, compact);
}

}  // namespace

int main(int count, char** arguments) {
    auto docs = count > 1 ? articles_of(arguments[1]) : generated();
    number(docs);
    double bytes = 0;
    for (const auto& doc : docs) bytes += static_cast<double>(doc.title.size() + doc.body.size());
    std::printf("%zu articles, %.1f MB of text\n", docs.size(), bytes / 1e6);
    const TempDir home;
    build(docs, home.path() / "index");
}
