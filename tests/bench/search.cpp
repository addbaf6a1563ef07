// What indexing and searching cost on generated claims, beside SQLite's FTS5 on the same text.
//
//     build/tests/bench_search [CLAIMS…]      10 000 and 100 000 unless said otherwise
//
// Words follow Zipf's law, parties and dates too. Times of queries are processor time of one
// thread, warm, with the top 10 and their snippets; median and 99th percentile in milliseconds.
#include "search/search.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include <sqlite3.h>

#include "core/text.h"
#include "tests/bench/zipf.h"
#include "tests/temp_dir.h"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}
// Processor time of this thread: what else runs on the machine does not count.
double cpu_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}
double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

using zipf::word_of;

class Corpus {
public:
    explicit Corpus(std::size_t claims) : claims_(claims) {}

    search::IndexDoc claim(std::int64_t id) {
        random_.seed(static_cast<unsigned>(id));
        search::IndexDoc doc{.kind = search::DocKind::Claim, .id = id, .article = id / 5 + 1};
        const auto by = party();
        const auto about = party();
        doc.title = by + " " + about + " " + word_of(words_(random_));
        const std::size_t length = 15 + random_() % 40;
        for (std::size_t i = 0; i < length; ++i)
            doc.body += (i > 0 ? " " : "") + word_of(words_(random_));
        doc.values = {{search::Field::By, by},
                      {search::Field::About, about},
                      {search::Field::Conduct, random_() % 3 == 0 ? "scraping" : "distillation"},
                      {search::Field::Kind, random_() % 5 == 0 ? "denial" : "accusation"},
                      {search::Field::Certainty, random_() % 2 == 0 ? "alleged" : "asserted"},
                      {search::Field::Outlet, "outlet" + std::to_string(random_() % 200)}};
        const core::Days first{std::chrono::days(16'000)};
        const auto day =
            first +
            std::chrono::days(static_cast<int>(static_cast<std::size_t>(id) * 3'650 / claims_));
        doc.date = core::DayRange{day, day};
        doc.origins = static_cast<int>(random_() % 4) + 1;
        return doc;
    }
    std::size_t size() const { return claims_; }
    std::string party() { return "Party" + word_of(parties_(random_)); }
    std::string word() { return word_of(20 + words_(random_)); }  // the most common say nothing

private:
    std::size_t claims_;
    std::mt19937 random_;
    zipf::Ranks words_{60'000};
    zipf::Ranks parties_{500};
};

double megabytes(const std::filesystem::path& folder) {
    double bytes = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
        if (file.is_regular_file()) bytes += static_cast<double>(file.file_size());
    return bytes / 1e6;
}

void build(Corpus& corpus, const std::filesystem::path& folder, std::size_t batch_size) {
    auto writer = search::IndexWriter::open(folder, "bench");
    const double cpu = cpu_seconds();
    const auto begin = Clock::now();
    double longest = 0;
    search::Batch batch;
    for (std::size_t id = 1; id <= corpus.size(); ++id) {
        batch.docs.push_back(corpus.claim(static_cast<std::int64_t>(id)));
        if (batch.docs.size() < batch_size && id < corpus.size()) continue;
        batch.upto = static_cast<std::int64_t>(id);
        const auto before = Clock::now();
        writer.apply(batch);
        longest = std::max(longest, milliseconds(Clock::now() - before));
        batch.docs.clear();
    }
    std::printf("  indexed, %4zu a commit: %6.1f s CPU %6.1f s, longest commit %.0f ms, %.1f MB\n",
                batch_size, cpu_seconds() - cpu, milliseconds(Clock::now() - begin) / 1e3, longest,
                megabytes(folder));
}

void print_times(const char* name, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    std::printf("  %-24s %8.2f %8.2f\n", name, times[times.size() / 2],
                times[times.size() * 99 / 100]);
}

constexpr int kQueries = 200;

using MakeQuery = std::function<search::Search(Corpus&, std::mt19937&)>;

struct Kind {
    const char* name;
    MakeQuery make;
};

std::string words(Corpus& corpus, int count, const char* between = " ") {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i > 0 ? between : "") + corpus.word();
    return text;
}

search::Search plain(std::string text) {
    return {.words = std::move(text), .in = search::DocKind::Claim, .limit = 10};
}

std::string month(std::mt19937& random) {
    const auto year = std::to_string(2014 + random() % 9);
    return year + "-0" + std::to_string(1 + random() % 9);
}

std::string phrase(Corpus& corpus, std::mt19937& random) {
    const auto doc = corpus.claim(static_cast<std::int64_t>(1 + random() % corpus.size()));
    const auto parts = core::split(doc.body, ' ');
    return "\"" + std::string(parts[3]) + " " + std::string(parts[4]) + " " +
           std::string(parts[5]) + "\"";
}

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all{
        {"one word", [](Corpus& c, auto&) { return plain(words(c, 1)); }},
        {"two words", [](Corpus& c, auto&) { return plain(words(c, 2)); }},
        {"three words", [](Corpus& c, auto&) { return plain(words(c, 3)); }},
        {"two words AND", [](Corpus& c, auto&) { return plain(words(c, 2, " AND ")); }},
        {"phrase of three", [](Corpus& c, auto& r) { return plain(phrase(c, r)); }},
        {"NEAR/5", [](Corpus& c, auto&) { return plain(words(c, 2, " NEAR/5 ")); }},
        {"wild*", [](Corpus& c, auto&) { return plain(c.word().substr(0, 4) + "*"); }},
        {"word in a month",
         [](Corpus& c, auto& r) { return plain(words(c, 1) + " date:" + month(r)); }},
        {"a month alone", [](Corpus&, auto& r) { return plain("date:" + month(r)); }},
        {"two words, a party",
         [](Corpus& c, auto&) { return plain(words(c, 2) + " about:" + c.party()); }},
        {"a party alone", [](Corpus& c, auto&) { return plain("by:" + c.party()); }},
        {"two words by date",
         [](Corpus& c, auto&) {
             auto search = plain(words(c, 2));
             search.sort = search::Sort::Date;
             return search;
         }},
        {"passage of 40", [](Corpus& c, auto&) { return plain(words(c, 40)); }},
        {"worst: 20 common, quoted",
         [](Corpus&, auto&) {
             std::string text = "\"";
             for (std::size_t i = 0; i < 20; ++i) text += word_of(i % 3) + " ";
             return plain(text + "\"");
         }},
        {"worst: three wild*", [](Corpus&, auto&) { return plain("tar* rim* mot*"); }},
    };
    return all;
}

double time_of(const search::Index& index, Corpus& corpus, const search::Search& search) {
    std::vector<std::string> texts;  // what the store would give
    const double begin = cpu_milliseconds();
    const auto found = index.find(search);
    const double took = cpu_milliseconds() - begin;
    for (const auto& hit : found.hits) texts.push_back(corpus.claim(hit.id).body);
    const double snippets = cpu_milliseconds();
    for (const auto& text : texts) search::make_snippet(text, found.terms, "en");
    return took + cpu_milliseconds() - snippets;
}

void ask(Corpus& corpus, const std::filesystem::path& folder) {
    const auto index = search::Index::open(folder);
    std::vector<double> mixed;
    std::puts("  query                      median      p99");
    for (const auto& kind : kinds()) {
        std::mt19937 random(3);
        std::vector<double> times;
        for (int i = 0; i < kQueries; ++i) {
            corpus.claim(i + 1);  // seeds what comes next
            const auto search = kind.make(corpus, random);
            if (i == 0) index.find(search);
            times.push_back(time_of(index, corpus, search));
        }
        if (!std::string_view(kind.name).starts_with("worst"))
            mixed.insert(mixed.end(), times.begin(), times.end());
        print_times(kind.name, std::move(times));
    }
    print_times("all but the worst", std::move(mixed));
}

void run(sqlite3* db, const char* sql) {
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        std::printf("sqlite: %s\n", sqlite3_errmsg(db));
        std::exit(1);
    }
}

void fill_fts(sqlite3* db, Corpus& corpus) {
    const double cpu = cpu_seconds();
    run(db, "CREATE VIRTUAL TABLE f USING fts5(title, body, tokenize='porter unicode61'); BEGIN");
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO f (rowid, title, body) VALUES (?, ?, ?)", -1, &insert,
                       nullptr);
    for (std::size_t id = 1; id <= corpus.size(); ++id) {
        const auto doc = corpus.claim(static_cast<std::int64_t>(id));
        sqlite3_bind_int64(insert, 1, doc.id);
        sqlite3_bind_text(insert, 2, doc.title.c_str(), -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, 3, doc.body.c_str(), -1, SQLITE_STATIC);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run(db, "COMMIT");
    std::printf("  FTS5: %.1f s CPU\n", cpu_seconds() - cpu);
}

void ask_fts(sqlite3* db, Corpus& corpus) {
    sqlite3_stmt* select = nullptr;
    sqlite3_prepare_v2(db,
                       "SELECT rowid, snippet(f, 1, '<mark>', '</mark>', '…', 30) FROM f WHERE f"
                       " MATCH ? ORDER BY rank LIMIT 10",
                       -1, &select, nullptr);
    for (int count = 1; count <= 3; ++count) {
        std::vector<double> times;
        for (int i = 0; i < kQueries / 4; ++i) {
            corpus.claim(i + 1);
            const auto match = words(corpus, count, " OR ");
            const double begin = cpu_milliseconds();
            sqlite3_bind_text(select, 1, match.c_str(), -1, SQLITE_STATIC);
            while (sqlite3_step(select) == SQLITE_ROW) {
            }
            sqlite3_reset(select);
            times.push_back(cpu_milliseconds() - begin);
        }
        print_times(("FTS5, words: " + std::to_string(count)).c_str(), std::move(times));
    }
    sqlite3_finalize(select);
}

void beside_fts(Corpus& corpus, const std::filesystem::path& file) {
    sqlite3* db = nullptr;
    sqlite3_open(file.c_str(), &db);
    fill_fts(db, corpus);
    std::printf("  FTS5 with its text: %.1f MB\n",
                static_cast<double>(std::filesystem::file_size(file)) / 1e6);
    ask_fts(db, corpus);
    sqlite3_close(db);
}

void measure(std::size_t claims) {
    std::printf("%zu claims\n", claims);
    const TempDir home;
    Corpus corpus(claims);
    if (claims <= 20'000)
        for (const std::size_t batch : {50UL, 1'000UL, 5'000UL})
            build(corpus, home.path() / ("index-" + std::to_string(batch)), batch);
    build(corpus, home.path() / "index", 300);
    ask(corpus, home.path() / "index");
    beside_fts(corpus, home.path() / "fts.db");
}

}  // namespace

int main(int count, char** arguments) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    std::vector<std::size_t> sizes;
    for (int i = 1; i < count; ++i)
        sizes.push_back(static_cast<std::size_t>(std::strtoull(arguments[i], nullptr, 10)));
    if (sizes.empty()) sizes = {10'000, 100'000};
    for (const auto size : sizes) measure(size);
}
