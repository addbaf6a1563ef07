// Reading articles, revisions and captures.
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "core/text.h"
#include "store/article_rows.h"
#include "store/impl.h"

namespace store {

namespace {

using sqlite::Database;
using sqlite::Query;

std::vector<core::Block> blocks_from(std::string_view text) {
    std::vector<core::Block> blocks;
    for (const auto& line : from_lines(text)) {
        const auto words = core::split(line, ' ');
        if (words.size() < 3) continue;
        core::Block block;
        block.kind =
            core::from_code<core::BlockKind>(words[0]).value_or(core::BlockKind::Paragraph);
        std::from_chars(words[1].data(), words[1].data() + words[1].size(), block.span.begin);
        std::from_chars(words[2].data(), words[2].data() + words[2].size(), block.span.end);
        if (words.size() > 3) block.posted = core::parse_timestamp(words[3]);
        blocks.push_back(block);
    }
    return blocks;
}

constexpr std::string_view kFacts =
    "SELECT a.id, a.input_id, a.url, a.canonical_url, a.title, r.outlet_name, o.domain,"
    " a.published, a.retrieved, a.revision, a.duplicate_of, a.status, o.name"
    " FROM article a LEFT JOIN outlet o ON o.id = a.outlet"
    " JOIN revision r ON r.article = a.id AND r.revision = a.revision WHERE a.id = ?";

core::ArticleFacts facts_from(const Query& row) {
    core::ArticleFacts facts{.id = {row.int64(0)},
                             .input_id = row.maybe_text(1),
                             .url = maybe_url(row, 2),
                             .title = row.maybe_text(4),
                             .outlet = {row.maybe_text(5), row.maybe_text(6)},
                             .published = maybe_timestamp(row, 7),
                             .retrieved = instant(row.int64(8)),
                             .revision = row.integer(9)};
    if (!facts.url) facts.url = maybe_url(row, 3);
    if (!facts.outlet.name) facts.outlet.name = row.maybe_text(12);
    if (const auto copied = row.maybe_int64(10)) facts.duplicate_of = core::ArticleId{*copied};
    return facts;
}

void read_revision(const Database& db, core::ArticleRecord& record) {
    Query row(db,
              "SELECT capture, extractor, authors, published, modified, language, text, blocks,"
              " robots, paywalled FROM revision WHERE article = ? AND revision = ?",
              record.facts.id.value, record.facts.revision);
    if (!row.step()) throw core::SystemError(db.file() + ": a revision is missing");
    auto& article = record.article;
    if (const auto capture = row.maybe_int64(0)) record.capture = core::CaptureId{*capture};
    record.extractor = row.text(1);
    article.authors = from_lines(row.text(2));
    article.published = maybe_timestamp(row, 3);
    article.modified = maybe_timestamp(row, 4);
    article.language = row.maybe_text(5);
    article.text = row.text(6);
    article.blocks = blocks_from(row.text(7));
    article.robots = from_lines(row.text(8));
    article.paywalled = row.int64(9) != 0;
}

std::vector<core::EntityMentions> mentions_of(const Database& db, core::ArticleId id) {
    std::map<std::int64_t, std::vector<core::Span>> spans;
    Query row(db, "SELECT entity, begin, \"end\" FROM mention WHERE article = ? ORDER BY begin",
              id.value);
    while (row.step())
        spans[row.int64(0)].push_back(
            {static_cast<std::size_t>(row.int64(1)), static_cast<std::size_t>(row.int64(2))});
    std::vector<core::EntityMentions> entities;
    for (auto& [entity, mentions] : spans) {
        Query name(db, "SELECT name, type, ticker FROM entity WHERE id = ?", entity);
        if (!name.step()) continue;
        entities.push_back({.entity = {.name = name.text(0),
                                       .type = code_at<core::EntityType>(name, 1),
                                       .aliases = {},
                                       .parent = {},
                                       .ticker = name.maybe_text(2)},
                            .mentions = std::move(mentions)});
    }
    return entities;
}

std::vector<core::CitationRecord> citations_of(const Database& db, core::ArticleId id) {
    std::vector<core::CitationRecord> citations;
    Query row(db,
              // Where the credit is linked, the link says it; else what was concluded.
              "SELECT c.outlet, c.url, c.begin, c.\"end\", coalesce(u.article,"
              " (SELECT min(s.source) FROM credit_source s WHERE s.article = c.article"
              " AND s.outlet = c.outlet)) FROM citation c"
              " LEFT JOIN article_url u ON u.url = c.url WHERE c.article = ? ORDER BY c.position",
              id.value);
    while (row.step()) {
        core::CitationRecord record{.citation = {.outlet = row.text(0),
                                                 .url = maybe_url(row, 1),
                                                 .span = {static_cast<std::size_t>(row.int64(2)),
                                                          static_cast<std::size_t>(row.int64(3))}}};
        if (const auto article = row.maybe_int64(4)) record.article = core::ArticleId{*article};
        citations.push_back(std::move(record));
    }
    return citations;
}

std::vector<core::ArticleId> ids_in(Query& rows) {
    std::vector<core::ArticleId> ids;
    while (rows.step()) ids.push_back({rows.int64(0)});
    return ids;
}

void read_changes(const Database& db, core::ArticleId article, core::RevisionRecord& record) {
    Query row(db,
              "SELECT claim, what, slots FROM claim_change WHERE article = ? AND revision = ?"
              " ORDER BY claim",
              article.value, record.revision);
    while (row.step()) {
        const core::ClaimId claim{row.int64(0)};
        const auto what = row.text(1);
        if (what == "added") record.added.push_back(claim);
        if (what == "removed") record.removed.push_back(claim);
        if (what != "changed") continue;
        core::ChangedClaim changed{claim, {}};
        const auto slots = row.text(2);
        for (const auto slot : core::split(slots, ' ')) changed.slots.emplace_back(slot);
        record.changed.push_back(std::move(changed));
    }
}

}  // namespace

std::string block_lines(const std::vector<core::Block>& blocks) {
    std::string text;
    for (const auto& block : blocks)
        text +=
            fmt::format("{} {} {}{}\n", core::code(block.kind), block.span.begin, block.span.end,
                        block.posted ? " " + core::to_zoned_text(*block.posted) : "");
    return text;
}

core::ArticleFacts facts_row(const Database& db, core::ArticleId id) {
    Query row(db, kFacts, id.value);
    if (!row.step()) throw core::SystemError(db.file() + ": an article is missing");
    return facts_from(row);
}

std::optional<core::ArticleFacts> Reader::article_facts(core::ArticleId id) const {
    Query row(impl_->db, kFacts, id.value);
    return row.step() ? std::optional(facts_from(row)) : std::nullopt;
}

std::optional<core::ArticleRecord> Reader::article(core::ArticleId id) const {
    const sqlite::Snapshot snapshot(impl_->db);
    core::ArticleRecord record{.facts = {.id = id}};
    {
        Query row(impl_->db, kFacts, id.value);
        if (!row.step()) return std::nullopt;
        record.facts = facts_from(row);
        record.article.url = maybe_url(row, 2);
        record.article.canonical_url = maybe_url(row, 3);
        record.status = code_at<core::ArticleStatus>(row, 11);
    }
    record.article.input_id = record.facts.input_id;
    record.article.title = record.facts.title;
    record.article.outlet = record.facts.outlet;
    read_revision(impl_->db, record);
    record.entities = mentions_of(impl_->db, id);
    record.citations = citations_of(impl_->db, id);
    return record;
}

std::optional<core::ArticleId> Reader::article_at(const core::Url& url) const {
    for (const auto& spelling : {url, core::canonical(url)}) {
        Query row(impl_->db, "SELECT article FROM article_url WHERE url = ?", spelling.text());
        if (row.step()) return core::ArticleId{row.int64(0)};
    }
    return std::nullopt;
}

std::vector<core::ArticleId> Reader::articles(const Limits& page) const {
    Query rows(impl_->db, "SELECT id FROM article ORDER BY id LIMIT ? OFFSET ?",
               static_cast<std::int64_t>(page.limit), static_cast<std::int64_t>(page.offset));
    return ids_in(rows);
}

std::vector<core::ArticleId> Reader::articles_of_outlet(std::string_view domain) const {
    Query rows(impl_->db,
               "SELECT a.id FROM article a JOIN outlet o ON o.id = a.outlet WHERE o.domain = ?"
               " ORDER BY a.id",
               domain);
    return ids_in(rows);
}

std::vector<core::RevisionRecord> Reader::revisions(core::ArticleId id) const {
    const sqlite::Snapshot snapshot(impl_->db);
    std::vector<core::RevisionRecord> revisions;
    Query row(impl_->db,
              "SELECT revision, retrieved, title, text FROM revision WHERE article = ?"
              " ORDER BY revision",
              id.value);
    while (row.step())
        revisions.push_back({.revision = row.integer(0),
                             .retrieved = instant(row.int64(1)),
                             .title = row.maybe_text(2),
                             .text = row.text(3)});
    for (auto& revision : revisions) read_changes(impl_->db, id, revision);
    return revisions;
}

namespace {

constexpr std::string_view kCaptureColumns =
    "SELECT url, fetched_at, status, content_type, sha256, warc_file, offset, length FROM capture ";

std::optional<Capture> capture_in(Query& row) {
    if (!row.step()) return std::nullopt;
    return Capture{.url = row.text(0),
                   .fetched_at = instant(row.int64(1)),
                   .status = row.integer(2),
                   .content_type = row.text(3),
                   .sha256 = row.text(4),
                   .warc_file = row.text(5),
                   .offset = static_cast<std::uint64_t>(row.int64(6)),
                   .length = static_cast<std::uint64_t>(row.int64(7))};
}

}  // namespace

std::optional<Capture> Reader::capture(core::CaptureId id) const {
    Query row(impl_->db, std::string(kCaptureColumns) + "WHERE id = ?", id.value);
    return capture_in(row);
}

std::optional<Capture> Reader::last_capture(std::string_view url) const {
    Query row(impl_->db, std::string(kCaptureColumns) + "WHERE url = ? ORDER BY id DESC LIMIT 1",
              url);
    return capture_in(row);
}

std::optional<core::CaptureId> Reader::capture_of(const CapturedBytes& bytes) const {
    Query row(impl_->db,
              "SELECT id FROM capture WHERE url = ?1 AND sha256 = ?2"
              " AND (?3 IS NULL OR fetched_at = ?3) ORDER BY id LIMIT 1",
              bytes.url, bytes.sha256, maybe_seconds(bytes.fetched_at));
    if (!row.step()) return std::nullopt;
    return core::CaptureId{row.int64(0)};
}

}  // namespace store
