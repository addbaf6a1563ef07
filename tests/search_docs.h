// Small documents for the tests of search/.
#pragma once
#include <string>
#include <vector>

#include "search/search.h"
#include "tests/temp_dir.h"

namespace docs {

inline core::DayRange days(const std::string& range) { return *core::parse_day_range(range); }

inline search::IndexDoc article(std::int64_t id, const std::string& title, const std::string& body,
                                const std::string& date = "2025-06-03") {
    return {.kind = search::DocKind::Article,
            .id = id,
            .article = id,
            .language = "en",
            .title = title,
            .body = body,
            .date = days(date)};
}

// An index in a folder of its own, gone afterwards.
class Shelf {
public:
    Shelf() : writer_(search::IndexWriter::open(folder(), "store-1")) {}
    std::filesystem::path folder() const { return home_.path() / "index"; }
    search::IndexWriter& writer() { return writer_; }
    void put(std::vector<search::IndexDoc> docs) {
        search::Batch batch{.docs = std::move(docs), .upto = ++seq_};
        for (const auto& doc : batch.docs)
            if (doc.kind == search::DocKind::Article) batch.articles.push_back({doc.id});
        writer_.apply(batch);
    }
    search::Index reader() const { return search::Index::open(folder()); }
    search::Found find(const search::Search& search) const { return reader().find(search); }
    // The ids of what is found, best first: "3 1 ".
    std::string found(const std::string& words) const {
        std::string ids;
        for (const auto& hit : find({.words = words}).hits) ids += std::to_string(hit.id) + " ";
        return ids;
    }

private:
    TempDir home_;
    search::IndexWriter writer_;
    std::int64_t seq_ = 0;
};

}  // namespace docs
