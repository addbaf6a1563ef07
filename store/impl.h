// What stands behind the doors of the store. Private to store/.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "store/sqlite.h"
#include "store/store.h"

namespace store {

// Held by the one process that writes to a home; freed by the system if it dies.
class WriterLock {
public:
    explicit WriterLock(const std::filesystem::path& database);  // SystemError if somebody holds it
    ~WriterLock();
    WriterLock(WriterLock&& other) noexcept : descriptor_(other.descriptor_) {
        other.descriptor_ = -1;
    }
    WriterLock& operator=(WriterLock&&) = delete;

private:
    int descriptor_ = -1;
};

struct Reader::Impl {
    std::optional<WriterLock> lock;  // of a Store on disk; let go after the database is closed
    mutable sqlite::Database db;
};

// Lists that are never searched for are kept as lines of text.
std::string lines(const std::vector<std::string>& items);
std::vector<std::string> from_lines(std::string_view text);

template <class E>
std::string code_lines(const std::vector<E>& values) {
    std::string text;
    for (const auto value : values) {
        text += core::code(value);
        text += '\n';
    }
    return text;
}
template <class E>
std::vector<E> codes_from_lines(std::string_view text) {
    std::vector<E> values;
    for (const auto& line : from_lines(text))
        if (const auto value = core::from_code<E>(line)) values.push_back(*value);
    return values;
}

template <class E>
E code_at(const sqlite::Query& row, int column) {
    const auto value = core::from_code<E>(row.text(column));
    if (!value)
        throw core::SystemError(
            "the store holds '" + row.text(column) +
            "', which is no word of the vocabulary; `claimtrail check` says more");
    return *value;
}

inline std::int64_t offset(std::size_t at) {
    return static_cast<std::int64_t>(at);  // SQLite's integers are signed
}
core::Instant instant(std::int64_t seconds);
std::int64_t seconds(core::Instant at);
std::optional<core::Instant> maybe_instant(const sqlite::Query& row, int column);
std::optional<std::int64_t> maybe_seconds(const std::optional<core::Instant>& at);
std::optional<core::Url> maybe_url(const sqlite::Query& row, int column);
std::optional<core::Timestamp> maybe_timestamp(const sqlite::Query& row, int column);
// With the zone's offset, so that the day of the place is kept: "2025-06-03T14:03:00+02:00".
std::optional<std::string> stamp_text(const std::optional<core::Timestamp>& stamp);

void log_change(sqlite::Database& db, std::string_view what, std::int64_t id);

// Rows as values; a SystemError where there is none.
core::ClaimRecord claim_row(const sqlite::Database& db, core::ClaimId id);
core::ArticleFacts facts_row(const sqlite::Database& db, core::ArticleId id);
core::Entity entity_row(const sqlite::Database& db, core::EntityId id);
core::EntityId entity_for(sqlite::Database& db, const core::Entity& entity);
std::optional<std::int64_t> entity_id_named(const sqlite::Database& db, std::string_view name);

}  // namespace store
