// Saving an article: one transaction from its revision to its change-log entries.
#include <fmt/format.h>

#include "core/text.h"
#include "store/article_rows.h"
#include "store/impl.h"
#include "store/known_article.h"
#include "store/save_claims.h"

namespace store {

namespace {

using sqlite::Database;
using sqlite::Query;

std::optional<std::int64_t> outlet_for(Database& db, const core::Outlet& outlet) {
    if (!outlet.domain && !outlet.name) return std::nullopt;
    if (outlet.domain) {
        Query(db,
              "INSERT INTO outlet (domain, name) VALUES (?, ?) ON CONFLICT (domain) DO UPDATE"
              " SET name = coalesce(name, excluded.name)",
              outlet.domain, outlet.name)
            .done();
        Query row(db, "SELECT id FROM outlet WHERE domain = ?", outlet.domain);
        row.step();
        return row.int64(0);
    }
    {
        Query row(db, "SELECT id FROM outlet WHERE domain IS NULL AND name = ?", outlet.name);
        if (row.step()) return row.int64(0);
    }
    Query(db, "INSERT INTO outlet (name) VALUES (?)", outlet.name).done();
    return db.last_id();
}

// The steps of one save(), sharing what they find out on the way.
class Saver {
public:
    Saver(Database& db, const core::Article& article, const core::Findings& findings,
          const Saving& saving)
        : db_(db), article_(article), findings_(findings), saving_(saving) {}

    SavedArticle run() {
        put_article();
        put_urls();
        put_revision();
        put_mentions();
        put_citations();
        settle(save_claims(db_, {saved_.id, saved_.revision}, article_, findings_, saving_.topics));
        return saved_;
    }

private:
    void put_article() {
        auto known = known_article(db_, article_);
        if (!known && saving_.moved_from) {
            known = saving_.moved_from->value;
            saved_.moved = true;
        }
        const auto outlet = outlet_for(db_, article_.outlet);
        if (known) {
            saved_.id = {*known};
            Query row(db_, "SELECT revision, status FROM article WHERE id = ?", *known);
            row.step();
            saved_.revision = row.integer(0);
            status_changed_ = row.text(1) != core::code(saving_.status);
            saved_.change = SavedArticle::Change::Unchanged;
        } else {
            Query(db_,
                  "INSERT INTO article (key, input_id, retrieved, revision) VALUES (?, ?, ?, 0)",
                  article_key(article_), article_.input_id, seconds(saving_.retrieved))
                .done();
            saved_.id = {db_.last_id()};
            saved_.revision = 0;
            saved_.change = SavedArticle::Change::New;
        }
        Query(db_,
              "UPDATE article SET url = coalesce(?2, url), canonical_url = coalesce(?3,"
              " canonical_url), outlet = coalesce(?4, outlet), title = ?5, published = ?6,"
              " status = ?7, input_id = coalesce(?8, input_id) WHERE id = ?1",
              saved_.id.value, url_text(article_.url), url_text(article_.canonical_url), outlet,
              article_.title, stamp_text(article_.published), core::code(saving_.status),
              article_.input_id)
            .done();
    }

    static std::optional<std::string> url_text(const std::optional<core::Url>& url) {
        return url ? std::optional(url->text()) : std::nullopt;
    }

    void put_urls() {
        for (const auto& url : {article_.url, article_.canonical_url})
            if (url)
                Query(db_,
                      "INSERT INTO article_url (url, article) VALUES (?, ?) ON CONFLICT DO NOTHING",
                      core::canonical(*url).text(), saved_.id.value)
                    .done();
    }

    // Another date of modification alone is no edit: content systems touch pages all the time.
    bool same_as_newest() const {
        Query row(db_,
                  "SELECT title, authors, outlet_name, published, language, text, blocks,"
                  " robots, paywalled FROM revision WHERE article = ? AND revision = ?",
                  saved_.id.value, saved_.revision);
        return row.step() && row.maybe_text(0) == article_.title &&
               row.text(1) == lines(article_.authors) &&
               row.maybe_text(2) == article_.outlet.name &&
               row.maybe_text(3) == stamp_text(article_.published) &&
               row.maybe_text(4) == article_.language && row.text(5) == article_.text &&
               row.text(6) == block_lines(article_.blocks) &&
               row.text(7) == lines(article_.robots) && (row.int64(8) != 0) == article_.paywalled;
    }

    // The same response read once more, by another extractor: nobody has edited anything.
    bool is_of_newest_capture() const {
        if (!capture()) return false;
        Query row(db_, "SELECT 1 FROM revision WHERE article = ? AND revision = ? AND capture = ?",
                  saved_.id.value, saved_.revision, *capture());
        return row.step();
    }

