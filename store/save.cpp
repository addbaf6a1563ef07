// Saving an article: one transaction from its revision to its change-log entries.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.h"
#include "store/article_rows.h"
#include "store/claim_matching.h"
#include "store/impl.h"

namespace store {

namespace {

using sqlite::Database;
using sqlite::Query;

// FNV-1a with 128 bits (draft-eastlake-fnv): to know a text without an address again.
std::string fingerprint(std::string_view text) {
    __extension__ using Wide = unsigned __int128;
    const Wide prime = (Wide{1} << 88) + 0x13B;
    Wide hash = (Wide{0x6C62272E07BB0142} << 64) + 0x62B821756295C58D;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
    return fmt::format("{:016x}{:016x}", static_cast<std::uint64_t>(hash >> 64),
                       static_cast<std::uint64_t>(hash));
}

std::string key_of(const core::Article& article) {
    if (article.canonical_url) return "url " + core::canonical(*article.canonical_url).text();
    if (article.url) return "url " + core::canonical(*article.url).text();
    if (article.input_id) return "input " + *article.input_id;
    return "text " + fingerprint(article.text);
}

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
        put_claims();
        settle();
        return saved_;
    }

private:
    void put_article() {
        auto known = find_article();
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
                  key_of(article_), article_.input_id, seconds(saving_.retrieved))
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

    std::optional<std::int64_t> find_article() const {
        {
            Query row(db_, "SELECT id FROM article WHERE key = ?", key_of(article_));
            if (row.step()) return row.int64(0);
        }
        // Known by another of its addresses: a page that named its canonical URL only later.
        for (const auto& url : {article_.canonical_url, article_.url}) {
            if (!url) continue;
            Query row(db_, "SELECT article FROM article_url WHERE url = ?",
                      core::canonical(*url).text());
            if (row.step()) return row.int64(0);
        }
        return std::nullopt;
    }

    void put_urls() {
        for (const auto& url : {article_.url, article_.canonical_url})
            if (url)
                Query(db_,
                      "INSERT INTO article_url (url, article) VALUES (?, ?) ON CONFLICT DO NOTHING",
                      core::canonical(*url).text(), saved_.id.value)
                    .done();
    }

