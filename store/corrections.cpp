// Editors' decisions: written once, undone by a date, never deleted.
#include "store/impl.h"
#include "store/known_article.h"

namespace store {

namespace {

using sqlite::Query;

constexpr std::string_view kColumns =
    "SELECT id, at, editor, reason, kind, claim, article, quote, nth, slot, name, value, undone,"
    " fits FROM correction ";

core::Correction correction_row(const Query& row) {
    core::Correction correction{.id = {row.int64(0)},
                                .at = instant(row.int64(1)),
                                .editor = row.text(2),
                                .reason = row.maybe_text(3),
                                .kind = code_at<core::CorrectionKind>(row, 4),
                                .claim = {},
                                .found = {},
                                .slot = {},
                                .value = from_lines(row.text(11)),
                                .name = row.text(10),
                                .undone = maybe_instant(row, 12),
                                .fits = row.integer(13) != 0};
    if (const auto claim = row.maybe_int64(5)) correction.claim = core::ClaimId{*claim};
    if (const auto article = row.maybe_int64(6))
        correction.found = {core::ArticleId{*article}, row.text(7),
                            static_cast<std::size_t>(row.int64(8))};
    if (!row.is_null(9)) correction.slot = code_at<core::ClaimSlot>(row, 9);
    return correction;
}

void add_rows(Query& rows, std::vector<core::Correction>& corrections) {
    while (rows.step()) corrections.push_back(correction_row(rows));
}

}  // namespace

std::vector<core::Correction> Reader::corrections() const {
    Query rows(impl_->db, std::string(kColumns) + "ORDER BY id");
    std::vector<core::Correction> corrections;
    add_rows(rows, corrections);
    return corrections;
}

std::optional<core::Correction> Reader::correction(core::CorrectionId id) const {
    Query row(impl_->db, std::string(kColumns) + "WHERE id = ?", id.value);
    return row.step() ? std::optional(correction_row(row)) : std::nullopt;
}

std::vector<core::Correction> Reader::corrections_of(
    const core::Article& article, std::optional<core::ArticleId> moved_from) const {
    std::vector<core::Correction> corrections;
    auto known = known_article(impl_->db, article);
    if (!known && moved_from) known = moved_from->value;
    if (known) {
        Query own(impl_->db, std::string(kColumns) + "WHERE article = ? ORDER BY id", *known);
        add_rows(own, corrections);
    }
    Query all(impl_->db,
              std::string(kColumns) + "WHERE article IS NULL AND undone IS NULL ORDER BY id");
    add_rows(all, corrections);
    return corrections;
}

std::vector<core::ArticleId> Reader::articles_naming(core::EntityId id) const {
    Query rows(impl_->db,
               "SELECT article FROM mention WHERE entity = ?1 UNION SELECT c.article"
               " FROM claim_party p JOIN claim c ON c.id = p.claim"
               " WHERE p.entity = ?1 AND c.removed IS NULL ORDER BY 1",
               id.value);
    std::vector<core::ArticleId> articles;
    while (rows.step()) articles.push_back({rows.int64(0)});
    return articles;
}

core::CorrectionId Store::add(const core::Correction& correction) {
    const auto& found = correction.found;
    sqlite::Transaction all_or_nothing(impl_->db);
    Query(impl_->db,
          "INSERT INTO correction (at, editor, reason, kind, claim, article, quote, nth, slot,"
          " name, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          seconds(correction.at), correction.editor, correction.reason, core::code(correction.kind),
          correction.claim ? std::optional(correction.claim->value) : std::nullopt,
          found ? std::optional(found->article.value) : std::nullopt,
          found ? std::optional(found->quote) : std::nullopt,
          found ? std::optional(offset(found->nth)) : std::nullopt,
          correction.slot ? std::optional(std::string(core::code(*correction.slot))) : std::nullopt,
          correction.name, lines(correction.value))
        .done();
    const core::CorrectionId id{impl_->db.last_id()};
    all_or_nothing.commit();
    return id;
}

void Store::undo(core::CorrectionId id, core::Instant now) {
    sqlite::Transaction all_or_nothing(impl_->db);
    Query(impl_->db, "UPDATE correction SET undone = ? WHERE id = ? AND undone IS NULL",
          seconds(now), id.value)
        .done();
    // A claim that was rejected comes back under its own id, and its topics are concluded anew.
    const auto correction = this->correction(id);
    if (correction && correction->kind == core::CorrectionKind::RejectClaim && correction->claim) {
        const auto claim = correction->claim->value;
        Query(impl_->db, "UPDATE claim SET removed = NULL WHERE id = ?", claim).done();
        Query(impl_->db, "DELETE FROM claim_topic WHERE claim = ?", claim).done();
        log_change(impl_->db, "claim", claim);
    }
    all_or_nothing.commit();
}

void Store::note_fit(core::CorrectionId id, const std::optional<core::FoundClaim>& found) {
    if (!found) {
        Query(impl_->db, "UPDATE correction SET fits = 0 WHERE id = ? AND fits = 1", id.value)
            .done();
        return;
    }
    Query(impl_->db,
          "UPDATE correction SET fits = 1, quote = ?2, nth = ?3 WHERE id = ?1"
          " AND (fits, quote, nth) <> (1, ?2, ?3)",
          id.value, found->quote, offset(found->nth))
        .done();
}

}  // namespace store