    void rewrite_newest() {
        Query(db_,
              "UPDATE revision SET extractor = ?, title = ?, authors = ?, outlet_name = ?,"
              " published = ?, modified = ?, language = ?, text = ?, blocks = ?, robots = ?,"
              " paywalled = ? WHERE article = ? AND revision = ?",
              saving_.extractor, article_.title, lines(article_.authors), article_.outlet.name,
              stamp_text(article_.published), stamp_text(article_.modified), article_.language,
              article_.text, block_lines(article_.blocks), lines(article_.robots),
              article_.paywalled ? 1 : 0, saved_.id.value, saved_.revision)
            .done();
    }

    void put_revision() {
        if (saved_.revision > 0 && same_as_newest()) {
            // The capture stays the first that showed this text: it proves since when it stood.
            Query(db_,
                  "UPDATE revision SET extractor = ?, capture = coalesce(capture, ?), modified = ?"
                  " WHERE article = ? AND revision = ?",
                  saving_.extractor, capture(), stamp_text(article_.modified), saved_.id.value,
                  saved_.revision)
                .done();
            return;
        }
        if (saved_.revision > 0 && is_of_newest_capture()) {
            rewrite_newest();
            return;
        }
        ++saved_.revision;
        if (saved_.revision > 1) saved_.change = SavedArticle::Change::Revised;
        Query(db_,
              "INSERT INTO revision (article, revision, retrieved, capture, extractor, title,"
              " authors, outlet_name, published, modified, language, text, blocks, robots,"
              " paywalled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              saved_.id.value, saved_.revision, seconds(saving_.retrieved), capture(),
              saving_.extractor, article_.title, lines(article_.authors), article_.outlet.name,
              stamp_text(article_.published), stamp_text(article_.modified), article_.language,
              article_.text, block_lines(article_.blocks), lines(article_.robots),
              article_.paywalled ? 1 : 0)
            .done();
        Query(db_, "UPDATE article SET revision = ? WHERE id = ?", saved_.revision, saved_.id.value)
            .done();
    }

    std::optional<std::int64_t> capture() const {
        return saving_.capture ? std::optional(saving_.capture->value) : std::nullopt;
    }

    void put_mentions() {
        Query(db_, "DELETE FROM mention WHERE article = ?", saved_.id.value).done();
        for (const auto& found : findings_.entities) {
            if (!core::is_named(found.entity.name)) continue;  // "AI researchers (unnamed)"
            const auto entity = entity_for(db_, found.entity);
            for (const auto& span : found.mentions)
                Query(db_,
                      "INSERT INTO mention (article, begin, \"end\", entity) VALUES (?, ?, ?, ?)"
                      " ON CONFLICT DO NOTHING",
                      saved_.id.value, offset(span.begin), offset(span.end), entity.value)
                    .done();
        }
    }

    void put_citations() {
        Query(db_, "DELETE FROM citation WHERE article = ?", saved_.id.value).done();
        int position = 0;
        for (const auto& citation : findings_.citations)
            Query(
                db_,
                "INSERT INTO citation (article, position, outlet, url, begin, \"end\")"
                " VALUES (?, ?, ?, ?, ?, ?)",
                saved_.id.value, position++, citation.outlet,
                citation.url ? std::optional(core::canonical(*citation.url).text()) : std::nullopt,
                offset(citation.span.begin), offset(citation.span.end))
                .done();
    }

    void settle(SavedClaims claims) {
        if (saved_.change == SavedArticle::Change::Unchanged && claims.changed)
            saved_.change = SavedArticle::Change::Reextracted;
        if (saved_.change != SavedArticle::Change::Unchanged || status_changed_)
            log_change(db_, "article", saved_.id.value);
        saved_.claims = std::move(claims.ids);
        saved_.topics = std::move(claims.topics);
    }

    Database& db_;
    const core::Article& article_;
    const core::Findings& findings_;
    const Saving& saving_;
    SavedArticle saved_{.id = {0}};
    bool status_changed_ = false;  // it had been gone
};

}  // namespace

SavedArticle Store::save(const core::Article& article, const core::Findings& findings,
                         const Saving& saving) {
    sqlite::Transaction all_or_nothing(impl_->db);
    auto saved = Saver(impl_->db, article, findings, saving).run();
    all_or_nothing.commit();
    return saved;
}

core::CaptureId Store::keep(const Capture& capture) {
    Query(impl_->db,
          "INSERT INTO capture (url, fetched_at, status, content_type, sha256, warc_file, offset,"
          " length) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          capture.url, seconds(capture.fetched_at), capture.status, capture.content_type,
          capture.sha256, capture.warc_file, static_cast<std::int64_t>(capture.offset),
          static_cast<std::int64_t>(capture.length))
        .done();
    return {impl_->db.last_id()};
}

void Store::mark(core::ArticleId id, core::ArticleStatus status) {
    sqlite::Transaction all_or_nothing(impl_->db);
    Query(impl_->db, "UPDATE article SET status = ? WHERE id = ?", core::code(status), id.value)
        .done();
    log_change(impl_->db, "article", id.value);
    all_or_nothing.commit();
}

}  // namespace store