    bool same_as_newest() const {
        Query row(db_,
                  "SELECT title, authors, outlet_name, published, modified, language, text, blocks,"
                  " robots, paywalled FROM revision WHERE article = ? AND revision = ?",
                  saved_.id.value, saved_.revision);
        return row.step() && row.maybe_text(0) == article_.title &&
               row.text(1) == lines(article_.authors) &&
               row.maybe_text(2) == article_.outlet.name &&
               row.maybe_text(3) == stamp_text(article_.published) &&
               row.maybe_text(4) == stamp_text(article_.modified) &&
               row.maybe_text(5) == article_.language && row.text(6) == article_.text &&
               row.text(7) == block_lines(article_.blocks) &&
               row.text(8) == lines(article_.robots) && (row.int64(9) != 0) == article_.paywalled;
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
            Query(db_,
                  "UPDATE revision SET extractor = ?, capture = coalesce(?, capture)"
                  " WHERE article = ? AND revision = ?",
                  saving_.extractor, capture(), saved_.id.value, saved_.revision)
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

    static std::int64_t offset(std::size_t at) { return static_cast<std::int64_t>(at); }

    std::vector<core::ClaimRecord> old_claims() const {
        std::vector<core::ClaimId> ids;
        {
            Query rows(db_,
                       "SELECT id FROM claim WHERE article = ? AND removed IS NULL"
                       " ORDER BY position",
                       saved_.id.value);
            while (rows.step()) ids.push_back({rows.int64(0)});
        }
        std::vector<core::ClaimRecord> claims;
        claims.reserve(ids.size());
        for (const auto id : ids) claims.push_back(claim_row(db_, id));
        return claims;
    }

    void put_claims() {
        const auto old = old_claims();
        const auto matches = match_claims(old, findings_.claims, article_.text);
        std::vector<bool> kept(old.size(), false);
        for (std::size_t i = 0; i < findings_.claims.size(); ++i) {
            const auto& match = matches[i];
            if (match.old) kept[*match.old] = true;
            put_claim(i, match.old ? std::optional(old[*match.old].id) : std::nullopt,
                      match.changed_slots);
        }
        for (std::size_t i = 0; i < old.size(); ++i)
            if (!kept[i]) remove_claim(old[i].id);
        for (std::size_t i = 0; i < findings_.claims.size(); ++i) put_response(i);
    }

    void put_claim(std::size_t index, std::optional<core::ClaimId> id,
                   const std::vector<std::string>& changed_slots) {
        const core::Claim& claim = findings_.claims[index];
        if (!id) {
            Query(db_,
                  "INSERT INTO claim (article, position, kind, quote, begin, \"end\", certainty)"
                  " VALUES (?, ?, ?, '', 0, 0, 'asserted')",
                  saved_.id.value, offset(index), core::code(claim.kind))
                .done();
            id = core::ClaimId{db_.last_id()};
            record_change(*id, "added", {});
        } else if (!changed_slots.empty()) {
            record_change(*id, "changed", changed_slots);
        }
        saved_.claims.push_back(*id);
        update_claim(*id, index);
        put_parties(*id, claim);
        put_lists(*id, claim);
        put_topics(*id, index, changed_slots);
    }

    void update_claim(core::ClaimId id, std::size_t index) {
        const core::Claim& claim = findings_.claims[index];
        const auto at = [](const std::optional<core::Span>& span, bool end) {
            if (!span) return std::optional<std::int64_t>();
            return std::optional(offset(end ? span->end : span->begin));
        };
        const auto edtf =
            claim.time && claim.time->edtf ? std::optional(claim.time->edtf->text()) : std::nullopt;
        Query(db_,
              "UPDATE claim SET position = ?2, kind = ?3, quote = ?4, begin = ?5, \"end\" = ?6,"
              " object = ?7, object_owner = ?8, certainty = ?9, hedge_begin = ?10,"
              " hedge_end = ?11, time_text = ?12, time_edtf = ?13, confidence = ?14,"
              " responds_to = NULL WHERE id = ?1",
              id.value, offset(index), core::code(claim.kind),
              core::cut(article_.text, claim.quote), offset(claim.quote.begin),
              offset(claim.quote.end), claim.object, claim.object_owner,
              core::code(claim.certainty), at(claim.hedge, false), at(claim.hedge, true),
              claim.time ? std::optional(claim.time->text) : std::nullopt, edtf, claim.confidence)
            .done();
    }

    void put_parties(core::ClaimId id, const core::Claim& claim) {
        Query(db_, "DELETE FROM claim_party WHERE claim = ?", id.value).done();
        const auto put = [&](std::string_view role, const std::vector<core::Party>& parties) {
            int position = 0;
            for (const auto& party : parties) put_party(id, role, position++, party);
        };
        put("claimant", claim.claimant);
        put("accused", claim.accused);
        put("via", claim.via);
    }

    void put_party(core::ClaimId id, std::string_view role, int position,
                   const core::Party& party) {
        std::optional<std::int64_t> entity;
        if (core::is_named(party.name)) {
            entity = entity_id_named(db_, party.name);
            const auto type =
                role == "via" ? core::EntityType::Outlet : core::EntityType::Organisation;
            if (!entity) entity = entity_for(db_, {.name = party.name, .type = type}).value;
        }
        const auto at = [&](bool end) {
            if (!party.span) return std::optional<std::int64_t>();
            return std::optional(offset(end ? party.span->end : party.span->begin));
        };
        Query(db_,
              "INSERT INTO claim_party (claim, role, position, name, begin, \"end\", entity)"
              " VALUES (?, ?, ?, ?, ?, ?, ?)",
              id.value, role, position, party.name, at(false), at(true), entity)
            .done();
    }

    void put_lists(core::ClaimId id, const core::Claim& claim) {
        Query(db_, "DELETE FROM claim_conduct WHERE claim = ?", id.value).done();
        Query(db_, "DELETE FROM evidence WHERE claim = ?", id.value).done();
        int position = 0;
        for (const auto conduct : claim.conduct)
            Query(db_, "INSERT INTO claim_conduct (claim, position, conduct) VALUES (?, ?, ?)",
                  id.value, position++, core::code(conduct))
                .done();
        position = 0;
        for (const auto& evidence : claim.evidence)
            Query(db_,
                  "INSERT INTO evidence (claim, position, type, begin, \"end\")"
                  " VALUES (?, ?, ?, ?, ?)",
                  id.value, position++, core::code(evidence.type), offset(evidence.span.begin),
                  offset(evidence.span.end))
                .done();
    }

    void put_topics(core::ClaimId id, std::size_t index,
                    const std::vector<std::string>& changed_slots) {
        const auto before = topics_of(id);
        const auto& now =
            index < saving_.topics.size() ? saving_.topics[index] : std::vector<core::Topic>{};
        if (before == now && changed_slots.empty()) return;
        for (const auto& topic : before) redo(topic);
        Query(db_, "DELETE FROM claim_topic WHERE claim = ?", id.value).done();
        for (std::size_t i = 0; i < now.size(); ++i) {
            Query(db_,
                  "INSERT INTO claim_topic (claim, topic, is_primary) VALUES (?, ?, ?)"
                  " ON CONFLICT DO NOTHING",
                  id.value, now[i], i == 0 ? 1 : 0)
                .done();
            redo(now[i]);
        }
    }

    // The primary one first, as they were given.
    std::vector<core::Topic> topics_of(core::ClaimId id) const {
        std::vector<core::Topic> topics;
        Query rows(db_, "SELECT topic FROM claim_topic WHERE claim = ? ORDER BY is_primary DESC",
                   id.value);
        while (rows.step()) topics.push_back(rows.text(0));
        return topics;
    }

    void redo(const core::Topic& topic) {
        Query(db_, "INSERT INTO topic_to_redo (topic) VALUES (?) ON CONFLICT DO NOTHING", topic)
            .done();
        if (std::find(saved_.topics.begin(), saved_.topics.end(), topic) == saved_.topics.end())
            saved_.topics.push_back(topic);
    }

    void remove_claim(core::ClaimId id) {
        for (const auto& topic : topics_of(id)) redo(topic);
        Query(db_, "UPDATE claim SET removed = ?, allegation = NULL WHERE id = ?", saved_.revision,
              id.value)
            .done();
        Query(db_, "DELETE FROM dispute_claim WHERE claim = ?", id.value).done();
        record_change(id, "removed", {});
    }

    void put_response(std::size_t index) {
        const auto& answered = findings_.claims[index].responds_to;
        if (!answered || *answered >= saved_.claims.size()) return;
        Query(db_, "UPDATE claim SET responds_to = ? WHERE id = ?", saved_.claims[*answered].value,
              saved_.claims[index].value)
            .done();
    }

    void record_change(core::ClaimId id, std::string_view what,
                       const std::vector<std::string>& slots) {
        claims_changed_ = true;
        Query(db_,
              "INSERT INTO claim_change (article, revision, claim, what, slots)"
              " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET slots = excluded.slots",
              saved_.id.value, saved_.revision, id.value, what, core::join(slots, " "))
            .done();
    }

    void settle() {
        if (saved_.change == SavedArticle::Change::Unchanged && claims_changed_)
            saved_.change = SavedArticle::Change::Reextracted;
        if (saved_.change != SavedArticle::Change::Unchanged || status_changed_)
            log_change(db_, "article", saved_.id.value);
    }

    Database& db_;
    const core::Article& article_;
    const core::Findings& findings_;
    const Saving& saving_;
    SavedArticle saved_{.id = {0}};
    bool claims_changed_ = false;
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
