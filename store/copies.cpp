// Which articles are worth comparing, and which of them is the original.
#include <algorithm>

#include "store/impl.h"

namespace store {

namespace {

using sqlite::Query;

// A band is SQLite's signed number.
std::int64_t number(std::uint64_t band) { return static_cast<std::int64_t>(band); }

// The same boilerplate on every page of a site must not make a crawl quadratic.
constexpr std::int64_t kMostOfABand = 200;

}  // namespace

bool Reader::has_bands(core::ArticleId id) const {
    Query row(impl_->db, "SELECT 1 FROM sketch_band WHERE article = ? LIMIT 1", id.value);
    return row.step();
}

std::vector<core::ArticleId> Reader::articles_sharing(std::span<const std::uint64_t> bands) const {
    std::vector<core::ArticleId> ids;
    for (const auto band : bands) {
        Query rows(impl_->db,
                   "SELECT article FROM sketch_band WHERE band = ? ORDER BY article LIMIT ?",
                   number(band), kMostOfABand);
        while (rows.step()) ids.push_back({rows.int64(0)});
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

std::vector<core::ArticleId> Reader::copies_of(core::ArticleId id) const {
    Query rows(impl_->db, "SELECT id FROM article WHERE duplicate_of = ? ORDER BY id", id.value);
    std::vector<core::ArticleId> ids;
    while (rows.step()) ids.push_back({rows.int64(0)});
    return ids;
}

void Store::put_bands(core::ArticleId id, std::span<const std::uint64_t> bands) {
    sqlite::Transaction all_or_nothing(impl_->db);
    Query(impl_->db, "DELETE FROM sketch_band WHERE article = ?", id.value).done();
    for (const auto band : bands)
        Query(impl_->db,
              "INSERT INTO sketch_band (band, article) VALUES (?, ?)"
              " ON CONFLICT DO NOTHING",
              number(band), id.value)
            .done();
    all_or_nothing.commit();
}

std::vector<core::Topic> Store::put_original(core::ArticleId id,
                                             std::optional<core::ArticleId> original) {
    sqlite::Transaction all_or_nothing(impl_->db);
    const auto value = original ? std::optional(original->value) : std::nullopt;
    Query(impl_->db,
          "UPDATE article SET duplicate_of = ?2 WHERE id = ?1 AND duplicate_of IS NOT ?2", id.value,
          value)
        .done();
    std::vector<core::Topic> topics;
    {
        Query row(impl_->db, "SELECT changes()");
        row.step();
        if (row.int64(0) == 0) return topics;
    }
    log_change(impl_->db, "article", id.value);
    {
        Query rows(impl_->db,
                   "SELECT DISTINCT t.topic FROM claim c JOIN claim_topic t ON t.claim = c.id"
                   " WHERE c.article = ? AND c.removed IS NULL",
                   id.value);
        while (rows.step()) topics.push_back(rows.text(0));
    }
    for (const auto& topic : topics)
        Query(impl_->db, "INSERT INTO topic_to_redo (topic) VALUES (?) ON CONFLICT DO NOTHING",
              topic)
            .done();
    all_or_nothing.commit();
    return topics;
}

}  // namespace store
